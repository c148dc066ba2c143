import Base

/// JSON Schemas (draft 7, which editors know) of everything that newsrooms write in YAML, made from the very tables
/// that the readers use. They complete and explain keys; what is right is decided by the program.
package func editorSchemas() -> [(file: String, text: String)] {
    let required: [KeyedFile: [String]] = [
        .article: ["title"], .site: ["name", "url"], .author: ["name"], .page: ["title"],
    ]
    return KeyedFile.allCases.map { file in
        var json = JSONWriter(indent: 2)
        json.object { json in
            json.text("$schema", "http://json-schema.org/draft-07/schema#")
            let schema = EditorSchema(nested: file.nested)
            schema.write(file.vocabulary, required: required[file] ?? [], into: &json)
            schema.writeDefinitions(into: &json)
        }
        return ("\(file.rawValue).schema.json", json.string + "\n")
    }
}

private struct EditorSchema {
    /// The mappings that stand inside a key.
    let nested: [String: Vocabulary]

    /// Writes the members of the schema of a mapping.
    ///
    /// - Parameter definition: name of the definition that the mapping is, which its `children` are of again.
    func write(
        _ vocabulary: Vocabulary, required: [String] = [], within definition: String? = nil,
        into json: inout JSONWriter
    ) {
        json.text("type", "object")
        json.flag("additionalProperties", false)
        json.object("properties") { json in
            for key in vocabulary.keys {
                for name in [key.name] + key.arabic {
                    json.object(under: name) { write(key, arabic: name != key.name, within: definition, into: &$0) }
                }
            }
        }
        let needed = required.compactMap { name in vocabulary.keys.first { $0.name == name } }
        guard !needed.isEmpty else { return }
        json.array("allOf") { json in
            for key in needed {
                json.object { json in
                    // A required key may stand under any of its names.
                    json.array("anyOf") { json in
                        for name in [key.name] + key.arabic { json.object { $0.texts("required", [name]) } }
                    }
                }
            }
        }
    }

    /// Writes the members of the schema of a key's value.
    private func write(_ key: Vocabulary.Key, arabic: Bool, within definition: String?, into json: inout JSONWriter) {
        json.text("description", key.meaning(arabic: arabic))
        if let name = key.name == "children" ? definition : nested[key.name].map({ _ in key.name }) {
            // Beside a reference nothing else counts, so it stands in a list of its own.
            json.array("allOf") { $0.object { $0.text("$ref", "#/definitions/\(name)") } }
            return
        }
        switch key.shape {
        case .text, .code: json.texts("type", ["string", "number", "boolean", "null"])
        case .list: json.texts("type", ["string", "number", "array", "object", "null"])
        case .other:
            let words = words(in: key.documentation)
            guard !words.isEmpty else { return }
            json.array("anyOf") { json in
                json.object { json in
                    json.array("enum") { json in
                        for word in words {
                            if word == "true" || word == "false" {
                                json.flag(word == "true")
                            } else {
                                json.text(word)
                            }
                        }
                    }
                }
                // Anything else is right, too.
                json.object { _ in }
            }
        }
    }

    /// Writes each mapping once, for the keys in all languages that refer to it.
    func writeDefinitions(into json: inout JSONWriter) {
        guard !nested.isEmpty else { return }
        json.object("definitions") { json in
            for (name, parts) in nested.sorted(by: { bytesPrecede($0.key, $1.key) }) {
                json.object(under: name) { writeNested(parts, named: name, into: &$0) }
            }
        }
    }

    /// Writes that a value is a text, a mapping, or a list of these.
    private func writeNested(_ parts: Vocabulary, named name: String, into json: inout JSONWriter) {
        func textOrMapping(_ json: inout JSONWriter) {
            json.object { $0.text("type", "string") }
            json.object { write(parts, within: name, into: &$0) }
        }
        json.array("anyOf") { json in
            textOrMapping(&json)
            json.object { json in
                json.text("type", "array")
                json.object("items") { $0.array("anyOf") { textOrMapping(&$0) } }
            }
        }
    }

    /// What the documentation names between backticks: words to choose from.
    private func words(in documentation: String) -> [String] {
        let parts = documentation.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }.filter { word in
            !word.isEmpty
                && word.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
                }
        }
    }
}
