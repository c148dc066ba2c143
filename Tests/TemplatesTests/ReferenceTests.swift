import Base
import Testing

@testable import Templates

@Suite struct ReferenceTests {
    static let entries =
        Reference.filters(Environment()) + Reference.tests + Reference.functions(Environment())

    @Test(arguments: entries.map(\.example)) func anExamplePrintsWhatItSays(_ example: String) {
        let parts = example.split(separator: " → ", omittingEmptySubsequences: false).map(String.init)
        let source = Source(name: "example", path: "example", bytes: Array(parts[0].utf8))
        let library = Library(sources: [source])
        guard parts.count == 2 else { return }
        let (template, diagnostics) = library.compile("example", globals: [], checked: true)
        var output = ByteBuffer()
        template?.render([], into: &output)
        #expect(diagnostics.isEmpty)
        #expect(String(decoding: output.bytes(from: 0), as: UTF8.self) == parts[1])
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
