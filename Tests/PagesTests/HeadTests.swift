import Base
import Content
import Testing

@testable import Pages

@Suite struct HeadTests {
    @Test(arguments: [
        ("خبر <script> & \"آخر\"", "خبر &lt;script&gt; &amp; &#34;آخر&#34;", #"خبر \u003cscript> & \"آخر\""#),
        ("خبر ]]> </script>", "خبر ]]&gt; &lt;/script&gt;", #"خبر ]]> \u003c/script>"#),
    ]) func headlineIsEscapedForEachPlace(_ title: String, _ markup: String, _ json: String) throws {
        let head = try #require(try SmallOutlet(articles: ["x.md": "title: \(title)\ndate: 2024-01-01"]).made().head())
        #expect(head.contains("<title>\(markup) – الجريدة</title>"))
        #expect(head.contains(#"<meta property="og:title" content="\#(markup)">"#))
        #expect(head.contains(#""headline":"\#(json)""#))
    }

    @Test func latinHeadlineReadsFromTheRight() throws {
        let head = try #require(
            try SmallOutlet(articles: ["x.md": "title: DNA في سطر\ndate: 2024-01-01"]).made().head())
        #expect(head.contains("<title>\u{200F}DNA"))
    }

    @Test(arguments: [
        ("news", "NewsArticle"), ("opinion", "OpinionNewsArticle"), ("analysis", "AnalysisNewsArticle"),
        ("report", "ReportageNewsArticle"), ("live", "LiveBlogPosting"), ("sponsored", "AdvertiserContentArticle"),
    ]) func kindHasItsType(_ kind: String, _ type: String) throws {
        let head = try SmallOutlet(articles: ["x.md": "title: خبر\ndate: 2024-01-01\nkind: \(kind)"]).made().head()
        #expect(head?.contains(#"{"@type":"\#(type)""#) == true)
    }

    @Test func aDayWithoutAnHourIsADay() throws {
        let head = try SmallOutlet("time_zone: Asia/Riyadh", articles: ["x.md": "title: خبر\ndate: 2024-01-24"]).made()
            .head()
        #expect(head?.contains(#""datePublished":"2024-01-24""#) == true)
        #expect(head?.contains(#"article:published_time" content="2024-01-24""#) == true)
        // RFC 3339 knows no day without an hour.
        let feed = try SmallOutlet("time_zone: Asia/Riyadh", articles: ["x.md": "title: خبر\ndate: 2024-01-24"]).made()
            .text("feed.json")
        #expect(feed?.contains(#""date_published":"2024-01-24T00:00:00+03:00""#) == true)
    }

    @Test func aTagOfItsSectionsNameIsNamedOnce() throws {
        let made = try SmallOutlet(articles: ["x.md": "title: خبر\ndate: 2024-01-24\nsection: علوم\ntags: علوم، ماء"])
            .made()
        let head = try #require(made.head())
        #expect(head.contains(#""articleSection":"علوم","keywords":["ماء"]"#))
        #expect(head.components(of: #"article:tag""#) == 1)
        #expect(made.text("feed.xml")?.components(of: "<category>علوم</category>") == 1)
        #expect(made.text("atom.xml")?.components(of: #"<category term="علوم"/>"#) == 1)
        #expect(made.text("feed.json")?.contains(#""tags":["علوم","ماء"]"#) == true)
        #expect(made.site.tags.map(\.name).contains("علوم"))
    }

    @Test func subPathStandsInEveryAddress() throws {
        let made = try SmallOutlet(url: "https://example.org/news/", articles: ["x.md": "title: خبر\ndate: 2024-01-01"])
            .made()
        let head = try #require(made.head())
        #expect(head.contains(#"<link rel="canonical" href="https://example.org/news/2024/01/x/">"#))
        for match in head.matches(of: #/https://example\.org(/[^"]*)/#) { #expect(match.1.hasPrefix("/news/")) }
        #expect(made.text("robots.txt")?.contains("Sitemap: https://example.org/news/sitemap.xml") == true)
        #expect(made.text("feed.xml")?.contains("<link>https://example.org/news/2024/01/x/</link>") == true)
    }

    @Test func descriptionHasNoFootnotes() throws {
        let text = "title: خبر\ndate: 2024-01-01\n---\n[^1]نص **مهم** هنا\n\n[^1]: هامش\n"
        let head = try #require(try SmallOutlet(articles: ["x.md": text]).made().head())
        #expect(head.contains(#"<meta name="description" content="نص مهم هنا">"#))
    }

    @Test func sourceThatIsPrintedNowhereIsReported() throws {
        let text = "title: خبر\ndate: 2024-01-01\nsource: أ ف ب\n---\nنص\n\n*المصدر: %@\n"
        let two = try SmallOutlet(articles: ["x.md": text.replacing("%@", with: "رويترز")]).made()
        let problem = try #require(two.diagnostics.first { $0.id == "two-sources" })
        #expect(problem.severity == .warning)
        #expect(problem.location == Location(path: "Content/articles/x.md", line: 8, column: 1))
        #expect(problem.message.english.contains("رويترز"))
        #expect(try SmallOutlet(articles: ["x.md": text.replacing("%@", with: "أ ف ب")]).made().ids == [])
    }

    @Test func whatIsTakenBackIsUnlisted() throws {
        let made = try SmallOutlet(articles: [
            "r.md": "title: مسحوب\ndate: 2024-01-01\nstatus: retracted\nreason: خطأ",
            "m.md": "title: محذوف\ndate: 2024-01-01\nauthor: فلان\nstatus: removed",
            "e.md": "title: منته\ndate: 2024-01-01\nexpires: 2024-02-01",
        ]).made()
        let heads = made.plan.pages.filter { $0.url.text.hasPrefix("2024/") }.map {
            (page: $0, head: made.head(of: $0))
        }
        #expect(heads.count == 3)
        for (page, head) in heads {
            #expect(page.isUnlisted == (page.title != "مسحوب"))
            #expect(head.contains("noindex") == page.isUnlisted)
            #expect(!head.contains("محذوف") && !head.contains("فلان"))
        }
        for file in ["feed.xml", "atom.xml", "feed.json", "sitemaps/news.xml", "sitemaps/pages.xml"] {
            #expect(made.text(file)?.contains("/2024/01/") == false, "\(file)")
        }
        #expect(made.plan.pages.contains { $0.url == FixedPaths.gone })
        #expect(made.text("_redirects")?.contains("/2024/01/m/ /410.html 410!\n") == true)
    }

    @Test func laterPagesOfAListAreTheirOwnCanonical() throws {
        let articles = (10..<16).map { ("\($0).md", "title: خبر\ndate: 2024-01-\($0)\nsection: علوم") }
        let made = try SmallOutlet("page_size: 2", articles: Dictionary(uniqueKeysWithValues: articles)).made()
        let page = try #require(made.plan.pages.first { $0.url.text == "section/علوم/page/1/" })
        let head = made.head(of: page)
        #expect(head.contains(#"rel="canonical" href="https://example.org/section/%D8%B9%D9%84%D9%88%D9%85/page/1/""#))
        #expect(head.contains("<title>علوم – صفحة 1 – الجريدة</title>"))
        #expect(head.contains("section/%D8%B9%D9%84%D9%88%D9%85/feed.xml"))
    }

    @Test func frontPageNamesEachFeedOnce() throws {
        let made = try SmallOutlet(articles: ["x.md": "title: خبر\ndate: 2024-01-01\nsection: علوم"]).made()
        for kind in [Page.Kind.home, .article, .section] {
            let feeds = try #require(made.head(kind)).split(separator: "\n").filter { $0.contains("rel=\"alternate\"") }
            #expect(feeds.count >= 3 && Set(feeds).count == feeds.count, "\(kind)")
        }
    }

    @Test func accountOnXIsThatOfTheOutletsLink() throws {
        let made = try SmallOutlet(
            "social:\n  - {name: إكس, url: 'https://x.com/marsad?s=1'}",
            articles: ["x.md": "title: خبر\ndate: 2024-01-01"]
        ).made()
        #expect(made.head()?.contains(#"<meta name="twitter:site" content="@marsad">"#) == true)
    }
}
