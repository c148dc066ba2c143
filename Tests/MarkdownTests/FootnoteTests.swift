import ArabicText
import Markdown
import Testing

@Suite struct FootnoteTests {
    private func reference(_ number: Int, id: String? = nil) -> String {
        "<sup class=\"footnote-ref\"><a href=\"#fn-\(number)\" id=\"\(id ?? "fnref-\(number)")\" role=\"doc-noteref\">\(number)</a></sup>"
    }

    private func back(_ id: String) -> String {
        " <a href=\"#\(id)\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"العودة إلى النص\">↩</a>"
    }

    @Test func notesAreNumberedByFirstUse() {
        let expected =
            "<p>أ\(reference(1)) ب\(reference(2)) ج\(reference(1, id: "fnref-1-2"))</p>\n"
            + "<section class=\"footnotes\" role=\"doc-endnotes\">\n<h2>هوامش</h2>\n<ol>\n"
            + "<li id=\"fn-1\">\n<p>ثان\(back("fnref-1"))\(back("fnref-1-2"))</p>\n</li>\n"
            + "<li id=\"fn-2\">\n<p>أول\(back("fnref-2"))</p>\n</li>\n</ol>\n</section>\n"
        #expect(html("أ[^2] ب[^1] ج[^2]\n\n[^1]: أول\n[^2]: ثان") == expected)
    }

    @Test func aNoteMayHaveParagraphsAndLists() {
        let text = html("أ[^1]\n\n[^1]: أول\n\n    ثان\n    - بند\n\nبعد")
        #expect(text.hasPrefix("<p>أ\(reference(1))</p>\n<p>بعد</p>\n"))
        #expect(text.contains("<p>أول</p>\n<p>ثان</p>\n<ul>\n<li>بند</li>\n</ul>\n\(back("fnref-1"))"))
    }

    @Test func missingUnusedAndDoubleNotesAreReported() {
        #expect(remarks("أ[^س]") == ["footnote-missing @ [^س]"])
        #expect(remarks("أ\n\n[^1]: نص") == ["footnote-unused @ [^1]:"])
        #expect(remarks("أ[^1]\n\n[^1]: نص\n[^1]: آخر").contains("footnote-twice @ [^1]:"))
    }

    @Test func aMissingNoteStaysText() {
        #expect(html("أ[^س]") == "<p>أ[^س]</p>\n")
    }

    @Test func usesInCodeAndLinksAreWhatTheAuthorWrote() {
        #expect(html("`a[^1]`\n\n[^1]: x").hasPrefix("<p><code dir=\"ltr\">a[^1]</code></p>"))
        #expect(html("[أ](/x \"a[^1]\")\n\n[^1]: x").hasPrefix("<p><a href=\"/x\" title=\"a[^1]\">أ</a></p>"))
    }

    @Test func notesStandSideBySide() {
        let body = "نص[^1][^2].\n\n[^1]: أ\n[^2]: ب"
        #expect(html(body).hasPrefix("<p>نص\(reference(1))\(reference(2)).</p>"))
        #expect(document(body).remarks.isEmpty)
        #expect(remarks("نص[^1][^2].\n\n[^2]: ب") == ["footnote-missing @ [^1][^2]."])
    }

    @Test func aNoteMayStandBeforeBrackets() {
        let twice = "<p>نص\(reference(1))(أي هنا) و\(reference(1, id: "fnref-1-2"))[كذا]</p>"
        #expect(html("نص[^1](أي هنا) و[^1][كذا]\n\n[^1]: أ").hasPrefix(twice))
        #expect(html("نص[^1](/x)") == "<p>نص<a href=\"/x\">^1</a></p>\n")
    }

    @Test(arguments: ["> [^1]: كلمة", "- [^1]: كلمة", "[^كلمة أولى]: كلمة", "-\n  \n    [^]:كلمة"])
    func aNoteDefinedWhereNoneCanBeIsText(_ markdown: String) {
        #expect(html(markdown).replacing(" ", with: "").contains("]:كلمة"))
    }

    @Test(arguments: ["[[^1]]:(كلمة)", "[نص [^1] نص]: /كلمة", "> [[^1]]: <كلمة>"])
    func aNoteInBracketsMakesNoDefinition(_ text: String) {
        let shown = html(text + "\n\n[^1]: أ")
        #expect(shown.contains("]:") && shown.contains("كلمة") && shown.contains("fnref-1"))
    }

    @Test func aNoteInACardIsNoLink() {
        let card = html("[نص[^1]](https://youtu.be/a)\n\n[^1]: أ")
        #expect(card.contains("نص<sup class=\"footnote-ref\" id=\"fnref-1\">1</sup></span></a></p>"))
    }

    @Test func notesStandBesideEmphasis() {
        #expect(html("**نص.**[^1] بعد\n\n[^1]: x").hasPrefix("<p><strong>نص.</strong>\(reference(1)) بعد</p>"))
    }

    @Test func anOpenFenceInANoteEndsWithIt() {
        #expect(html("أ[^1]\n\n[^1]: نص\n\n    ```\n    كود\n\nبعد").hasPrefix("<p>أ\(reference(1))</p>\n<p>بعد</p>"))
    }

    @Test func anOpenFenceInAListInANoteEndsWithTheList() {
        #expect(html("أ[^1]\n\n[^1]: نص\n\n    - ```\n      كود\nبعد").hasPrefix("<p>أ\(reference(1))</p>\n<p>بعد</p>"))
    }

    @Test func openHTMLInANoteShowsNoEndOfOurs() {
        #expect(!html("أ[^1]\n\n[^1]: <script>نص\n\nبعد").contains("/script"))
        #expect(document("أ[^1]\n\n[^1]: <!-- نص\n\nبعد").remarks.map(\.id).contains("comment-not-closed"))
        #expect(
            html("أ[^1]\n\n[^1]: <!-- نص\n\nبعد", MarkdownSettings(html: .allow)).hasPrefix(
                "<p>أ\(reference(1))</p>\n<p>بعد</p>"))
    }

    @Test func numbersAreInTheOutletsDigits() {
        #expect(html("أ[^1]\n\n[^1]: x", MarkdownSettings(numerals: .arab)).contains(">١</a></sup>"))
    }

    @Test func notesComeLastInTheTextAndCanBeToldFromIt() {
        let document = document("[^1]نص **مهم**\n\n[^1]: هـ")
        let start = document.notesStart ?? 0
        #expect(String(decoding: document.text[..<start], as: UTF8.self) == "نص مهم\n")
        #expect(String(decoding: document.text[start...], as: UTF8.self) == "هـ\n")
    }
}
