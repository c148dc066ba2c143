/// The keys whose one-line values are text, by their folded names in both languages.
struct TextKeys: Sendable {
    /// A key that does not begin its line.
    struct Hidden {
        /// As it is spelled there, without the quotation marks around it.
        let name: String
        /// In characters, from 1.
        let column: Int
        /// From the colon on.
        let rest: ArraySlice<UInt8>
    }

    /// Longer than any key with the blanks before it.
    private static let mostBytesBeforeColon = 200

    let shapes: [String: Vocabulary.Key.Shape]

    /// Nil for a key that nobody knows.
    func shape(of key: String) -> Vocabulary.Key.Shape? { shapes[key] ?? shapes[Vocabulary.folded(key)] }

    func take(_ value: ArraySlice<UInt8>, of key: ArraySlice<UInt8>) -> Bool {
        switch shape(of: String(decoding: key, as: UTF8.self)) {
        case .text: return true
        // Text that splits at commas; between brackets it is a YAML list all the same.
        case .list: return value.first != UInt8(ascii: "[") && value.first != UInt8(ascii: "{")
        case .other, nil: return false
        }
    }

    /// The known key that `line` begins with, whatever blank or invisible stands before it: `  draft: true`, `  - "draft":true`.
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

/// What nobody sees before a word, or behind it.
func isPadding(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
}
