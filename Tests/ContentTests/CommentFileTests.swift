import Base
import Testing

@testable import Content

/// What a file of readers' comments states, and what it is told.
@Suite struct CommentFileTests {
    private static func file(_ lines: String...) -> CommentFile {
        CommentFile(Array(lines.joined(separator: "\n").utf8), path: "Content/comments/rain.jsonl", zone: .utc)
    }

    private static func line(_ id: String, answers parent: String? = nil, _ more: String = "", day: Int = 1) -> String {
        let parent = parent.map { #","parent":"\#($0)""# } ?? ""
        return #"{"id":"\#(id)"\#(parent),"date":"2024-01-\#(day < 10 ? "0" : "")\#(day)","text":"نص"\#(more)}"#
    }

    @Test func readsWhatAReaderWrote() throws {
        let file = Self.file(
            #"{"id":12,"name":" هند  ﻋ ","url":"https://hind.example/","date":"2024-01-25T08:10:00Z","text":"سطر\nآخر\n\n\n\nفقرة"}"#
        )
        let comment = try #require(file.comments.first)
        #expect(comment.id == "12")
        #expect(comment.url?.text == "https://hind.example/")
        #expect(comment.date.instant.seconds == 1_706_170_200)
        #expect(comment.text == "سطر\nآخر\n\nفقرة")
        #expect(file.diagnostics.isEmpty)
    }

    @Test func setsAnswersBelowWhatTheyAnswerThreeDeep() {
        let file = Self.file(
            Self.line("e", answers: "d", day: 5), Self.line("a"), Self.line("b", answers: "a", day: 3),
            Self.line("c", answers: "b", day: 4), Self.line("d", answers: "c", day: 4), Self.line("z", day: 2))
        #expect(file.thread.entries.map { "\($0.comment.id)\($0.depth)" } == ["a1", "b2", "c3", "d3", "e3", "z1"])
        #expect(file.thread.entries.map(\.answers) == [nil, nil, nil, 2, 3, nil])
    }

    @Test func removedCommentStaysForItsAnswersAlone() {
        let file = Self.file(
            Self.line("a", #","removed":true"#), Self.line("b", answers: "a"), Self.line("c", #","removed":true"#))
        #expect(file.thread.entries.map(\.comment.id) == ["a", "b"])
        #expect(file.thread.entries.first?.comment.text == "")
        #expect(file.thread.count == 1)
    }

    @Test(arguments: [["a", "a"], ["a", "nobody"]])
    func answerToNothingOrItselfStandsAlone(_ ids: [String]) {
        let file = Self.file(Self.line(ids[0], answers: ids[1]))
        #expect(file.thread.entries.map(\.depth) == [1])
        #expect(file.diagnostics.map(\.id) == ["comment-parent"])
        #expect(file.diagnostics.map(\.severity) == [.warning])
    }

    @Test func circleOfAnswersIsShown() {
        let file = Self.file(Self.line("a", answers: "b"), Self.line("b", answers: "a"))
        #expect(file.thread.entries.map { "\($0.comment.id)\($0.depth)" } == ["a1", "b2"])
        #expect(file.diagnostics.map(\.id) == ["comment-parent"])
    }

    @Test func chainOfAsManyAnswersAsAFileHoldsIsWalked() {
        let lines = (0..<20_000).map { Self.line("c\($0)", answers: $0 == 0 ? nil : "c\($0 - 1)") }
        let file = CommentFile(Array(lines.joined(separator: "\n").utf8), path: "x", zone: .utc)
        #expect(file.thread.entries.count == 20_000)
        #expect(file.thread.entries.last?.answers == 19_998)
    }

    /// Each fault is named at its place, and the other lines stand.
    @Test(arguments: [
        (#"{"id":"b","date":"2024-01-25","text":"نص""#, "comment-line", 2, 42),
        ("[1]", "comment-line", 2, 1), ("nonsense", "comment-line", 2, 1),
        (#"{"id":"b","date":"2024-01-25","text":"نص"} {}"#, "comment-line", 2, 44),
        (#"{"date":"2024-01-25","text":"نص"}"#, "comment-key", 2, 1),
        (#"{"id":"../b","date":"2024-01-25","text":"نص"}"#, "comment-key", 2, 1),
        (#"{"id":"b","date":"soon","text":"نص"}"#, "comment-key", 2, 1),
        (#"{"id":"b","date":"2024-01-25","text":" \u202e\n "}"#, "comment-key", 2, 1),
        (#"{"id":"b","date":"2024-01-25","text":"نص","url":"javascript:alert(1)"}"#, "comment-key", 2, 1),
        (#"{"id":"b","date":"2024-01-25","text":"نص","ip":"192.0.2.1"}"#, "comment-key", 2, 1),
        (#"{"id":"b","date":"2024-01-25","text":"نص","email":"a@b.example"}"#, "comment-key", 2, 1),
        (#"{"id":"a","date":"2024-01-25","text":"نص"}"#, "comment-id", 2, 1),
        (
            #"{"id":"b","date":"2024-01-25","text":""# + String(repeating: "س", count: 20_001) + #""}"#, "comment-key",
            2, 1
        ),
        (
            #"{"id":"b","date":"2024-01-25","text":""# + String(repeating: "a", count: 1 << 20) + #""}"#,
            "comment-line", 2, 1
        ),
    ]) func faultIsNamedAtItsPlace(_ line: String, _ id: String, _ number: Int, _ column: Int) {
        let file = Self.file(Self.line("a"), line, Self.line("c"))
        #expect(file.diagnostics.map(\.id) == [id])
        #expect(file.diagnostics.first?.location?.line == number)
        #expect(file.diagnostics.first?.location?.column == column)
        #expect(file.comments.map(\.id) == ["a", "c"])
    }

    @Test func textHoldsNothingThatTurnsOthersAround() {
        #expect(ReaderText.lines("\u{202E}أ\u{2067}ب\u{0}ج\u{FEFF}\r\nد\r\r\n") == "أب ج\nد")
        #expect(ReaderText.lines(String(repeating: "\u{200F}", count: 5000) + "أ") == "\u{200F}أ")
        #expect(ReaderText.line("ه" + String(repeating: "\u{64B}", count: 500)).unicodeScalars.count == 5)
    }

    @Test func commentsBelongToTheArticleOfTheirName() {
        var site = SiteFixture()
        site.add("2024/rain", "title: مطر\ndate: 2024-01-01")
        site.add("flood", "title: سيل\ndate: 2024-01-01\nid: the-flood")
        site.add("draft", "title: مسودة\ndate: 2024-01-01\ndraft: true")
        for name in ["2024/rain", "the-flood", "draft"] {
            site.files["Content/comments/\(name).jsonl"] = Self.line("a")
        }
        let (loaded, diagnostics) = site.load()
        #expect(loaded?.articles.map { $0.thread?.count } == [1, 1])
        #expect(diagnostics.isEmpty)
    }

    @Test func commentsOfNoArticleAreNamed() {
        var site = SiteFixture()
        site.add("rain", "title: مطر\ndate: 2024-01-01")
        site.files["Content/comments/rein.jsonl"] = Self.line("a")
        #expect(site.load().diagnostics.map(\.id) == ["comment-article"])
    }

    @Test func articleThatWasTakenBackShowsNone() {
        var site = SiteFixture()
        site.add("rain", "title: مطر\ndate: 2024-01-01\nstatus: retracted\nreason: خطأ")
        site.files["Content/comments/rain.jsonl"] = Self.line("a")
        #expect(site.load().site?.tombstones.map { $0.thread == nil } == [true])
    }
}
