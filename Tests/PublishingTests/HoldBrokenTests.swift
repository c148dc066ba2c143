import Base
import Content
import Publishing
import Testing

@Suite struct HoldBrokenTests {
    private let output = MemoryTree()

    private func site(_ articles: [String: String]) -> MemoryTree {
        var files = ["Content/site.yaml": "name: جريدة\nurl: https://example.org/\n"]
        for (name, matter) in articles { files["Content/articles/\(name).md"] = "---\n\(matter)\n---\n\nنص \(name)\n" }
        for name in ["article", "list", "page", "terms", "corrections", "404"] {
            files["Templates/\(name).html"] = "<body>{{ page.title }}</body>"
        }
        return MemoryTree(files)
    }

    private func build(_ articles: [String: String], holds: Bool = true) -> Build.Outcome {
        var build = Build(LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1)))
        build.holdsBroken = holds
        return build.run(from: site(articles), to: output, named: "Public")
    }

    @Test func aBrokenArticleKeepsItsLastPageWhileTheRestIsPublished() {
        _ = build(["a": "title: أ\ndate: 2024-01-01", "b": "title: ب\ndate: 2024-01-02"])
        let page = output["2024/01/a/index.html"]
        let outcome = build(["a": "titel: أ\ndate: 2024-01-01", "b": "title: ب ب\ndate: 2024-01-02", "c": "title: ج\ndate: 2024-01-03"])
        #expect(outcome.heldBack == ["Content/articles/a.md"])
        #expect(!outcome.stops)
        #expect(outcome.diagnostics.contains { $0.id == "unknown-key" })
        #expect(page != nil && output["2024/01/a/index.html"] == page)
        #expect(output["2024/01/b/index.html"] == Array("<body>ب ب</body>".utf8))
        #expect(output["2024/01/c/index.html"] != nil)
    }

    @Test func aNewBrokenArticleStaysOut() {
        let outcome = build(["a": "titel: أ\ndate: 2024-01-01", "b": "title: ب\ndate: 2024-01-02"])
        #expect(outcome.heldBack == ["Content/articles/a.md"])
        #expect(output["2024/01/a/index.html"] == nil)
        #expect(output["2024/01/b/index.html"] != nil)
    }

    @Test func withoutBeingAskedNothingIsWritten() {
        let outcome = build(["a": "titel: أ\ndate: 2024-01-01", "b": "title: ب\ndate: 2024-01-02"], holds: false)
        #expect(outcome.stops)
        #expect(output.paths.isEmpty)
    }

    @Test func anArticleThatBreaksOnlyBesideAnotherIsHeldToo() {
        let outcome = build(["a": "title: أ\ndate: 2024-01-01\nid: x", "b": "title: ب\ndate: 2024-01-02\nid: x"])
        #expect(outcome.heldBack.count == 1)
        #expect(!outcome.stops)
    }

    @Test func aPathThatAnotherArticleTookIsItsOwn() {
        _ = build(["a": "title: أ\ndate: 2024-01-01"])
        _ = build(["a": "titel: أ\ndate: 2024-01-01", "b": "title: ب\ndate: 2024-01-02\nslug: a"])
        #expect(output["2024/01/a/index.html"] == Array("<body>ب</body>".utf8))
    }

    /// One typo must not take everything along that names the article: its page is still there.
    @Test(arguments: ["titel: أ\ndate: 2024-01-01", "title: أ\ndate: 2024-01-01\nfoo: 1", "title: [أ\ndate: {"])
    func whatNamesABrokenArticleIsPublished(_ broken: String) {
        let others = [
            "b": "title: ب\ndate: 2024-01-02\n---\n\n[أ](a.md)\n", "c": "title: ج\ndate: 2024-01-03\nrelated: a.md\n---\n\n[ب](b.md)\n",
        ]
        _ = build(others.merging(["a": "title: أ\ndate: 2024-01-01"]) { $1 })
        let page = output["2024/01/a/index.html"]
        output["2024/01/b/index.html"] = nil
        let outcome = build(others.merging(["a": broken]) { $1 })
        #expect(outcome.heldBack == ["Content/articles/a.md"])
        #expect(outcome.articles == 2)
        #expect(page != nil && output["2024/01/a/index.html"] == page)
        #expect(output["2024/01/b/index.html"] != nil && output["2024/01/c/index.html"] != nil)
    }

    @Test func whatLinksToABrokenArticleThatHasNoPageStaysOutToo() {
        let outcome = build([
            "a": "titel: أ\ndate: 2024-01-01", "b": "title: ب\ndate: 2024-01-02\n---\n\n[أ](a.md)\n", "c": "title: ج\ndate: 2024-01-03",
        ])
        #expect(outcome.heldBack == ["Content/articles/a.md", "Content/articles/b.md"])
        #expect(!outcome.stops && output["2024/01/c/index.html"] != nil)
    }

    @Test func theAddressesThatABrokenArticleHadStillLeadToIt() {
        let sound = "title: أ\ndate: 2024-01-01\naliases: [/old/1/, /other.html]"
        _ = build(["a": sound, "b": "title: ب\ndate: 2024-01-02\naliases: /gone/"])
        let redirect = output["old/1/index.html"]
        _ = build(["a": "titel: أ\ndate: 2024-01-01\naliases: [/old/1/, /other.html]", "b": "title: ب\ndate: 2024-01-02"])
        #expect(redirect != nil && output["old/1/index.html"] == redirect && output["other.html"] != nil)
        #expect(output["gone/index.html"] == nil)
        _ = build(["a": sound, "b": "title: ب\ndate: 2024-01-02"])
        #expect(output["old/1/index.html"] == redirect)
    }

    @Test func whatIsRemovedIsRemovedAllTheSame() {
        _ = build(["a": "title: أ\ndate: 2024-01-01", "b": "title: ب\ndate: 2024-01-02"])
        _ = build(["a": "titel: أ\ndate: 2024-01-01"])
        #expect(output["2024/01/b/index.html"] == nil)
        #expect(output["2024/01/a/index.html"] != nil)
    }
}
