import Base
import Content
import Testing
import Typesetting

@testable import Pages

@Suite struct LinkCheckTests {
    private func problems(_ link: String, url: String = "https://example.org/") throws -> [String] {
        try outlet(link, url: url).made().ids
    }

    private func outlet(_ link: String, url: String = "https://example.org/") -> SmallOutlet {
        var outlet = SmallOutlet(
            url: url,
            articles: [
                "a.md":
                    "title: أ\ndate: 2024-01-01\nsection: علوم\naliases: /old/\n---\n## عنوان\n\nنص [رابط](\(link)).\n",
                "news/b.md": "title: ب\ndate: 2024-01-02\n---\n## Part two\n\nنص.\n",
            ])
        outlet.files["Content/assets/paper.pdf"] = "%PDF"
        outlet.files["Content/pages/about.md"] = "---\ntitle: عنا\n---\nنص"
        return outlet
    }

    @Test(
        arguments: [
            "/", "/2024/01/b/", "/2024/01/b", "/2024/01/b/index.html", "/2024/01/b/#part-two", "news/b.md",
            "news/b.md#part-two",
            "./news/b.md",
            "../pages/about.md", "/about/", "/about/?x=1#عنوان-لا-يهم-في-القائمة", "/section/علوم/",
            "/section/%D8%B9%D9%84%D9%88%D9%85/",
            "#عنوان", "#%D8%B9%D9%86%D9%88%D8%A7%D9%86", "/assets/paper.pdf", "/feed.xml", "/old/",
            "https://other.org/nothing",
            "//other.org/",
            "mailto:a@b.example", "https://example.org/2024/01/b/", "../b/",
        ].filter { !$0.contains("لا-يهم") }) func soundLinkPasses(_ link: String) throws
    {
        #expect(try problems(link) == [])
    }

    @Test(arguments: [("comment-a", []), ("comment-b", ["broken-anchor"])])
    func linkToACommentNamesOneThatIsThere(_ anchor: String, _ ids: [String]) throws {
        var outlet = outlet("news/b.md#\(anchor)")
        outlet.files["Content/comments/news/b.jsonl"] =
            #"{"id": "a", "name": "سلمى", "date": "2024-02-01T10:00:00Z", "text": "نص"}"# + "\n"
        #expect(try outlet.made().ids == ids)
    }

    @Test func linkToAnArticleWithoutADateIsNoSecondError() throws {
        var outlet = outlet("/2024/01/b/")
        outlet.files["Content/articles/news/b.md"] = "---\ntitle: ب\n---\nنص\n"
        #expect(try outlet.made().ids == ["missing-key"])
    }

    @Test(arguments: [
        "https://example.org/nowhere/", "//example.org/nowhere/", "HTTPS://Example.ORG/nowhere/",
        "http://example.org/nowhere/",
    ]) func wholeAddressOfThisSiteIsChecked(_ link: String) throws {
        #expect(try problems(link) == ["broken-link"])
        #expect(try problems(link.replacing("/nowhere/", with: "/about/")) == [])
        #expect(try problems(link.replacing("/nowhere/", with: "")) == [])
    }

    @Test func pictureOfThisSiteByItsWholeAddressIsChecked() throws {
        var outlet = outlet("/")
        outlet.files["Content/articles/a.md"] =
            "---\ntitle: أ\ndate: 2024-01-01\n---\n\n![ص](https://example.org/none.png)\n"
        #expect(try outlet.made().ids.contains("broken-link"))
    }

