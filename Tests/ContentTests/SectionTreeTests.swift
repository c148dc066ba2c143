import Base
import Testing

@testable import Content

/// Sections that lie beneath others: what they are called, where they live, whose stories their lists hold.
@Suite struct SectionTreeTests {
    private static let tree = """
        sections:
          - name: سياسة
            slug: politics
            children:
              - {name: أحزاب, slug: parties}
              - name: برلمان
                slug: parliament
                children: لجان
          - name: تاريخ
            slug: history
            children:
              - {name: أحزاب, slug: old-parties}
          - علوم

        """

    private static func site(_ settings: String, _ sections: String...) -> (site: Site?, problems: [Diagnostic]) {
        var fixture = SiteFixture()
        fixture.files["Content/site.yaml", default: ""] += settings
        for (number, section) in sections.enumerated() {
            fixture.add("\(number)", "title: خبر \(number)\ndate: 2024-01-0\(number + 1)\nsection: \(section)")
        }
        let (site, problems) = fixture.load()
        return (site, problems.filter { $0.severity != .advice })
    }

    /// The names of the sections, and the headlines in their lists.
    private static func lists(_ site: Site) -> [String: [String]] {
        Dictionary(
            uniqueKeysWithValues: site.sections.map { ($0.identity, $0.articles.map { site.articles[$0].title }) })
    }

