import Base
import Content
import Testing

@Suite struct NewArticleTests {
    @Test(arguments: [
        "\"كله مقتبس\"", "'كله مقتبس'", "\"القاهرة\": [فيديو] # وسم !؟", "|", ">-", "عنوان", "\"مسار \\ مائل\"",
        "«القاهرة» \"تحتضن\"",
        "  عنوان ",
        "# وسم", "\"القاهرة\" # وسم", "*نجمة", "سطر\nثان",
    ]) func headlineReadsBackAsItWasTyped(_ title: String) throws {
        var fixture = SiteFixture()
        let outlet = try #require(fixture.load().site?.outlet)
        let article = try NewArticle(
            title: title, section: nil, in: MemoryTree(fixture.files), outlet: outlet,
            now: Instant(seconds: 1_700_000_000))
        fixture.files[article.path] = article.text.replacing("draft: true\n", with: "")
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [])
        let words = title.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(site?.articles.first?.title == words)
    }

    @Test func articleBeginsAsADraft() throws {
        var fixture = SiteFixture()
        let outlet = try #require(fixture.load().site?.outlet)
        let article = try NewArticle(
            title: "عنوان", section: nil, in: MemoryTree(fixture.files), outlet: outlet,
            now: Instant(seconds: 1_700_000_000))
        let before = fixture.load().site?.articles.count
        fixture.files[article.path] = article.text
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [] && site?.articles.count == before)
    }

    @Test func plainHeadlineStandsWithoutQuotes() throws {
        let fixture = SiteFixture()
        let outlet = try #require(fixture.load().site?.outlet)
        let article = try NewArticle(
            title: "\"القاهرة\" تحتضن: القمة", section: nil, in: MemoryTree(fixture.files), outlet: outlet,
            now: Instant(seconds: 1_700_000_000))
        #expect(article.text.hasPrefix("---\ntitle: \"القاهرة\" تحتضن: القمة\n"))
    }
}
