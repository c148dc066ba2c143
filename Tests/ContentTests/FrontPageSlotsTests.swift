import Base
import Content
import Testing

@Suite struct FrontPageSlotsTests {
    /// The titles in the slots, and the ids of what was found wrong.
    private func slots(_ yaml: String) throws -> (titles: [String], problems: [String]) {
        var fixture = SiteFixture()
        fixture.files["Content/site.yaml", default: ""] += "sections: أخبار، رأي\n"
        fixture.add("2024-01-01-a", "title: أ\ndate: 2024-01-01\nsection: أخبار\ntags: ماء")
        fixture.add("2024-01-02-b", "title: ب\ndate: 2024-01-02\nsection: رأي")
        fixture.add("2024-01-03-c", "title: ج\ndate: 2024-01-03\nsection: أخبار")
        fixture.add("2026-01-01-held", "title: محظور\ndate: 2026-01-01")
        fixture.add("2023-01-01-over", "title: انتهى\ndate: 2023-01-01\nexpires: 2024-01-01")
        fixture.files["Content/frontpage.yaml"] = "slots:\n" + yaml
        let result = loadSite(MemoryTree(fixture.files), LoadOptions(now: fixture.now, workers: Workers(jobs: 1)))
        let site = try #require(result.site)
        return (site.frontPage.slots.map { site.articles[$0].title }, result.diagnostics.map(\.id))
    }

    @Test func storiesStandInTheEditorsOrderEachOnce() throws {
        #expect(try slots("  - b\n  - article: a\n  - b\n").titles == ["ب", "أ"])
    }

    @Test(arguments: [
        ("  - section: أخبار\n  - section: أخبار\n", ["ج", "أ"]), ("  - tag: ماء\n", ["أ"]),
        ("  - newest: نعم\n  - newest: true\n", ["ج", "ب"]),
        ("  - section: أخبار\n  - article: c\n", ["أ", "ج"]),
        ("  - article: a\n    until: 2024-06-01\n    section: رأي\n", ["ب"]),
        ("  - article: a\n    until: 2024-06-01\n", []),
        ("  - article: a\n    until: 2025-06-01\n    section: رأي\n", ["أ"]),
        ("  - article: nowhere\n    newest: true\n", ["ج"]), ("  - article: held\n    tag: ماء\n", ["أ"]),
        ("  - article: over\n    tag: ماء\n", ["أ"]),
        ("  - tag: ماء\n  - tag: ماء\n    newest: true\n", ["أ", "ج"]),
        ("  - article: a # ملف\n    until: 2024-06-01 # موعد\n    section: رأي # قسم\n", ["ب"]),
        ("  - tag: ماء  # وسم\n", ["أ"]),
    ])
    func slotsFallThrough(_ yaml: String, _ titles: [String]) throws {
        let result = try slots(yaml)
        #expect(result.titles == titles)
        #expect(result.problems == [])
    }

    @Test(arguments: [
        ("  - nowhere\n", "unknown-article"), ("  - over\n", "gone-article"),
        ("  - held\n", "held-article"), ("  - until: 2025-06-01\n", "empty-slot"),
        ("  - section: لا قسم\n", "unknown-slot-section"), ("  - tag: لا وسم\n", "unknown-slot-tag"),
    ])
    func aSlotThatNothingFillsIsAProblem(_ yaml: String, _ id: String) throws {
        #expect(try slots(yaml).problems == [id])
    }
}
