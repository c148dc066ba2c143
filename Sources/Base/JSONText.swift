/// JSON that others wrote (RFC 8259), read leniently: what is not well-formed gives nil, control characters in texts
/// stand.
package indirect enum JSONText: Sendable {
    case object([(name: String, value: JSONText)])
    case list([JSONText])
    case text(String)
    /// As written; `true`, `false` and `null`, too.
    case bare(String)

    /// The value that `text` begins with.
    package init?(_ text: String) {
        var reader = JSONTextReader(bytes: Array(text.utf8))
        guard let value = reader.value() else { return nil }
        self = value
    }

    /// Where a text stops being one JSON value.
    package struct Fault: Error {
        /// In bytes from the start of the text.
        package let offset: Int

        package init(offset: Int) { self.offset = offset }
    }

    /// The one value that `bytes` hold; nothing may stand behind it.
    package init(whole bytes: [UInt8]) throws(Fault) {
        var reader = JSONTextReader(bytes: bytes)
        guard let value = reader.value(), reader.isAtEnd else {
            throw Fault(offset: min(reader.position, bytes.count))
        }
        self = value
    }

    package subscript(name: String) -> JSONText? {
        guard case .object(let pairs) = self else { return nil }
        return pairs.last { $0.name == name }?.value
    }

    /// Items of a list; any other value as the only one.
    package var items: [JSONText] { if case .list(let items) = self { items } else { [self] } }

    /// Text or number.
    package var string: String? {
        switch self {
        case .text(let text): text
        case .bare(let text): text == "null" ? nil : text
        default: nil
        }
    }
}

private struct JSONTextReader {
    let bytes: [UInt8]
    var position = 0
    var depth = 0

    private mutating func next() -> UInt8? {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
        return position < bytes.count ? bytes[position] : nil
    }

    /// Whether nothing but blanks is left.
    var isAtEnd: Bool {
        mutating get { next() == nil }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard next() == byte else { return false }
        position += 1
        return true
    }

    mutating func value() -> JSONText? {
        guard depth < 64, let byte = next() else { return nil }
        depth += 1
        defer { depth -= 1 }
        switch byte {
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "["): return list()
        case UInt8(ascii: "\""): return string().map { .text($0) }
        default:
            let start = position
            while position < bytes.count, bytes[position] > 0x20, !",]}:".utf8.contains(bytes[position]) {
                position += 1
            }
            return position > start ? .bare(String(decoding: bytes[start..<position], as: UTF8.self)) : nil
        }
    }

    private mutating func object() -> JSONText? {
        position += 1
        var pairs: [(name: String, value: JSONText)] = []
        if skip(UInt8(ascii: "}")) { return .object(pairs) }
        repeat {
            guard next() == UInt8(ascii: "\""), let name = string(), skip(UInt8(ascii: ":")), let value = value() else {
                return nil
            }
            pairs.append((name, value))
        } while skip(UInt8(ascii: ","))
        return skip(UInt8(ascii: "}")) ? .object(pairs) : nil
    }

    private mutating func list() -> JSONText? {
        position += 1
        var items: [JSONText] = []
        if skip(UInt8(ascii: "]")) { return .list(items) }
        repeat {
            guard let item = value() else { return nil }
            items.append(item)
        } while skip(UInt8(ascii: ","))
        return skip(UInt8(ascii: "]")) ? .list(items) : nil
    }

    private mutating func string() -> String? {
        position += 1
        var units: [UInt8] = []
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            guard bytes[position] == UInt8(ascii: "\\") else {
                units.append(bytes[position])
                position += 1
                continue
            }
            position += 1
            guard position < bytes.count else { return nil }
            let sign = bytes[position]
            position += 1
            switch sign {
            case UInt8(ascii: "n"): units.append(0x0A)
            case UInt8(ascii: "t"): units.append(0x09)
            case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): units.append(0x20)
            case UInt8(ascii: "u"): units += Array(String(escaped()).utf8)
            default: units.append(sign)
            }
        }
        guard position < bytes.count else { return nil }
        position += 1
        return String(decoding: units, as: UTF8.self)
    }

    private mutating func escaped() -> Unicode.Scalar {
        var code = unit()
        if (0xD800..<0xDC00).contains(code), position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        {
            position += 2
            code = 0x10000 + (code - 0xD800) << 10 + (unit() &- 0xDC00) & 0x3FF
        }
        return Unicode.Scalar(code) ?? "\u{FFFD}"
    }

    private mutating func unit() -> UInt32 {
        let digits = bytes[position..<min(position + 4, bytes.count)]
        guard digits.count == 4, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
            return 0xFFFD
        }
        position += 4
        return code
    }
}
