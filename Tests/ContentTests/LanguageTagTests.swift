import Base
import Content
import Testing

@Suite struct LanguageTagTests {
    @Test(arguments: [
        "ar", "AR", "ar-EG", "fr", "zgh", "ckb", "az-Arab", "zh-Hant-TW", "de-CH-1996", "en-x-news", "\"en\"",
    ])
    func tagIsALanguage(_ tag: String) {
        let inArticle = SiteFixture.article("title: ع\ndate: 2024-01-24\nlang: \(tag)").diagnostics
        let inSettings = SiteFixture.article("title: ع\ndate: 2024-01-24", settings: "language: \(tag)\n").diagnostics
        // Whether there are words in it is another matter.
        #expect((inArticle + inSettings).filter { $0.id != "wordless-language" } == [])
    }

    @Test(arguments: [
        ("Arabic", "ar"), ("العربية", "ar"), ("arabic", "ar"), ("عربي", "ar"), ("عربى", "ar"), ("ara", "ar"),
        ("English", "en"),
        ("الإنجليزية", "en"), ("انجليزي", "en"), ("French", "fr"), ("الفرنسية", "fr"), ("Persian", "fa"),
        ("Farsi", "fa"),
        ("الفارسية", "fa"),
        ("Hebrew", "he"), ("العبرية", "he"), ("Urdu", "ur"), ("الأردية", "ur"), ("Turkish", "tr"), ("التركية", "tr"),
        ("Spanish", "es"),
        ("الإسبانية", "es"), ("German", "de"), ("الألمانية", "de"), ("Kurdish", "ku"), ("الكردية", "ku"),
        ("Amazigh", "zgh"),
        ("الأمازيغية", "zgh"), ("ar_EG", "ar-EG"), ("fr FR", "fr-FR"), ("Arabik", "ar"), ("الفرنسيه", "fr"),
    ]) func nameOfALanguageComesWithItsTag(_ name: String, _ tag: String) throws {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\nlang: \(name)")
        #expect(diagnostics.map(\.id) == ["language"])
        let problem = try #require(diagnostics.first)
        #expect(problem.message.english.hasSuffix("did you mean “\(tag)”?"), "\(problem.message.english)")
        #expect(problem.message.arabic.hasSuffix("هل قصدت «\(tag)»؟"), "\(problem.message.arabic)")
        #expect(problem.location == Location(path: "Content/articles/2024-01-24-rain.md", line: 4, column: 7))
    }

    @Test(arguments: ["a", "x-news", "qqqq", "ar-", "ar--EG", "ar-x", "ar-Egyptianish", "ar-مصر", "1", "لغة أهل مصر"])
    func whatIsNoTagIsAnError(_ text: String) {
        #expect(SiteFixture.article("title: ع\ndate: 2024-01-24\nlang: \(text)").diagnostics.map(\.id) == ["language"])
    }

    @Test(arguments: [
        ("language: arabic\n", 3), ("latin_lang: French\n", 3),
        ("security:\n  contact: mailto:a@example.org\n  expires: 2025-06-01\n  languages: [ar, English]\n", 6),
    ]) func settingsNameLanguagesByTheirTags(_ settings: String, _ line: Int) {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24", settings: settings)
        #expect(diagnostics.map(\.id) == ["language"])
        #expect(diagnostics.first?.location?.path == "Content/site.yaml")
        #expect(diagnostics.first?.location?.line == line)
    }
}
