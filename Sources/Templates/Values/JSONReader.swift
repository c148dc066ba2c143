package import Base

/// Reads JSON (RFC 8259) into values whose types are known only now; objects keep the order of their keys.
package struct JSONReader {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// How deep lists and objects may nest.
    private static let deepest = 200

    /// `path` is the file’s, as diagnostics show it.
    package static func value(of bytes: [UInt8], path: String) throws(Diagnostic) -> Value {
        var reader = JSONReader(bytes: bytes)
        do throws(Message) {
            let value = try reader.value()
            reader.skipSpace()
            guard reader.position == bytes.count else { throw Self.expected("the end of the file", "نهاية الملف") }
            return value
        } catch {
            throw Diagnostic(id: TemplateRule.json, error, at: Location(path: path, offset: reader.position, in: bytes))
        }
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private static func expected(_ english: String, _ arabic: String) -> Message {
        Message(en: "JSON needs \(english) here", ar: "يلزم JSON هنا \(arabic)")
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        guard current == byte else { return false }
        position += 1
        return true
    }

    private mutating func value() throws(Message) -> Value {
        skipSpace()
        switch current {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try list()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .none)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: Value) throws(Message) -> Value {
        guard bytes[position...].starts(with: word.utf8) else { throw Self.expected("a value", "قيمة") }
        position += word.utf8.count
        return value
    }

    private mutating func enter() throws(Message) {
        depth += 1
        position += 1
        if depth > Self.deepest {
            throw Message(
                en: "JSON may nest \(Self.deepest) levels here", ar: "لا يتداخل JSON هنا أكثر من \(Self.deepest) مستوى")
        }
    }

    private mutating func object() throws(Message) -> Value {
        try enter()
        defer { depth -= 1 }
        var map = Map()
        var places: [String: Int] = [:]
        if skip(UInt8(ascii: "}")) { return .map(map) }
        repeat {
            skipSpace()
            guard current == UInt8(ascii: "\"") else {
                throw Self.expected("a key in quotes", "مفتاح بين علامتي اقتباس")
            }
            let key = try string()
            guard skip(UInt8(ascii: ":")) else { throw Self.expected("“:”", "«:»") }
            let value = try value()
            if places.updateValue(map.keys.count, forKey: key) != nil {
                map[key] = value
            } else {
                map.append(.string(key), value)
            }
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "}")) else { throw Self.expected("“,” or “}”", "«,» أو «}»") }
        return .map(map)
    }

    private mutating func list() throws(Message) -> Value {
        try enter()
        defer { depth -= 1 }
        var items: [Value] = []
        if skip(UInt8(ascii: "]")) { return .list(items) }
        repeat { items.append(try value()) } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "]")) else { throw Self.expected("“,” or “]”", "«,» أو «]»") }
        return .list(items)
    }

    private mutating func number() throws(Message) -> Value {
        let start = position
        while let byte = current, "+-.0123456789eE".utf8.contains(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let digits = text.drop { $0 == "-" }
        let isPlain =
            digits.first?.isNumber == true && !(digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true)
        if isPlain, digits.count >= text.count - 1, text.last != "." {
            if !text.contains(where: { ".eE".contains($0) }), let number = Int(text) { return .int(number) }
            if let number = Double(text) { return .double(number) }
        }
        position = start
        throw Self.expected("a value", "قيمة")
    }

    private mutating func string() throws(Message) -> String {
        position += 1
        var result: [UInt8] = []
        while let byte = current, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw Self.expected("no control characters in a string", "نص بلا محارف تحكم") }
            position += 1
            if byte == UInt8(ascii: "\\") {
                try escape(into: &result)
            } else {
                result.append(byte)
            }
        }
        guard skip(UInt8(ascii: "\"")) else { throw Self.expected("“\"”", "«\"»") }
        guard let text = String(validating: result, as: UTF8.self) else { throw Self.expected("UTF-8", "ترميز UTF-8") }
        return text
    }

    private mutating func escape(into result: inout [UInt8]) throws(Message) {
        defer { position += 1 }
        switch current {
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(bytes[position])
        case UInt8(ascii: "u"):
            var code = try unit()
            if (0xD800..<0xDC00).contains(code), bytes[(position + 1)...].starts(with: "\\u".utf8) {
                position += 2
                code = 0x10000 + (code - 0xD800) << 10 + (try unit() &- 0xDC00) & 0x3FF
            }
            guard let scalar = Unicode.Scalar(code) else { throw Self.expected("a whole character", "محرف كامل") }
            result += Array(String(scalar).utf8)
        default: throw Self.expected("a known escape", "هروب معروف")
        }
    }

    /// The four digits behind `\u`; stands at the last one then.
    private mutating func unit() throws(Message) -> UInt32 {
        let digits = bytes.dropFirst(position + 1).prefix(4)
        guard digits.count == 4, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw Self.expected("four digits", "أربعة أرقام")
        }
        position += 4
        return code
    }
}
