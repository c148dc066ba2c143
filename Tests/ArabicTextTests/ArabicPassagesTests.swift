import Testing

@testable import ArabicText

@Suite struct ArabicPassagesTests {
    @Test(arguments: [
        ("On 8 September 2023 the river rose", []),
        ("by هند 1990, of Cairo", ["هند"]),
        ("the ميناء القديم (1990) and سد", ["ميناء القديم", "سد"]),
        ("from بين 1990 و2000، مصر to now", ["بين 1990 و2000، مصر"]),
        ("هندُ", ["هندُ"]), ("שלום (3)", ["שלום"]), ("مصر Cairo مصر", ["مصر", "مصر"]), ("", []), ("१२ é ö", []),
    ])
    func aPassageEndsWithItsLastLetter(_ text: String, _ passages: [String]) {
        let bytes = Array(text.utf8)
        #expect(arabicPassages(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == passages)
    }

    @Test func brokenBytesEndNothing() {
        #expect(arabicPassages(in: [0xD9, 0xFF, 0xD8]).isEmpty)
    }
}
