/// JSON Schemas (draft 7, which editors know) of everything that newsrooms write in YAML, made from the very tables
/// that the readers use. They complete and explain keys; what is right is decided by the program.
package func editorSchemas() -> [(file: String, text: String)] {
    let required: [String: [String]] = [
        "article": ["title"], "site": ["name", "url"], "author": ["name"], "page": ["title"],
    ]
    let roots: [(name: String, vocabulary: Vocabulary)] = [
        ("article", .article), ("author", .author), ("page", .page), ("site", .site), ("frontpage", .frontPage),
    ]
    return roots.map { name, vocabulary in
        let schema = EditorSchema(root: name).object(vocabulary, required: required[name] ?? [])
        return (
            "\(name).schema.json",
            schema.adding("$schema", .text("http://json-schema.org/draft-07/schema#")).printed + "\n"
        )
    }
}

/// A JSON value whose members keep their order.
private indirect enum Json {
    case text(String)
    case flag(Bool)
    case list([Json])
    case object([(String, Json)])

    func adding(_ name: String, _ value: Json) -> Json {
        if case .object(let members) = self { .object([(name, value)] + members) } else { self }
    }

    var printed: String { printed(indent: "") }

    private func printed(indent: String) -> String {
        let more = indent + "  "
        switch self {
        case .text(let text): return quoted(text)
        case .flag(let flag): return "\(flag)"
        case .list(let items) where items.isEmpty: return "[]"
        case .list(let items):
            return "[\n" + items.map { more + $0.printed(indent: more) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members):
            return "{\n"
                + members.map { "\(more)\(quoted($0.0)): \($0.1.printed(indent: more))" }.joined(separator: ",\n")
                + "\n\(indent)}"
        }
    }

    /// The tables hold no control characters.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

private struct EditorSchema {
    let root: String

    func object(_ vocabulary: Vocabulary, required: [String] = []) -> Json {
        var properties: [(String, Json)] = []
        for key in vocabulary.keys {
            let value = schema(of: key)
            properties += ([key.name] + key.arabic).map { ($0, value) }
        }
        var members: [(String, Json)] = [
            ("type", .text("object")), ("additionalProperties", .flag(false)), ("properties", .object(properties)),
        ]
        // A required key may stand under any of its names.
        let needed = required.compactMap { name in vocabulary.keys.first { $0.name == name } }.map { key in
            Json.object([
                ("anyOf", .list(([key.name] + key.arabic).map { .object([("required", .list([.text($0)]))]) }))
            ])
        }
        if !needed.isEmpty { members.append(("allOf", .list(needed))) }
        return .object(members)
    }

    private func schema(of key: Vocabulary.Key) -> Json {
        let description = ("description", Json.text(key.documentation))
        if let parts = nested[key.name] {
            let part = object(parts)
            return .object([
                description,
                (
                    "anyOf",
                    .list([
                        .object([("type", .text("string"))]), part,
                        .object([
                            ("type", .text("array")),
                            ("items", .object([("anyOf", .list([.object([("type", .text("string"))]), part]))])),
                        ]),
                    ])
                ),
            ])
        }
        switch key.shape {
        case .text, .code:
            return .object([description, ("type", .list(["string", "number", "boolean", "null"].map { .text($0) }))])
        case .list:
            return .object([
                description, ("type", .list(["string", "number", "array", "object", "null"].map { .text($0) })),
            ])
        case .other:
            let words = words(in: key.documentation)
            guard !words.isEmpty else { return .object([description]) }
            return .object([description, ("anyOf", .list([.object([("enum", .list(words))]), .object([])]))])
        }
    }

    /// The mappings that stand inside a key, by the file they are in.
    private var nested: [String: Vocabulary] {
        switch root {
        case "article":
            ["author": .byline, "authors": .byline, "image": .image, "source": .source, "corrections": .correction]
        case "author": ["image": .image, "links": .link]
        case "site":
            [
                "sections": .section, "navigation": .link, "social": .link, "comments": .comments, "feeds": .feeds,
                "app": .app,
                "security": .security,
            ]
        case "frontpage": ["slots": .slot, "breaking": .breaking]
        default: [:]
        }
    }

    /// What the documentation names between backticks: words to choose from.
    private func words(in documentation: String) -> [Json] {
        let parts = documentation.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().filter { $0.offset % 2 == 1 }.map { $0.element }.compactMap { word in
            if word == "true" || word == "false" { return .flag(word == "true") }
            let isWord =
                !word.isEmpty
                && word.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
                }
            return isWord ? .text(String(word)) : nil
        }
    }
}
