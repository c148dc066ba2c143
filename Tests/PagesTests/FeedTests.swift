import Base
import Content
import Testing

@testable import Pages

@Suite struct FeedTests {
    static let article =
        "title: خبر <b> & \"آخر\" ]]>\ndate: 2024-01-24T09:05:00+03:00\nsection: علوم\ntags: ماء\nauthor: سلمى\nid: a1"

    private func site(_ settings: String = "", url: String = "https://example.org/", _ text: String = article) throws
        -> SmallOutlet.Made
    {
        try SmallOutlet(settings, url: url, articles: ["x.md": text]).made()
    }

    private func guid(_ made: SmallOutlet.Made) -> Substring? {
        made.text("feed.xml")?.firstMatch(of: #/<guid isPermaLink="false">(.*?)</guid>/#)?.1
    }

    @Test func defaultsAreAFewFiles() throws {
        let feeds = try site().plan.feeds.feeds.map(\.file)
        #expect(feeds == ["feed.xml", "atom.xml", "feed.json", "section/علوم/feed.xml", "corrections/feed.xml"])
    }

    @Test func outletDecidesWhichFeedsThereAre() throws {
        let made = try site(
            "feeds:\n  site: atom\n  sections: {علوم: [json]}\n  tags: rss\n  authors: [rss, atom]\n  corrections: none"
        )
        #expect(
            made.plan.feeds.feeds.map(\.file) == [
                "atom.xml", "section/علوم/feed.json", "tag/ماء/feed.xml", "author/سلمى/feed.xml",
                "author/سلمى/atom.xml",
            ])
    }

    @Test func feedOfAnUnknownSectionIsReported() throws {
        let made = try site("feeds:\n  sections: {علومم: rss}")
        let problem = made.diagnostics.first { $0.id == "unknown-section" }
        #expect(problem?.location?.line == 4)
        #expect(problem?.message.english.contains("did you mean “علوم”?") == true)
    }

    @Test func wordPressAddressesStay() throws {
        let made = try site("urls:\n  section: /category/{slug}/\n  rss: feed/\n  atom: /feed/atom/")
        #expect(made.text("feed/index.xml")?.contains(#"href="https://example.org/feed/""#) == true)
        #expect(made.text("category/علوم/feed/index.xml") != nil)
        #expect(made.text("feed/atom/index.xml") != nil)
        #expect(made.text("_redirects")?.contains("/feed/ /feed/index.xml 200\n") == true)
    }

    @Test(arguments: [
        Self.article.replacing("خبر", with: "نبأ"), Self.article.replacing("علوم", with: "تاريخ"),
        Self.article + "\nslug: elsewhere", Self.article.replacing("2024-01-24", with: "2024-02-25"),
    ]) func guidSurvivesEditsNewHeadlinesAndMoves(_ text: String) throws {
        #expect(try guid(site()) == "tag:example.org,2024:a1")
        #expect(try guid(site("", text)) == "tag:example.org,2024:a1")
        let moved = try SmallOutlet(articles: ["2030/other.md": text]).made()
        #expect(guid(moved) == "tag:example.org,2024:a1")
    }

    @Test func guidHostStaysWhenTheSiteMoves() throws {
        let made = try site("guid_host: old.example,2011", url: "https://new.example/")
        #expect(guid(made) == "tag:old.example,2011:a1")
    }

    @Test func rssDatesAreEnglishWithZone() throws {
        let text = try site("time_zone: Africa/Cairo").text("feed.xml")
        #expect(text?.contains("<pubDate>Wed, 24 Jan 2024 08:05:00 +0200</pubDate>") == true)
        #expect(text?.contains("<lastBuildDate>Wed, 24 Jan 2024 08:05:00 +0200</lastBuildDate>") == true)
    }

    @Test func lastBuildDateIsTheNewestItemsAndNeverTheBuilds() throws {
        var outlet = SmallOutlet(articles: ["x.md": Self.article])
        let before = try outlet.made().text("feed.xml")
        outlet.now = "2024-09-01T00:00:00Z"
        #expect(try outlet.made().text("feed.xml") == before)
    }

