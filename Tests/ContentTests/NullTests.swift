import Base
import Content
import Testing

/// What programs write where they know no value names nothing.
@Suite struct NullTests {
    @Test(arguments: ["null", "~", "Null", "NULL"], ["", "\nquoted: yes"]) func nothingIsNoName(
        _ null: String, _ slow: String
    ) {
        let keys = [
            "section", "tags", "authors", "kicker", "summary", "series", "slug", "id", "location", "image", "source",
            "expires",
        ]
        // An extra field takes the long way through the parser.
        let settings = slow.isEmpty ? "" : "extra:\n  quoted: text\n"
        let extra = slow.isEmpty ? "" : "\nextra:\n  quoted: 'x'"
        let matter = "title: ع\ndate: 2024-01-24\n" + keys.map { "\($0): \(null)" }.joined(separator: "\n") + extra
        let (article, problems) = SiteFixture.article(matter, settings: settings)
        #expect(problems.map(\.id) == [])
        #expect(
            article?.section == nil && article?.tags == [] && article?.bylines.isEmpty == true && article?.kicker == nil
        )
        #expect(article?.url.text == "2024/01/rain/")
    }

    @Test(arguments: ["[null, خبر, ~]", "\n  - null\n  - خبر\n  - ~", "null، خبر", "خبر, ~"])
    func nothingIsNoNameInAList(_ list: String) {
        let (article, problems) = SiteFixture.article("title: ع\ndate: 2024-01-24\ntags: \(list)\nauthors: \(list)")
        #expect(problems.map(\.id) == [])
        #expect(article?.tags.count == 1 && article?.bylines.count == 1)
    }

    @Test func whatStandsBetweenQuotesIsAName() {
        #expect(SiteFixture.article("title: \"null\"\ndate: 2024-01-24").article?.title == "null")
        #expect(SiteFixture.article("title: null\ndate: 2024-01-24").diagnostics.map(\.id) == ["missing-key"])
        #expect(SiteFixture.article("title: الصفر null\ndate: 2024-01-24").article?.title == "الصفر null")
    }
}
