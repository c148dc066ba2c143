import Base
import Testing

@testable import Content

/// What word processors and chat programs leave before and behind a word, and nobody sees.
@Suite struct DirectionMarkTests {
    private static let marks = [
        "\u{200F}", "\u{200E}", "\u{61C}", "\u{200B}", "\u{FEFF}", "\u{200F}\u{200E}", "\u{200C}",
    ]

    private func manuscript(_ matter: String) -> (manuscript: Manuscript, diagnostics: [Diagnostic]) {
        let file = Array("---\ntitle: ع\ndate: 2024-01-24\n\(matter)\n---\n\nنص\n".utf8)
        let outlet = Outlet(name: "جريدة", address: .unknown, arabicMessages: true)
        return readManuscript(file, path: "Content/articles/rain.md", outlet: outlet, digest: Digest(of: file))
    }

    @Test(arguments: marks) func fencesMayHaveThem(_ mark: String) {
        for (first, last) in [
            ("\(mark)---", "---"), ("---\(mark)", "---"), ("---", "\(mark)---"), ("---", "---\(mark) "),
        ] {
            var fixture = SiteFixture()
            fixture.files["Content/articles/a.md"] = "\(first)\ntitle: ع\ndate: 2024-01-24\n\(last)\n\nنص\n"
            let (site, diagnostics) = fixture.load()
            #expect(diagnostics == [])
            #expect(site?.articles.first?.title == "ع")
        }
    }

    @Test func secondByteOrderMarkIsNoText() {
        var fixture = SiteFixture()
        fixture.files["Content/articles/a.md"] = "\u{FEFF}\u{FEFF}---\ntitle: ع\ndate: 2024-01-24\n---\n"
        #expect(fixture.load().diagnostics == [])
    }

    @Test(arguments: ["ا---", "--", "\u{200F}----", "\u{200F}--- ع", "‏—"]) func whatIsToBeSeenIsNoFence(_ line: String)
    {
        var fixture = SiteFixture()
        fixture.files["Content/articles/a.md"] = "\(line)\ntitle: ع\ndate: 2024-01-24\n---\n"
        #expect(fixture.load().diagnostics.map(\.id) == ["front-matter-missing"])
    }

    @Test(arguments: marks) func flagsMayHaveThem(_ mark: String) {
        for word in [
            "نعم\(mark)", "\(mark)نعم", "\(mark)true \(mark)", "\"نعم\"\(mark)", "\"نعم\(mark)\"", "نعم\(mark) # سر",
        ] {
            let (manuscript, diagnostics) = manuscript("draft: \(word)")
            #expect(diagnostics == [], "\(word)")
            #expect(manuscript.isDraft, "\(word)")
        }
        let (closed, diagnostics) = manuscript("comments: لا\(mark)\nالنوع: رأي\(mark)")
        #expect(diagnostics == [])
        #expect(!closed.allowsComments)
        #expect(closed.kind == .opinion)
    }

    @Test(arguments: marks) func addressesAndPathsMayHaveThem(_ mark: String) {
        let (manuscript, diagnostics) = manuscript(
            """
            aliases: [/2019/old/\(mark), \(mark)/b/]
            image: \(mark)rain.png
            source:
              name: وكالة
              url: \(mark)https://example.org/a
              canonical: "https://example.org/b"\(mark)
            related:
              - \(mark)one.md\(mark)
            lang: fr\(mark)
            id: \(mark)first
            """)
        #expect(diagnostics == [])
        #expect(manuscript.aliases.map(\.path.text) == ["2019/old/", "b/"])
        #expect(manuscript.image.map { Array($0.src.utf8) } == Array("rain.png".utf8))
        #expect(manuscript.source?.url?.text == "https://example.org/a")
        #expect(manuscript.source?.canonical?.text == "https://example.org/b")
        #expect(manuscript.related.map { Array($0.text.utf8) } == [Array("one.md".utf8)])
        #expect(manuscript.language.map { Array($0.utf8) } == Array("fr".utf8))
        #expect(manuscript.id.map { Array($0.utf8) } == Array("first".utf8))
    }

    @Test(arguments: marks) func listsInBracketsAndMappingsInBracesMayHaveThem(_ mark: String) {
        let (manuscript, diagnostics) = manuscript(
            "aliases: \(mark)[/a/, /b/]\(mark)\ntags: \(mark)[علوم, ماء]\nimage: {src: \(mark)rain.png}\(mark)")
        #expect(diagnostics == [])
        #expect(manuscript.aliases.map(\.path.text) == ["a/", "b/"])
        #expect(manuscript.tags.map(\.text) == ["علوم", "ماء"])
        #expect(manuscript.image.map { Array($0.src.utf8) } == Array("rain.png".utf8))
    }

    @Test(arguments: marks) func dashesOfListsMayHaveThem(_ mark: String) {
        let (manuscript, diagnostics) = manuscript(
            """
            aliases:
              \(mark)- /a/
              -\(mark) /b/
              \(mark)- \(mark)/c/
              -\u{A0}/d/
            tags:
            \(mark)- علوم
            - \(mark)ماء
            corrections:
              \(mark)- date: 2024-01-25
                text: \u{200F}20 لا 30
            """)
        #expect(diagnostics == [])
        #expect(manuscript.aliases.map(\.path.text) == ["a/", "b/", "c/", "d/"])
        #expect(manuscript.tags.count == 2)
        #expect(manuscript.corrections.map { Array($0.text.utf8) } == [Array("\u{200F}20 لا 30".utf8)])
    }

    @Test func problemsStandWhereTheyStoodInTheFile() {
        let (_, diagnostics) = manuscript("aliases: \u{200F}a/\ndraft: \u{200F}ربما")
        #expect(diagnostics.map { [$0.location?.line, $0.location?.column] } == [[4, 11], [5, 9]])
    }

    @Test(arguments: marks) func settingsMayHaveThem(_ mark: String) {
        var fixture = SiteFixture()
        fixture.files["Content/site.yaml"] =
            """
            name: جريدة
            url: \(mark)https://example.org/\(mark)
            language: ar\(mark)
            time_zone: Africa/Cairo\(mark)
            page_size: 10\(mark)
            navigation:
              - title: من نحن
                url: \(mark)https://example.org/about/

            """
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [])
        #expect(site?.outlet.address.origin == "https://example.org")
        #expect(site?.outlet.isRightToLeft == true)
        #expect(site?.outlet.pageSize == 10)
    }

    @Test(arguments: ["\u{200F}20 شهيدًا", "لغة C++\u{200E}", "قال\u{200F}: لا", "\u{2067}نص\u{2069}"])
    func proseKeepsThem(_ text: String) {
        let (manuscript, diagnostics) = manuscript("summary: \(text)")
        #expect(diagnostics == [])
        #expect(manuscript.summary.map { Array($0.utf8) } == Array(text.utf8))
    }
}
