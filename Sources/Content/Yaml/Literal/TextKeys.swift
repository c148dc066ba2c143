/// The keys whose one-line values are text, by their folded names in both languages.
struct TextKeys: Sendable {
    /// A key that does not begin its line.
    struct Hidden {
        /// Spelling in the file, without the quotation marks around it.
        let name: String
        /// Column in characters, from 1.
        let column: Int
        /// Rest of the line from the colon on.
        let rest: ArraySlice<UInt8>
    }

    /// Longer than any key with the blanks before it.
    private static let mostBytesBeforeColon = 200

    /// By the folded spellings, and by those of the vocabulary: a key that is spelled so need not be folded, which saves
    /// 1 % of a clean build's instructions (1,000 articles).
    let shapes: [String: KeyShape]
    /// Whether they are those of site.yaml, where developers write comments as everywhere in YAML.
    var isOfSettings = false

    /// Shape of the key; nil for one that nobody knows.
    func shape(of key: String) -> KeyShape? { shapes[key] ?? shapes[foldedKey(key)] }

    func shape(of key: ArraySlice<UInt8>) -> KeyShape? { shape(of: String(decoding: key, as: UTF8.self)) }

    /// Whether the key holds names, of which there may be several.
    func isList(_ key: ArraySlice<UInt8>) -> Bool { shape(of: key) == .list }

    /// The part of the line's value that is text for us, whatever YAML thinks of it; nil where its value is YAML.
    func text(of entry: KeyLine) -> ArraySlice<UInt8>? {
        guard let first = entry.value.first, let shape = shape(of: entry.key), shape != .other else {
            return nil
        }
        if let rest = entry.behindQuotes {
            let isLiteral = rest.first == UInt8(ascii: "#") ? takesComment(rest, shape) : !rest.isEmpty
            return isLiteral ? entry.value : nil
        }
        switch shape {
        case .text: return entry.value
        // Text that splits at commas; between brackets it is a YAML list all the same.
        case .list: return first == UInt8(ascii: "[") || first == UInt8(ascii: "{") ? nil : entry.value
        case .code:
            let value = entry.withoutComment
            return value.isEmpty ? nil : value
        case .other: return nil
        }
    }

    /// Whether `# …` behind a quoted text is more of the text: `"القاهرة" #عاجل`.
    private func takesComment(_ comment: ArraySlice<UInt8>, _ shape: KeyShape) -> Bool {
        guard !isOfSettings else { return false }
        switch shape {
        case .text: return true
        // A name may be a hashtag, but it is no prose.
        case .list: return comment.dropFirst().first.map { $0 > 0x20 } ?? false
        case .code, .other: return false
        }
    }

    /// The known key that `line` begins with, whatever blank or invisible stands before it: `  draft: true`, `  -
    /// "draft":true`.
    func key(hiddenIn line: ArraySlice<UInt8>) -> Hidden? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon - line.startIndex <= Self.mostBytesBeforeColon,
            !line[(colon + 1)...].starts(with: "//".utf8)
        else { return nil }
        let written = String(decoding: line[..<colon], as: UTF8.self).unicodeScalars
        var name = written[...]
        while let first = name.first {
            let isDash = first == "-" && (name.dropFirst().first.map(isPadding) ?? false)
            guard isDash || isPadding(first) else { break }
            name.removeFirst()
        }
        let column = written.count - name.count + 1
        while let last = name.last, isPadding(last) { name.removeLast() }
        if name.count > 1, let first = name.first, first == name.last, first == "\"" || first == "'" {
            name = name.dropFirst().dropLast()
        }
        let spelling = String(Substring(name))
        return shape(of: spelling) == nil ? nil : Hidden(name: spelling, column: column, rest: line[colon...])
    }
}
