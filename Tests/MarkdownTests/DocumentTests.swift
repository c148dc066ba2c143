import ArabicText
import Base
import Foundation
import Markdown
import Testing

@Suite struct DocumentTests {
    @Test func theSourceLineIsTakenOut() {
        for line in ["*المصدر: Transparency News", "*المصدر : Transparency News*", "*المصدر:Transparency News  "] {
            let result = document("نص\n\n\(line)\n\nبعد")
            #expect(result.source == "Transparency News")
            #expect(String(decoding: result.html, as: UTF8.self) == "<p>نص</p>\n<p>بعد</p>\n")
        }
        #expect(document("نص").source == nil)
        #expect(document("*المصدر: س <!-- ص --> ع").source == "س  ع")
        #expect(html("*المصدر: س <!-- ص") == "<p>*المصدر: س &lt;!-- ص</p>\n")
        #expect(document("> *المصدر: س").source == nil)
        #expect(document("```\n*المصدر: س\n```").source == nil)
    }

    @Test(arguments: [
        ("*المصدر: [وكالة الأنباء](https://example.org/a_(b)?c=1)*", "وكالة الأنباء", "https://example.org/a_(b)?c=1"),
        ("*المصدر: [وكالة](https://example.org \"عنوان\")", "وكالة", "https://example.org"),
        ("*المصدر: [وكالة](https://example.org) ووكالات أخرى*", "وكالة ووكالات أخرى", nil),
        ("*المصدر: [أ](/x) و[ب](/y)", "أ وب", nil),
        ("*المصدر: مركز [أبحاث] (القاهرة)", "مركز [أبحاث] (القاهرة)", nil),
        ("*المصدر: [بلا نهاية](https://example.org", "[بلا نهاية](https://example.org", nil),
        ("*المصدر: [](https://example.org)", "[](https://example.org)", nil),
    ])
    func aLinkInTheSourceLineIsALinkOfTheSource(_ line: String, _ name: String, _ link: String?) {
        let result = document("نص\n\n\(line)\n")
        #expect(result.source == name)
        #expect(result.sourceLink == link)
    }

    @Test func theTextIsALineABlock() {
        let body =
            "# عنوان **مهم** {#a}\n\nسطر\nآخر [رابط](/x) `كود`\n\n- بند\n\n```\nكود\n```\n\n![وصف](a.jpg \"ت\")\n\n> قول\n> — فلان"
        #expect(
            String(decoding: document(body).text, as: UTF8.self) == "عنوان مهم\nسطر آخر رابط كود\nبند\nقول\nفلان\n")
        #expect(document(body).words == 9)
    }

    @Test func placesAreThoseOfTheAuthorsText() {
        let body = "\u{FEFF}نص\u{200B} و**«أ»** [^1]\n\n## عنوان\n\n![](ص.jpg)\n\n[أ](javascript:x)\n\n[^1]: [ب](b.md)"
        let bytes = Array(body.utf8)
        let document = document(body)
        func text(_ offset: Int, _ count: Int) -> String {
            String(decoding: bytes[offset..<offset + count], as: UTF8.self)
        }
        #expect(document.outline.map { text($0.offset, 3) } == ["## "])
        #expect(document.pictures.map { text($0.offset, 6) } == ["ص.jpg"])
        #expect(document.links.map { text($0.offset, 4) } == ["b.md"])
        #expect(document.remarks.map { text($0.offset, 3) } == ["ص.", "jav"])
    }

    @Test func aRemarkKnowsItsLineAndColumn() throws {
        let file = Array("---\ntitle: س\n---\nنص\nو [^س]".utf8)
        let start = Array("---\ntitle: س\n---\n".utf8).count
        let remark = try #require(Renderer().render(Array(file[start...])).remarks.first)
        let place = remark.diagnostic(path: "a.md", file: file, bodyStart: start).location
        #expect(place?.line == 5 && place?.column == 3)
    }

    @Test func equalBodiesGiveEqualBytes() {
        let body = "# أ\n\n[^1] **ب** | ج\n\n[^1]: د"
        #expect(document(body).html == document(body).html)
    }

    /// What an article's own rules add to plain CommonMark, taken off again.
    private func plain(_ html: String) -> String {
        var text = html
        for pattern in [
            " dir=\"(ltr|rtl)\"", "(?<=<h[1-6]) id=\"[^\"]*\"", "</?bdi>",
            " decoding=\"async\" (fetchpriority=\"high\"|loading=\"lazy\")", "</?figure>\n",
            "<figcaption>[^<]*</figcaption>\n",
        ] {
            text = text.replacingOccurrences(of: pattern, with: "", options: .regularExpression)
        }
        return text
    }

    /// With every rule on, an example may differ in what the extensions mean to change, and in nothing else.
    @Test func theRulesForArabicChangeNoExampleOfTheSpecification() throws {
        let settings = MarkdownSettings(language: "en", direction: .ltr, html: .allow)
        let changed = try CommonMarkExample.all().filter {
            plain(html($0.markdown, settings)) != plain($0.html)
        }
        // A picture alone is a figure, without a paragraph; comments are left out; four schemes lead nowhere; two bare
        // URLs become links.
        let figures = changed.filter { $0.html.contains(/^<p>(<a [^>]*>)?<img [^>]*\/>(<\/a>)?<\/p>/) }
        #expect(figures.count == 20)
        let others = changed.filter { example in !figures.contains { $0.example == example.example } }
        let comments = others.filter { $0.markdown.contains("<!--") }.map(\.example)
        #expect(comments == [177, 179, 183, 308, 309, 624, 625, 626])
        // Three short lines or more keep their ends.
        let lines = others.filter { html($0.markdown, settings).contains("<br />") && !$0.html.contains("<br />") }
            .map(\.example)
        #expect(lines == [25, 28, 106, 223])
        #expect(
            others.map(\.example).filter { !comments.contains($0) && !lines.contains($0) } == [
                595, 597, 598, 600, 607, 610,
            ])
    }
}
