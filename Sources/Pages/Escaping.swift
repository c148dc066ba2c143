import Base
import Content

/// How text enters what machines read: straight into the bytes, escaped for its context on the way.
///
/// Control characters, noncharacters and bidi overrides are left out everywhere: XML forbids the first two (XML 1.0, section
/// 2.2), and the third make a headline read as something else in somebody else's list.
extension [UInt8] {
    /// For XML and HTML, in text and in attributes.
    mutating func append(escaping text: String) {
        append(text, escaping: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 }) { bytes, place, output in
            switch bytes[place] {
            case UInt8(ascii: "&"): output.append("&amp;")
            case UInt8(ascii: "<"): output.append("&lt;")
            case UInt8(ascii: ">"): output.append("&gt;")
            case UInt8(ascii: "\""): output.append("&#34;")
            default: output.append("&#39;")
            }
        }
    }

    /// For a JSON string that may stand in a script (RFC 8259, section 7): `<` never appears.
    mutating func append(jsonEscaping text: String) {
        append(text, escaping: Self.isEscapedInJSON, Self.escapeForJSON)
    }

    mutating func append(jsonEscaping text: [UInt8]) {
        text.withUnsafeBufferPointer { append($0, escaping: Self.isEscapedInJSON, Self.escapeForJSON) }
    }

    private static func isEscapedInJSON(_ byte: UInt8) -> Bool {
        byte == 0x22 || byte == 0x5C || byte == 0x3C || byte == 0x0A || byte == 0x09
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
    mutating func append(characterData text: [UInt8]) {
        append("<![CDATA[")
        text.withUnsafeBufferPointer {
            append($0, escaping: { $0 == UInt8(ascii: ">") }) { bytes, place, output in
                let bracket = UInt8(ascii: "]")
                if place >= 2, bytes[place - 1] == bracket, bytes[place - 2] == bracket { output.append("]]><![CDATA[") }
                output.append(bytes[place])
            }
        }
        append("]]>")
    }

    private typealias Escape = (UnsafeBufferPointer<UInt8>, Int, inout [UInt8]) -> Void

    @inline(__always)
    private mutating func append(_ text: String, escaping isEscaped: (UInt8) -> Bool, _ escape: Escape) {
        var text = text
        text.withUTF8 { append($0, escaping: isEscaped, escape) }
    }

    /// Copies run after run: whatever is neither escaped in this place nor forbidden in every place.
    @inline(__always)
    private mutating func append(
        _ bytes: UnsafeBufferPointer<UInt8>, escaping isEscaped: (UInt8) -> Bool, _ escape: Escape
    ) {
        var start = 0
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if isEscaped(byte) {
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<place]))
                escape(bytes, place, &self)
                place += 1
                start = place
                continue
            }
            let forbidden = Self.forbidden(bytes, at: place)
            if forbidden > 0 {
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<place]))
                place += forbidden
                start = place
            } else {
                place += 1
            }
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
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
            return place + 2 < bytes.count && bytes[place + 1] == 0x80 && (0xAA...0xAE).contains(bytes[place + 2]) ? 3 : 0
        case 0xEF: return place + 2 < bytes.count && bytes[place + 1] == 0xBF && bytes[place + 2] >= 0xBE ? 3 : 0
        default: return 0
        }
    }

    /// Letters, digits and `-._~/` stay; every other byte becomes `%XX` (RFC 3986, section 2.1).
    mutating func append(percentEncoding text: String, keeping kept: Unreserved = .inPath) {
        var text = text
        text.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 3) { encoded in
                guard let start = encoded.baseAddress else { return }
                let count = percentEncode(bytes, keeping: kept, into: start)
                append(contentsOf: UnsafeBufferPointer(start: start, count: count))
            }
        }
    }

    /// The whole address of a path; nothing in it needs an escape in XML, HTML or JSON.
    mutating func append(_ path: URLPath, at address: SiteAddress) {
        append(escaping: address.origin)
        append(percentEncoding: address.base)
        append(percentEncoding: path.text)
    }

    /// Words of the program's own, which need no escape.
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// With zeros in front, at least `width` digits.
    mutating func append(decimal number: Int, width: Int = 1) {
        if number < 0 { append(UInt8(ascii: "-")) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            var rest = number.magnitude
            repeat {
                start -= 1
                digits[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0 || digits.count - start < Swift.min(width, digits.count)
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }
}
