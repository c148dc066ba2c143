import Content
import Foundation
import Testing

@Suite struct EditorSchemaTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/schemas")

    @Test(arguments: editorSchemas().map(\.file)) func schemaIsFresh(_ file: String) throws {
        let written = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
        #expect(written == editorSchemas().first { $0.file == file }?.text, "run `make docs`")
    }

    @Test(arguments: editorSchemas().map(\.file)) func schemaIsJSONWithEveryKeyOnce(_ file: String) throws {
        let text = try #require(editorSchemas().first { $0.file == file }?.text)
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: Any])
        #expect(properties.count > 1)
        let definitions = schema["definitions"] as? [String: Any] ?? [:]
        let references = Set(text.matches(of: /"#\/definitions\/(\w+)"/).map { String($0.1) })
        #expect(references == Set(definitions.keys))
        // A key that two entries of a table claim would be lost in the dictionary.
        let top = text.split(separator: "\n").count { $0.hasPrefix("    \"") && $0.hasSuffix("{") }
        #expect(top == properties.count + definitions.count)
    }

    @Test func keysHaveTheirArabicNames() throws {
        let text = try #require(editorSchemas().first { $0.file == "article.schema.json" }?.text)
        for name in ["title", "العنوان", "corrections", "التصويبات"] { #expect(text.contains("\"\(name)\": {")) }
    }
}
