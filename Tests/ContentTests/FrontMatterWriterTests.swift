import Base
import Testing

@testable import Content

/// What is written reads back as it was, whatever stands in it.
@Suite struct FrontMatterWriterTests {
    private static let hostile = [
        "عنوان", "الرئيس: لا تراجع", "a: b", "نقطتان:", ": أولًا", "\"كله مقتبس\"", "'كله مقتبس'", "\"أ\" و\"ب\"",
        "\"القاهرة\": [فيديو] # وسم !؟", "It's", "''", "\"", "'", "\\", "C:\\path\\new", "\\n", "\\\"", "# تعليق",
        "#وسم",
        "خبر # وسم", "خبر #وسم", "  عنوان  ", "\tعنوان\t", "سطر\nثان", "سطر\r\nثان", "سطر\u{2028}ثان", "سطر\u{85}ثان",
        "- شرطة", "-", "---", "...", "? سؤال", "?", "[فيديو] لحظة", "[", "]", "{أقواس}", "{", "{name: سلمى}", "}",
        "سلمى، {name: كريم، role: تصوير}", "[أ، ب]", "[a, b]", "\"مطر\"، \"ماء\"", "&مرساة", "*نجمة", "!وسم", "|", ">-",
        "|+2", "%", "@حساب", "`رمز`", "~", "null", "Null", "NULL", "true", "false", "yes", "no", "on", "نعم", "لا",
        "007", "12", "-1", "1e3", "0x1F", "1_000", ".inf", "2024-01-24", "2024-01-24 09:05", "12:30", "أ، ب؛ ج",
        "a, b; c",
        "<<<<<<< HEAD", "=======", "draft: true", "  draft: true", "title", "مسودة: نعم", "<b>غامق</b>", "&amp;",
        "https://example.org/?a=b#c", "“اقتباس”", "«اقتباس»", "👩‍👩‍👧", "می‌خواهم",
    ]

    private static func content(_ matter: String) throws -> (entries: [Yaml.Entry], problems: [Diagnostic]) {
        let text = try SourceText(Array(matter.utf8), path: "a.md")
        let (found, conflict) = try text.frontMatter(path: "a.md", textKeys: Vocabulary.articleText)
        let (yaml, problems) = try found.yaml()
        guard case .map(let entries)? = yaml?.content else { return ([], problems) }
        return (entries, problems + [conflict].compactMap { $0 })
    }

    @Test(arguments: hostile) func everyKeyGivesBackItsText(_ value: String) throws {
        let expected = value.split(whereSeparator: \.isNewline).joined(separator: " ")
        let text = stripped(expected.unicodeScalars[...])
        for key in Vocabulary.article.keys {
            var writer = FrontMatterWriter()
            writer.add(key.name, value)
            writer.add(key.name == "slug" ? "series" : "slug", "behind")
            let (entries, problems) = try Self.content(writer.text)
            #expect(problems.isEmpty, "\(writer.text)")
            #expect(entries.count == 2, "\(writer.text)")
            guard case .scalar(let found, _)? = entries.first?.value.content else {
                Issue.record("\(writer.text) reads as \(String(describing: entries.first?.value.content))")
                continue
            }
            #expect(found == text && entries.first?.value.isNull == false, "\(writer.text)")
        }
    }

    @Test(arguments: hostile) func articleHasTheText(_ value: String) throws {
        let expected = stripped(value.split(whereSeparator: \.isNewline).joined(separator: " ").unicodeScalars[...])
        var writer = FrontMatterWriter()
        writer.add("title", value)
        writer.add("kicker", value)
        writer.add("date", "2024-01-24 09:05")
        writer.add("location", value)
        var fixture = SiteFixture()
        fixture.files["Content/articles/a.md"] = writer.text + "\nنص\n"
        let article = try #require(fixture.load().site?.articles.first, "\(fixture.load().diagnostics)")
        #expect(article.title == expected && article.kicker == expected && article.location == expected)
    }

    @Test func valueStandsWithoutQuotesWhereItMay() {
        var writer = FrontMatterWriter()
        writer.add("title", "\"القاهرة\" تحتضن: القمة")
        writer.add("date", "2024-01-24 09:05")
        writer.add(comment: "سياسة، علوم")
        writer.add(empty: "section")
        writer.add("draft", "true")
        #expect(
            writer.text
                == "---\ntitle: \"القاهرة\" تحتضن: القمة\ndate: 2024-01-24 09:05\n# سياسة، علوم\nsection:\ndraft: true\n---\n"
        )
    }

    /// It would be taken for no headline at all.
    @Test(arguments: ["null", "~"]) func newArticleMayBeCalledNull(_ title: String) throws {
        var fixture = SiteFixture()
        let outlet = try #require(fixture.load().site?.outlet)
        let article = try NewArticle(
            title: title, section: nil, in: MemoryTree(fixture.files), outlet: outlet,
            now: Instant(seconds: 1_700_000_000))
        fixture.files[article.path] = article.text.replacing("draft: true\n", with: "")
        #expect(fixture.load().site?.articles.first?.title == title)
    }
}
