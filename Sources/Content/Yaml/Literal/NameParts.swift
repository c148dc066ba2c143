/// A list of names of which some are mappings between braces, as it comes: `سلمى الطحان، {name: كريم السقاء، role:
/// تصوير}`.
///
/// YAML knows no list without brackets, and no comma but its own.
struct NameParts {
    enum Part {
        case name(ArraySlice<UInt8>)
        /// Mapping in YAML's own form.
        case mapping([UInt8])
    }

    private(set) var parts: [Part] = []

    /// Parts of a value that YAML cannot read; nil where there is no mapping in it, or YAML can.
    init?(_ value: ArraySlice<UInt8>, _ keys: TextKeys) {
        guard value.contains(UInt8(ascii: "{")) else { return nil }
        var inner = value
        if value.first == UInt8(ascii: "["), value.last == UInt8(ascii: "]") {
            inner = trimmed(value.dropFirst().dropLast())
        }
        let (pieces, isWhole) = Self.pieces(of: inner)
        guard isWhole, !pieces.isEmpty else { return nil }
        var hasMapping = false
        for piece in pieces {
            guard piece.first == UInt8(ascii: "{"), piece.last == UInt8(ascii: "}") else {
                // What is more than names and mappings is for the parser to judge.
                guard !piece.contains(where: "{}[]".utf8.contains), piece.first != UInt8(ascii: "\""),
                    piece.first != UInt8(ascii: "'")
                else {
                    return nil
                }
                parts.append(.name(piece))
                continue
            }
            guard keys.key(hiddenIn: piece.dropFirst()) != nil else { return nil }
            hasMapping = true
            parts.append(.mapping(Self.mapping(piece, keys) ?? Array(piece)))
        }
        guard hasMapping, inner.startIndex == value.startIndex ? pieces.count > 1 || isRewritten(value) : true else {
            return nil
        }
    }

    private func isRewritten(_ value: ArraySlice<UInt8>) -> Bool {
        if case .mapping(let mapping)? = parts.first { !mapping.elementsEqual(value) } else { false }
    }

    /// The mapping with YAML's comma where another stands before a key; nil where none does.
    static func mapping(_ text: ArraySlice<UInt8>, _ keys: TextKeys) -> [UInt8]? {
        var mapping: [UInt8] = []
        var quote: UInt8?
        var isChanged = false
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), let last = trimmed(text[..<index]).last,
                "{,:".utf8.contains(last)
            {
                quote = byte
            } else if let width = widthOfComma(text, index), width > 1 || byte == UInt8(ascii: ";"),
                keys.key(hiddenIn: text[(index + width)...]) != nil
            {
                mapping += ", ".utf8
                index += width
                isChanged = true
                continue
            }
            mapping.append(byte)
            index += 1
        }
        return isChanged ? mapping : nil
    }

    /// What stands between the commas outside braces and quotation marks; and whether all braces are closed.
    private static func pieces(of text: ArraySlice<UInt8>) -> (pieces: [ArraySlice<UInt8>], isWhole: Bool) {
        var pieces: [ArraySlice<UInt8>] = []
        var braces = Braces()
        var start = text.startIndex
        var index = text.startIndex
        func end(at end: Int) {
            let piece = trimmed(text[start..<end])
            if !piece.isEmpty { pieces.append(piece) }
        }
        while index < text.endIndex {
            guard braces.depth == 0, let width = widthOfComma(text, index) else {
                braces.read(text[index...index])
                index += 1
                continue
            }
            end(at: index)
            index += width
            start = index
        }
        end(at: text.endIndex)
        return (pieces, braces.depth == 0)
    }

    /// Length of the comma in bytes; nil where none stands.
    private static func widthOfComma(_ text: ArraySlice<UInt8>, _ index: Int) -> Int? {
        switch text[index] {
        case UInt8(ascii: ","), UInt8(ascii: ";"): 1
        case 0xD8 where index + 1 < text.endIndex && (text[index + 1] == 0x8C || text[index + 1] == 0x9B): 2
        default: nil
        }
    }
}
