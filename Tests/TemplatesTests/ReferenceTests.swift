import Base
import Testing

@testable import Templates

@Suite struct ReferenceTests {
    static let entries =
        Reference.filters(Environment()) + Reference.tests + Reference.functions(Environment())

    private static let examples = entries.map(\.example)

    @Test(arguments: examples.filter { $0.contains(" → ") }) func anExamplePrintsWhatItSays(_ example: String) {
        let parts = example.split(separator: " → ", omittingEmptySubsequences: false).map(String.init)
        let (template, diagnostics) = compiled(parts[0], globals: [], checked: true)
        var output = ByteBuffer()
        template?.render([], into: &output)
        #expect(diagnostics.isEmpty)
        #expect(String(decoding: output.bytes(from: 0), as: UTF8.self) == parts[1])
    }

    /// One that does not say what it prints speaks of a page's values.
    @Test(arguments: examples.filter { !$0.contains(" → ") }) func anExampleOfAPagesValuesPrintsSomething(
        _ example: String
    ) throws {
        let item = try JSONReader.value(
            of: Array(#"{"name": "ن", "image": "i", "kind": "news", "section": {"name": "س"}}"#.utf8), path: "item")
        let page = try JSONReader.value(of: Array(#"{"description": "د"}"#.utf8), path: "page")
        let values: KeyValuePairs<String, Value> = [
            "tags": .list([item]), "cards": .list([item]), "articles": .list([item]), "map": page, "page": page,
            "text": .string("نص\nنص"),
        ]
        let isOpen = example.hasPrefix("{% for") && !example.contains("{% endfor %}")
        let (template, diagnostics) = compiled(
            isOpen ? example + "{{ key }}{{ value }}{% endfor %}" : example,
            globals: values.map { ($0.key, .any) }, checked: false)
        #expect(diagnostics.isEmpty)
        var output = ByteBuffer()
        try #require(template).renderUnchecked(values.map(\.value), into: &output)
        #expect(output.count > 0)
    }

    private func compiled(
        _ example: String, globals: [(name: String, type: ValueType)], checked: Bool
    ) -> (template: Template?, diagnostics: [Diagnostic]) {
        let source = Source(name: "example", path: "example", bytes: Array(example.utf8))
        return Library(sources: [source]).compile("example", globals: globals, checked: checked)
    }

    @Test func everyEntryIsDescribed() {
        #expect(Self.entries.count > 70)
        #expect(Self.entries.allSatisfy { !$0.documentation.isEmpty && !$0.example.isEmpty })
        #expect(Self.entries.contains { $0.usage == "truncate(length=255, killwords=False, end='...', leeway=5)" })
    }

    @Test func aPageListsItsValuesOnceEach() {
        let paths = Reference.values("article", .record(Newsroom.article.type)).map(\.path)
        #expect(paths.contains("article.title"))
        #expect(paths.contains("article.tags[].name"))
        #expect(Set(paths).count == paths.count)
    }

    @Test func nothingIsBothThereAndLeftOut() {
        #expect(LeftOut.filters.allSatisfy { Builtin.filters[$0.name] == nil })
        #expect(LeftOut.tests.allSatisfy { Builtin.tests[$0.name] == nil })
        #expect(LeftOut.tags.allSatisfy { !Parser.tags.contains($0.name) })
    }
}
