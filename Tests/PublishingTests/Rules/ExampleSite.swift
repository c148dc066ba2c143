import Base
import Content
import Publishing
import TestSupport

/// The site that the documentation's examples stand in: a few articles for them to name, and nothing to remark on.
struct ExampleSite {
    static let article = "Content/articles/valley.md"
    static let now = Instant(seconds: 1_717_243_200)  // 2024-06-01T12:00:00Z

    let files = MemoryTree([
        "Content/articles/river.md": """
        ---
        title: النهر
        date: 2024-01-10
        id: the-river
        aliases: /old/river/
        section: News
        author: هند الرماني
        tags: قراءة
        ---

        نص النهر.

        """,
        "Content/articles/summit-28.md": "---\ntitle: القمة\ndate: 2024-01-12\n---\n\nنص القمة.\n",
        "Content/articles/dam.md": "---\ntitle: السد\ndate: 2024-02-01\naliases: /old/dam/\n---\n\nنص السد.\n",
        "Content/articles/tomorrow.md": "---\ntitle: غدًا\ndate: 2024-01-20\ndraft: true\n---\n\nنص الغد.\n",
        "Content/articles/gone.md": "---\ntitle: ذهب\ndate: 2024-01-02\nstatus: removed\n---\n\nنص ذهب.\n",
        "Content/articles/2023/match.md": "---\ntitle: مباراة\ndate: 2023-05-01\n---\n\nنص المباراة.\n",
        "Content/articles/2024/match.md": "---\ntitle: مباراة أخرى\ndate: 2024-05-01\n---\n\nنص آخر.\n",
        "Content/articles/trace.md": "---\ntitle: أثر\ndate: 2024-01-03\nstatus: legal-removal\n---\n\nنص الأثر.\n",
        "Content/pages/about.md": "---\ntitle: من نحن\n---\n\nنص الصفحة.\n",
        "Content/authors/hind.md": "---\nname: هند الرماني\n---\n",
        "Templates/base.html": "<body>{% block content %}{% endblock %}</body>",
        "Templates/ui.html": "{% macro label() %}x{% endmacro %}",
    ])

    private static let settings = [
        "name: جريدة النهر", "url: https://river.example/", "description: أخبار النهر وأهله", "time_zone: Africa/Cairo",
        "messages: en", "logo: assets/logo.png", "extra:\n  metres: number",
        "sections:\n  - name: News\n    slug: news\n  - name: Sport\n    slug: sport",
    ]

    init() {
        set(settings: "")
        write("", matter: "", body: "نص الفيضان.")
        for name in ["article", "list", "page", "terms", "corrections", "404"] {
            files["Templates/\(name).html"] = Array("<body>{{ page.title }}</body>".utf8)
        }
        // A template that nothing names is an advice.
        files["Templates/404.html"] = Array("{% extends \"base.html\" %}{% import \"ui.html\" as ui %}".utf8)
        files["Content/articles/rain.png"] = Newsroom.picture(1600, 900, 0)
        files["Content/articles/interview.mp3"] = SampleFiles.sound(frames: 40)
        files["Content/assets/logo.png"] = Newsroom.picture(512, 512, 1)
        files["Content/assets/og.png"] = Newsroom.picture(1200, 630, 2)
    }

    /// The site with the example in its place; nil for an example that no text of a site can be.
    init?(_ text: String, at place: ExamplePlace, settings: String = "") {
        self.init()
        set(settings: settings)
        switch place {
        case .frontMatter: write("", matter: text, body: "نص الفيضان.")
        case .body: write("", matter: "", body: text)
        case .settings: set(settings: text)
        case .template: files["Templates/article.html"] = Array(text.utf8)
        case .file(let path):
            if path.hasPrefix("Content/articles/") { files[Self.article] = nil }
            files[path] = text.isEmpty ? nil : Array("\(text)\n".utf8)
        case .told: return nil
        }
    }

    /// Where the example's file lies.
    static func path(of place: ExamplePlace) -> String? {
        switch place {
        case .frontMatter, .body: article
        case .settings: "Content/site.yaml"
        case .template: "Templates/article.html"
        case .file(let path): path
        case .told: nil
        }
    }

    /// site.yaml with these lines in place of its own of the same keys.
    func set(settings: String) {
        files["Content/site.yaml"] = Array((Self.merged(settings, into: Self.settings) + "\n").utf8)
    }

    func write(_ name: String, matter: String, body: String) {
        let isArabic = matter.split(separator: "\n").contains { ($0.unicodeScalars.first?.value ?? 0) > 0x600 }
        let lines =
            isArabic ? ["العنوان: الوادي", "التاريخ: 24/1/2024"] : ["title: الوادي", "date: 24/1/2024"]
        let path = name.isEmpty ? Self.article : "Content/articles/\(name).md"
        files[path] = Array("---\n\(Self.merged(matter, into: lines))\n---\n\n\(body)\n".utf8)
    }

    private static func merged(_ text: String, into lines: [String]) -> String {
        let keys = Set(text.split(separator: "\n").map { $0.prefix { $0 != ":" } })
        return (lines.filter { !keys.contains($0.prefix { $0 != ":" }) } + (text.isEmpty ? [] : [text]))
            .joined(separator: "\n")
    }

    func check() -> [Diagnostic] { Check(Self.load).run(on: files).problems }

    static let load = LoadOptions(now: now, workers: Workers(jobs: 1))
}
