import Base
import Testing

@testable import Templates

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws(Diagnostic) -> String {
        try JSONReader.value(of: Array(text.utf8), path: "v.json").python
    }

    @Test func keysKeepTheirOrder() throws {
        #expect(try read(#"{"b": 1, "a": [true, null, 1.5, -2], "b": 3}"#) == "{'b': 3, 'a': [True, None, 1.5, -2]}")
    }

    @Test func escapesAreResolved() throws {
        #expect(try read(#""\u0645\n\ud83d\ude00\/""#) == "'م\\n😀/'")
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\" 1}", "01", "1.", "nul", "\"\\x\"", "\"\\ud800\"", "1 2", "{a: 1}", "\"a\nb\"",
    ])
    func whatIsNoJSONIsRefused(_ text: String) {
        #expect(throws: Diagnostic.self) { try read(text) }
    }

    @Test func deepNestingIsRefused() {
        #expect(throws: Diagnostic.self) { try read(String(repeating: "[", count: 100_000)) }
    }
}
