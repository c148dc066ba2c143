import Base
import Markdown
import Testing

/// What parses as nothing and is shown as it stands.
@Suite struct UnparsedMarkupTests {
    private func ids(_ markdown: String, html: MarkdownSettings.RawHTML = .escape) -> [String] {
        document(markdown, MarkdownSettings(html: html)).remarks.map(\.id)
    }

    @Test(arguments: [
        "{{< youtube dQw4w9WgXcQ >}}", "{{% notice note %}}", "{{ image(src=\"a.jpg\") }}",
        "{{ page.title }}",
        "{{اقتباس|نص}}", "{% include v.html %}", "{%- raw -%}", "{% youtube(id=\"x\") %}", "{# تعليق #}",
        "<%= title %>", "![[rain.png]]",
        "[[صفحة]]", "[[page|كلمات]]", "{: .wide}", "{:toc}", "{:.no_toc}", "{: #id .a key=\"v\"}", "{::nomarkdown}",
        "{.wide}",
        "{#id .wide}", "[gallery]", "[gallery ids=\"1,2\"]", "[caption id=\"attachment_1\" width=\"300\"]",
        "[embed]https://x.example/[/embed]",
        "[youtube https://www.youtube.com/watch?v=x1]", "[video src=\"a.mp4\"]", "[audio]",
        "[contact-form-7 id=\"5\" title=\"اتصل\"]",
        "[contact-form-7 404 \"Not Found\"]", "[b]غليظ[/b]", "[url=https://x.example/]هنا[/url]", "[my_box]نص[/my_box]",
        "[tweet 12345]",
        "[/caption]", "{youtube}x1{/youtube}", "[toc]", "[vc_row]",
    ])
    func whatOtherSystemsMeanIsSaid(_ mark: String) {
        #expect(ids("\(mark)") == ["foreign-markup"], "\(mark)")
        #expect(ids("نص قبله\n\n> \(mark)\n") == ["foreign-markup"], "\(mark)")
        #expect(ids("- أ\n- \(mark)\n") == ["foreign-markup"], "\(mark)")
        // As code it is spoken of.
        #expect(ids("نص `\(mark)` نص").isEmpty, "\(mark)")
        #expect(ids("نص\n\n```\n\(mark)\n```\n").isEmpty, "\(mark)")
        #expect(ids("نص\n\n    \(mark)\n").isEmpty, "\(mark)")
    }

    @Test(arguments: [
        "{{< youtube X >}}", "{{ image(src=\"a.jpg\") }}", "{% include v.html %}", "![[rain.png]]", "{: .x}",
        "[gallery]",
    ])
    func itIsSaidAtItsPlaceInASentence(_ mark: String) {
        #expect(remarks("أول\n\nنص **قبل** \(mark) نص بعد") == ["foreign-markup @ \(mark.prefix { $0 != " " })"])
        #expect(remarks("| أ | ب |\n|---|---|\n| ج | \(mark) |") == ["foreign-markup @ \(mark.prefix { $0 != " " })"])
        #expect(remarks("## عنوان \(mark) نص") == ["foreign-markup @ \(mark.prefix { $0 != " " })"])
    }

