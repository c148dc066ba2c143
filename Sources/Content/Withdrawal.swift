import Base

/// What the single lines of a front matter say of whether readers may have the article.
///
/// They are asked where the front matter as a whole is in error and the article is to be held back, so that no other mistake in a file keeps public what its editors
/// plainly took back. What they say only ever takes away: a line beside it that says otherwise, and one whose value nobody
/// understands, changes nothing of that.
struct Withdrawal {
    private var isDraft = false
    private var status: Article.Status?
    private var reason: String?
    private var title: String?
    private var date: Stamp?
    private var expires: Stamp?

    /// - Parameter file: perhaps no UTF-8, perhaps without an end of its front matter.
    init(in file: [UInt8], path: String, zone: Zone) {
        for line in Self.lines(of: file) {
            let isIndented = line.first.map { $0 <= 0x20 } ?? false
            let text = String(decoding: trimmed(line), as: UTF8.self)
            guard let colon = text.firstIndex(of: ":"), let key = Self.key(bare(String(text[..<colon]))) else { continue }
            let value = Self.value(Array(text[text.index(after: colon)...].utf8)[...])
            var fields = Fields(
                Yaml(.map([.init(key: key, location: Location(path: path), value: value)]), at: Location(path: path)), .article, path: path)
            switch key {
            case "draft": isDraft = isDraft || fields.flag("draft") ?? true
            case "status" where fields.has("status"):
                let isRetracted = fields.choice("status", articleStatuses) == "retracted"
                status = status == .removed || !isRetracted ? .removed : .retracted(reason: "")
            // What stands beneath another key may be a correction's date.
            case "date" where !isIndented: date = [date, fields.stamp("date", zone: zone)].compactMap { $0 }.max()
            case "expires" where !isIndented: expires = [expires, fields.stamp("expires", zone: zone)].compactMap { $0 }.min()
            case "reason" where !isIndented: reason = reason ?? fields.text("reason")
            case "title" where !isIndented: title = title ?? fields.text("title")
            default: break
            }
        }
    }

    /// Takes from the manuscript what the lines say.
    func apply(to manuscript: inout Manuscript) {
        if isDraft { manuscript.isDraft = true }
        switch status {
        case .removed?: manuscript.status = .removed
        case .retracted? where manuscript.status != .removed: manuscript.status = .retracted(reason: reason ?? "")
        default: break
        }
        if manuscript.title.isEmpty, let title { manuscript.title = title }
        if let date, manuscript.date.map({ $0 < date }) ?? true { manuscript.date = date }
        if let expires, manuscript.expires.map({ expires < $0 }) ?? true { manuscript.expires = expires }
    }

    /// Those between the fences; where none closes it, those up to the first blank one.
    private static func lines(of file: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines = file.prefix(FrontMatter.largest).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        if let first = lines.first, FrontMatter.isFence(first) { lines = lines.dropFirst() }
        let end = lines.firstIndex(where: FrontMatter.isFence) ?? lines.firstIndex(where: isBlank) ?? lines.endIndex
        return Array(lines[..<end])
    }

    private static func key(_ written: String) -> String? {
        if let name = Vocabulary.article.name(of: written) { return name }
        return Vocabulary.article.name(of: written.lowercased())
    }

    /// Without a comment behind it and quotation marks around it.
    private static func value(_ bytes: ArraySlice<UInt8>) -> Yaml {
        guard let line = KeyLine(Array("key: ".utf8) + bytes) else { return Yaml(.scalar("", plain: true), at: Location(path: "")) }
        let text = String(decoding: line.withoutComment, as: UTF8.self)
        let marks: Set<Character> = ["\"", "'", "«", "»", "“", "”"]
        let isQuoted = text.count > 1 && text.first.map(marks.contains) ?? false && text.last.map(marks.contains) ?? false
        return Yaml(.scalar(isQuoted ? String(text.dropFirst().dropLast()) : text, plain: true), at: Location(path: ""))
    }
}

extension ManuscriptShelf.Kept {
    /// Whether readers may not have it, or not any more.
    func isWithdrawn(at now: Instant) -> Bool { isHeld(at: now) || status(at: now) != .standing }

    /// What is left in the place of a broken article that was taken back: its headline and the reason, nothing that may be wrong.
    ///
    /// - Parameter url: of the page that it has had.
    func withdrawn(at url: URLPath) -> ManuscriptShelf.Kept {
        var rest = Manuscript(path: manuscript.path, bodyStart: 0, digest: manuscript.digest)
        (rest.url, rest.title, rest.date, rest.expires) = (url, manuscript.title, manuscript.date, manuscript.expires)
        (rest.status, rest.aliases, rest.id) = (manuscript.status, manuscript.aliases, manuscript.id)
        // Nothing to put above a notice.
        if rest.title.isEmpty { rest.status = .removed }
        rest.extra = manuscript.extra.map { _ in nil }
        return ManuscriptShelf.Kept(rest, [])
    }
}