    @Test func parentsListHoldsTheStoriesBeneathItEachOnceTheNewestFirst() throws {
        let (found, problems) = Self.site(Self.tree, "سياسة", "لجان", "برلمان", "علوم", "سياسة/أحزاب")
        #expect(problems.isEmpty)
        let lists = Self.lists(try #require(found))
        #expect(lists["سياسة"] == ["خبر 4", "خبر 2", "خبر 1", "خبر 0"])
        #expect(lists["برلمان"] == ["خبر 2", "خبر 1"])
        #expect(lists["لجان"] == ["خبر 1"])
        #expect(lists["سياسة/أحزاب"] == ["خبر 4"])
        #expect(lists["تاريخ/أحزاب"] == [])
        #expect(lists["علوم"] == ["خبر 3"])
    }

    @Test(arguments: [
        "تاريخ/أحزاب", "تاريخ / أحزاب", "history/old-parties", "old-parties", "history/أحزاب", "تاريخ/old-parties",
        "تاريخ/أحزاب/",
    ])
    func sectionIsCalledByItsWay(_ name: String) throws {
        let (found, problems) = Self.site(Self.tree, name)
        #expect(problems.isEmpty)
        let lists = Self.lists(try #require(found))
        #expect(lists["تاريخ/أحزاب"] == ["خبر 0"])
    }

    @Test func nameOfSeveralAsksForTheWay() throws {
        let (_, problems) = Self.site(Self.tree, "أحزاب")
        #expect(problems.map(\.id) == ["ambiguous-section"])
        let problem = try #require(problems.first)
        #expect(problem.message.english.contains("“سياسة/أحزاب” or “تاريخ/أحزاب”"))
        #expect(problem.location == Location(path: "Content/articles/0.md", line: 4, column: 10))
    }

    @Test func oneAtTheTopIsCalledWithASlash() throws {
        let settings = "sections:\n  - أحزاب\n  - {name: تاريخ, children: [{name: أحزاب, slug: old}]}\n"
        #expect(
            Self.site(settings, "أحزاب").problems.first?.message.english.contains("“/أحزاب” or “تاريخ/أحزاب”") == true)
        let site = try #require(Self.site(settings, "/أحزاب").site)
        #expect(Self.lists(site)["/أحزاب"] == ["خبر 0"])
    }

    @Test func addressesAreFlatUnlessTheyAreToBeNested() throws {
        let flat = try #require(Self.site(Self.tree).site)
        #expect(
            flat.sections.map(\.url.text).prefix(3) == ["section/politics/", "section/parties/", "section/parliament/"])
        let nested = try #require(
            Self.site(
                "section_addresses: nested\nurls: {article: \"/{section}/{slug}/\", section: \"/{slug}/\"}\n"
                    + Self.tree, "لجان"
            ).site)
        #expect(nested.sections.map(\.url.text).prefix(4).last == "politics/parliament/لجان/")
        #expect(nested.articles[0].url.text == "politics/parliament/لجان/0/")
    }

    @Test func flatListIsReadAsEver() throws {
        let (found, problems) = Self.site("sections: [سياسة, {name: علوم, slug: science}]\n", "science", "سياسه")
        #expect(problems.isEmpty)
        let site = try #require(found)
        #expect(
            site.sections.map(\.identity) == ["سياسة", "علوم"] && site.sections.map(\.key) == ["سياسة", "science"])
        #expect(site.sections.allSatisfy { $0.ancestors.isEmpty && $0.children.isEmpty && $0.color == nil })
        #expect(site.menu.map(\.title) == ["سياسة", "علوم"] && site.menu.allSatisfy(\.children.isEmpty))
    }

    @Test func colourAndSearchHoldForWhatLiesBeneath() throws {
        let site = try #require(
            Self.site(
                """
                sections:
                  - name: أ
                    color: "#0b5d4e"
                    search: false
                    children: [ب, {name: ج, color: oklch(60% 0.1 200), search: نعم}]

                """
            ).site)
        #expect(site.sections.map(\.color) == ["#0b5d4e", "#0b5d4e", "oklch(60% 0.1 200)"])
        #expect(site.sections.map(\.isSearched) == [false, false, true])
    }

    @Test(arguments: [
        "red; } body { display: none", "url(x)", "#12345", "#12g", "rgb(1,2,3", "rgb()", "var(--x)", "expression(1)",
        "rgb(1 2 3) }", "rgb(1e9 nan inf)", "كحلي", "re\u{0}d",
    ])
    func whatIsNoColourReachesNoStyleSheet(_ color: String) {
        let (_, problems) = Self.site("sections:\n  - name: أ\n    color: \"\(color)\"\n")
        #expect(!problems.isEmpty, "\(color)")
    }

    @Test func colourThatYAMLTakesForACommentIsTold() {
        let (site, problems) = Self.site("sections:\n  - {name: أ}\n  - name: ب\n    color: #0b5d4e\n")
        #expect(problems.map(\.id) == ["wrong-type"] || site?.sections.last?.color == "#0b5d4e")
    }

    @Test func editorIsWhoHasAProfile() throws {
        var fixture = SiteFixture()
        fixture.files["Content/site.yaml", default: ""] +=
            "sections: [{name: أ, editor: salma}, {name: ب, editor: سلمى الطحان}]\n"
        fixture.files["Content/authors/salma.md"] = "---\nname: سلمى الطحان\n---\n"
        let (site, problems) = fixture.load()
        #expect(problems.isEmpty)
        #expect(site?.sections.map(\.editor) == [0, 0])
        fixture.files["Content/site.yaml", default: ""] =
            "name: ج\nurl: https://example.org/\nsections:\n  - name: أ\n    editor: salmaa\n"
        #expect(fixture.load().diagnostics.map { "\($0.id) \($0.location?.line ?? 0)" } == ["unknown-editor 5"])
    }

    // MARK: What is wrong

    private static func lines(_ settings: String) -> [String] {
        site(settings).problems.map { "\($0.id) \($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
    }

    @Test func sectionStandsOnceInAList() {
        #expect(Self.lines("sections: [سياسة, {name: سِياسة, slug: other}]\n") == ["duplicate-section 3:21"])
        #expect(Self.lines("sections:\n  - name: أ\n    children: [ب, ب]\n") == ["duplicate-section 5:19"])
    }

    @Test func slugIsThatOfOneSectionUnlessAddressesAreNested() {
        let settings =
            "sections:\n  - {name: أ, children: [{name: ب, slug: x}]}\n  - {name: ج, children: [{name: د, slug: x}]}\n"
        #expect(Self.lines(settings).map { $0.prefix(17) } == ["duplicate-section"])
        #expect(Self.lines("section_addresses: nested\n" + settings) == [])
        #expect(Self.lines("sections:\n  - {name: أ, slug: x, children: [{name: ب, slug: x}]}\n").count == 1)
    }

    @Test func depthIsBounded() {
        let four = "sections: {name: أ, children: {name: ب, children: {name: ج, children: {name: د, children: "
        #expect(Self.lines(four + "ه}}}}\n") == [])
        #expect(Self.lines(four + "{name: ه, children: و}}}}}\n").map { $0.prefix(13) } == ["section-depth"])
    }

    @Test func parentIsAnsweredWithChildren() {
        let problems = Self.site("sections: [{name: أ}, {name: ب, parent: أ}]\n").problems
        #expect(problems.map(\.id) == ["unknown-key"])
        #expect(problems.first?.message.english.contains("beneath “children”") == true)
    }
}