    @Test func feedHoldsTheNewestTwenty() throws {
        let articles = (10..<40).map { ("\($0).md", "title: خبر \($0)\ndate: 2024-01-01T\($0 % 24):\($0):00Z") }
        let made = try SmallOutlet(articles: Dictionary(uniqueKeysWithValues: articles)).made()
        for file in ["feed.xml", "atom.xml", "feed.json"] {
            let text = try #require(made.text(file))
            #expect(
                made.site.articles.filter { text.contains("\($0.title)<") || text.contains("\"\($0.title)\"") }.map(
                    \.title)
                    == made.site.articles.prefix(20).map(\.title))
        }
    }

    @Test func summariesTakeThePlaceOfTheText() throws {
        let text = try site("feeds: {content: summary}", Self.article + "\nsummary: موجز").text("feed.xml")
        #expect(text?.contains("<description>موجز</description>") == true)
        #expect(text?.contains("content:encoded>") == false)
    }

    @Test func aSummaryIsTextToEveryReader() throws {
        let made = try site("", Self.article + "\nsummary: 'أقل <img src=x onerror=alert(1)> & \"أكثر\"'")
        // Readers resolve the references of the XML, and then those of the HTML.
        #expect(
            made.text("feed.xml")?.contains(
                "<description>أقل &amp;lt;img src=x onerror=alert(1)&amp;gt; &amp;amp; &amp;#34;أكثر&amp;#34;</description>"
            ) == true)
        #expect(
            made.text("atom.xml")?.contains(
                "<summary>أقل &lt;img src=x onerror=alert(1)&gt; &amp; &#34;أكثر&#34;</summary>") == true)
    }

    @Test func syndicatedArticleNamesItsOriginal() throws {
        let source = Self.article + "\nsource: {name: وكالة, canonical: 'https://agency.example/1'}"
        #expect(try site("", source).text("feed.json")?.contains(#""external_url":"https://agency.example/1""#) == true)
    }

    @Test func correctionsHaveAFeedOfTheirOwn() throws {
        let text = try site(
            "",
            Self.article
                + "\ncorrections:\n  - {date: 2024-02-01, text: الصواب كذا}\n  - {date: 2024-03-01, text: وكذا}"
        ).text("corrections/feed.xml")
        #expect(text?.contains("tag:example.org,2024:a1/correction/1<") == true)
        #expect(text?.contains("tag:example.org,2024:a1/correction/2<") == true)
    }

    @Test(arguments: [
        (
            "\nsource: {name: وكالة & أخرى, url: 'https://agency.example/'}\n---\nنص\n",
            "المصدر: <a href=\"https://agency.example/\">وكالة &amp; أخرى</a>"
        ),
        ("\n---\nنص\n\n*المصدر: وكالة & أخرى\n", "المصدر: وكالة &amp; أخرى"),
        (
            "\n---\nنص\n\n*المصدر: [وكالة](https://agency.example/)*\n",
            "المصدر: <a href=\"https://agency.example/\">وكالة</a>"
        ),
        ("\n---\nنص\n\n*المصدر: [وكالة](javascript:alert)*\n", "المصدر: وكالة"),
    ]) func wholeArticleNamesItsSource(_ rest: String, _ line: String) throws {
        let made = try site("", Self.article + rest)
        for file in ["feed.xml", "atom.xml", "feed.json"] {
            let text = try #require(made.text(file))
            let plain = text.replacing("&lt;", with: "<").replacing("\\u003c", with: "<").replacing("&gt;", with: ">")
                .replacing("&#34;", with: "\"").replacing("\\\"", with: "\"").replacing("&amp;", with: "&").replacing(
                    "&amp;", with: "&")
            #expect(plain.contains("<p>" + line.replacing("&amp;", with: "&") + "</p>"), "\(plain)")
        }
    }

    @Test func tooMuchTextLeavesTheOldestOut() throws {
        let long = String(repeating: "كلمات طويلة جدًا. ", count: 30_000)
        let articles = (1...4).map { ("\($0).md", "title: خبر \($0)\ndate: 2024-01-0\($0)\n---\n\(long)\n") }
        let made = try SmallOutlet(articles: Dictionary(uniqueKeysWithValues: articles)).made()
        for file in ["feed.xml", "atom.xml", "feed.json"] {
            let text = try #require(made.text(file))
            #expect(text.utf8.count < 2_001_000)
            #expect(text.contains("خبر 4") && !text.contains("خبر 1"))
        }
    }

    @Test func hubIsNamedWhereTheOutletHasOne() throws {
        let made = try site("feeds: {hub: 'https://hub.example/'}")
        for file in ["feed.xml", "atom.xml"] {
            let text = try #require(made.text(file))
            #expect(text.components(of: #"rel="hub""#) == 1)
            #expect(text.components(of: #"rel="self""#) == 1)
        }
    }
}

extension String {
    func components(of part: String) -> Int { ranges(of: part).count }
}
