import Testing

@testable import Content

@Suite struct SourceTextTests {
    @Test(arguments: [
        ("a\r\nb\rc\n", "a\nb\nc\n"), ("\u{FEFF}نص", "نص"), ("\r", "\n"),
        ("سطر طويل من النص العربي\r\n", "سطر طويل من النص العربي\n"),
    ]) func lineBreaksAndMarksOfOtherSystems(_ file: String, _ text: String) throws {
        #expect(try SourceText(Array(file.utf8), path: "a.md").bytes == Array(text.utf8))
        #expect(SourceText(valid: Array(file.utf8)).bytes == Array(text.utf8))
    }
}
