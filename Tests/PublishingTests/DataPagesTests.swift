import Base
import Content
import Publishing
import Testing

/// The outlet's own data on the front page, on lists and in what pages fetch.
@Suite struct DataPagesTests {
    private static let now = Instant(seconds: 1_735_689_600)

    private static func site(_ files: [String: String]) -> MemoryTree {
        var all = [
            "Content/site.yaml": "name: جريدة\nurl: https://example.org/\nmessages: en\n",
            "Content/articles/2024-12-01-rain.md": "---\ntitle: مطر\ndate: 2024-12-01\n---\n\nنص\n",
            "Content/articles/2024-12-02-snow.md": "---\ntitle: ثلج\ndate: 2024-12-02\n---\n\nنص\n",
            "Content/articles/2024-12-03-draft.md": "---\ntitle: مسودة\ndate: 2024-12-03\ndraft: true\n---\n\nنص\n",
        ]
        for name in ["article", "list", "page", "terms", "corrections", "404"] {
            all["Templates/\(name).html"] = "<body></body>"
        }
        return MemoryTree(all.merging(files) { _, new in new })
    }

    private static func build(_ tree: MemoryTree, to output: MemoryTree, _ cache: MemoryTree? = nil) -> Build.Outcome {
        var build = Build(LoadOptions(now: now, workers: Workers(jobs: 1)))
        build.allowsRemovals = true
        build.cache = cache.map { BuildCache(in: $0, program: "test", output: "Public") }
        return build.run(from: tree, to: output, named: "Public")
    }

    private static func front(_ template: String, _ files: [String: String]) -> (html: String, problems: [Diagnostic]) {
        let output = MemoryTree()
        let outcome = build(site(files.merging(["Templates/home.html": template]) { one, _ in one }), to: output)
        return (
            String(decoding: output["index.html"] ?? [], as: UTF8.self),
            outcome.diagnostics.filter { $0.severity != .advice }
        )
    }

