import Base
import Content
import Publishing
import Testing

/// Blocks of the front page and of sections' fronts, as editors order them.
@Suite struct FrontBlockTests {
    private static let now = Instant(seconds: 1_735_689_600)

    private static func site(_ frontPage: String, _ files: [String: String] = [:]) -> MemoryTree {
        let front =
            "{% for s in list.slots %}^{{ s.title }}{% endfor %}{% for s in list.items %}-{{ s.title }}{% endfor %}"
            + "{% for block in list.blocks %}|{{ block.html }}{% endfor %}"
        var all = [
            "Content/site.yaml":
                "name: جريدة\nurl: https://example.org/\nmessages: en\npage_size: 2\n"
                + "sections: [{name: علوم, slug: sci}, {name: رياضة, slug: sport}]\n"
                + "tags: [{name: زوج, slug: even}, {name: فرد, slug: odd}]\n",
            "Content/authors/k.md": "---\nname: كريم\nslug: k\n---\n",
            "Content/frontpage.yaml": frontPage,
            "Content/articles/held.md": "---\ntitle: held\ndate: 2030-01-01\n---\n\nنص\n",
            "Content/data/read.csv": "article,views\na,12\nh,7\n",
            "Content/data/rivers.csv": "name,views\nالنيل,6650\n",
            "Templates/home.html": front, "Templates/section.html": front,
            "Templates/blocks/cards.html":
                "{{ block.number }}{{ block.kind }}({{ block.title }}>{{ block.url }}){% for s in block.items %}+{{ s.title }}{% endfor %}",
            "Templates/blocks/rows.html":
                "{% for row in block.rows %}[{{ row.name }}{{ row.article.title }}{{ row.views + 1 }}]{% endfor %}",
        ]
        // a is the oldest, h the newest.
        for (place, letter) in "abcdefgh".enumerated() {
            let section = place < 5 ? "علوم" : "رياضة"
            all["Content/articles/2024-12-0\(place + 1)-\(letter).md"] =
                "---\ntitle: \(letter)\ndate: 2024-12-0\(place + 1)\nsection: \(section)\n"
                + "tags: \(place % 2 == 0 ? "زوج" : "فرد")\nauthor: \(place < 3 ? "هند" : "كريم")\n---\n\nنص\n"
        }
        for name in ["article", "list", "page", "terms", "corrections", "404"] {
            all["Templates/\(name).html"] = "<body></body>"
        }
        return MemoryTree(all.merging(files) { _, new in new })
    }

    private static func build(_ tree: MemoryTree, to output: MemoryTree, _ cache: MemoryTree? = nil) -> Build.Outcome {
        var build = Build(LoadOptions(now: now, workers: Workers(jobs: 1)))
        build.cache = cache.map { BuildCache(in: $0, program: "test", output: "Public") }
        return build.run(from: tree, to: output, named: "Public")
    }

    private static func front(_ yaml: String, of page: String = "", _ files: [String: String] = [:]) -> (
        html: String, problems: [Diagnostic]
    ) {
        let output = MemoryTree()
        let outcome = build(site(yaml, files), to: output)
        let path = output.paths.first { $0 == page + "index.html" } ?? ""
        return (
            String(decoding: output[path] ?? [], as: UTF8.self), outcome.diagnostics.filter { $0.severity != .advice }
        )
    }

    @Test(arguments: [
        // Slots are the newest five, then come two of the latest.
        ("blocks:\n  - section: علوم\n", "^h^g^f^e^d-c-b|1section(علوم>/section/sci/)+a"),
        ("blocks: []\n", "^h^g^f^e^d-c-b"),
        (
            "slots: [a]\nblocks:\n  - tag: زوج\n    limit: 2\n  - author: كريم\n",
            "^a-h-g|1tag(زوج>/tag/even/)+e+c|2author(كريم>/author/k/)+f+d"
        ),
        (
            "slots: [{newest: true}]\nblocks:\n  - stories: [h, b, h]\n    title: مختارات\n",
            "^g-f-e|1stories(مختارات>)+h+b"
        ),
        (
            "slots: [h]\nblocks:\n  - section: علوم\n    title: من العلوم\n    url: /archive/\n    limit: 1\n",
            "^h-g-f|1section(من العلوم>/archive/)+e"
        ),
        ("slots: [h]\nblocks:\n  - data: read\n    title: الأكثر قراءة\n", "^h-g-f|1data(الأكثر قراءة>)+a+h"),
        ("slots: [h]\nالكتل:\n  - القسم: رياضة\n    العدد: 3\n  - الوسم: زوج\n", "^h-g-f|1tag(زوج>/tag/even/)+e+c+a"),
    ])
    func eachStoryStandsOnce(_ yaml: String, _ html: String) {
        let found = Self.front(yaml)
        #expect(found.problems.map(\.message.english) == [])
        #expect(found.html == html)
    }

