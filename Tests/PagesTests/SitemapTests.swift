import Base
import Content
import Testing

@testable import Pages

@Suite struct SitemapTests {
    @Test(arguments: [
        ("2024-05-30T13:00:00Z", true), ("2024-05-30T12:00:01Z", true), ("2024-05-30T12:00:00Z", false),
        ("2024-05-30T11:00:00Z", false),
    ]) func newsAreTheLastTwoDays(_ date: String, _ isNews: Bool) throws {
        let made = try SmallOutlet(articles: ["x.md": "title: خبر\ndate: \(date)"]).made()
        #expect(made.text("sitemaps/news.xml")?.contains("<news:title>خبر</news:title>") == isNews)
    }

    @Test(arguments: ["kind: sponsored", "source: {name: و, canonical: 'https://a.example/'}", "draft: true"])
    func newsAreTheOutletsOwn(_ line: String) throws {
        var outlet = SmallOutlet(articles: ["x.md": "title: خبر\ndate: 2024-06-01T08:00:00Z\n\(line)"])
        outlet.showsUnpublished = true
        #expect(try outlet.made().text("sitemaps/news.xml")?.contains("<url>") == false)
    }

    @Test func newsCarryTheDateAsPublished() throws {
        let article = "title: خبر\ndate: 2024-06-01T10:00:00\nupdated: 2024-06-01T11:00:00"
        let text = try SmallOutlet("time_zone: Asia/Riyadh\npublication: الجريدة اليومية", articles: ["x.md": article])
            .made().text(
                "sitemaps/news.xml")
        #expect(text?.contains("<news:publication_date>2024-06-01T10:00:00+03:00</news:publication_date>") == true)
        #expect(text?.contains("<news:name>الجريدة اليومية</news:name>\n<news:language>ar</news:language>") == true)
    }

    @Test func aDayWithoutAnHourIsADay() throws {
        let made = try SmallOutlet("time_zone: Asia/Riyadh", articles: ["x.md": "title: خبر\ndate: 2024-06-01"]).made()
        #expect(
            made.text("sitemaps/news.xml")?.contains("<news:publication_date>2024-06-01</news:publication_date>")
                == true)
        #expect(made.text("sitemaps/2024.xml")?.contains("<lastmod>2024-06-01</lastmod>") == true)
        #expect(made.text("sitemap.xml")?.contains("<lastmod>2024-06-01</lastmod>") == true)
    }

    @Test func atMostAThousandNews() throws {
        let articles = (0..<1003).map { ("\($0).md", "title: خبر\ndate: 2024-06-01") }
        let made = try SmallOutlet(articles: Dictionary(uniqueKeysWithValues: articles)).made()
        #expect(made.text("sitemaps/news.xml")?.components(of: "<url>") == 1000)
    }

    @Test func yearsHaveFilesOfTheirOwn() throws {
        let made = try SmallOutlet(articles: [
            "a.md": "title: أ\ndate: 2022-03-01", "b.md": "title: ب\ndate: 2024-01-01\nupdated: 2024-02-03T10:00:00Z",
        ]).made()
        #expect(made.text("sitemaps/2022.xml")?.components(of: "<url>") == 1)
        #expect(made.text("sitemaps/2024.xml")?.contains("<lastmod>2024-02-03T10:00:00Z</lastmod>") == true)
        #expect(
            made.text("sitemap.xml")?.matches(of: #/<loc>(.*?)</loc>/#).map { String($0.1) } == [
                "https://example.org/sitemaps/2022.xml", "https://example.org/sitemaps/2024.xml",
                "https://example.org/sitemaps/pages.xml", "https://example.org/sitemaps/news.xml",
            ])
    }

    @Test func fullFilesAreFollowedByOthers() throws {
        let articles = (1...7).map { ("\($0).md", "title: خبر\ndate: 2024-01-0\($0)") }
        let made = try SmallOutlet(articles: Dictionary(uniqueKeysWithValues: articles)).made()
        let files = Sitemap(made.site, limits: .init(entries: 3)).files(
            [], now: instant("2024-06-01T12:00:00Z"), workers: Workers(jobs: 2))
        #expect(
            files.map(\.url.file) == [
                "sitemaps/2024.xml", "sitemaps/2024-2.xml", "sitemaps/2024-3.xml", "sitemaps/pages.xml",
                "sitemaps/news.xml", "sitemap.xml",
            ])
        #expect(files.prefix(3).map { String(decoding: $0.bytes, as: UTF8.self).components(of: "<url>") } == [3, 3, 1])
        // The oldest come first: a new article leaves full files as they are.
        #expect(String(decoding: files[0].bytes, as: UTF8.self).contains("/2024/01/1/"))
    }

    @Test func fileStaysBelowItsLimitInBytes() throws {
        let articles = (1...9).map { ("\($0).md", "title: خبر\ndate: 2024-01-0\($0)") }
        let made = try SmallOutlet(articles: Dictionary(uniqueKeysWithValues: articles)).made()
        let files = Sitemap(made.site, limits: .init(bytes: 20_400)).files(
            [], now: instant("2024-06-01T12:00:00Z"), workers: Workers(jobs: 2))
        #expect(files.count > 4)
        #expect(files.allSatisfy { $0.bytes.count < 20_400 })
    }

    @Test func whatWasFirstPublishedElsewhereIsNotListed() throws {
        let article = "title: خبر\ndate: 2024-01-01\nsource: {name: و, canonical: 'https://a.example/'}"
        let made = try SmallOutlet(articles: ["x.md": article]).made()
        #expect(made.text("sitemaps/2024.xml") == nil)
        #expect(made.head()?.contains(#"<link rel="canonical" href="https://a.example/">"#) == true)
    }
}
