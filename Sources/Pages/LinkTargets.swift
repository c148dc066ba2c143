import ArabicText
import Base
import Content
private import Synchronization

/// Turns a link to another article's file into a link to its page.
///
/// A class because all who ask share what the first of them had gathered: most builds set no text that links to a file.
final class LinkTargets: Sendable {
    private let base: String
    private let site: Site
    /// By the digests of the files' paths.
    private let pages = Mutex<[Digest: URLPath]?>(nil)

    init(_ site: Site) {
        base = site.outlet.address.base
        self.site = site
    }

    private func page(of path: String) -> URLPath? {
        pages.withLock { known in
            let pages = known ?? Self.pages(of: site)
            if known == nil { known = pages }
            return pages[Digest(of: path)]
        }
    }

    private static func pages(of site: Site) -> [Digest: URLPath] {
        var pages: [Digest: URLPath] = [:]
        pages.reserveCapacity(site.articles.count + site.pages.count)
        for (path, url) in site.lastPages { pages[Digest(of: path)] = url }
        // What was taken back keeps its address: the day on which a story expires must not break those that link to it.
        for article in site.tombstones { pages[Digest(of: article.path)] = article.url }
        for article in site.articles { pages[Digest(of: article.path)] = article.url }
        for page in site.pages { pages[Digest(of: page.path)] = page.url }
        return pages
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
            let url = page(of: target)
        else { return nil }
        return url.href(base: base) + destination[hash...]
    }
}
