import ArabicText
import Base
import Content

/// What the links and pictures of one text of a folder lead to.
struct FolderReferences: References {
    let plan: FolderPlan
    let item: FolderItem
    /// Ids of the text's own headings.
    var anchors: Set<String> = []
    /// Path from the text's file to the folder of articles.
    private var toArticles: String { item.isPage ? "../articles/" : "../" }

    // MARK: - Links

    func link(_ href: String) -> LinkAnswer {
        let href = Self.bare(href)
        if href.hasPrefix("#") { return inner(href) }
        guard !href.isEmpty else { return LinkAnswer() }
        if PictureAddress.isOwn(href, host: plan.settings.host) { return own(href) ?? dead(href) }
        if isRelative(href) { return relative(href) ?? dead(href) }
        let whole = href.hasPrefix("//") ? "https:" + href : href
        if let url = try? WebURL(whole) { return LinkAnswer(destination: url.text) }
        // Blanks in an address are forgiven by browsers.
        if let url = try? WebURL(whole.replacing(" ", with: "%20")) { return LinkAnswer(destination: url.text) }
        return LinkAnswer(row: .init(.linkScheme, href))
    }

    /// Without blanks and invisible signs at its ends, which editors paste along.
    private static func bare(_ address: String) -> String {
        var words = address.trimmed().unicodeScalars[...]
        let isInvisible = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .format || isSpace(scalar)
        }
        while let first = words.first, isInvisible(first) { words.removeFirst() }
        while let last = words.last, isInvisible(last) { words.removeLast() }
        return String(words)
    }

    private func inner(_ href: String) -> LinkAnswer {
        let name = String(href.dropFirst())
        let known = [name, WordPressName.decoded(name).text].first { anchors.contains($0) }
        return known.map { LinkAnswer(destination: "#" + $0) } ?? dead(href)
    }

    private func dead(_ href: String) -> LinkAnswer { LinkAnswer(row: .init(.linkDead, href)) }

    private func isRelative(_ href: String) -> Bool {
        guard !href.hasPrefix("//"), !href.contains("://") else { return false }
        let scheme = href.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+") }
        guard !scheme.isEmpty, href.dropFirst(scheme.count).hasPrefix(":") else { return true }
        return false
    }

    /// An address of the old site: a text, a list, a file; nil for what did not come.
    private func own(_ href: String) -> LinkAnswer? {
        let path = plan.settings.path(href)
        if let found = plan.item(at: path) { return answer(found) }
        if let place = plan.replacement(at: path) { return LinkAnswer(destination: place) }
        if let list = list(path) { return LinkAnswer(destination: list) }
        if let found = plan.files.find(path) { return answer(found, href) }
        return plan.item(named: path).map { answer($0) }
    }

    private func relative(_ href: String) -> LinkAnswer? {
        let path = WordPressName.decoded(String(href.prefix { $0 != "#" && $0 != "?" })).text
        let folder = item.path.split(separator: "/").dropLast().joined(separator: "/")
        if let whole = FolderFiles.resolved(path, from: folder), let found = plan.item(named: whole) {
            return answer(found)
        }
        // As a browser took it.
        let base = item.address.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        if let whole = FolderFiles.resolved(path, from: base), let answer = own("/" + whole) { return answer }
        if let found = file(path) { return answer(found, href) }
        return plan.item(named: path).map { answer($0) }
    }

    private func answer(_ found: FolderItem) -> LinkAnswer {
        found.isPublic ? LinkAnswer(destination: "/" + plan.address(of: found).text) : dead(found.path)
    }

    private func answer(_ found: Uploads.Found, _ href: String) -> LinkAnswer {
        guard item.isPublic else { return dead(href) }
        if found.type == .svg { return LinkAnswer(row: .init(.svg, href)) }
        return LinkAnswer(
            destination: "/assets/uploads/" + found.target, use: .asset(from: found.source, as: found.target))
    }

    /// The front page, lists and feeds.
    private func list(_ path: String) -> String? {
        let parts = path.split(separator: "/").map(String.init)
        guard let first = parts.first else { return "/" }
        if parts.count == 1, ["index.xml", "feed.xml", "atom.xml", "feed", "rss.xml"].contains(first) {
            return "/" + plan.outlet.patterns.rss
        }
        if parts.count == 1, first == "index.html" { return "/" }
        guard parts.count == 2, ["categories", "category", "tags", "tag"].contains(first) else { return nil }
        return plan.address(ofTerm: parts[1], isTag: first.hasPrefix("tag")).map { "/" + $0.text }
    }

    // MARK: - Files

    func file(_ source: String) -> LinkAnswer { link(source) }

    /// The file that an address names: beside the text, as a browser took it, or beneath the site.
    private func file(_ path: String) -> Uploads.Found? {
        if path.hasPrefix("/") { return plan.files.find(path) }
        let folder = item.bundle ?? item.path.split(separator: "/").dropLast().joined(separator: "/")
        if let found = plan.files.find(path, beside: folder) { return found }
        let base = item.address.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        if let whole = FolderFiles.resolved(path, from: base), let found = plan.files.find(whole) { return found }
        return FolderFiles.resolved(path, from: "").flatMap { plan.files.find($0) }
    }

    func picture(_ source: String, id: Int?) -> PictureAnswer? {
        let source = Self.bare(source)
        let isOwn = PictureAddress.isOwn(source, host: plan.settings.host)
        guard isOwn || isRelative(source) else {
            let whole = source.hasPrefix("//") ? "https:" + source : source
            guard let url = (try? WebURL(whole)) ?? (try? WebURL(whole.replacing(" ", with: "%20"))) else { return nil }
            return PictureAnswer(destination: url.text, row: .init(.pictureRemote, url.text))
        }
        let path =
            isOwn
            ? plan.settings.path(source) : WordPressName.decoded(String(source.prefix { $0 != "?" && $0 != "#" })).text
        if let found = file(path), let type = found.type, type != .svg {
            return PictureAnswer(
                destination: toArticles + "uploads/" + found.target, use: .picture(from: found.source, as: found.target)
            )
        }
        let kind: ReportRow.Kind = path.lowercased().hasSuffix(".svg") ? .svg : .pictureMissing
        guard let address = old(path) else { return nil }
        return PictureAnswer(destination: address, row: .init(kind, path))
    }

    /// The whole old address of a file that is not at hand; nil where the old site has no host.
    private func old(_ path: String) -> String? {
        guard !plan.settings.origin.isEmpty else { return nil }
        let base = item.address.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        guard let whole = path.hasPrefix("/") ? String(path.dropFirst()) : FolderFiles.resolved(path, from: base) else {
            return nil
        }
        return (try? WebURL(plan.settings.address + percentEncoded(whole)))?.text
    }

    func gallery(_ ids: [Int]) -> [(id: Int, figure: Figure?)] { [] }
    func ownGallery() -> [(id: Int, figure: Figure?)] { [] }
}
