import Base
import Content
import Publishing
import Testing

/// Articles and pages in another language than the outlet's. What pages show is in the golden site `other-languages`.
@Suite struct OtherLanguageTests {
    private static let now = Instant(seconds: 1_735_689_600)
    private static let templates = [
        "article":
            "<html lang=\"{{ page.language }}\" dir=\"{{ page.direction }}\">{{ text(\"home\") }}{{ article.html }}",
        "list": "<html>{{ text(\"home\") }}",
        "page": "<html lang=\"{{ page.language }}\">{{ text(\"home\") }}{{ body }}",
        "terms": "", "corrections": "", "404": "",
    ]

    private static func site(_ settings: String, _ matter: String, _ text: String, _ files: [String: String] = [:])
        -> MemoryTree
    {
        var all = [
            "Content/site.yaml": "name: جريدة\nurl: https://example.org/\nmessages: en\n\(settings)\n",
            "Content/articles/2024-12-01-rain.md": "---\ntitle: Rain\ndate: 2024-12-01\n\(matter)\n---\n\n\(text)\n",
        ]
        for (name, text) in templates { all["Templates/\(name).html"] = text }
        return MemoryTree(all.merging(files) { _, new in new })
    }

    private static func build(_ tree: MemoryTree) -> (page: String, problems: [Diagnostic]) {
        let output = MemoryTree()
        let outcome = Build(LoadOptions(now: now, workers: Workers(jobs: 1))).run(
            from: tree, to: output, named: "Public")
        let path = output.paths.first { $0.contains("rain") && $0.hasSuffix("index.html") } ?? ""
        return (String(decoding: output[path] ?? [], as: UTF8.self), outcome.diagnostics)
    }

    /// All that the copy desk would say.
    private static func check(_ tree: MemoryTree) -> [String] {
        Check(LoadOptions(now: now, workers: Workers(jobs: 1))).run(on: tree).problems
            .filter { $0.location?.path.hasPrefix("Content/articles/") == true }.map(\.id)
    }

    @Test(arguments: [
        ("", "lang: en", "en", "ltr", "Home"), ("", "language: fr-TN", "fr", "ltr", "Accueil"),
        ("", "lang: ar-EG", "ar", "rtl", "الرئيسية"), ("", "لغة: fa", "ar", "rtl", "الرئيسية"),
        ("", "lang: de", "ar", "rtl", "الرئيسية"), ("", "", "ar", "rtl", "الرئيسية"),
        ("language: en", "lang: ar", "ar", "rtl", "الرئيسية"), ("language: en", "lang: ur", "en", "ltr", "Home"),
        ("language: fa", "lang: ckb", "fa", "rtl", "Home"), ("language: fr", "", "fr", "ltr", "Accueil"),
        ("words: {en: {home: Front}}", "lang: en", "en", "ltr", "Front"),
    ])
    func thePageSpeaksTheLanguageOfItsText(
        _ settings: String, _ matter: String, _ language: String, _ direction: String, _ word: String
    ) {
        let (page, _) = Self.build(Self.site(settings, matter, "1"))
        #expect(page.hasPrefix("<html lang=\"\(language)\" dir=\"\(direction)\">\(word)"))
    }

    @Test func aThemeThatWritesTheSitesLanguageKeepsItsWords() throws {
        let template = "<html lang=\"{{ site.language }}\">{{ text(\"home\") }}"
        let tree = Self.site("", "lang: en", "1", ["Templates/article.html": template])
        #expect(Self.build(tree).page.hasPrefix("<html lang=\"ar\">الرئيسية"))
        let advice = try #require(
            Check(LoadOptions(now: Self.now, workers: Workers(jobs: 1))).run(on: tree).problems.first {
                $0.id == "page-language"
            })
        #expect(advice.location?.path == "Templates/article.html")
    }

    @Test func lettersOfPersianAndUrduAreNoMistakes() {
        let text = "گفت و رفت، پژوهش در یک کتاب و ہے"
        #expect(Self.check(Self.site("", "lang: fa\nsummary: یک کتاب", text)) == ["wordless-language"])
        #expect(Self.check(Self.site("", "lang: ur\nsummary: یک کتاب", text)) == ["wordless-language"])
        #expect(Self.check(Self.site("", "lang: en", "The word کتاب, in Persian")).isEmpty)
        #expect(Self.check(Self.site("", "summary: یک کتاب", text)).contains("persian-letter"))
    }

    @Test func anEnglishTextIsNotSetAsArabicIs() {
        let (page, _) = Self.build(
            Self.site(
                "quotes: guillemets\nnumerals: arab", "lang: en",
                "On 8 September 2023 she said \"no\" to هند 12 times.[^1]\n\n[^1]: C++ 10-12"))
        #expect(page.contains("<p>On 8 September 2023 she said &quot;no&quot; to <bdi lang=\"ar\">هند</bdi> 12 times."))
        #expect(page.contains(">1</a>") && page.contains("C++ 10-12"))
    }

    @Test func aLanguageWithoutWordsIsToldAtItsPlace() throws {
        let tree = Self.site("", "lang: de", "Text")
        let problems = Check(LoadOptions(now: Self.now, workers: Workers(jobs: 1))).run(on: tree).problems
        let told = try #require(problems.first { $0.id == "wordless-language" })
        #expect(told.location?.text == "Content/articles/2024-12-01-rain.md:4:7")
        #expect(told.severity == .advice)
    }

    @Test func wordsThatAreWrongAreToldBeforeAnArticleUsesThem() {
        let (_, problems) = Self.build(Self.site("words:\n  fr:\n    hmoe: Maison\n    articles.mnay: x", "", "1"))
        #expect(Set(problems.filter { $0.severity != .advice }.map(\.id)) == ["unknown-word", "plural-forms"])
        #expect(problems.first { $0.id == "unknown-word" }?.location?.line == 6)
    }
}
