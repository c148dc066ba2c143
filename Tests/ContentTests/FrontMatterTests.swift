import Base
import Content
import Testing

@Suite struct FrontMatterTests {
    @Test(arguments: [
        ("title: الرئيس: لا تراجع", "الرئيس: لا تراجع"),
        ("title: \"القاهرة\" تحتضن القمة", "\"القاهرة\" تحتضن القمة"),
        ("title: [فيديو] لحظة", "[فيديو] لحظة"),
        ("title: خبر # وسم", "خبر # وسم"),
        ("title: \"كله بين قوسين\"", "كله بين قوسين"),
        ("title: 'كله'", "كله"),
        ("title: 'It''s'", "It's"),
        ("title: \"a \\\"b\\\" c\"", "a \"b\" c"),
        ("title: \"أ\" و\"ب\"", "\"أ\" و\"ب\""),
        ("title: *نجمة", "*نجمة"),
        ("title: & و", "& و"),
        ("title: !هام", "!هام"),
        ("title: - شرطة", "- شرطة"),
        ("title: {أقواس}", "{أقواس}"),
        ("title: 100%", "100%"),
        ("title: @حساب", "@حساب"),
        ("title: C:\\path\\new", "C:\\path\\new"),
        ("title: 2024", "2024"),
        ("title: true", "true"),
        ("title: سطر أول\n  يتبعه ثان: مع نقطتين", "سطر أول يتبعه ثان: مع نقطتين"),
        ("title: >-\n  مطوي\n  على سطرين", "مطوي على سطرين"),
        ("title: |\n  حرفي", "حرفي"),
        ("title: >- # ملاحظة\n  مطوي", "مطوي"),
        ("العنوان: خبر: مهم", "خبر: مهم"),
        ("TITLE: Upper: case", "Upper: case"),
        ("title:    مسافات    ", "مسافات"),
        ("title: \"القاهرة\" #عاجل", "\"القاهرة\" #عاجل"),
        ("title: \"صورة\" # 5 من الميدان", "\"صورة\" # 5 من الميدان"),
        ("title: 'صورة'#5", "'صورة'#5"),
        ("title: \"القاهرة\n  تحتضن\"", "القاهرة تحتضن"),
        ("title: 'سطر أول\n  سطر ''ثان'''", "سطر أول سطر 'ثان'"),
        ("title: \"\\u0627\\u0644\\\n  \\ \\u062A\"", "ال ت"),
        ("title: \"سطر\n\n\n  ثان\n  ثالث: \"", "سطر\n\nثان ثالث:"),
        ("title: \"القاهرة\n  تحتضن\" القمة", "\"القاهرة تحتضن\" القمة"),
        ("title: \"القاهرة\n  تحتضن", "\"القاهرة تحتضن"),
        ("title: \"القاهرة\nkicker: تحتضن\"", "\"القاهرة"),
        ("title: \"القاهرة\nتحتضن\"", "القاهرة تحتضن"),
        ("title: 'القاهرة\nتحتضن القمة:\nغدًا'", "القاهرة تحتضن القمة: غدًا"),
        ("title:\n  \"القاهرة\n  تحتضن\"", "القاهرة تحتضن"),
    ]) func headlineIsTakenAsEditorsWriteIt(_ line: String, _ expected: String) {
        let (article, diagnostics) = SiteFixture.article("\(line)\ndate: 2024-01-24")
        #expect(diagnostics == [])
        #expect(article?.title == expected)
    }

