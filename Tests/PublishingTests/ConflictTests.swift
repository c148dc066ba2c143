import Base
import Content
import Publishing
import Testing

/// What git could not merge, in any file that people write.
@Suite struct ConflictTests {
    private static let files = [
        "Content/site.yaml": "name: جريدة\nurl: https://example.org/\n",
        "Content/frontpage.yaml": "breaking:\n  text: عاجل\n",
        "Content/articles/a.md": "---\ntitle: أ\ndate: 2024-01-01\n---\n\nنص\n",
        "Content/authors/a.md": "---\nname: سلمى\n---\n\nنص\n",
        "Content/pages/a.md": "---\ntitle: من نحن\n---\n\nنص\n",
        "Content/assets/data.json": "{}\n",
        "Content/published.tsv": "",
        "Templates/article.html": "<body>{{ page.title }}</body>\n",
        "Templates/list.html": "<body></body>\n", "Templates/page.html": "<body></body>\n",
        "Templates/terms.html": "<body></body>\n",
        "Templates/corrections.html": "<body></body>\n", "Templates/404.html": "<body></body>\n",
        "Templates/assets/style.css": "body { color: red }\n",
    ]

    private func problems(_ files: [String: String]) -> [String] {
        Check(LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1))).run(on: MemoryTree(files))
            .problems
            .filter { $0.severity == .error }.map { "\($0.location?.path ?? ""):\($0.location?.line ?? 0): \($0.id)" }
    }

    @Test(arguments: files.keys.sorted()) func isTheOneErrorAtItsLineWhereverItStands(_ path: String) {
        var files = Self.files
        #expect(problems(files) == [])
        let text = files[path] ?? ""
        files[path] = text + "<<<<<<< HEAD\nأ: [\n=======\n\tمفتاح: *ب\n>>>>>>> فرع\n"
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(problems(files) == ["\(path):\(line): conflict-marker"])
        files[path] = "<<<<<<< HEAD\n\(text)=======\n\(text)>>>>>>> فرع\n"
        #expect(problems(files) == ["\(path):1: conflict-marker"])
    }

    @Test(arguments: ["articles", "authors", "pages"]) func standsInFrontMatterToo(_ folder: String) {
        var files = Self.files
        let path = "Content/\(folder)/a.md"
        files[path] = files[path]?.replacing(
            "---\n\n", with: "<<<<<<< HEAD\nkind: news\n=======\nkind: [opinion\n>>>>>>> فرع\n---\n\n")
        #expect(problems(files) == ["\(path):\(folder == "articles" ? 4 : 3): conflict-marker"])
    }

    @Test func codeMaySpeakOfIt() {
        var files = Self.files
        files["Content/articles/a.md", default: ""] += "\n```\n<<<<<<< HEAD\nأ\n=======\nب\n>>>>>>> فرع\n```\n"
        #expect(problems(files) == [])
    }
}