    @Test(arguments: [
        ("rivers.csv", "name,length\nالنيل,6650\n\"الأمازون، الكبير\",6400\n"),
        ("rivers.csv", "name;length\r\nالنيل;6650\r\n\"الأمازون، الكبير\";6400\r\n"),
        ("rivers.tsv", "name\tlength\nالنيل\t6650\nالأمازون، الكبير\t6400"),
        ("rivers.json", #"[{"name": "النيل", "length": 6650}, {"name": "الأمازون، الكبير", "length": 6400}]"#),
        ("rivers.yaml", "- {name: النيل, length: 6650}\n- {name: الأمازون، الكبير, length: 6400}\n"),
    ])
    func everyFormatIsATable(_ name: String, _ text: String) {
        let (html, problems) = Self.front(
            "{% for river in data.rivers %}[{{ river.name }}:{{ river.length + 1 }}]{% endfor %}",
            ["Content/data/\(name)": text])
        #expect(problems.map(\.message.english) == [])
        #expect(html == "[النيل:6651][الأمازون، الكبير:6401]")
    }

    @Test func aFieldThatNotEveryRecordHasMayBeAbsent() {
        let text = "- {name: النيل, mouth: {sea: المتوسط}}\n- {name: الأمازون}\n- {name: null}\n"
        let (html, problems) = Self.front(
            "{% for river in data.rivers %}[{{ river.name }}{{ river.mouth.sea }}]{% endfor %}",
            ["Content/data/rivers.yaml": text])
        #expect(problems.isEmpty && html == "[النيلالمتوسط][الأمازون][]")
    }

    @Test func aMisspeltFieldIsAnErrorOfTheTemplate() {
        let (_, problems) = Self.front(
            "{% for river in data.rivers %}{{ river.nmae }}{% endfor %}", ["Content/data/rivers.csv": "name\nالنيل\n"])
        #expect(problems.map { $0.location?.path } == ["Templates/home.html"])
        #expect(problems.first?.message.english.contains("name") == true)
        let (_, others) = Self.front("{{ data.rivesr }}", ["Content/data/rivers.csv": "name\nالنيل\n"])
        #expect(others.count == 1 && others.first?.message.english.contains("rivers") == true)
    }

    @Test func aRowShowsTheArticleThatItNames() {
        let text =
            "article,views\n/2024/12/rain/?utm=x,9\nhttps://example.org/2024/12/snow,7\n2024-12-03-draft.md,5\n/about/,3\n"
        let (html, problems) = Self.front(
            "{% for row in data.most_read %}[{{ row.article.title }}:{{ row.views }}]{% endfor %}",
            ["Content/data/most-read.csv": text])
        #expect(html == "[مطر:9][ثلج:7]")
        #expect(problems.map(\.severity) == [.warning, .warning])
        #expect(problems.map { $0.location?.line } == [4, 5])
        #expect(problems.allSatisfy { $0.location?.path == "Content/data/most-read.csv" && $0.location?.column == 1 })
    }

    @Test(arguments: [
        (
            "picks.yaml",
            "- title: مختارات\n  articles:\n    - 2024-12-01-rain.md\n    - /2024/12/snow/\n    - 2024-12-03-draft.md\n"
        ),
        (
            "picks.json",
            #"[{"title": "مختارات", "articles": ["2024-12-01-rain.md", "/2024/12/snow/", "2024-12-03-draft.md"]}]"#
        ),
        ("picks.yaml", "- title: مختارات\n  المقالات: [rain, snow, 2024-12-03-draft]\n"),
    ])
    func aListOfArticlesIsOneOfTheirCards(_ name: String, _ text: String) {
        let field = text.contains("المقالات") ? "المقالات" : "articles"
        let (html, problems) = Self.front(
            "{% for row in data.picks %}{% for story in row.\(field) %}[{{ story.title }}]{% endfor %}{% endfor %}",
            ["Content/data/\(name)": text])
        #expect(html == "[مطر][ثلج]")
        #expect(problems.map(\.id) == ["held-article"])
        #expect(problems.first?.location?.path == "Content/data/\(name)" && problems.first?.location?.column != 1)
    }

    @Test func anEmptyTableIsOne() {
        let (html, problems) = Self.front(
            "{% for row in data.rivers %}{{ row.name }}{% else %}لا شيء{% endfor %}",
            ["Content/data/rivers.csv": "name\n"])
        #expect(problems.isEmpty && html == "لا شيء")
    }

    @Test(arguments: [
        ("rivers.csv", "a,b\n1\n", "data-table", 2, 1), ("rivers.csv", "a,b\n1,2,3\n", "data-table", 2, 5),
        ("rivers.csv", "a,a\n", "data-table", 1, 3), ("rivers.csv", "a,\n", "data-table", 1, 3),
        ("rivers.csv", "a\n\"x\n", "data-table", 2, 1), ("rivers.csv", "a\n\"x\"y\n", "data-table", 2, 4),
        ("rivers.json", "[{\"a\": 1}", "data-json", 1, 10), ("2024.csv", "a\n1\n", "data-name", 1, 1),
        ("rivers.xlsx", "", "data-name", 1, 1), ("x/rivers.csv", "a\n", "data-name", 1, 1),
    ])
    func whatIsNoTableIsSaidAtItsPlace(_ name: String, _ text: String, _ id: String, _ line: Int, _ column: Int) {
        let (_, problems) = Self.front("", ["Content/data/\(name)": text])
        #expect(problems.map(\.id) == [id])
        let place = problems.first?.location
        #expect(max(1, place?.line ?? 0) == line && max(1, place?.column ?? 0) == column)
    }

    @Test func aTableOfFiftyMegabytesIsRefused() {
        let (_, problems) = Self.front("", ["Content/data/a.csv": "a\n" + String(repeating: "1\n", count: 5 << 20)])
        #expect(problems.map(\.id) == ["data-size"])
    }

    @Test func aChangedFileRenewsThePagesThatShowItAlone() {
        let files = [
            "Content/data/rivers.csv": "name\nالنيل\n", "Content/data/seas.csv": "name\nالأحمر\n",
            "Templates/home.html": "{% for river in data.rivers %}{{ river.name }}{% endfor %}",
            "Templates/tag.html": "<body></body>",
            "Templates/fragments/seas.html": "{% for sea in data.seas %}{{ sea.name }}{% endfor %}",
        ]
        let (tree, output, cache) = (Self.site(files), MemoryTree(), MemoryTree())
        #expect(!Self.build(tree, to: output, cache).hasErrors)
        #expect(output["fragments/seas.html"] == Array("الأحمر".utf8))
        func changed(_ path: String, _ text: String) -> [String] {
            let before = output.files
            tree[path] = Array(text.utf8)
            let outcome = Self.build(tree, to: output, cache)
            #expect(!outcome.hasErrors && outcome.tally.written == 1)
            return output.differences(from: before).filter { $0 != Manifest.path }.sorted()
        }
        #expect(changed("Content/data/rivers.csv", "name\nالفرات\n") == ["index.html"])
        #expect(changed("Content/data/seas.csv", "name\nالأسود\n") == ["fragments/seas.html"])
    }
}
