import Base
import Content
import Testing

/// What stands between the colon of a key and its value.
@Suite struct KeySpaceTests {
    private func place(_ line: Int, _ column: Int) -> Location {
        Location(path: "Content/articles/2024-01-24-rain.md", line: line, column: column)
    }

    @Test(arguments: [
        ("title:العنوان\ndate: 2024-01-24", 2), ("date: 2024-01-24\nالعنوان:خبر", 3),
        ("title: ع\ndate: 2024-01-24\ndraft:true", 4),
        ("title:\u{200F}العنوان\ndate: 2024-01-24", 2), ("title:\"العنوان\"\ndate: 2024-01-24", 2),
        ("title: ع\ndate:2024-01-24", 3),
    ]) func keyWithoutASpaceBehindItIsAnErrorAtThatKey(_ matter: String, _ line: Int) throws {
        let (_, diagnostics) = SiteFixture.article(matter)
        #expect(diagnostics.map(\.id) == ["space-behind-key"])
        #expect(diagnostics.first?.location == place(line, 1))
    }

    @Test(arguments: [
        "title:\u{A0}العنوان", "title:\u{200F} العنوان", "title:\u{A0} \u{200E}العنوان", "title:\u{3000}العنوان",
    ])
    func spacesThatLookLikeOnesAreSpaces(_ line: String) {
        let (article, diagnostics) = SiteFixture.article("\(line)\ndate: 2024-01-24")
        #expect(diagnostics == [])
        #expect(article?.title == "العنوان")
    }

    @Test func addressesAndTimesNeedNoSpace() {
        let (article, diagnostics) = SiteFixture.article(
            "title: 12:30\ndate: 2024-01-24 12:30\nsource:\n  name: وكالة\n  url: https://example.org/a:b\nsummary: >-\n  url:x"
        )
        #expect(diagnostics == [])
        #expect(article?.title == "12:30")
        #expect(article?.summary == "url:x")
    }
}
