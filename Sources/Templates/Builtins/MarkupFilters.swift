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
            prepare: { call throws(Message) in
                let type = call.types[0]
                if call.checked, let record = type.mixedRecord {
                    throw Message(
                        en: "this may be a whole \(record.name) or something else; write the one or the other",
                        ar: "قد يكون هذا \(record.name) كله أو شيئًا آخر؛ اكتب أحدهما")
                }
                return Prepared(type: .markup) { arguments in
                    var json = PythonJSON(indent: arguments[1].integer)
                    json.write(arguments[0], type, depth: 0)
                    return .markup(json.bytes)
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
