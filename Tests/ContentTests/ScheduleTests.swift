import Base
import Content
import Testing

@Suite struct ScheduleTests {
    private func changes(_ fixture: SiteFixture) -> [ScheduledChange] {
        schedule(of: MemoryTree(fixture.files), LoadOptions(now: fixture.now, workers: Workers(jobs: 1))).changes
    }

    @Test func anEmbargoEndsAndTheNewsSitemapForgetsItTwoDaysLater() {
        var fixture = SiteFixture()
        fixture.add("later", "title: لاحقًا\ndate: 2025-02-01T06:00Z")
        let found = changes(fixture)
        #expect(found.map(\.kind) == [.published, .leavesNewsSitemap])
        #expect(found[1].instant.seconds - found[0].instant.seconds == 48 * 3600)
        #expect(found[0].title == "لاحقًا")
    }

    @Test func whatIsPastOrADraftOrTakenBackIsNotScheduled() {
        var fixture = SiteFixture()
        fixture.add("old", "title: قديم\ndate: 2024-02-01\nexpires: 2024-03-01")
        fixture.add("draft", "title: مسودة\ndate: 2025-02-01\ndraft: true")
        fixture.add("back", "title: مسحوب\ndate: 2025-02-01\nstatus: retracted\nreason: خطأ")
        #expect(changes(fixture) == [])
    }

    @Test func anArticleThatExpiresBeforeItIsPublishedNeverChangesAnything() {
        var fixture = SiteFixture()
        fixture.add("never", "title: أبدًا\ndate: 2025-03-01\nexpires: 2025-02-01")
        #expect(changes(fixture) == [])
    }

    @Test func slotsAndTheBreakingBarEnd() {
        var fixture = SiteFixture()
        fixture.add("rain", "title: مطر\ndate: 2024-02-01")
        fixture.files["Content/frontpage.yaml"] =
            "slots:\n  - article: rain\n    until: 2025-02-03\nbreaking:\n  text: عاجل\n  until: 2025-02-02\n"
        #expect(changes(fixture).map(\.kind) == [.breakingEnds, .slotEnds])
    }

    @Test func aBrokenArticleDoesNotHideTheOthers() {
        var fixture = SiteFixture()
        fixture.add("broken", "titel: مكسور\ndate: 2025-02-01")
        fixture.add("later", "title: لاحقًا\ndate: 2025-02-02")
        let result = schedule(of: MemoryTree(fixture.files), LoadOptions(now: fixture.now, workers: Workers(jobs: 1)))
        #expect(result.changes.contains { $0.path.hasSuffix("later.md") && $0.kind == .published })
        #expect(result.diagnostics.contains { $0.id == "unknown-key" })
    }
}