    @Test func baseOfTheSiteInALinkIsAnsweredWithThePath() throws {
        let made = try outlet("/news/about/", url: "https://example.org/news/").made()
        #expect(
            made.diagnostics.contains {
                $0.id == "broken-link" && $0.message.english.contains("did you mean “/about/”")
            })
        #expect(try problems("https://example.org/other/", url: "https://example.org/news/") == [], "another site's")
    }

    @Test(arguments: [
        ("/about", "/about/"), ("/about?x=1#y", "/about/?x=1#y"), ("/about#y", "/about/#y"), ("/about/", "/about/"),
        ("/section/علوم", "/section/%D8%B9%D9%84%D9%88%D9%85/"), ("/assets/paper.pdf", "/assets/paper.pdf"),
        ("/feed.xml", "/feed.xml"), ("/", "/"),
    ]) func pageIsLinkedWithItsSlash(_ link: String, _ printed: String) throws {
        let made = try outlet(link).made()
        let place = try #require(made.site.articles.firstIndex { $0.path.hasSuffix("a.md") })
        let html = String(decoding: try made.edition.html(ofArticle: place), as: UTF8.self)
        #expect(html.contains("href=\"\(printed)\""))
    }

    @Test func schemeThatIsMissingIsNamed() throws {
        let problems = try outlet("www.google.com").made().diagnostics.filter { $0.id == "broken-link" }
        #expect(problems.map(\.message.english) == ["https:// is missing; write “https://www.google.com”"])
    }

    @Test func settingsAreNamedAtTheirLine() throws {
        let outlet = SmallOutlet("logo: none.png\nwords:\n  homme: x", articles: ["a.md": "title: أ\ndate: 2024-01-01"])
        let places = try outlet.made().diagnostics.filter { $0.severity == .error }.map {
            "\($0.id) \($0.location?.text ?? "")"
        }
        #expect(Set(places) == ["missing-picture Content/site.yaml:3:7", "unknown-word Content/site.yaml:5:3"])
    }

    @Test func aTextFullOfBrokenLinksIsNotAnsweredWithABook() throws {
        let found = try problems(String(repeating: "/x/) [ر](", count: 3_000) + "/x/")
        #expect(found.count == 200)
    }

    @Test(arguments: [
        "/2024/01/c/", "news/c.md", "../../../../x", "c/", "/assets/other.pdf", "https://example.org/nothing/", "/%zz/",
    ])
    func brokenLinkIsAnError(_ link: String) throws {
        #expect(try problems(link) == ["broken-link"])
    }

    @Test(arguments: ["#nothing", "news/b.md#part-three", "/2024/01/b/#x", "/about/#x"]) func brokenAnchorIsAnError(
        _ link: String
    ) throws {
        #expect(try problems(link) == ["broken-anchor"])
    }

    @Test(arguments: ["/2024/01/b/", "news/b.md", "https://example.org/news/2024/01/b/"]) func subPathMakesNoDifference(
        _ link: String
    )
        throws
    {
        #expect(try problems(link, url: "https://example.org/news/") == [])
    }

    @Test(arguments: [("/x.html/y/", "x.html"), ("/_redirects/", "_redirects")])
    func aPathThatNeedsAFolderInAFilesPlaceIsAnError(_ alias: String, _ file: String) throws {
        let other = file == "x.html" ? ", /x.html" : ""
        let made = try SmallOutlet(articles: ["a.md": "title: أ\ndate: 2024-01-01\naliases: [\(alias)\(other)]"]).made()
        #expect(made.ids == ["duplicate-url"])
        let problem = try #require(made.diagnostics.first { $0.id == "duplicate-url" })
        #expect(
            problem.message.english.contains("the file “/\(file)”") && problem.location?.path == "Content/articles/a.md"
        )
    }

    @Test(arguments: ["expires: 2024-02-01", "status: retracted\nreason: خطأ", "status: removed"])
    func linkToTheFileOfWhatIsGoneLeadsToItsNotice(_ end: String) throws {
        var outlet = outlet("news/over.md#part")
        outlet.files["Content/articles/news/over.md"] = "---\ntitle: انتهى\ndate: 2024-01-03\n\(end)\n---\nنص"
        let made = try outlet.made()
        #expect(made.ids == [])
        let body = made.edition.articles.map { String(decoding: $0.inMemoryHTML ?? [], as: UTF8.self) }.joined()
        #expect(body.contains("href=\"/2024/01/over/#part\""))
    }

    @Test func brokenLinkHasItsPlaceAndASuggestion() throws {
        let made = try outlet("news/bb.md").made()
        let problem = try #require(made.diagnostics.first { $0.id == "broken-link" })
        #expect(problem.location == Location(path: "Content/articles/a.md", line: 9, column: 11))
        #expect(problem.message.english.contains("did you mean “news/b.md”?"))
    }

    private func problem(_ articles: [String: String]) throws -> Diagnostic {
        try #require(try SmallOutlet(articles: articles).made().diagnostics.first { $0.id == "broken-link" })
    }

    @Test func suggestionCountsFromTheFileThatLinks() throws {
        let b = "title: ب\ndate: 2024-01-01"
        let below = try problem([
            "2024/a.md": "title: أ\ndate: 2024-01-01\n---\n[نص](2024/b-long-name.md)\n", "2024/b-long-name.md": b,
        ])
        #expect(below.message.english.contains("did you mean “b-long-name.md”?"))
        let across = try problem([
            "2024/a.md": "title: أ\ndate: 2024-01-01\n---\n[نص](b-long-name.md)\n", "2023/b-long-name.md": b,
        ])
        #expect(across.message.english.contains("did you mean “../2023/b-long-name.md”?"))
    }

    @Test(arguments: ["aa.md", "/2024/01/aa/"]) func pageThatLinksIsNoSuggestion(_ link: String) throws {
        let alone = try problem(["a.md": "title: أ\ndate: 2024-01-01\n---\n[نص](\(link))\n"])
        #expect(!alone.message.english.contains("did you mean"))
    }

    @Test(arguments: ["draft: true", "date: 2030-01-01"]) func linkToWhatIsHeldSaysSo(_ line: String) throws {
        let held = "title: سر\n" + (line.hasPrefix("date") ? line : "date: 2024-01-01\n" + line)
        let problem = try problem(["b.md": "title: أ\ndate: 2024-01-01\n---\n[نص](سر.md)\n", "سر.md": held])
        #expect(problem.message.english.contains("“سر.md” is a draft or under embargo"))
        #expect(!problem.message.english.contains("did you mean"))
    }

    @Test(arguments: ["status: retracted\nreason: خطأ", "expires: 2024-02-01", "status: removed"])
    func linkToWhatWasTakenBackLeadsToWhatStandsThere(_ line: String) throws {
        let made = try SmallOutlet(articles: [
            "a.md": "title: أ\ndate: 2024-01-01\n---\n[نص](b.md)\n", "b.md": "title: ب\ndate: 2024-01-01\n\(line)",
        ]).made()
        #expect(made.ids == [])
        let html = String(decoding: try made.edition.html(ofArticle: 0), as: UTF8.self)
        #expect(html.contains(#"href="/2024/01/b/""#))
    }

    @Test func anchorsOfTemplatesMayBeNamed() throws {
        var outlet = outlet("/2024/01/b/#comments")
        outlet.files["Templates/article.html"] = #"<section id="comments">"#
        #expect(try outlet.made().ids == [])
    }

    @Test func menusAreChecked() throws {
        let made = try SmallOutlet("navigation:\n  - {title: لا شيء, url: /nothing/}\npolicies: {ethics: /charter/}")
            .made()
        #expect(made.ids == ["broken-link", "broken-link"])
    }

    @Test func missingPicturesOfTheOutletAreAdvice() throws {
        let made = try SmallOutlet().made()
        #expect(made.diagnostics.map(\.id).sorted() == ["description-missing", "logo-missing", "share-image-missing"])
        #expect(made.diagnostics.allSatisfy { $0.severity == .advice })
    }
}
