import Base
import Content
import Testing

@Suite struct UnusualDateTests {
    @Test(arguments: ["1824-01-24", "2027-06-01", "2204-01-24"]) func aYearThatIsHardlyMeantIsRemarked(_ date: String) {
        let problems = Self.problems(with: date)
        #expect(problems.map(\.id) == ["unusual-date"])
        #expect(problems.first?.severity == .advice)
        #expect(problems.first?.location == Location(path: "Content/articles/rain.md", line: 3, column: 7))
    }

    @Test(arguments: ["1900-01-01", "2026-12-01"]) func othersAreNot(_ date: String) {
        #expect(Self.problems(with: date).map(\.id) == [])
    }

    private static func problems(with date: String) -> [Diagnostic] {
        var fixture = SiteFixture()
        fixture.add("rain", "title: ع\ndate: \(date)")
        return fixture.load().diagnostics
    }

    @Test func anEmbargoIsCounted() throws {
        var fixture = SiteFixture()
        for (name, day) in [("a", "2025-01-02"), ("b", "2025-01-05T08:00"), ("c", "2024-12-01")] {
            fixture.add(name, "title: \(name)\ndate: \(day)")
        }
        fixture.add("d", "title: d\ndate: 2025-01-09\ndraft: true")
        let site = try #require(fixture.load().site)
        #expect(site.embargo?.articles == 2)
        #expect(
            site.embargo?.first == Instant(seconds: 1_735_776_000)
                && site.embargo?.last == Instant(seconds: 1_736_064_000))
        #expect(site.waiting.count == 3)
        fixture.showsUnpublished = true
        #expect(try #require(fixture.load().site).embargo == nil)
    }
}
