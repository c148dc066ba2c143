import Base
import Testing

@Suite struct ConflictMarkersTests {
    private func line(_ text: String, bodyStart: Int? = nil) -> Int? {
        Diagnostic.conflict(in: Array(text.utf8), path: "a", bodyStart: bodyStart)?.location?.line
    }

    @Test func theLinesInTheirOrderAreAConflict() {
        #expect(line("<<<<<<< HEAD\nأ\n=======\nب\n>>>>>>> فرع\n") == 1)
        #expect(line("نص\n<<<<<<< HEAD\r\nأ\r\n=======\r\nب\r\n>>>>>>> فرع\r\n") == 2)
        #expect(line("نص\n\n<<<<<<< HEAD\nأ\n||||||| 3f2a9c0\nقبل\n=======\nب\n>>>>>>> فرع") == 3)
        #expect(line("<<<<<<<\n=======\n>>>>>>>") == 1)
        // The one before has no end of its own.
        #expect(line("<<<<<<< أ\nنص\n<<<<<<< HEAD\n=======\n>>>>>>> ب") == 1)
    }

    @Test(arguments: [
        "عنوان\n=======\n\nنص", "<<<<<<< انظر هنا >>>>>>>\n", "<<<<<<< HEAD\nنص", ">>>>>>> اقتباس\n",
        "<<<<<<< أ\n=======\n",
        "=======\n<<<<<<< HEAD\n>>>>>>> b\n", " <<<<<<< HEAD\n =======\n >>>>>>> b\n",
        "> <<<<<<< HEAD\n> =======\n> >>>>>>> b\n",
        "<<<<<<<< HEAD\n=======\n>>>>>>> b\n", "<<<<<<< HEAD\n========\n>>>>>>> b\n",
        "<<<<<<< HEAD\n======= عنوان\n>>>>>>> b\n", "",
    ])
    func anyOtherTextIsNone(_ text: String) { #expect(line(text) == nil) }

    @Test(arguments: ["```", "~~~~", "  ```diff"])
    func fencedCodeSpeaksOfThem(_ fence: String) {
        let code = "نص\n\n\(fence)\n<<<<<<< HEAD\nأ\n=======\nب\n>>>>>>> فرع\n"
        #expect(line(code + "\(fence.filter { $0 == "`" || $0 == "~" })\n", bodyStart: 0) == nil)
        #expect(line(code, bodyStart: 0) == nil)
        #expect(line(code) == 4)
        let close = fence.filter { $0 == "`" || $0 == "~" }
        #expect(line(code + "\(close)\n\n<<<<<<< HEAD\nأ\n=======\nب\n>>>>>>> فرع\n", bodyStart: 0) == 11)
    }

    @Test func onlyTheFirstVersionIsReadOn() {
        let text = "أ\n<<<<<<< HEAD\nب\n=======\nج\nد\n>>>>>>> فرع\nهـ\n"
        let rest = String(decoding: ConflictMarkers.withoutOthers(Array(text.utf8)), as: UTF8.self)
        #expect(
            rest.split(separator: "\n", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } } == [
                "أ", "", "ب", "", "", "", "", "هـ", "",
            ])
    }
}
