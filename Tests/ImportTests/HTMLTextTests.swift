import Base
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Import

/// Answers every link and picture with itself.
struct PlainReferences: References {
    func link(_ href: String) -> LinkAnswer { LinkAnswer(destination: href.hasPrefix("http") ? href : nil) }
    func picture(_ source: String, id: Int?) -> PictureAnswer? { PictureAnswer(destination: source) }
    func gallery(_ ids: [Int]) -> [(id: Int, figure: Figure?)] { [] }
    func ownGallery() -> [(id: Int, figure: Figure?)] { [] }
    func file(_ source: String) -> LinkAnswer { link(source) }
}

@Suite struct HTMLTextTests {
    private func markdown(_ html: String) -> (text: String, rows: [ReportRow.Finding]) {
        var text = HTMLText(PlainReferences())
        let (nodes, dropped) = HTMLTree.fragment(Array(html.utf8))
        text.rows += dropped
        let blocks = text.blocks(nodes)
        return (text.markdown(blocks), text.rows)
    }

    @Test(arguments: [
        ("<p>أ <b>ب </b>ج</p>", "أ **ب** ج"), ("<p><b>أ</b><b>ب</b></p>", "**أب**"),
        ("<p>أ<br>ب<br><br>ج</p>", "أ\\\nب\n\nج"),
        ("<p>&nbsp;</p><p> </p>", ""), ("<div><p>أ</p>ب</div>", "أ\n\nب"),
        ("<p>x<sup>2</sup> H<sub>2</sub>O</p>", "x² H₂O"),
        ("<ul><li>أ<ul><li>ب</li></ul></li></ul>", "- أ\n  - ب"),
        ("<ol start=9><li>أ</li><li>ب</li></ol>", "9. أ\n10. ب"),
        ("<blockquote><p>أ</p><cite>ب</cite></blockquote>", "> أ\n>\n> — ب"), ("<script>x</script><p>أ</p>", "أ"),
        ("<a href='https://a.example/(b)'>أ</a>", "[أ](https://a.example/%28b%29)"),
        ("<a href='javascript:x'>أ</a>", "أ"),
        (
            "<a href='https://a.example/'>أ<div>ب</div>ج</a>",
            "[أ](https://a.example/)\n\n[ب](https://a.example/)\n\n[ج](https://a.example/)"
        ),
        ("<p>*أ* _ب_ `ج` # د</p>", "\\*أ\\* \\_ب\\_ \\`ج\\` # د"),
        ("<p># أ</p><p>1. ب</p><p>1- ج</p>", "\\# أ\n\n1\\. ب\n\n1\\- ج"),
        ("<pre>```\nأ</pre>", "````\n```\nأ\n````"), ("<code>a`b</code>", "``a`b``"),
        ("<table><tr><td>أ|ب</td></tr></table>", "|  |\n|---|\n| أ\\|ب |"),
        ("<dl><dt>أ</dt><dd>ب</dd></dl>", "**أ**\\\nب"),
        ("<details><summary>أ</summary>ب</details>", "::: details أ\nب\n:::"),
        ("<img src=a.png alt='أ'>", "![أ](a.png)"),
        ("<figure><img src=a.png><figcaption>ب \"ج\"</figcaption></figure>", "![](a.png \"ب \\\"ج\\\"\")"),
    ])
    func htmlBecomesItsMarkdown(_ html: String, _ expected: String) { #expect(markdown(html).text == expected) }

    @Test func depthAndAttributesBeyondMeasureAreCutAndTheTextStays() {
        let deep = markdown(
            String(repeating: "<div>", count: 100_000) + "نص" + String(repeating: "</div>", count: 100_000))
        #expect(deep.text == "نص")
        #expect(deep.rows.map(\.kind) == [.html])
        let wide = markdown("<p " + (0..<60_000).map { "a\($0)=1 " }.joined() + ">نص</p>")
        #expect(wide.text == "نص")
        #expect(wide.rows.map(\.kind) == [.html])
    }

    private let fragments = ProcessInfo.processInfo.environment["FRAGMENTS"].flatMap { Int($0) } ?? 300

    /// The text of random fragments comes through letter by letter, or the difference is told. FRAGMENTS sets how many.
    @Test func theTextOfRandomFragmentsStaysTheSame() {
        var random = SeededGenerator(27)
        let pieces = [
            "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<div>", "</div>", "<ul><li>", "</li></ul>", "<br>", "<h2>",
            "</h2>", "نص ",
            "*", "_", "`", "# ", "1. ", "- ", "> ", "[", "](", ")", "![", "|", "~~", "\\", "&amp;", "&lt;b&gt;", "«",
            "»", ".", " ",
            "<a href='https://a.example/'>", "</a>", "<blockquote>", "</blockquote>", "كلمة", "word", "\n", "<code>",
            "</code>", ":::", "[^1]",
            "https://b.example/c", "&nbsp;", "<table><tr><td>", "</td></tr></table>", "<pre>", "</pre>",
            "www.d.example", "<s>", "</s>",
        ]
        for round in 0..<(fragments) {
            let html = (0..<(random.next() % 14 + 1)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
                .joined()
            let (text, rows) = markdown(html)
            guard !rows.contains(where: { $0.kind == .text || $0.kind == .inline }) else { continue }
            let shown = Renderer().render(Array(text.utf8)).html
            let (nodes, _) = HTMLTree.fragment(Array(html.utf8))
            #expect(
                letters(String(decoding: shown, as: UTF8.self).withoutTags) == letters(nodes.text),
                "\(round): \(html)\n\(text)")
        }
    }

    /// Letters and digits alone: signs of lists and quotes are the page's.
    private func letters(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0.properties.isAlphabetic }
    }
}

extension String {
    fileprivate var withoutTags: String {
        var result = ""
        var isTag = false
        for character in self {
            if character == "<" {
                isTag = true
            } else if character == ">", isTag {
                isTag = false
            } else if !isTag {
                result.append(character)
            }
        }
        return CharacterReferences.resolved(result)
    }
}
