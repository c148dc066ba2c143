import Base
import Testing

@testable import Content

/// What libyaml's events come to without the guard and the cleaning in front of them, which a text might deceive.
@Suite struct YamlComposerTests {
    private func read(_ bytes: [UInt8]) -> Result<Yaml?, Diagnostic> {
        Result { () throws(Diagnostic) in try YamlComposer.value(of: bytes, path: "a.md", firstLine: 3) }
    }

    private func problem(_ text: String) -> Diagnostic? {
        if case .failure(let problem) = read(Array(text.utf8)) { problem } else { nil }
    }

    @Test(arguments: [
        ("a: &x b", 4), ("a: *x", 4), ("a: !x b", 4), ("a: !!binary aGk=", 4), ("a: [b, *c]", 8), ("&x a: b", 1),
        ("<<: *x", 5), ("a: &x [b]", 4), ("a: !x {b: c}", 4), ("? !!str a", 3),
    ]) func anchorsAliasesAndTagsAreRefused(_ text: String, _ column: Int) {
        let problem = problem("k: v\n" + text)
        #expect(problem?.id == "yaml-reference")
        #expect(problem?.location == Location(path: "a.md", line: 4, column: column))
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: "]) func nestingIsBounded(_ opening: String) {
        let problem = problem(String(repeating: opening, count: 20_000))
        #expect(problem?.id == "yaml-depth")
        #expect(problem?.location?.line == 3)
    }

    @Test func aliasesThatGrowAreRefusedAtTheFirst() {
        let lines = ["a: &a [x, x, x, x, x, x, x, x, x]"] + (1..<10).map { "b\($0): &b\($0) [*a, *a, *a, *a]" }
        #expect(problem(lines.joined(separator: "\n"))?.location == Location(path: "a.md", line: 3, column: 4))
    }

    @Test(
        arguments: [
            ([0x61, 0x3A, 0x20, 0xFF], 4), ([0x61, 0x3A, 0x20, 0xC3], 4), ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], 4),
            ([0x61, 0x3A, 0x20, 0xC0, 0x80], 4), ([0x61, 0x3A, 0x20, 0xF5, 0x80, 0x80, 0x80], 4),
            ([0x61, 0x3A, 0x20, 0x00], 4),
            ([0x61, 0x3A, 0x20, 0x01], 4), ([0x61, 0x3A, 0x20, 0x62, 0x7F], 5),
        ] as [([UInt8], Int)]) func bytesThatAreNoTextAreNamedWhereTheyStand(_ bytes: [UInt8], _ column: Int)
    {
        guard case .failure(let problem) = read(Array("k: v\n".utf8) + bytes) else {
            Issue.record("it was read")
            return
        }
        #expect(problem.id == "yaml" && problem.location == Location(path: "a.md", line: 4, column: column))
    }

    @Test(arguments: ["", "\n", "# a\n"]) func nothingIsNothing(_ text: String) throws {
        let value = try read(Array(text.utf8)).get()
        #expect(value == nil)
    }

    @Test(arguments: [
        ("a: b\na: c", 4, 1), ("{a: b, c: d, a: e}", 3, 14), ("\"a\": b\na: c", 4, 1), ("a: 1\nb: 2\nb: 3\na: 4", 5, 1),
        ("x:\n  a: b\n  a: c", 5, 3),
    ]) func secondOfTwoKeysIsNamed(_ text: String, _ line: Int, _ column: Int) {
        let problem = problem(text)
        #expect(problem?.id == "duplicate-key")
        #expect(problem?.location == Location(path: "a.md", line: line, column: column))
    }

    @Test func longScalarIsReadWhole() throws {
        let text = String(repeating: "سطر ", count: 100_000) + "."
        guard case .map(let entries) = try read(Array("a: \(text)".utf8)).get()?.content,
            case .scalar(let value, plain: true) = entries.first?.value.content
        else {
            Issue.record("it is no mapping")
            return
        }
        #expect(value == text)
    }
}
