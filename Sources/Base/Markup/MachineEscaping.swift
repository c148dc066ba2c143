/// How text enters what machines read: straight into the bytes, escaped for its context on the way.
///
/// Control characters, noncharacters and bidi overrides are left out everywhere: XML forbids the first two (XML 1.0,
/// section 2.2), and the third make a headline read as something else in somebody else's list.
extension [UInt8] {
    /// For XML and HTML, in text and in attributes.
    package mutating func append(escaping text: String) {
        let special = Special(one: { isSpecialInHTML($0) }, inSixteen: { $0.specialInHTML })
        append(text, escaping: special) { bytes, place, output in output.append(htmlEscape(of: bytes[place])) }
    }

    /// For a JSON string that may stand in a script (RFC 8259, section 7): `<` never appears.
    package mutating func append(jsonEscaping text: String) {
        append(text, escaping: Self.specialInJSON, Self.escapeForJSON)
    }

    package mutating func append(jsonEscaping text: [UInt8]) {
        text.withUnsafeBufferPointer { append($0, escaping: Self.specialInJSON, Self.escapeForJSON) }
    }

    @inline(__always)
    private static var specialInJSON: Special {
        Special(
            one: { $0 == 0x22 || $0 == 0x5C || $0 == 0x3C || $0 == 0x0A || $0 == 0x09 },
            // Line breaks and tabs stand out among the control characters.
            inSixteen: { $0.equal(0x22) | $0.equal(0x5C) | $0.equal(0x3C) })
    }

    private static func escapeForJSON(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ output: inout [UInt8]) {
        switch bytes[place] {
        case UInt8(ascii: "\""): output.append("\\\"")
        case UInt8(ascii: "\\"): output.append("\\\\")
        case UInt8(ascii: "\n"): output.append("\\n")
        case UInt8(ascii: "\t"): output.append("\\t")
        default: output.append("\\u003c")
        }
    }

    /// For a CDATA section: `]]>` is divided between two of them.
    package mutating func append(characterData text: [UInt8]) {
        append("<![CDATA[")
        text.withUnsafeBufferPointer {
            append($0, escaping: Special(one: { $0 == 0x3E }, inSixteen: { $0.equal(0x3E) })) { bytes, place, output in
                let bracket = UInt8(ascii: "]")
                if place >= 2, bytes[place - 1] == bracket, bytes[place - 2] == bracket {
                    output.append("]]><![CDATA[")
                }
                output.append(bytes[place])
            }
        }
        append("]]>")
    }

    private typealias Escape = (UnsafeBufferPointer<UInt8>, Int, inout [UInt8]) -> Void

    /// Which bytes have an escape, asked of one or of sixteen.
    private struct Special {
        let one: (UInt8) -> Bool
        let inSixteen: (SixteenBytes) -> SixteenBytes.Mask
    }

    @inline(__always)
    private mutating func append(_ text: String, escaping special: Special, _ escape: Escape) {
        var text = text
        text.withUTF8 { append($0, escaping: special, escape) }
    }

    /// Copies run after run: whatever is neither escaped in this place nor forbidden in every place.
    @inline(__always)
    private mutating func append(
        _ bytes: UnsafeBufferPointer<UInt8>, escaping special: Special, _ escape: Escape
    ) {
        var start = 0
        var place = 0
        while true {
            place = bytes.firstOffset(
                from: place, to: bytes.count, where: { special.one($0) || Self.mayBeForbidden($0) },
                inSixteen: { special.inSixteen($0) | Self.mayBeForbidden($0) })
            guard place < bytes.count else { break }
            let isEscaped = special.one(bytes[place])
            let width = isEscaped ? 1 : Self.forbidden(bytes, at: place)
            if width > 0 {
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<place]))
                if isEscaped { escape(bytes, place, &self) }
                start = place + width
            }
            place += Swift.max(width, 1)
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    /// Whether a character that no format may hold can begin so.
    @inline(__always)
    private static func mayBeForbidden(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
    }

    @inline(__always)
    private static func mayBeForbidden(_ bytes: SixteenBytes) -> SixteenBytes.Mask {
        bytes.among(0, 0x20) | bytes.equal(0x7F) | bytes.equal(0xC2) | bytes.equal(0xE2) | bytes.equal(0xEF)
    }

    /// How many bytes at `place` make a character that no format may hold; 0 for every other.
    @inline(__always)
    private static func forbidden(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        let byte = bytes[place]
        if byte < 0x20 { return byte == 0x0A || byte == 0x09 ? 0 : 1 }
        switch byte {
        case 0x7F: return 1
        case 0xC2: return place + 1 < bytes.count && bytes[place + 1] < 0xA0 ? 2 : 0
        case 0xE2:
            return place + 2 < bytes.count && bytes[place + 1] == 0x80 && (0xAA...0xAE).contains(bytes[place + 2])
                ? 3 : 0
        case 0xEF: return place + 2 < bytes.count && bytes[place + 1] == 0xBF && bytes[place + 2] >= 0xBE ? 3 : 0
        default: return 0
        }
    }
}
