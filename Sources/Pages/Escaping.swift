import Base
import Content

/// How text enters what machines read: straight into the bytes, escaped for its context on the way.
///
/// Control characters, noncharacters and bidi overrides are left out everywhere: XML forbids the first two (XML 1.0, section
/// 2.2), and the third make a headline read as something else in somebody else's list.
extension [UInt8] {
    /// For XML and HTML, in text and in attributes.
    mutating func append(escaping text: String) {
        append(safe: text.utf8) { byte, output in
            switch byte {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case UInt8(ascii: "\""): output += "&#34;".utf8
            case UInt8(ascii: "'"): output += "&#39;".utf8
            default: output.append(byte)
            }
        }
    }

    /// For a JSON string that may stand in a script (RFC 8259, section 7): `<` never appears.
    mutating func append(jsonEscaping text: some Sequence<UInt8>) {
        append(safe: text) { byte, output in
            switch byte {
            case UInt8(ascii: "\""): output += "\\\"".utf8
            case UInt8(ascii: "\\"): output += "\\\\".utf8
            case UInt8(ascii: "\n"): output += "\\n".utf8
            case UInt8(ascii: "\t"): output += "\\t".utf8
            case UInt8(ascii: "<"): output += "\\u003c".utf8
            default: output.append(byte)
            }
        }
    }

    /// For a CDATA section: `]]>` is divided between two of them.
    mutating func append(characterData text: [UInt8]) {
        append(contentsOf: "<![CDATA[".utf8)
        var brackets = 0
        append(safe: text) { byte, output in
            if byte == UInt8(ascii: ">"), brackets >= 2 { output += "]]><![CDATA[".utf8 }
            brackets = byte == UInt8(ascii: "]") ? brackets + 1 : 0
            output.append(byte)
        }
        append(contentsOf: "]]>".utf8)
    }

    /// Hands over every byte of `text` but those of characters that no format may hold.
    private mutating func append(safe text: some Sequence<UInt8>, _ put: (UInt8, inout [UInt8]) -> Void) {
        // Of a sequence that starts with C2, E2 or EF, until it shows what it is.
        var first: UInt8 = 0
        var second: UInt8 = 0
        for byte in text {
            if second != 0 {
                let isOverride = first == 0xE2 && second == 0x80 && (0xAA...0xAE).contains(byte)
                let isNoncharacter = first == 0xEF && second == 0xBF && byte >= 0xBE
                if !isOverride, !isNoncharacter { append(contentsOf: [first, second, byte]) }
                (first, second) = (0, 0)
            } else if first == 0xC2 {
                if byte >= 0xA0 { append(contentsOf: [first, byte]) }
                first = 0
            } else if first != 0 {
                second = byte
            } else if byte == 0xC2 || byte == 0xE2 || byte == 0xEF {
                first = byte
            } else if byte >= 0x20 ? byte != 0x7F : byte == 0x0A || byte == 0x09 {
                put(byte, &self)
            }
        }
    }

    /// Letters, digits and `-._~/` stay; every other byte becomes `%XX` (RFC 3986, section 2.1).
    mutating func append(percentEncoding text: String) {
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: append(byte)
            default: append(contentsOf: [UInt8(ascii: "%"), Self.hex(byte >> 4), Self.hex(byte & 15)])
            }
        }
    }

    private static func hex(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }

    /// The whole address of a path; nothing in it needs an escape in XML, HTML or JSON.
    mutating func append(_ path: URLPath, at address: SiteAddress) {
        append(escaping: address.origin)
        append(percentEncoding: address.base)
        append(percentEncoding: path.text)
    }

    mutating func append(decimal number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var digits: [UInt8] = []
        var rest = number.magnitude
        repeat {
            digits.append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        append(contentsOf: digits.reversed())
    }

    /// With zeros in front, at least `width` digits.
    mutating func append(decimal number: Int, width: Int) {
        var limit = 10
        for _ in 1..<Swift.max(2, width) {
            if number < limit { append(0x30) }
            limit *= 10
        }
        append(decimal: number)
    }
}
