import Base
import Content
import Search
import Testing

@testable import Pages

/// What pages, feeds, the search and the front page make of sections with children.
@Suite struct SectionPagesTests {
    private static let settings = """
        page_size: 2
        feeds: {sections: [rss, json]}
        sections:
          - name: سياسة
            slug: politics
            color: teal
            children:
              - {name: أحزاب, slug: parties, feed: false, color: "#0b5d4e"}
          - {name: علوم, slug: science}
        """

    private static func made(_ settings: String = settings) throws -> SmallOutlet.Made {
        try SmallOutlet(
            settings,
            articles: [
                "a.md": "title: عن الحزب\ndate: 2024-01-03\nsection: أحزاب",
                "b.md": "title: عن الحكومة\ndate: 2024-01-02\nsection: سياسة",
                "c.md": "title: عن النجم\ndate: 2024-01-01\nsection: علوم",
            ]
        ).made()
    }

    private static func crumbs(_ page: Page) -> [String] { page.parents.map(\.title) }

    @Test func breadcrumbsShowTheWholeWay() throws {
        let made = try Self.made()
        #expect(made.ids == [])
        let pages = made.plan.pages
        let article = try #require(pages.first { $0.title == "عن الحزب" })
        #expect(Self.crumbs(article) == ["سياسة", "أحزاب"])
        let list = try #require(pages.first { $0.kind == .section && $0.title == "أحزاب" })
        #expect(Self.crumbs(list) == ["سياسة"])
        let top = try #require(pages.first { $0.title == "سياسة" })
        #expect(Self.crumbs(top) == [])
        let head = made.head(of: article)
        let steps = head.split(separator: "\"ListItem\"").dropFirst().map { String($0.prefix(90)) }
        #expect(steps.count == 4)
        #expect(
            steps[1].contains("\"position\":2,\"name\":\"سياسة\"")
                && steps[2].contains("\"position\":3,\"name\":\"أحزاب\""))
    }

    @Test func parentsFeedCarriesTheStoriesBeneathAndChildMayHaveNone() throws {
        let made = try Self.made()
        let feed = try #require(made.text("section/politics/feed.xml"))
        #expect(feed.contains("عن الحزب") && feed.contains("عن الحكومة") && !feed.contains("عن النجم"))
        #expect(feed.ranges(of: "<item>").count == 2)
        #expect(made.text("section/politics/feed.json") != nil && made.text("section/parties/feed.xml") == nil)
        let few = try Self.made(
            "feeds: {sections: none}\nsections: [{name: سياسة, slug: politics, feed: نعم}, أحزاب, علوم]")
        #expect(few.text("section/politics/feed.xml") != nil && few.text("section/علوم/feed.xml") == nil)
    }

    @Test func frontPageHasABlockForEachSectionAtTheTop() throws {
        let made = try Self.made()
        guard case .list(let home)? = made.plan.pages.first(where: { $0.kind == .home })?.content else {
            Issue.record("no front page")
            return
        }
        #expect(home.blocks.compactMap(\.section).map { made.site.sections[$0].name } == ["سياسة", "علوم"])
    }

    @Test func slotOfASectionTakesTheNewestBeneathIt() throws {
        var outlet = SmallOutlet(Self.settings, articles: ["a.md": "title: عن الحزب\ndate: 2024-01-03\nsection: أحزاب"])
        outlet.files["Content/frontpage.yaml"] = "slots:\n  - section: سياسة\n"
        #expect(try outlet.made().site.frontPage.slots == [0])
    }

    @Test func coloursAreAStyleSheetOfTheirOwn() throws {
        let made = try Self.made()
        let sheet = try #require(made.plan.outputs.first { $0.file.hasPrefix("assets/section-colors.") })
        #expect(
            made.text(sheet.file)
                == ".section-politics { --section: teal; }\n.section-parties { --section: #0b5d4e; }\n")
        #expect(made.head()?.contains("<link rel=\"stylesheet\" href=\"/\(sheet.file)\">") == true)
        #expect(
            made.plan.headers.headers(of: "/" + sheet.file, isFound: true).contains { $0.value.contains("immutable") })
        let plain = try Self.made("sections: [سياسة, أحزاب, علوم]")
        #expect(!plain.plan.outputs.contains { $0.file.contains("section-colors") })
        #expect(plain.head()?.contains("section-colors") == false)
    }

    @Test func classOfAColourIsThatOfOneSection() throws {
        let made = try SmallOutlet(
            """
            section_addresses: nested
            sections:
              - {name: أ, slug: a, color: red, children: [{name: ج, slug: x, color: blue}]}
              - {name: ب, slug: b, children: [{name: ج, slug: x, color: green}, {name: د, slug: a_x}]}
            """
        ).made()
        #expect(made.site.sections.compactMap(\.colorClass) == ["section-a", "section-a_x", "section-b_x"])
        #expect(Set(made.site.sections.map(\.key)).count == made.site.sections.count)
    }

    @Test func sectionsFilterOfTheSearchFindsWhatLiesBeneath() throws {
        let made = try Self.made()
        var outlet = SmallOutlet(
            Self.settings,
            articles: [
                "a.md": "title: عن الحزب\ndate: 2024-01-03\nsection: أحزاب",
                "b.md": "title: عن الحكومة\ndate: 2024-01-02\nsection: سياسة",
            ])
        outlet.files["Templates/search.html"] = "{{ page.title }}"
        let found = try outlet.made()
        let plan = try #require(found.plan.search)
        let texts = SearchTexts(found.edition, plan)
        #expect(try texts.text(1)?.facets == ["#parties", "#politics"], "the newest comes last")
        #expect(try texts.text(0)?.facets == ["#politics"])
        #expect(made.plan.search == nil)
    }

    @Test func menusLinksAreFollowed() throws {
        let made = try SmallOutlet("sections: [علوم]\nnavigation: [{title: أ, children: [{title: ب, url: /nowhere/}]}]")
            .made()
        #expect(made.ids == ["broken-link"])
    }
}
