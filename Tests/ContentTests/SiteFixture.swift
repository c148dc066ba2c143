import Base
import Content

/// A site in memory: `Content/site.yaml` with a name and an address, and the files that a test adds.
struct SiteFixture {
    var files: [String: String] = ["Content/site.yaml": "name: جريدة\nurl: https://example.org/\n"]
    var now = Instant(seconds: 1_735_689_600)
    var showsUnpublished = false
    var zones = ZoneDatabase()

    /// An article at `Content/articles/{name}.md` with these lines of front matter.
    mutating func add(_ name: String, _ matter: String, body: String = "نص\n") {
        files["Content/articles/\(name).md"] = "---\n\(matter)\n---\n\n\(body)"
    }

    func load() -> (site: Site?, diagnostics: [Diagnostic]) {
        var options = LoadOptions(now: now, showsUnpublished: showsUnpublished, workers: Workers(jobs: 2))
        options.zones = zones
        let result = loadSite(MemoryTree(files), options)
        let hasErrors = result.diagnostics.contains { $0.severity == .error }
        return (hasErrors ? nil : result.site, result.diagnostics)
    }

    /// The one article of a site that holds no other.
    static func article(_ matter: String, settings: String = "") -> (article: Article?, diagnostics: [Diagnostic]) {
        var fixture = SiteFixture()
        fixture.files["Content/site.yaml", default: ""] += settings
        fixture.add("2024-01-24-rain", matter)
        let (site, diagnostics) = fixture.load()
        return (site?.articles.first, diagnostics)
    }
}
