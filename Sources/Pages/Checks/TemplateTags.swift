import Base

/// The tags that stand in a template or in a fragment of HTML as they are, with what its expressions print left as it is
/// written (WHATWG HTML, section 13.2.5, as far as sound markup needs it).
struct TemplateTags {
    struct Attribute {
        /// In small letters.
        let name: String
        /// As it is written; empty where there is none.
        let value: String
        /// Where its name begins.
        let offset: Int
    }

    struct Tag {
        /// In small letters.
        let name: String
        let attributes: [Attribute]
        /// Where its `<` stands.
        let offset: Int
        /// What stands in a script or a style; empty for others.
        var content = ""

        func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    private(set) var tags: [Tag] = []
    private let bytes: [UInt8]
    private let isTemplate: Bool
    private var place = 0

    /// - Parameter isTemplate: whether expressions of templates may stand in it.
    init(_ bytes: [UInt8], isTemplate: Bool = true) {
        (self.bytes, self.isTemplate) = (bytes, isTemplate)
        while place < bytes.count {
            if skipExpression() { continue }
            if bytes[place] != UInt8(ascii: "<") {
                place += 1
            } else if place + 1 < bytes.count, isLetter(bytes[place + 1]) {
                readTag()
            } else {
                place = starts("<!--") ? end(of: "-->", from: place + 4) : place + 1
            }
        }
    }

    private mutating func readTag() {
        let start = place
        place += 1
        let name = word { !Self.ends($0) }
        var attributes: [Attribute] = []
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
            if skipExpression() { continue }
            guard !isBlank(bytes[place]), bytes[place] != UInt8(ascii: "/"), bytes[place] != UInt8(ascii: "=") else {
                place += 1
                continue
            }
            let offset = place
            let name = word { !Self.ends($0) && $0 != UInt8(ascii: "=") }
            attributes.append(Attribute(name: name, value: readValue(), offset: offset))
            // A sign that begins no name, such as a quote too many.
            if place == offset { place += 1 }
        }
        place = min(place + 1, bytes.count)
        tags.append(Tag(name: name, attributes: attributes, offset: start))
        guard ["script", "style", "textarea", "title"].contains(name) else { return }
        let end = "</" + name
        let content = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") || !starts(end) { place += 1 }
        if name == "script" || name == "style" {
            tags[tags.count - 1].content = String(decoding: bytes[content..<place], as: UTF8.self)
        }
    }

    /// What stands behind `=`; an expression in it may hold quotes and `>`.
    private mutating func readValue() -> String {
        var next = place
        while next < bytes.count, isBlank(bytes[next]) { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return "" }
        place = next + 1
        while place < bytes.count, isBlank(bytes[place]) { place += 1 }
        guard place < bytes.count else { return "" }
        let quote = bytes[place]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { place += 1 }
        let start = place
        while place < bytes.count {
            if skipExpression() { continue }
            if isQuoted ? bytes[place] == quote : isBlank(bytes[place]) || bytes[place] == UInt8(ascii: ">") { break }
            place += 1
        }
        let value = String(decoding: bytes[start..<place], as: UTF8.self)
        if isQuoted, place < bytes.count { place += 1 }
        return value
    }

    /// Goes on behind a comment, a statement or an expression of the template that begins here.
    private mutating func skipExpression() -> Bool {
        guard isTemplate, bytes[place] == UInt8(ascii: "{"), place + 1 < bytes.count else { return false }
        switch bytes[place + 1] {
        case UInt8(ascii: "#"): place = end(of: "#}", from: place + 2)
        case UInt8(ascii: "%"): place = end(of: "%}", from: place + 2)
        case UInt8(ascii: "{"): place = end(of: "}}", from: place + 2)
        default: return false
        }
        return true
    }

    private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
        let start = place
        while place < bytes.count, belongs(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
    }

    private func end(of mark: String, from start: Int) -> Int {
        bytes.place(of: mark.utf8, from: min(start, bytes.count)).map { $0 + mark.utf8.count } ?? bytes.count
    }

    private func starts(_ word: String) -> Bool {
        place + word.utf8.count <= bytes.count
            && zip(bytes[place...], word.utf8).allSatisfy { byte, letter in
                ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == letter
            }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func ends(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "{")
    }
}
