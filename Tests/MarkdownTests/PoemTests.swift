import Markdown
import Testing

@Suite struct PoemTests {
    private let two =
        "<figure class=\"poem\">\n<div class=\"verses couplets\">\n<p class=\"verse\"><span>قفا نبك</span><br />\n"
        + "<span>بسقط اللوى</span></p>\n</div>\n</figure>\n"

    @Test(arguments: [
        "قفا نبك / بسقط اللوى", "قفا نبك *** بسقط اللوى", "قفا نبك***بسقط اللوى", "قفا نبك=بسقط اللوى",
        "قفا نبك = بسقط اللوى", "قفا نبك   بسقط اللوى", "قفا نبك\tبسقط اللوى", "قفا نبك ** بسقط اللوى",
        "  قفا نبك   /   بسقط اللوى  ",
    ]) func hemistichsStandApart(_ verse: String) {
        #expect(html("::: شعر\n\(verse)\n:::") == two)
    }

    @Test(arguments: ["قصيدة", "أبيات", "زجل", "نبطي", "ملحون", "poem"]) func poemHasManyNames(_ name: String) {
        #expect(html("::: \(name)\nقفا نبك / بسقط اللوى\n:::") == two)
    }

    @Test(arguments: [
        "قفا نبك… بسقط اللوى", "1/2 كوب", "**قفا** نبك", "***قفا*** نبك", "- قفا", "# قفا", "> قفا", "1. قفا",
    ])
    func otherLinesAreWhole(_ verse: String) {
        let html = html("::: شعر\n\(verse)\nسطر\n:::")
        #expect(html.contains("<div class=\"verses\">\n<p>"))
        #expect(html.contains("<br />\nسطر</p>"))
        #expect(!html.contains("<li>") && !html.contains("<h1") && !html.contains("<blockquote"))
    }

    @Test func freeVerseKeepsItsLinesIndentsAndStanzas() {
        #expect(
            html("::: poem\nأنا هنا\n    وحدي\n\nأنتظر\n:::")
                == "<figure class=\"poem\">\n<div class=\"verses\">\n<p>أنا هنا<br />\n\u{2003}\u{2003}وحدي</p>\n"
                + "<p>أنتظر</p>\n</div>\n</figure>\n")
    }

    @Test func titlePoetAndMetreAreNamed() {
        let html = html("::: شعر الأطلال\nالشاعر: امرؤ القيس\nالبحر: الطويل\nأ / ب\n:::")
        #expect(html.contains("<p class=\"poem-title\">الأطلال</p>"))
        #expect(html.contains("<figcaption>امرؤ القيس <small>البحر: الطويل</small></figcaption>"))
        #expect(self.html("::: شعر\nأ / ب\nج / د\n— المتنبي\n:::").contains("<figcaption>المتنبي</figcaption>"))
    }

    private func html(_ text: String) -> String { MarkdownTests.html(text) }

    @Test func stanzasArePartedOnlyWhereSomeVersesAreNot() {
        #expect(html("::: شعر\nأ / ب\n\nج / د\n\nه / و\n:::").ranges(of: "stanza").isEmpty)
        #expect(html("::: شعر\nأ / ب\nج / د\n\nه / و\n:::").ranges(of: "stanza").count == 1)
    }

    @Test func oneHemistichStandsInTheMiddle() {
        #expect(html("::: شعر\nأ / ب\nج\n:::").contains("<p class=\"verse single\"><span>ج</span></p>"))
    }

    /// U+06DD, U+06DE, small high marks and the ornate brackets are letters of the Qur'an's writing.
    @Test func quranicMarksStay() {
        let verse = "﴿ٱلۡحَمۡدُ لِلَّهِ رَبِّ ٱلۡعَٰلَمِينَۖ﴾ ۝ ۞"
        #expect(html("::: شعر\n\(verse)\n:::").contains(verse))
    }

    @Test func textHasAVerseALine() {
        let found = document("::: شعر\nقفا نبك / بسقط اللوى\nثان / ثالث\n:::")
        #expect(String(decoding: found.text, as: UTF8.self) == "قفا نبك / بسقط اللوى\nثان / ثالث\n")
        #expect(found.hasRareParts && found.words == 6)
        #expect(!document("::: إطار\nنص\n:::").hasRareParts)
    }

    @Test func verseHoldsInlineMarkup() {
        #expect(
            html("::: شعر\n**قفا** / [نبك](/x)[^1]\n:::\n\n[^1]: شرح").contains("<span><strong>قفا</strong></span>"))
        #expect(html("::: شعر\n[نبك](https://x.example/?a=b) هنا\n:::").contains("href=\"https://x.example/?a=b\""))
    }

    @Test func poemEndsWithItsContainerOrTheNextBox() {
        #expect(remarks("::: شعر\nأ / ب\n::: إطار\nنص\n:::") == ["box-not-closed @ :::"])
        #expect(
            html("::: شعر\nأ / ب\n::: إطار\nنص\n:::").hasSuffix(
                "</figure>\n<aside class=\"box\">\n<p>نص</p>\n</aside>\n"))
        #expect(html("> ::: شعر\n> أ / ب\n> :::\n\nنص").hasSuffix("</figure>\n</blockquote>\n<p>نص</p>\n"))
        #expect(html("> ::: شعر\n> أ / ب\n\nنص").hasSuffix("</figure>\n</blockquote>\n<p>نص</p>\n"))
        #expect(html("- ::: شعر\n  أ / ب\n  :::\n- ج").contains("<span>ب</span>"))
    }

    @Test func emptyPoemIsNothing() {
        #expect(html("::: شعر\n:::\n\nنص") == "<p>نص</p>\n")
    }

    @Test func longPoemCostsNoMoreThanItsLength() {
        let poem = "::: شعر\n" + String(repeating: "صدر البيت الطويل / وعجز البيت\n", count: 5000) + ":::\n"
        #expect(html(poem).ranges(of: "<p class=\"verse\">").count == 5000)
    }
}