    @Test(arguments: [
        "tags:\n  - \"القاهرة\n    title: الكبرى\"\n  - ماء", "tags:\n- 'القاهرة\nالكبرى'\n- ماء",
        "tags: [\"القاهرة\n  الكبرى\", ماء]",
    ]) func quotedItemsMayGoOverLines(_ lines: String) {
        var fixture = SiteFixture()
        fixture.add("a", "title: ع\ndate: 2024-01-24\n\(lines)")
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [])
        #expect(site?.tags.last?.name == "ماء")
    }

    @Test(arguments: [
        "image: {src: a.png, alt: 'نص، \"}',\n\n  credit: سلمى}",
        "image: {\n  alt: 'نص، \"}',\n  src: a.png,\n  credit: سلمى\n  }",
    ]) func mappingInBracesMayGoOverLines(_ line: String) {
        var fixture = SiteFixture()
        fixture.add("a", "title: ع\ndate: 2024-01-24\n\(line)\ndraft: false")
        let diagnostics = fixture.load().diagnostics
        #expect(diagnostics.map(\.id) == ["missing-picture"])
    }

    @Test func whatAnEscapeBringsInIsCleanedToo() {
        let (article, diagnostics) = SiteFixture.article(
            "title: \"\\u202Eخبر\\u200B \\u0627\\u0654حمد\"\ndate: 2024-01-24")
        #expect(article.map { Array($0.title.utf8) } == Array("خبر أحمد".utf8))
        #expect(diagnostics.map(\.id) == ["bidi-override"])
        #expect(
            diagnostics.first?.location == Location(path: "Content/articles/2024-01-24-rain.md", line: 2, column: 8))
    }

    @Test func whatStandsAsItIsIsReportedOnceBesideAnEscape() {
        let (_, diagnostics) = SiteFixture.article("title: \"کتاب\\n\"\ndate: 2024-01-24")
        #expect(diagnostics.map(\.id) == ["persian-letter"])
    }

    @Test func behindWhatIsNoTextACommentIsAComment() {
        let (article, diagnostics) = SiteFixture.article(
            """
            title: ع
            date: "2024-01-24" # يوم النشر
            updated: 2024-01-25 # يوم التحديث
            slug: "rain" # مسار
            lang: ar # لغة
            draft: false # ليست مسودة
            source: {name: "وكالة", url: "https://example.org/#a"} # مصدر
            """)
        #expect(diagnostics == [])
        #expect(article?.date.date == CivilDate(year: 2024, month: 1, day: 24))
        #expect(article?.url.text == "2024/01/rain/")
    }

    @Test func settingsHaveCommentsBehindQuotedText() {
        var fixture = SiteFixture()
        fixture.files["Content/site.yaml"] =
            "name: \"جريدة\" # الاسم\nurl: \"https://example.org/\" # العنوان\nlanguage: ar # اللغة\ntime_zone: Africa/Cairo # الساعة\n"
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [])
        #expect(site?.outlet.name == "جريدة")
    }

    @Test(arguments: [
        "title: \" \"", "title: ' \t'", "title: \u{200E}", "title: \"\u{200B}\"", "title: \"\\u200B\"",
        "title: \"\u{A0}\u{200F} \"",
        "title: |\n  \u{200F}",
    ]) func headlineOfNothingToSeeIsMissing(_ line: String) {
        let (_, diagnostics) = SiteFixture.article("\(line)\ndate: 2024-01-24")
        #expect(diagnostics.map(\.id) == ["missing-key"])
    }

    @Test(arguments: ["\" \"", "\u{200F}", "\"\\t\""]) func reasonOfNothingToSeeIsMissing(_ reason: String) {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\nstatus: retracted\nreason: \(reason)")
        #expect(diagnostics.map(\.id) == ["missing-reason"])
    }

    @Test func nestedTextIsLiteralToo() {
        let (article, diagnostics) = SiteFixture.article(
            """
            title: ع
            date: 2024-01-24
            corrections:
              - date: 2024-01-25
                text: الصحيح: عشرة # لا تسعة
            source:
              name: "الوكالة" العربية
            """)
        #expect(diagnostics == [])
        #expect(article?.corrections.first?.text == "الصحيح: عشرة # لا تسعة")
        #expect(article?.source?.name == "\"الوكالة\" العربية")
    }

    @Test(arguments: [
        "tags: علوم، ماء, نهر", "tags: [علوم, ماء, نهر]", "tags:\n  - علوم\n  - ماء\n  - نهر", "الوسوم: علوم، ماء، نهر",
        "tags: علوم، ماء، نهر، عُلوم",
    ]) func tagsComeAsListOrText(_ line: String) {
        var fixture = SiteFixture()
        fixture.add("a", "title: ع\ndate: 2024-01-24\n\(line)")
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [])
        #expect(site?.tags.map(\.name) == ["علوم", "ماء", "نهر"])
    }

    @Test func keysAndKindsHaveArabicNames() {
        let (article, diagnostics) = SiteFixture.article(
            "العنوان: ع\nالتاريخ: ٢٤/١/٢٠٢٤\nالكاتب: سلمى، كريم\nالنوع: رأي\nالملخص: خلاصة\nمسودة: لا\nالمصدر: وكالة")
        #expect(diagnostics == [])
        #expect(article?.kind == .opinion)
        #expect(article?.bylines.count == 2)
        #expect(article?.date.date == CivilDate(year: 2024, month: 1, day: 24))
        #expect(article?.summary == "خلاصة")
    }

    @Test(arguments: [
        ("الوسم", "الوسوم"), ("التصنيف", "القسم"), ("الباب", "القسم"), ("باب", "القسم"),
        ("الكلمات المفتاحية", "الوسوم"),
        ("كلمات_مفتاحية", "الوسوم"),
        ("تصحيح", "التصويبات"), ("التصحيح", "التصويبات"), ("description", "الملخص"), ("categories", "القسم"),
        ("lastmod", "التحديث"),
        ("المؤلف", "الكاتب"), ("الكلمات المفتاحيه", "الوسوم"), ("صورة الغلاف", "الصورة"),
        ("تاريخ النشرر", "تاريخ النشر"),
        ("Keywrods", "الوسوم"),
        ("titel", "title"), ("التصحيحات", "التصويبات"), ("عنوان", "العنوان"), ("مصور", "الكاتب"), ("تعديل", "التحديث"),
    ]) func unknownKeyIsAnsweredInTheLanguageOfTheFile(_ key: String, _ ours: String) {
        let (_, diagnostics) = SiteFixture.article("العنوان: ع\nالتاريخ: 2024-01-24\n\(key): x")
        #expect(diagnostics.map(\.id) == ["unknown-key"])
        #expect(diagnostics.first?.message.arabic.contains("«\(ours)»") == true)
        #expect(diagnostics.first?.message.english.contains("“\(ours)”") == true)
    }

    @Test func whatIsMissingIsNamedInTheLanguageOfTheFile() {
        let (_, arabic) = SiteFixture.article("الكاتب: سلمى")
        #expect(arabic.first?.message.arabic == "«العنوان» مطلوب؛ أضف سطرًا «العنوان: …»")
        let (_, english) = SiteFixture.article("author: سلمى")
        #expect(english.first?.message.arabic == "«title» مطلوب؛ أضف سطرًا «title: …»")
    }

    @Test func choicesAreNamedInTheLanguageOfTheFile() {
        let (_, diagnostics) = SiteFixture.article("العنوان: ع\nالتاريخ: 2024-01-24\nالنوع: خبار")
        #expect(
            diagnostics.first?.message.arabic
                == "قيمة «النوع» إحدى: خبر، رأي، تحليل، تقرير، مقابلة، تغطية مباشرة، محتوى برعاية، تحقيق، افتتاحية، تدقيق معلومات، "
                + "فيديو، كاريكاتير، لا «خبار»؛ هل قصدت «خبر»؟")
    }

    @Test(arguments: [
        "التصويبات: نص", "التصويبات: [نص]", "التصويبات:\n  - نص", "الصورة: [أ]", "المصدر: [أ]", "الكاتب:\n  - [أ]",
    ]) func whatIsNoMappingIsOneMessageWithTheForm(_ line: String) {
        let (_, diagnostics) = SiteFixture.article("العنوان: ع\nالتاريخ: 2024-01-24\n\(line)")
        #expect(diagnostics.map(\.id) == ["wrong-type"])
        #expect(diagnostics.first?.message.arabic.contains("…") == true)
    }

    @Test func oneKeyInTwoLanguagesIsReported() {
        let (_, diagnostics) = SiteFixture.article("title: أ\nالعنوان: ب\ndate: 2024-01-24")
        #expect(diagnostics.map(\.id) == ["duplicate-key"])
    }

    @Test(arguments: [
        ("titel: x", "title"), ("auther: x", "author"), ("sumary: x", "summary"), ("العنون: x", "العنوان"),
        ("tag: x", "tags"),
        ("قسم: x", "القسم"), ("كاتب: x", "الكاتب"), ("تاريخ: x", "التاريخ"), ("مُصدر: x", "المصدر"),
    ]) func unknownKeyComesWithASuggestion(_ line: String, _ suggested: String) throws {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\n\(line)")
        let problem = try #require(diagnostics.first)
        #expect(problem.id == "unknown-key")
        #expect(problem.message.english.hasSuffix("did you mean “\(suggested)”?"))
        #expect(problem.location == Location(path: "Content/articles/2024-01-24-rain.md", line: 4, column: 1))
    }

    @Test(arguments: [
        ("layout: post", "leave it out"), ("guid: x", "“id”"), ("permalink: /x/", "“slug”"),
        ("categories: [أ]", "“section”"),
        ("category: أ", "“section”"), ("excerpt: أ", "“summary”"), ("featured_image: a.jpg", "“image”"),
        ("published: false", "“draft: true”"),
        ("lastmod: 2024-01-01", "“updated”"), ("description: أ", "“summary”"), ("cover: a.jpg", "“image”"),
        ("image_alt: أ", "“alt”"),
        ("Subtitle: أ", "“kicker”"), ("post-type: x", "leave it out"), ("publishDate: 2024-01-01", "“date”"),
        ("tag: أ", "“tags”"),
        ("coverImage: a.jpg", "“image”"), ("feature_image: a.jpg", "“image”"), ("date_published: 2024-01-01", "“date”"),
        ("published_at: 2024-01-01", "“date”"), ("publishedAt: 2024-01-01", "“date”"),
        ("date_updated: 2024-01-01", "“updated”"),
        ("updated_at: 2024-01-01", "“updated”"), ("canonicalURL: https://example.org/", "“canonical”"),
    ]) func keyOfAnotherSystemNamesOurs(_ line: String, _ ours: String) throws {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\n\(line)")
        #expect(diagnostics.map(\.id) == ["unknown-key"])
        let problem = try #require(diagnostics.first)
        #expect(problem.message.english.contains(ours), "\(problem.message.english)")
    }

    @Test(arguments: ["+++\ntitle = \"ع\"\n+++\nنص", "+++  \r\n"]) func frontMatterInTOMLIsToBecomeYAML(_ text: String)
    {
        var fixture = SiteFixture()
        fixture.files["Content/articles/a.md"] = text
        let problem = fixture.load().diagnostics.first
        #expect(problem?.id == "front-matter-missing")
        #expect(problem?.message.english.contains("TOML") == true)
    }

    @Test(arguments: [
        ("{\n  \"title\": \"ع\"\n}\n\nنص", true), ("{\"title\": \"ع\"}\r\n", true), ("{{ نص }}", false), ("{", false),
    ])
    func frontMatterInJSONIsToBecomeYAML(_ text: String, _ isJSON: Bool) {
        var fixture = SiteFixture()
        fixture.files["Content/articles/a.md"] = text
        let problem = fixture.load().diagnostics.first
        #expect(problem?.id == "front-matter-missing")
        #expect(problem?.message.english.contains("this is JSON; write “---” for “{” and “}”") == isJSON)
    }

    @Test func windowsLinesAndByteOrderMarkAreAccepted() {
        var fixture = SiteFixture()
        fixture.files["Content/articles/a.md"] = "\u{FEFF}---\r\ntitle: ع\r\ndate: 2024-01-24\r\n---\r\n\r\nنص\r\n"
        let (site, diagnostics) = fixture.load()
        #expect(diagnostics == [])
        #expect(site?.articles.first?.title == "ع")
    }

    @Test(arguments: ["[", "{a: ", "- "]) func deepNestingIsRefusedQuickly(_ open: String) {
        let (_, diagnostics) = SiteFixture.article(
            "title: ع\ndate: 2024-01-24\nextra: " + (open == "- " ? "\n  " : "")
                + String(repeating: open, count: 10_000))
        #expect(diagnostics.map(\.id) == ["yaml-depth"])
    }

    @Test(arguments: ["extra: &a 1", "extra: *a", "extra: !!int 1", "extra: [&a 1]", "extra: {x: *b}", "- &x"])
    func referencesAreRefused(_ line: String) {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\n\(line)")
        #expect(diagnostics.map(\.id) == ["yaml-reference"])
    }

    @Test(arguments: ["summary: AT&T و*نجمة* و!", "location: \"&a\"", "series: R&D"])
    func signsInsideTextAreNoReferences(_ line: String) {
        #expect(SiteFixture.article("title: ع\ndate: 2024-01-24\n\(line)").diagnostics == [])
    }

    @Test func largeFrontMatterIsRefused() {
        let (_, diagnostics) = SiteFixture.article(
            "title: ع\ndate: 2024-01-24\nsummary: " + String(repeating: "ا", count: 40_000))
        #expect(diagnostics.map(\.id) == ["front-matter-size"])
    }
}

