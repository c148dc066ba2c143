import Testing

import Base

@Suite struct JSONTextTests {
    @Test func readsNestedValuesAndEscapes() {
        let value = JSONText(#"{"a":[{"b":"س\u0631\n"}],"c":12,"d":null}"#)
        #expect(value?["a"]?.items.first?["b"]?.string == "سر\n")
        #expect(value?["c"]?.string == "12")
        #expect(value?["d"]?.string == nil)
    }

    @Test(arguments: ["", "{", "[1,", "{\"a\"}", "\"\\", "\"\\u12", String(repeating: "[", count: 100_000)])
    func refusesWhatIsBroken(_ text: String) { #expect(JSONText(text) == nil) }
}
