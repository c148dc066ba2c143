import Base
import Content
import Pages
import Publishing
import Testing

/// What a reader's comment changes of a site.
@Suite struct CommentPagesTests {
    private static let path = "Content/comments/2024/rain.jsonl"

    private static func site(settings: String = "", comments: [String], matter: String = "") -> MemoryTree {
        var random = SplitMix64(seed: 3)
        let newsroom = Newsroom(stories: 6, &random)
        let tree = MemoryTree()
        newsroom.save(into: tree)
        tree["Content/site.yaml"] = Array(
            "name: جريدة\nurl: https://example.org/\nmessages: en\nsections:\n\(newsroom.settings.sections.map { "  - name: \($0.name)\n" }.joined())\(settings)"
                .utf8)
        tree["Content/articles/2024/rain.md"] = Array(
            "---\ntitle: مطر\ndate: 2024-12-30\n\(matter)---\n\nنص.\n".utf8)
        if !comments.isEmpty { tree[path] = Array((comments.joined(separator: "\n") + "\n").utf8) }
        return tree
    }

    private static func files(_ tree: MemoryTree) throws -> [String: [UInt8]] {
        let load = LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 2))
        let proof = Proof.pull(from: tree, load)
        let (press, plan) = (try #require(proof.press), try #require(proof.plan))
        #expect(proof.diagnostics.filter { $0.severity == .error } == [])
        var files: [String: [UInt8]] = [:]
        for output in plan.outputs {
            var buffer = ByteBuffer()
            files[output.file] = try output.withBytes(by: press, from: tree, in: &buffer) { Array($0) }
        }
        return files
    }

    private static func page(_ tree: MemoryTree) throws -> String {
        String(decoding: try #require(try files(tree)["2024/12/rain/index.html"]), as: UTF8.self)
    }

    private static let first = #"{"id":"a","name":"هند","date":"2024-12-31T08:10:00Z","text":"شكرًا"}"#
    private static let second = #"{"id":"b","parent":"a","date":"2024-12-31T09:10:00Z","text":"<b>وأنا</b>"}"#

    @Test func newCommentChangesItsPageAndItsFeedAlone() throws {
        let settings = "feeds:\n  comments: [rss, atom, json]\n"
        let before = try Self.files(Self.site(settings: settings, comments: [Self.first]))
        let after = try Self.files(Self.site(settings: settings, comments: [Self.first, Self.second]))
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        #expect(
            changed == [
                "2024/12/rain/index.html", "2024/12/rain/comments.xml", "2024/12/rain/comments.atom",
                "2024/12/rain/comments.json",
            ])
    }

    @Test func cardShowsTheNumberWhereTheThemeAsksForIt() throws {
        let (one, two) = (Self.site(comments: [Self.first]), Self.site(comments: [Self.first, Self.second]))
        for tree in [one, two] {
            tree["Templates/macros.html"] = Array(
                String(decoding: tree["Templates/macros.html"] ?? [], as: UTF8.self)
                    .replacing(
                        "{{ kicker(story) }}{{ headline(story) }}",
                        with: "{{ story.comment_count }}{{ headline(story) }}"
                    ).utf8)
        }
        let (before, after) = (try Self.files(one), try Self.files(two))
        #expect(before["index.html"] != after["index.html"])
    }

    @Test func pageShowsTheThreadAsText() throws {
        let page = try Self.page(
            Self.site(
                settings: "comments: {action: \"https://forms.example/x\"}\n", comments: [Self.first, Self.second]))
        #expect(page.contains(#"<h2 id="comments">تعليقان</h2>"#))
        #expect(page.contains(#"<article class="comment" id="comment-a">"#))
        #expect(page.contains("&lt;b&gt;وأنا&lt;/b&gt;") && !page.contains("<b>وأنا"))
        #expect(page.contains(#""commentCount":2"#))
        #expect(page.contains("تُراجَع التعليقات قبل نشرها.") && page.contains("إضافة تعليق"))
        #expect(!page.contains(#"type="email" name="email" autocomplete="email" maxlength="200" required"#))
    }

    @Test(arguments: [("none", 0), ("optional", 1), ("required", 1)])
    func formAsksForMailAsTheOutletWants(_ email: String, _ count: Int) throws {
        let page = try Self.page(
            Self.site(settings: "comments: {action: \"https://forms.example/x\", email: \(email)}\n", comments: []))
        #expect(page.split(separator: #"<input id="email""#).count == 1 + count)
        #expect(page.contains(#"maxlength="200" required dir="ltr"><"#) == (email == "required"))
    }

    @Test func closedThreadIsReadAndNotWritten() throws {
        let page = try Self.page(
            Self.site(
                settings: "comments: {action: \"https://forms.example/x\"}\n", comments: [Self.first],
                matter: "comments: false\n"))
        #expect(page.contains("تعليق واحد") && page.contains("أُغلق باب التعليق"))
        #expect(!page.contains("<form method=\"post\""))
    }

    @Test(arguments: [
        "</script><script>alert(1)</script>", "\" onmouseover=alert(1) x=\"", "<img src=x onerror=alert(1)>",
        "{{ site }}",
    ]) func scriptInEveryFieldIsText(_ attack: String) throws {
        let quoted = attack.replacing("\"", with: "\\\"")
        let line = "{\"id\":\"a\",\"name\":\"\(quoted)\",\"date\":\"2024-12-31\",\"text\":\"\(quoted)\"}"
        let files = try Self.files(Self.site(settings: "feeds:\n  comments: rss\n", comments: [line]))
        for (path, bytes) in files where path.hasPrefix("2024/12/rain/") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(
                !text.contains("<script>alert") && !text.contains("<img src=x")
                    && !text.contains(/<[^<>]*" onmouseover/))
        }
        let page = String(decoding: files["2024/12/rain/index.html"] ?? [], as: UTF8.self)
        #expect(page.contains("id=\"comment-a\""))
    }
}
