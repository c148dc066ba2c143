import ArabicText
import Base

/// What the single lines of a front matter say of whether readers may have the article.
///
/// They are asked where the front matter as a whole is in error and the article is to be held back, so that no other
/// mistake in a file keeps public what its editors plainly took back. What they say only ever takes away, whatever
/// another line says; a value counts where it is one of the words that do so, or a slip of one.
struct Withdrawal {
    private var isDraft = false
    private var isSilent = false
    private var status: Article.Status?
    private var reason: String?
    private var title: String?
    private var date: Stamp?
    private var expires: Stamp?
    private var id: String?

    /// - Parameter file: of whatever encoding, perhaps without an end of its front matter.
    init(in file: [UInt8], path: String, zone: Zone) {
        for line in Self.lines(of: file) {
            guard let (key, value) = Self.entry(line.bytes) else { continue }
            let location = Location(path: path)
            let yaml = Yaml(.map([.init(key: key, location: location, value: Yaml(value, at: location))]), at: location)
            var fields = Fields(yaml, .article, path: path)
            switch key {
            case "draft":
                if !fields.has(key) { isDraft = isDraft || line.isKey }
                isDraft = isDraft || Self.isYes(value)
            case "silent": isSilent = isSilent || Self.isYes(value)
            case "status":
                let words = articleStatuses.flatMap(\.1)
                guard let word = Self.word(value, among: words, orASlipOf: words) else { break }
                let isRetracted = articleStatuses[0].1.contains(word)
                isSilent = isSilent || articleStatuses[2].1.contains(word)
                status = status == .removed || !isRetracted ? .removed : .retracted(reason: "")
            case _ where !line.isKey: break
            case "date": date = [date, fields.stamp(key, zone: zone)].compactMap { $0 }.max()
            case "expires": expires = [expires, fields.stamp(key, zone: zone)].compactMap { $0 }.min()
            case "reason": reason = reason ?? fields.text(key)
            case "title": title = title ?? fields.text(key)
            case "id": id = id ?? fields.text(key)
            default: break
            }
        }
    }

    /// Adds what the lines say to what is known of the manuscript.
    func apply(to manuscript: inout Manuscript) {
        if isDraft { manuscript.isDraft = true }
        switch (status, manuscript.status) {
        case (.removed?, _): manuscript.status = .removed
        case (.retracted?, .standing): manuscript.status = .retracted(reason: reason ?? "")
        default: break
        }
        if isSilent { manuscript.isSilent = true }
        if manuscript.title.isEmpty, let title { manuscript.title = title }
        if let date, manuscript.date.map({ $0 < date }) ?? true { manuscript.date = date }
        if let expires, manuscript.expires.map({ expires < $0 }) ?? true { manuscript.expires = expires }
        if manuscript.id == nil { manuscript.id = id }
    }

    private struct Line {
        let bytes: ArraySlice<UInt8>
        /// Whether it stands where keys of the article stand: neither indented, nor where the text may have begun.
        let isKey: Bool
    }

    /// Lines between the fences; where none closes it, those up to the first blank one.
    private static func lines(of file: [UInt8]) -> [Line] {
        let text = Hygiene.clean(SourceText(valid: utf8(Array(file.prefix(2 * FrontMatter.largest)))).bytes).text
        var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        lines = lines.drop { isBlank($0) || $0.first == UInt8(ascii: "#") || $0.starts(with: "<<<<<<<".utf8) }
        if let first = lines.first, FrontMatter.isFence(first) { lines = lines.dropFirst() }
        let end = lines.firstIndex(where: FrontMatter.isFence) ?? lines.firstIndex(where: isBlank) ?? lines.endIndex
        var found: [Line] = []
        var (isBehindBlank, isWithin) = (false, false)
        for line in lines[..<end] {
            let isIndented = line.first.map { $0 <= 0x20 } ?? true
            if isBlank(line) { isBehindBlank = true }
            // What is indented beneath a key without a value is that key's.
            if isWithin, isIndented { continue }
            isWithin =
                KeyLine((Array(line) + [UInt8(ascii: " ")])[...]).map {
                    $0.withoutComment.isEmpty || $0.opensBlockScalar
                } ?? false
            found.append(Line(bytes: line, isKey: !isIndented && !isBehindBlank))
        }
        return found
    }

    private static func isYes(_ value: Yaml.Content) -> Bool {
        word(value, among: ["true", "yes", "on", "نعم", "1"], orASlipOf: ["true"]) != nil
    }

    private static func word(_ value: Yaml.Content, among words: [String], orASlipOf others: [String]) -> String? {
        guard case .scalar(let text, _) = value else { return nil }
        let folded = foldedKey(text)
        return words.first { foldedKey($0) == folded } ?? suggestion(for: text, among: others)
    }

    /// The file as UTF-8, where it is UTF-16 with a mark of its byte order.
    private static func utf8(_ file: [UInt8]) -> [UInt8] {
        let isLittle = file.starts(with: [0xFF, 0xFE])
        guard isLittle || file.starts(with: [0xFE, 0xFF]) else { return file }
        let units = stride(from: 2, to: file.count - 1, by: 2).map { place in
            isLittle
                ? UInt16(file[place]) | UInt16(file[place + 1]) << 8
                : UInt16(file[place]) << 8 | UInt16(file[place + 1])
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// A key of articles by its English name, and its value; TOML and JSON have it otherwise, and mean the same.
    private static func entry(_ line: ArraySlice<UInt8>) -> (key: String, value: Yaml.Content)? {
        guard let sign = line.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }),
            let key = Vocabulary.article.name(of: unquoted(bare(String(decoding: line[..<sign], as: UTF8.self))))
        else { return nil }
        var value = trimmed(line[(sign + 1)...])
        if Vocabulary.article.shape(of: key) != .text {
            value = KeyLine((Array("key: ".utf8) + value)[...])?.withoutComment ?? []
            if value.last == UInt8(ascii: ",") { value.removeLast() }
        } else if let first = value.first, first == UInt8(ascii: "|") || first == UInt8(ascii: ">") {
            return nil
        }
        return (key, .scalar(unquoted(bare(String(decoding: value, as: UTF8.self))), plain: true))
    }

    private static func unquoted(_ text: String) -> String {
        let marks: [Character: Character] = ["\"": "\"", "'": "'", "«": "»", "“": "”"]
        guard text.count > 1, let first = text.first, let last = text.last, marks[first] == last else { return text }
        return String(text.dropFirst().dropLast())
    }
}

extension ReadManuscript {
    /// What is left in the place of a broken article that was taken back: its headline and the reason, nothing that may
    /// be wrong.
    ///
    /// - Parameter url: of the page that it has had.
    func withdrawn(at url: URLPath) -> ReadManuscript {
        var rest = Manuscript(path: manuscript.path, bodyStart: 0, digest: manuscript.digest)
        (rest.url, rest.title, rest.date, rest.expires) = (url, manuscript.title, manuscript.date, manuscript.expires)
        (rest.status, rest.aliases, rest.id) = (manuscript.status, manuscript.aliases, manuscript.id)
        // Nothing to put above a notice.
        if rest.title.isEmpty { rest.status = .removed }
        rest.extra = manuscript.extra.map { _ in nil }
        return ReadManuscript(rest, [])
    }
}
