import Base
import Testing

@testable import Content

/// The day that a file's name begins with.
@Suite struct NameDateTests {
    @Test(arguments: [
        "2024-01-24-rain", "2024-01-24 rain", "2024-01-24_rain", "2024_01_24_rain", "2024.01.24 rain", "2024-01-24",
        "٢٠٢٤-٠١-٢٤-مطر",
        "2024/2024-01-24-مطر", "2024-01-24مطر", "2024-01-24%20rain",
    ]) func dateIsThatOfTheNameWhereTheKeyIsMissing(_ name: String) {
        let (site, diagnostics) = load(name, "title: ع")
        #expect(diagnostics == [])
        #expect(site?.articles.first?.date.date == CivilDate(year: 2024, month: 1, day: 24))
        #expect(site?.articles.first?.date.time == nil)
        #expect(site?.articles.first?.date.instant == Instant(seconds: 1_706_047_200))
        #expect(site?.articles.first?.url.text.hasPrefix("2024/01/") == true)
    }

    @Test(arguments: [
        "2024-13-45-rain", "2024-02-30-rain", "rain-2024-01-24", "1447-08-13-rain", "2024-1-24-rain",
        "2024-01-240-rain", "2024_01-24-rain",
    ])
    func otherNumbersAreNoDate(_ name: String) {
        #expect(load(name, "title: ع").diagnostics.map(\.id) == ["missing-key"])
    }

    @Test(arguments: ["date:", "التاريخ: \"\""]) func keyWithoutAValueIsNoMissingKey(_ line: String) {
        #expect(load("2024-01-24-rain", "title: ع\n\(line)").diagnostics.map(\.id) == ["missing-key"])
    }

    @Test func dayToComeIsAnEmbargo() {
        #expect(load("2026-01-24-rain", "title: ع").site?.articles.isEmpty == true)
    }

    @Test func keyHoldsWhereTheTwoDiffer() {
        let (site, diagnostics) = load("2024-01-24-rain", "title: ع\nالتاريخ: 2024-01-25")
        #expect(site?.articles.first?.date.date == CivilDate(year: 2024, month: 1, day: 25))
        #expect(diagnostics.map(\.id) == ["date-differs"])
        #expect(diagnostics.first?.severity == .warning)
        #expect(
            diagnostics.first?.location == Location(path: "Content/articles/2024-01-24-rain.md", line: 3, column: 10))
        #expect(
            diagnostics.first?.message.arabic
                == "اسم الملف يقول 2024-01-24، و«التاريخ» يقول 2024-01-25، وبه يُعمل؛ وفّق بينهما")
    }

    @Test func daysAreThoseOfTheOutletsZone() {
        #expect(load("2024-01-25-rain", "title: ع\ndate: 2024-01-24T23:30:00Z").diagnostics == [])
        #expect(
            load("2024-01-24-rain", "title: ع\ndate: 2024-01-24T23:30:00Z").diagnostics.map(\.id) == ["date-differs"])
    }

    @Test func articlesWithoutADateShareNoAddress() {
        var fixture = SiteFixture()
        fixture.add("a/rain", "title: ع")
        fixture.add("b/rain", "title: ع\ndate: غدًا")
        fixture.add("2024-01-24-sun", "title: ع\ndate: غدًا")
        #expect(fixture.load().diagnostics.map(\.id) == ["date", "missing-key", "date"])
        let articles =
            loadSite(MemoryTree(fixture.files), LoadOptions(now: fixture.now, workers: Workers(jobs: 1))).site?.articles
            ?? []
        #expect(Set(articles.map(\.url.text)).count == 3)
        #expect(articles.contains { $0.url.text == "2024/01/sun/" })
    }

    private func load(_ name: String, _ matter: String) -> (site: Site?, diagnostics: [Diagnostic]) {
        var fixture = SiteFixture()
        fixture.files["Content/site.yaml", default: ""] += "time_zone: Africa/Cairo\n"
        fixture.add(name, matter)
        return fixture.load()
    }
}
