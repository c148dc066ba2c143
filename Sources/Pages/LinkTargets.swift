import ArabicText
import Base
import Content

/// Turns a link to another article's file into a link to its page.
struct LinkTargets: Sendable {
    private let base: String
    /// By the digests of the files' paths.
    private let pages: [Digest: URLPath]
    init(_ site: Site) {
        base = site.outlet.address.base
        var pages: [Digest: URLPath] = [:]
        pages.reserveCapacity(site.articles.count + site.pages.count)
        for article in site.articles { pages[Digest(of: article.path)] = article.url }
        for page in site.pages { pages[Digest(of: page.path)] = page.url }
        self.pages = pages
    }

    /// Nil where the link is to be left as it stands.
    func href(of destination: String, from path: String) -> String? {
        guard destination.utf8.first != UInt8(ascii: "#"), !destination.namesHost else { return nil }
        let hash = destination.firstIndex(of: "#") ?? destination.endIndex
        let file = String(destination[..<hash])
        if file.hasPrefix("/") {
            return base == "/" || file.hasPrefix("//") ? nil : base + destination.dropFirst()
        }
        guard file.utf8.suffix(3).elementsEqual(".md".utf8), let target = picturePath(file, besides: path),
            let url = pages[Digest(of: target)]
        else { return nil }
        return url.href(base: base) + destination[hash...]
    }
}
