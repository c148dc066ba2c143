import Base
import Testing

@testable import Content

@Suite struct SilentRemovalTests {
    private func site(_ lines: String, showsUnpublished: Bool = false) -> (site: Site?, diagnostics: [Diagnostic]) {
        var fixture = SiteFixture()
        fixture.showsUnpublished = showsUnpublished
        fixture.add("2024-01-01-a", "title: أ\ndate: 2024-01-01\nslug: accused\naliases: /was/\n\(lines)")
        fixture.add("2024-01-02-b", "title: ب\ndate: 2024-01-02\nrelated: [accused]")
        return fixture.load()
    }

    @Test(arguments: [
        "status: removed\nsilent: true", "الحالة: إزالة قانونية", "الحالة: محذوف\nبصمت: نعم", "status: legal-removal",
        "status: Legal removal",
    ])
    func nothingOfItIsLeft(_ lines: String) throws {
        for showsUnpublished in [false, true] {
            let (found, diagnostics) = site(lines, showsUnpublished: showsUnpublished)
            let site = try #require(found)
            #expect(site.articles.map(\.title) == ["ب"] && site.tombstones.isEmpty)
            #expect(site.silenced.flatMap(\.urls).map(\.text) == ["2024/01/accused/", "was/"])
            #expect(diagnostics.map(\.id) == ["gone-article"])
        }
    }

    @Test func aPlainRemovalKeepsItsNotice() throws {
        let site = try #require(site("status: removed").site)
        #expect(site.tombstones.count == 1 && site.silenced.isEmpty)
    }

    @Test func silenceGoesWithARemoval() {
        #expect(site("silent: true").diagnostics.map(\.id) == ["silent-status"])
        #expect(site("status: removed\nsilent: false").diagnostics.map(\.id) == ["gone-article"])
    }

    @Test(arguments: ["status: removed\nsilent: true", "status: legal-removal", "الحالة: إزالة قانونيه"])
    func aMistakeInTheFileDoesNotMakeItTell(_ lines: String) throws {
        var fixture = SiteFixture()
        fixture.add("2024-01-01-a", "title: أ\ndate: 2024-01-01\nnonsense: x\n\(lines)")
        var options = LoadOptions(now: fixture.now, workers: Workers(jobs: 1))
        options.leftOut = ["Content/articles/2024-01-01-a.md"]
        options.lastPages = ["Content/articles/2024-01-01-a.md": URLPath("2024/01/a/")]
        let site = try #require(loadSite(MemoryTree(fixture.files), options).site)
        #expect(site.tombstones.isEmpty && site.lastPages.isEmpty && site.silenced.count == 1)
    }
}