@Suite struct FrontMatterHygieneTests {
    @Test func invisibleDebrisIsRemovedFromKeysAndValues() {
        let (article, diagnostics) = SiteFixture.article("\u{200B}title: ع\u{FEFF}نوان\u{AD}\ndate: \u{200F}24/1/2024")
        #expect(diagnostics == [])
        #expect(article?.title == "عنوان")
    }

    @Test func overridesAreRemovedWithAWarningAtTheirPlace() {
        let (article, diagnostics) = SiteFixture.article("title: خبر\u{202E} مقلوب\ndate: 2024-01-24")
        #expect(article?.title == "خبر مقلوب")
        #expect(diagnostics.map(\.id) == ["bidi-override"])
        #expect(
            diagnostics.first?.location == Location(path: "Content/articles/2024-01-24-rain.md", line: 2, column: 11))
    }

    @Test func decomposedTextIsComposed() {
        let (article, _) = SiteFixture.article("title: ا\u{654}حمد\ndate: 2024-01-24")
        #expect(article.map { Array($0.title.utf8) } == Array("أحمد".utf8))
    }

    /// The file was cleaned before its escapes were read.
    @Test func escapesBringInNothingThatTheFileMayNotHold() {
        let made = SiteFixture.article(
            "title: \"x\\u0001\\0\\u202Eyz\"\ndate: 2024-01-24\nsummary: \"أ\\u2066ب\\u0007\"")
        #expect(made.article?.title == "xyz")
        #expect(made.article?.summary == "أب")
    }
}
