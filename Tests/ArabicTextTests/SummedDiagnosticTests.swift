import ArabicText
import Base
import Testing

@Suite struct SummedDiagnosticTests {
    private func problems(_ count: Int, files: Int) -> [Diagnostic] {
        (0..<count).map { number in
            Diagnostic(
                id: FileRule.disk, Message(en: "unknown key", ar: "مفتاح غير معروف"),
                at: Location(path: "a\(number * files / count).md", line: number + 1))
        }
    }

    @Test func fewStandOneByOne() {
        let sums = SummedDiagnostic.sums(of: problems(5, files: 5))
        #expect(sums.map(\.count) == [1, 1, 1, 1, 1])
        #expect(sums[0].extent(arabic: false) == nil)
    }

    @Test(arguments: [
        (6, 6, "6 files; first at a0.md:1:1", "6 ملفات؛ أولها a0.md:1:1"),
        (3412, 3412, "3,412 files; first at a0.md:1:1", "3,412 ملفًا؛ أولها a0.md:1:1"),
        (1200, 3, "1,200 places in 3 files; first at a0.md:1:1", "1,200 موضع في 3 ملفات؛ أولها a0.md:1:1"),
        (7, 1, "7 places in 1 file; first at a0.md:1:1", "7 مواضع في ملف واحد؛ أولها a0.md:1:1"),
        (12, 2, "12 places in 2 files; first at a0.md:1:1", "12 موضعًا في ملفين؛ أولها a0.md:1:1"),
    ]) func manyAreOneLine(_ count: Int, _ files: Int, _ english: String, _ arabic: String) {
        let sums = SummedDiagnostic.sums(of: problems(count, files: files))
        #expect(sums.count == 1)
        #expect(sums.first?.extent(arabic: false) == english)
        #expect(sums.first?.extent(arabic: true) == arabic)
    }

    @Test func othersKeepTheirPlaceAmongThem() {
        let other = Diagnostic(
            .warning, id: FileRule.disk, Message(en: "unknown key", ar: "مفتاح غير معروف"), at: Location(path: "b.md"))
        let many = problems(6, files: 6)
        let sums = SummedDiagnostic.sums(of: [many[0], other] + many[1...])
        #expect(sums.map(\.problem) == [many[0], other])
    }
}
