import Base

extension Builtin {
    static let markupFilters: [Builtin] = [
        Builtin(
            "escape", aliases: ["e"], [.printed], .markup, "Made safe for HTML; markup is so already",
            example: #"{{ "<b>"|escape }} → &lt;b&gt;"#,
            body: { arguments in .markup(arguments[0].escapedBytes) }),
        Builtin(
            "forceescape", [.printed], .markup, "Made safe for HTML, markup too",
            example: #"{{ ("<b>"|escape)|forceescape }} → &amp;lt;b&amp;gt;"#,
            body: { arguments in .markup(Value.string(arguments[0].string).escapedBytes) }),
        Builtin(
            "safe", [.printed], .markup, "Ready HTML, printed as it is: only for what nobody from outside wrote",
            example: #"{{ "<b>"|safe }} → <b>"#,
            body: { arguments in arguments[0].isMarkup ? arguments[0] : .markup(arguments[0].bytes) }),
        Builtin(
            "striptags", [.text], .string, "Without tags and comments, entities resolved, white space as single spaces",
            example: #"{{ "<b>خبر</b>  عاجل"|striptags }} → خبر عاجل"#,
            body: { arguments in .string(arguments[0].string.withoutTags) }),
        Builtin(
            "bdi", [.text], .markup, "In `<bdi>`, so that its direction touches nothing around it",
            example: #"{{ "C++"|bdi }} → <bdi>C++</bdi>"#,
            body: { arguments in
                arguments[0].isUndefined
                    ? .undefined : .markup(Array("<bdi>".utf8) + arguments[0].escapedBytes + Array("</bdi>".utf8))
            }),
        Builtin(
            "urlencode", [.value], .string, "Percent-encoded, `/` as it is; a map becomes a query",
            example: #"{{ "a b/ج"|urlencode }} → a%20b/%D8%AC"#, body: urlEncoded),
        Builtin(
            "tojson", [.value, .maybe("indent", .int)], "As JSON that is safe in HTML and in `<script>`",
            example: #"{{ ["a", 1]|tojson }} → ["a", 1]"#,
            prepare: { call in
                let type = call.types[0]
                return Prepared(type: .markup) { arguments in
                    var writer = JSONWriter(indent: arguments[1].integer)
                    writer.write(arguments[0], type, depth: 0)
                    return .markup(writer.bytes)
                }
            }),
    ]

    private static let urlEncoded: Program.Body = { arguments throws(Message) in
        func pair(_ key: Value, _ value: Value) -> String {
            inQuery(key.string) + "=" + inQuery(value.string)
        }
        switch arguments[0] {
        case .map(let map): return .string(zip(map.keys, map.values).map(pair).joined(separator: "&"))
        case .list(let items), .record(let items):
            var pairs: [String] = []
            for item in items {
                let parts = try item.items()
                guard parts.count == 2 else { throw Message(en: "pairs are asked for", ar: "المطلوب أزواج") }
                pairs.append(pair(parts[0], parts[1]))
            }
            return .string(pairs.joined(separator: "&"))
        default: return .string(percentEncoded(arguments[0].string))
        }
    }

    /// As `application/x-www-form-urlencoded` has it: a blank is `+`.
    private static func inQuery(_ text: String) -> String {
        percentEncoded(text, keeping: .inComponent).replacing("%20", with: "+")
    }
}

/// As `json.dumps` writes with sorted keys and ASCII alone, and `<`, `>`, `&`, `'` as escapes.
struct JSONWriter {
    var bytes: [UInt8] = []
    private let indent: Int?

    init(indent: Int?) { self.indent = indent.map { min(max($0, 0), 16) } }

    /// Records have the names of `type`; absent fields are left out.
    mutating func write(_ value: Value, _ type: ValueType, depth: Int) {
        switch value {
        case .undefined, .none: bytes += Array("null".utf8)
        case .bool(let flag): bytes += Array((flag ? "true" : "false").utf8)
        case .int(let number): bytes += Array(String(number).utf8)
        case .double(let number):
            bytes += Array(
                (number.isNaN ? "NaN" : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : value.python).utf8
            )
        case .string(let text): write(text)
        case .markup: write(value.string)
        case .list(let items):
            let element: ValueType = if case .list(let element) = type.unwrapped { element } else { .any }
            write("[", "]", items.map { (nil, $0, element) }, depth)
        case .record(let items):
            guard case .record(let record) = type.unwrapped, !(record.fields.first?.name ?? "").isEmpty else {
                write("[", "]", items.map { (nil, $0, .any) }, depth)
                return
            }
            let fields = zip(record.fields, items).filter { !$0.1.isUndefined }.map { ($0.0.name, $0.1, $0.0.type) }
            write("{", "}", fields.sorted { $0.0 < $1.0 }, depth)
        case .map(let map):
            let known: RecordType? = if case .record(let record) = type.unwrapped { record } else { nil }
            let fields = zip(map.keys, map.values).map { key, value in
                let name = key.string
                return (name, value, known?.fields.first { $0.name == name }?.type ?? .any)
            }
            write("{", "}", fields.sorted { $0.0 < $1.0 }, depth)
        }
    }

    private mutating func write(_ open: String, _ close: String, _ items: [(String?, Value, ValueType)], _ depth: Int) {
        bytes += Array(open.utf8)
        for (index, (name, value, type)) in items.enumerated() {
            if index > 0 { bytes += Array((indent == nil ? ", " : ",").utf8) }
            newLine(depth + 1)
            if let name {
                write(name)
                bytes += Array(": ".utf8)
            }
            write(value, type, depth: depth + 1)
        }
        if !items.isEmpty { newLine(depth) }
        bytes += Array(close.utf8)
    }

    private mutating func newLine(_ depth: Int) {
        guard let indent else { return }
        bytes.append(0x0A)
        bytes += Array(repeating: 0x20, count: indent * depth)
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for unit in text.utf16 {
            switch unit {
            case 0x22: bytes += Array("\\\"".utf8)
            case 0x5C: bytes += Array("\\\\".utf8)
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            case 0x08: bytes += Array("\\b".utf8)
            case 0x0C: bytes += Array("\\f".utf8)
            case 0x20...0x7E where unit != 0x3C && unit != 0x3E && unit != 0x26 && unit != 0x27:
                bytes.append(UInt8(unit))
            default:
                let digits = String(unit, radix: 16)
                bytes += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension String {
    /// As MarkupSafe’s `striptags`: comments go, then tags, then white space collapses, then entities are resolved.
    var withoutTags: String {
        let stripped = Self.removing("<!--", "-->", from: Array(utf8))
        let text = Self.removing("<", ">", from: stripped)
        return CharacterReferences.resolved(String(decoding: text, as: UTF8.self).pythonWords.joined(separator: " "))
    }

    private static func removing(_ open: String, _ close: String, from bytes: [UInt8]) -> [UInt8] {
        let (open, close) = (Array(open.utf8), Array(close.utf8))
        var result: [UInt8] = []
        var position = 0
        while let start = bytes.place(of: open, from: position),
            let end = bytes.place(of: close, from: start)
        {
            result += bytes[position..<start]
            position = end + close.count
        }
        return result + bytes[position...]
    }
}