    @Test func rowsOfAllFilesHaveOneType() {
        let found = Self.front(
            "slots: [h]\nblocks:\n  - {data: read.csv, look: rows}\n  - {data: rivers, look: rows}\n")
        #expect(found.problems.map(\.message.english) == [])
        #expect(found.html == "^h-g-f|[a13][h8]|[النيل6651]")
    }

    @Test func aSectionHasItsOwnFront() {
        let yaml = "sections:\n  علوم:\n    slots: [b]\n    blocks:\n      - tag: فرد\n"
        let found = Self.front(yaml, of: "section/sci/")
        #expect(found.problems.map(\.message.english) == [])
        // Two a page: three stand at the list's front.
        #expect(found.html == "^b-e-d-c|1tag(فرد>/tag/odd/)+h+f")
        #expect(Self.front(yaml).html == "^h^g^f^e^d-c-b||")
    }

    @Test(arguments: [
        ("blocks:\n  - section: علم\n", "unknown-front-block", "علوم", 2),
        ("blocks:\n  - tag: زوح\n", "unknown-front-block", "زوج", 2),
        ("blocks:\n  - author: كريمة\n", "unknown-front-block", "كريم", 2),
        ("blocks:\n  - data: reed\n", "unknown-front-block", "read", 2),
        ("blocks:\n  - tag: زوج\n    look: row\n", "unknown-look", "rows", 3),
        ("blocks:\n  - stories: [held, a]\n", "held-article", "", 2),
        ("blocks:\n  - stories: [nowhere]\n", "unknown-article", "", 2),
        ("blocks:\n  - {tag: زوج, author: كريم}\n", "empty-block", "", 2),
        ("sections:\n  علم:\n    slots: [a]\n", "unknown-front-block", "علوم", 2),
    ])
    func whatIsNotThereIsToldAtItsPlace(_ yaml: String, _ id: String, _ hint: String, _ line: Int) throws {
        let problem = try #require(Self.front(yaml).problems.first)
        #expect(problem.id == id)
        #expect(problem.location?.path == "Content/frontpage.yaml" && problem.location?.line == line)
        #expect(hint.isEmpty || problem.message.english.contains("“\(hint)”"))
    }

    @Test func aHeldStoryIsLeftOutAlone() {
        let found = Self.front("slots: [h]\nblocks:\n  - stories: [held, a]\n")
        #expect(found.html == "^h-g-f|1stories(>)+a")
        #expect(found.problems.map(\.severity) == [.warning])
    }

    @Test func aThemeThatPrintsNoBlocksIsTold() {
        let found = Self.front("blocks:\n  - tag: زوج\n", ["Templates/home.html": "{{ list.title }}"])
        #expect(found.problems.map(\.id) == ["blocks-not-printed"])
    }

    @Test func aChangeRenewsTheFrontAlone() {
        let yaml = "slots: [h]\nblocks:\n  - {tag: زوج, look: cards}\n"
        let (tree, output, cache) = (Self.site(yaml), MemoryTree(), MemoryTree())
        _ = Self.build(tree, to: output, cache)
        for (path, text) in [
            ("Content/frontpage.yaml", yaml + "  - {author: هند}\n"),
            ("Content/frontpage.yaml", yaml + "  - {data: read}\n"),
            ("Content/data/read.csv", "article,views\nb,1\n"),
        ] {
            tree[path] = Array(text.utf8)
            let outcome = Self.build(tree, to: output, cache)
            #expect(outcome.tally.written == 1, "\(text)")
            let clean = MemoryTree()
            _ = Self.build(tree, to: clean)
            #expect(output["index.html"] == clean["index.html"])
        }
    }
}
