import Base
import Content
import Publishing
import Testing

/// Fields that cards have for themes that ask for them: a list shows them, and changes with them there alone.
@Suite struct CardFieldTests {
    private static let article = [
        "title: مطر", "date: 2024-12-01", "author: سلمى", "section: علوم", "tags: [ماء, سماء]", "series: فصول",
        "updated: 2024-12-02", "extra: {season: خريف}",
    ]

    /// What a list shows of the article.
    private static func shown(_ expression: String) -> String {
        let tree = MemoryTree([
            "Content/site.yaml": "name: جريدة\nurl: https://example.org/\nextra: {season: text}\n",
            "Content/articles/rain.md": "---\n\(article.joined(separator: "\n"))\n---\n\nنص\n",
            "Content/authors/salma.md": "---\nname: سلمى\nimage: {src: salma.png, alt: سلمى}\n---\n",
            "Templates/list.html": "<body>{% for story in list.items %}\(expression){% endfor %}</body>",
        ])
        tree["Content/authors/salma.png"] = Newsroom.picture(300, 200, 0)
        for name in ["article", "page", "terms", "corrections", "404"] {
            tree["Templates/\(name).html"] = Array("<body></body>".utf8)
        }
        let output = MemoryTree()
        let build = Build(LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1)))
        let outcome = build.run(from: tree, to: output, named: "Public")
        #expect(!outcome.hasErrors, "\(outcome.diagnostics.map(\.message.english))")
        return String(decoding: output["section/علوم/index.html"] ?? [], as: UTF8.self)
    }

    @Test(arguments: [
        ("{% for tag in story.tags %}[{{ tag.name }}]{% endfor %}", "[ماء][سماء]"), ("{{ story.series }}", "فصول"),
        ("{{ story.updated.numeric }}", "2/12/2024"), ("{{ story.reading_minutes }}", "1"),
        ("{{ story.extra.season }}", "خريف"), ("{{ story.authors[0].image.width }}", "300"),
    ])
    func listShows(_ expression: String, _ text: String) {
        #expect(Self.shown(expression).contains("<body>\(text)</body>"), "\(Self.shown(expression))")
    }

    @Test func portraitOnCardsIsPublishedInItsOwnShape() {
        let page = Self.shown("{{ story.authors[0].image.card.src }}")
        #expect(page.contains("<body>/media/"))
    }
}