    @Test(arguments: [
        "[فيديو]", "[sic]", "[1]", "[OpenAI]", "[…]", "[...]", "قال [وزير الصحة] كذا", "[emphasis added]",
        "[John Smith]", "[1][2]", "[x]",
        "[ ] مهمة", "[video]كلمة", "شاهد [video] هنا", "[video of the day]", "{\"a\": [1, 2], \"b\": {\"c\": 1}}",
        "{1, 2, 3}", "{أ، ب}",
        "$\\frac{{a}}{b}$", "x_{{ij}}", "{{1}}", "{{١}}", "[[١]]", "[[۱۲]]", "[[1, 2], [3, 4]]", "[[1]]", "f(x[i][j])",
        "{x | x > 0}",
        "a < b % c > d", "[n=5]",
        "[a b=c]", "{", "}", "{{", "}}", "{%", "{50%}", "[", "[[", "[[]]", "{:", "{: }", "\\[gallery]",
        "\\{% include x %}", "\\{{ x }}",
        "&#91;gallery]", "## عنوان {#id}", "[gallery](https://x.example/)", "[النص](https://x.example/)",
        "![صورة](https://x.example/a.jpg)",
        "نص [كذا](هكذا في الأصل) نص", "[مرجع]\n\n[مرجع]: https://x.example/",
        "[نص][مرجع]\n\n[مرجع]: https://x.example/",
        "https://x.example/[a]",
        "> [!pull] اقتباس", "[^1]\n\n[^1]: هامش",
    ])
    func whatIsTextIsNot(_ text: String) {
        #expect(
            ids("نص \(text)").isEmpty || text.hasPrefix("#") || text.hasPrefix(">") || text.hasPrefix("["), "\(text)")
        #expect(ids(text).isEmpty, "\(text)")
    }

    @Test func ofAPairTheBeginningIsEnough() {
        #expect(ids("{% raw %}نص{% endraw %}") == ["foreign-markup"])
        #expect(ids("{{< box >}}نص{{< /box >}}") == ["foreign-markup"])
        #expect(ids("[caption id=\"x\"]![أ](https://x.example/a.jpg) نص[/caption]") == ["foreign-markup"])
    }

    @Test func noNumberOfThemHidesAnError() {
        let text = String(repeating: "[gallery]\n\n", count: 300) + "[نص](javascript:x)\n\n## أ {#a}\n\n## ب {#a}\n"
        let found = ids(text)
        #expect(found.count == 200 && found.contains("link-scheme") && found.contains("heading-id-twice"))
    }

    @Test(arguments: [
        ("![[rain.png]]", "![…](rain.png)"), ("[[page|كلمات]]", "[كلمات](page.md)"),
        ("{{ image(src=\"a.jpg\") }}", "![…](a.jpg)"),
        ("{{< youtube X1 >}}", "https://www.youtube.com/watch?v=X1"),
        ("[embed]https://x.example/v[/embed]", "Markdown"),
        ("[youtube https://x.example/v]", "“https://x.example/v” on a line of its own"), ("{: .x}", "take it out"),
    ])
    func itSaysWhatToWriteInstead(_ mark: String, _ hint: String) {
        #expect(document(mark).remarks.first?.message.english.contains(hint) == true)
    }

    @Test func inHTMLItIsSaidToo() {
        #expect(ids("<div>\n{{< youtube X >}}\n</div>", html: .allow) == ["foreign-markup"])
        #expect(ids("<div>[gallery]</div>", html: .allow) == ["foreign-markup"])
        #expect(ids("<script>\nvar a = [[b]], c = '{{ x }}';\n</script>", html: .allow).isEmpty)
        #expect(ids("<div data-x=\"[gallery]\">نص</div>", html: .allow).isEmpty)
        #expect(ids("<div>[gallery]</div>").sorted() == ["foreign-markup", "html-escaped"])
        #expect(ids("{{<figure src=\"a.jpg\">}}").sorted() == ["foreign-markup", "html-escaped"])
    }

    // MARK: Links

    @Test func aFileNameMayHoldBlanks() {
        let found = document("![قارب](قارب في الميناء.jpg) و[نص](خبر قديم.md#أ) و![ب](photo (1).png \"شرح\")")
        #expect(found.pictures.map(\.destination) == ["قارب في الميناء.jpg", "photo (1).png"])
        #expect(found.links.map(\.destination) == ["خبر قديم.md#أ"])
        #expect(found.remarks.isEmpty)
        #expect(document("`![أ](ب ج.jpg)`").html == Array("<p><code dir=\"ltr\">![أ](ب ج.jpg)</code></p>\n".utf8))
    }

    @Test(arguments: [
        ("![أ](ب ج)", "link-not-read @ [أ](ب"),
        ("[أ](https://x.example/ب ج)", "link-not-read @ [أ](https://x.example/ب"),
        ("[أ](/ب/ \"ج \"د\")", "link-not-read @ [أ](/ب/"),
        ("[أ](https://x.example/", "link-not-closed @ [أ](https://x.example/"),
        ("نص ![أ](a.jpg نص", "link-not-closed @ [أ](a.jpg"),
        ("[أ](https://x.example/\nنص)", "link-not-closed @ [أ](https://x.example/"),
        ("[أ][ب]", "undefined-reference @ [أ][ب]"), ("[أ][]", "undefined-reference @ [أ][]"),
        ("![أ][ب]", "undefined-reference @ [أ][ب]"),
        ("نص\n[أ]: https://x.example/", "definition-in-paragraph @ [أ]:"),
        ("[أ](https:/x.example/)", "half-address @ https:/x.example/)"),
        ("[أ](https:x.example)", "half-address @ https:x.example)"),
        ("نص https:/x.example/ نص", "half-address @ https:/x.example/"),
        ("<http:/x.example/>", "half-address @ http:/x.example/>"),
        ("[](https://x.example/)", "link-without-words @ https://x.example/)"),
        ("نص\n\n# \n", "heading-without-words @ #"), ("نص\n\n## {#id}", "heading-without-words @ ##"),
    ])
    func aLinkThatIsNoneIsSaid(_ text: String, _ expected: String) { #expect(remarks(text) == [expected]) }

    @Test func aReferenceThatIsNearIsNamed() {
        let message = document("[نص][المرجح]\n\n[المرجع]: https://x.example/").remarks.first?.message.arabic
        #expect(message?.contains("هل قصدت «المرجع»؟") == true)
    }

    // MARK: HTML

    @Test(arguments: [
        ("<div>\n\nنص", ["html-not-closed @ <div>"]), ("نص\n\n</div>", ["html-not-open @ </div>"]),
        ("<div><section>نص</div>", ["html-not-closed @ <section>نص</div>"]),
        ("نص <b>غليظ", ["html-not-closed @ <b>غليظ"]),
        ("نص غليظ</b>", ["html-not-open @ </b>"]), ("<div class=\"a\"", ["html-not-closed @ <div"]),
        ("<div>\n\n<div>\n\nنص\n\n</div>", ["html-not-closed @ <div>"]), ("<div/>\n\nنص", ["html-not-closed @ <div/>"]),
        ("<div>\n\n**نص**\n\n</div>", []), ("<ul><li>أ<li>ب</ul>", []), ("<p>أ\n\n<p>ب", []), ("<br>نص<br/>", []),
        ("<svg><path d=\"M0\"/></svg>", []), ("<table><tr><td>أ<td>ب</table>", []), ("<!-- <div> -->\n\nنص", []),
        ("<script>\nif (a<b) c='<div>'\n</script>", []), ("`<div>`", []), ("نص <b>أ</b> <i>ب</i>", []),
        ("<DIV>أ</div>", []),
    ])
    func htmlThatIsNotBalancedIsSaid(_ text: String, _ expected: [String]) {
        #expect(remarks(text, MarkdownSettings(html: .allow)) == expected)
        #expect(ids(text).filter { $0.hasPrefix("html-not") }.isEmpty)
    }
}
