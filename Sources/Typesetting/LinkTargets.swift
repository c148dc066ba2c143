import ArabicText
import Base
package import Content
package import Markdown
private import Synchronization

/// Turns a link to another article's file into a link to its page.
///
/// A class because all who ask share what the first of them had gathered: most builds set no text that links to a file.
package final class LinkTargets: Sendable {
    private let base: String
    private let site: Site
    private let catalogue: Catalogue
    /// Addresses behind the site's own and files of articles that have no page yet.
    private let awaited: Set<String>
    /// The same of those that were removed without a trace.
    private let silenced: Set<String>
    /// Addresses by the files' paths; nil until somebody asks.
    private let pages = Mutex<[TextKey: URLPath]?>(nil)

    init(_ site: Site, _ catalogue: Catalogue) {
        self.catalogue = catalogue
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
    ///
    /// - Parameter words: those of the text's language; the outlet's where nil.
    package func resolve(_ destination: String, from path: String, in words: Catalogue? = nil) -> ResolvedLink {
        if isAwaited(destination, from: path) || isSilenced(destination, from: path) { return .withheld }
        guard let href = href(of: destination, from: path) else { return .asWritten }
        return attachment(destination, from: path).map { .file(href, note(on: $0, in: words ?? catalogue)) }
            ?? .to(href)
    }

    /// A path of the site behind its base, and with the slash that its pages end with: a link that is redirected first costs
    /// readers a second request. Nil where that is how it stands.
    private func hrefFromRoot(_ destination: String) -> String? {
        let end = destination.firstIndex { $0 == "?" || $0 == "#" } ?? destination.endIndex
        let path = destination[..<end]
        let last = path.utf8[(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)...].dropFirst()
        let isFile = last.isEmpty || last.contains(UInt8(ascii: ".")) || Self.files.contains { path.hasPrefix($0) }
        guard base != "/" || !isFile else { return nil }
        let whole = base + path.dropFirst() + (isFile ? "" : "/") + destination[end...]
        return isFile
            ? whole : whole.unicodeScalars.map { $0.isASCII ? String($0) : percentEncoded(String($0)) }.joined()
    }

    /// Folders of files, whose names may have no ending.
    private static let files = ["/assets/", "/media/", "/.well-known/"]

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
        if destination.utf8.first == UInt8(ascii: "/") {
            // What the server answers by itself counts from the host, whatever the site lives under.
            let isAsWritten = destination.hasPrefix("//") || site.outlet.isElsewhere(host: destination)
            return isAsWritten ? nil : hrefFromRoot(destination)
        }
        let hash = destination.firstIndex(of: "#") ?? destination.endIndex
        let file = String(destination[..<hash])
        guard file.utf8.suffix(3).elementsEqual(".md".utf8) else {
            return fileURL(file, from: path).map { $0.href(base: base) + destination[hash...] }
        }
        guard let target = picturePath(file, besides: path), let url = page(of: target) else { return nil }
        return url.href(base: base) + destination[hash...]
    }

    // MARK: Files

    /// Where a recording, a document or a picture beside the text is published.
    private func fileURL(_ file: String, from path: String) -> URLPath? {
        guard !site.attachments.isEmpty || !site.pictures.isEmpty, !fileEnding(file).isEmpty,
            let target = picturePath(file, besides: path)
        else { return nil }
        if let attachment = site.attachments[target] { return attachment.url }
        guard let picture = site.pictures[target] else { return nil }
        return picture.renditions(site.outlet.pictures)?.main.url ?? picture.url
    }

    /// The recording or document that a link in the file at `path` opens.
    package func attachment(_ destination: String, from path: String) -> Attachment? {
        guard !site.attachments.isEmpty, destination.utf8.first != UInt8(ascii: "#"), !destination.namesHost else {
            return nil
        }
        return picturePath(destination.beforeFragment, besides: path).flatMap { site.attachments[$0] }
    }

    /// The picture beside the text that a link opens.
    package func picture(_ destination: String, from path: String) -> Picture? {
        guard !site.pictures.isEmpty, !destination.namesHost, !fileEnding(destination).isEmpty else { return nil }
        return picturePath(destination.beforeFragment, besides: path).flatMap { site.pictures[$0] }
    }

    private func note(on attachment: Attachment, in catalogue: Catalogue) -> FileNote {
        let (thousand, bytes) = (1024.0, Double(attachment.size))
        let (unit, number, digits) =
            bytes >= thousand * thousand
            ? ("megabytes", bytes / thousand / thousand, 1) : ("kilobytes", max(1, (bytes / thousand).rounded()), 0)
        return FileNote(
            type: attachment.typeName,
            size: catalogue.number(number, fractionDigits: digits) + "\u{A0}" + catalogue.text(unit))
    }
}

extension String {
    fileprivate var beforeFragment: String { String(prefix { $0 != "#" }) }
}
