import Base
import Content
import Testing

/// Keys that do not stand where keys stand: what keeps an article out of the site must never become part of a headline.
@Suite struct HiddenKeyTests {
    private func place(_ line: Int, _ column: Int) -> Location {
        Location(path: "Content/articles/2024-01-24-rain.md", line: line, column: column)
    }

    @Test(arguments: [
        ("title: عنوان\n draft: true\ndate: 2024-01-24", 3, 2),
        ("title: عنوان\n\tdraft: true\ndate: 2024-01-24", 3, 2),
        ("title: عنوان\n  \u{A0}\u{200F}draft: true\ndate: 2024-01-24", 3, 5),
        ("title: عنوان\n مسودة: نعم\ndate: 2024-01-24", 3, 2),
        ("title: عنوان\n مُسودة : نعم\ndate: 2024-01-24", 3, 2),
        ("title: عنوان\n \"draft\": true\ndate: 2024-01-24", 3, 2),
        ("title: عنوان\n - draft: true\ndate: 2024-01-24", 3, 4),
        ("title: \"عنوان\"\n draft: true\ndate: 2024-01-24", 3, 2),
        ("title: \"عنوان\n draft: true\ndate: 2024-01-24", 3, 2),
        ("title: عنوان\n\n draft: true\ndate: 2024-01-24", 4, 2),
        ("title: عنوان\n# ملاحظة\n draft: true\ndate: 2024-01-24", 4, 2),
        ("title: عنوان\n  طويل\n   draft: true\ndate: 2024-01-24", 4, 4),
        ("title: ع\ndate: 2024-01-24\nslug: x\n status: removed", 5, 2),
        ("title: ع\ndate: 2024-01-24\nauthor: سعيد\n  expires: 2024-02-01", 5, 3),
        ("title: ع\ndate: 2024-01-24\ncomments: false\n  draft: true", 5, 3),
        ("title: ع\ndate: 2024-01-24\ntags: [أ، ب]\n  draft: true", 5, 3),
        ("title: ع\ndate: 2024-01-24\nimage:\n  src: a.jpg\n   credit: سلمى", 6, 4),
    ]) func keyThatHidesInAValueIsAnErrorAtItsPlace(_ matter: String, _ line: Int, _ column: Int) throws {
        let (_, diagnostics) = SiteFixture.article(matter)
        let problem = try #require(diagnostics.first { $0.severity == .error && $0.id != "missing-picture" })
        #expect(problem.id == "indented-key")
        #expect(problem.location == place(line, column))
    }

    @Test func messageNamesTheKeyAndItsNeighbour() throws {
        let (_, diagnostics) = SiteFixture.article("title: عنوان\n draft: true\ndate: 2024-01-24")
        #expect(
            diagnostics.map(\.message.english) == [
                "“draft” is a key and is indented, as if it were part of “title”; start it at the beginning of the line, "
                    + "like its neighbours, or write text on one line"
            ])
        #expect(
            diagnostics.map(\.message.arabic) == [
                "«draft» مفتاح مزاح عن أول السطر كأنه جزء من «title»؛ ابدأه من أول السطر كجيرانه، أو اكتب النص في سطر واحد"
            ])
    }

    @Test func everyKeyThatHidesIsReported() {
        let (_, diagnostics) = SiteFixture.article("title: عنوان\n draft: true\n status: removed\ndate: 2024-01-24")
        #expect(diagnostics.map(\.id) == ["indented-key", "indented-key"])
    }

    @Test(arguments: [
        ("summary: قال الوزير\n  قال: نعم", "قال الوزير قال: نعم"), ("summary: قال\n\tنعم", "قال نعم"),
        ("summary: سطر أول\n\n  سطر ثان", "سطر أول سطر ثان"), ("summary: سطر\n  #غزة تنتظر", "سطر #غزة تنتظر"),
        ("summary: نص\n  https://example.org/", "نص https://example.org/"), ("summary: نص\n  12:30", "نص 12:30"),
        ("summary: >-\n  نص\n  draft: لا أكثر", "نص draft: لا أكثر"),
        ("summary: 'نص\n  draft: لا أكثر'", "نص draft: لا أكثر"),
    ]) func otherLinesThatGoOnStayText(_ lines: String, _ expected: String) {
        let (article, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\n\(lines)")
        #expect(diagnostics == [])
        #expect(article?.summary == expected)
    }

    @Test(arguments: ["  # draft: true", "  #draft: true", "\t# قديم", "  #"])
    func indentedCommentIsNoTextAndIsReported(_ comment: String) {
        let (article, diagnostics) = SiteFixture.article("title: عنوان\n\(comment)\ndate: 2024-01-24")
        #expect(article?.title == "عنوان")
        #expect(diagnostics.map(\.id) == ["comment-in-text"])
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(diagnostics.first?.location?.line == 3)
    }

    @Test func textBehindAnIndentedCommentIsKept() {
        let (article, diagnostics) = SiteFixture.article("title: سطر أول\n  # ملاحظة\n  سطر ثان\ndate: 2024-01-24")
        #expect(article?.title == "سطر أول سطر ثان")
        #expect(diagnostics.map(\.id) == ["comment-in-text"])
    }
}
