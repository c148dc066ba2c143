import ArabicText
import Base
import Content
package import Markdown
private import Synchronization

/// Turns a link to another article's file into a link to its page.
///
/// A class because all who ask share what the first of them had gathered: most builds set no text that links to a file.
package final class LinkTargets: Sendable {
    private let base: String
    private let site: Site
    /// Addresses behind the site's own and files of articles that have no page yet.
    private let awaited: Set<String>
    /// The same of those that were removed without a trace.
    private let silenced: Set<String>
    /// Addresses by the files' paths; nil until somebody asks.
    private let pages = Mutex<[TextKey: URLPath]?>(nil)

    init(_ site: Site) {
        base = site.outlet.address.base
        awaited = Set(site.awaited.values.map(\.text)).union(site.awaited.keys)
        silenced = Set(site.silenced.flatMap { $0.urls.map(\.text) + [$0.path] })
        self.site = site
    }

    private func page(of path: String) -> URLPath? {
        pages.withLock { known in
            let pages = known ?? Self.pages(of: site)
            if known == nil { known = pages }
            return pages[TextKey(path)]
        }
    }

    private static func pages(of site: Site) -> [TextKey: URLPath] {
        var pages: [TextKey: URLPath] = [:]
        pages.reserveCapacity(site.articles.count + site.pages.count)
        for (path, url) in site.lastPages { pages[TextKey(path)] = url }
        // What was taken back keeps its address: the day on which a story expires must not break those that link to it.
        for article in site.tombstones { pages[TextKey(article.path)] = article.url }
        for article in site.articles { pages[TextKey(article.path)] = article.url }
        for page in site.pages { pages[TextKey(page.path)] = page.url }
        return pages
    }

    /// What becomes of a link in the file at `path`: left as it is, led to a page, or withheld.
    package func resolve(_ destination: String, from path: String) -> ResolvedLink {
        if isAwaited(destination, from: path) || isSilenced(destination, from: path) { return .withheld }
        return href(of: destination, from: path).map { .to($0) } ?? .asWritten
    }

    /// Whether it leads to an article that is left out of this build and has no page of an earlier one.
    package func isAwaited(_ destination: String, from path: String) -> Bool {
        !awaited.isEmpty && leads(destination, from: path, to: awaited)
    }

    /// Whether it leads to an article that was removed, and of which no link may tell.
    package func isSilenced(_ destination: String, from path: String) -> Bool {
        !silenced.isEmpty && leads(destination, from: path, to: silenced)
    }

    private func leads(_ destination: String, from path: String, to places: Set<String>) -> Bool {
        let target = destination.prefix { $0 != "#" && $0 != "?" }
        if let file = picturePath(String(target), besides: path), places.contains(file) { return true }
        let address = site.outlet.address
        let roots = [address.origin.isEmpty ? "" : address.origin + address.base, "/"]
        guard let root = roots.first(where: { !$0.isEmpty && target.hasPrefix($0) }), !target.hasPrefix("//"),
            let written = percentDecoded(String(target.dropFirst(root.count)))
        else { return false }
        let place = CanonicalForm.nfc(written)
        return places.contains(place) || places.contains(place + "/")
            || place.hasSuffix("/index.html") && places.contains(String(place.dropLast("index.html".count)))
    }

    /// Nil where the link is to be left as it stands.
    package func href(of destination: String, from path: String) -> String? {
        guard destination.utf8.first != UInt8(ascii: "#"), !destination.namesHost else { return nil }
        let hash = destination.firstIndex(of: "#") ?? destination.endIndex
        let file = String(destination[..<hash])
        if file.hasPrefix("/") {
            // What the server answers by itself counts from the host, whatever the site lives under.
            let isAsWritten = base == "/" || file.hasPrefix("//") || site.outlet.isElsewhere(host: file)
            return isAsWritten ? nil : base + destination.dropFirst()
        }
        guard file.utf8.suffix(3).elementsEqual(".md".utf8), let target = picturePath(file, besides: path),
            let url = page(of: target)
        else { return nil }
        return url.href(base: base) + destination[hash...]
    }
}
