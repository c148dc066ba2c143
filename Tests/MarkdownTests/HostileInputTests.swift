import Markdown
import Testing

@Suite struct HostileInputTests {
    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)", "&#1;javascript:alert(1)", "&#x0B;javascript:x", "javascript&colon;alert(1)",
        "vbscript:x", "data:text/html,x", "DATA:image/svg+xml,x", "file:///etc/passwd", "blob:x", "j&#8203;avascript:x",
        "&#8238;javascript:x",
    ])
    func noSchemeButTheFewBecomesALink(_ destination: String) {
        for settings in [MarkdownSettings(), MarkdownSettings(html: .allow)] {
            for markdown in [
                "[أ](\(destination))", "[أ](<\(destination)>)", "![أ](\(destination))", "[أ][r]\n\n[r]: \(destination)",
                "نص ![أ](\(destination))", "[![أ](\(destination))](\(destination))",
            ] {
                let text = html(markdown, settings)
                #expect(!text.contains("href=") && !text.contains("src="), "\(markdown) gave \(text)")
                #expect(text.contains("أ"))
            }
        }
        #expect(remarks("[أ](\(destination))").contains { $0.hasPrefix("link-scheme") })
    }

    @Test(arguments: ["[وزارة الصحة](https://moh.example/) ", "[فيديو] ", "سطر\n[أ](/x) ", "[أ\\]: ب](/x) "])
    func aLinkInFrontOfALongParagraphIsNoDefinition(_ start: String) {
        let text = String(repeating: "قال الرئيس إن القمة ستعقد في القاهرة الشهر المقبل. ", count: 60)
        #expect(document(start + text).remarks.isEmpty)
        #expect(document(start + text + "\n" + text).remarks.isEmpty)
        #expect(
            remarks("[أ]: /" + String(repeating: "x", count: 3_000)).first?.hasPrefix("long-link-definition") ?? false)
        #expect(
            remarks("[أ\nب]: /" + String(repeating: "x", count: 3_000)).first?.hasPrefix("long-link-definition")
                ?? false)
    }

    @Test func autolinksObeyTheSameRule() {
        #expect(html("<javascript:alert(1)>", .init(html: .allow)) == "<p dir=\"ltr\">javascript:alert(1)</p>\n")
    }

    @Test(arguments: [
        "https://a.org", "HTTPS://a.org", "//a.org/x", "/x", "#x", "?x", "mailto:a@b.org", "tel:+254",
        "a:b/../c".replacingColon,
    ])
    func allowedDestinationsStayLinks(_ destination: String) {
        #expect(html("[أ](\(destination))").contains("href="))
    }

    @Test func htmlIsTextUnlessAllowed() {
        #expect(html("نص <b onclick=x>أ</b>") == "<p>نص &lt;b onclick=x&gt;أ&lt;/b&gt;</p>\n")
        #expect(html("<script>\nx\n</script>") == "<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>\n")
        #expect(html("نص <b>أ</b>", .init(html: .allow)) == "<p>نص <b>أ</b></p>\n")
        #expect(html("<div>\nأ\n</div>", .init(html: .allow)) == "<div>\nأ\n</div>\n")
        #expect(remarks("نص\n\n<div>").contains("html-escaped @ <div>"))
    }

    @Test func commentsLeaveTheTextAroundThem() {
        #expect(html("نص <!-- سر --> هنا\n\n<!-- سر\n\nآخر -->\n\nنص") == "<p>نص  هنا</p>\n<p>نص</p>\n")
    }

    @Test(arguments: [
        "<div>\n<!-- سر: فلان -->\nنص\n</div>", "<p>نص <!-- سر --></p>",
        "<!-- wp:paragraph -->\n<p>نص</p>\n<!-- /wp:paragraph -->",
        "نص <!-- سر -- فلان -->", "نص <!-- سر\nفلان -->", "نص <!-- سر --\nفلان --->",
        "نص <!--> سر -->".replacing("سر -->", with: ""),
        "نص <!-->", "## نص <!-- سر -->", "| نص | ب |\n|---|---|\n| ج <!-- سر --> | د |", "![نص <!-- سر -->](a.jpg)",
        "![ب](a.jpg \"نص <!-- سر --> | ج <!-- سر -->\")",
        "نص [^1]\n\n[^1]: هامش <!-- سر -->", "<!-- سر\n\nآخر -->\n\nنص", "نص\n\n*المصدر: وكالة <!-- سر -->",
        "<div>نص</div>\n<!-- سر\nوسر --><p>ب</p>", "> نص <!-- سر -->", "::: إطار\nنص <!-- سر -->\n:::",
    ]) func commentsNeverReachAPage(_ markdown: String) {
        for settings in [MarkdownSettings(), MarkdownSettings(html: .allow)] {
            let document = document(markdown, settings)
            let parts = [document.html, document.text].map { String(decoding: $0, as: UTF8.self) }
            let all = (parts + [document.source ?? ""] + document.pictures.map(\.alt)).joined(separator: "\n")
            #expect(all.contains("نص"))
            for trace in ["سر", "<!--", "&lt;!--", "--&gt;", "wp:", "فلان"] { #expect(!all.contains(trace), "\(all)") }
            #expect(!document.remarks.contains { $0.id == "comment-not-closed" })
        }
    }

    @Test(arguments: [
        "<!-- سر\n\nنص", "نص <!-- سر\n\nآخر -->", "<div>\n<!-- سر\n\nآخر -->\n</div>", "نص <!-- سر\n- آخر -->",
    ])
    func commentThatMayEndAnywhereIsAnError(_ markdown: String) {
        for settings in [MarkdownSettings(), MarkdownSettings(html: .allow)] {
            #expect(
                remarks(markdown, settings).first { $0.hasPrefix("comment-not-closed") } == "comment-not-closed @ <!--")
        }
        #expect(html("<!-- سر\n\nنص").contains("&lt;!-- سر"))
    }

    @Test(arguments: ["نص \\<!-- نص", "`<!-- نص`", "```\n<!-- نص -->\n```"]) func commentThatIsQuotedIsText(
        _ markdown: String
    ) {
        #expect(html(markdown).contains("&lt;!-- نص"))
        #expect(remarks(markdown) == [])
    }

    @Test func commentIsNoHTMLToComplainOf() {
        #expect(remarks("<!-- wp:paragraph -->\n\nنص <!-- سر -->") == [])
    }

    @Test(arguments: ["&#8238;", "&#x202E;", "&#8294;", "&#8203;", "&NoBreak;", "&#xFEFF;", "&ZeroWidthSpace;"])
    func entitiesBringInNothingInvisible(_ entity: String) {
        for markdown in [
            "أ\(entity)ب", "[أ\(entity)ب](/x)", "`x` أ\(entity)ب `y`", "# أ\(entity)ب {#i}", "أ `x\ny` أ\(entity)ب `z`",
        ] {
            #expect(html(markdown).contains("أب"), "\(markdown)")
        }
        #expect(html("`أ\(entity)ب`").contains("أ&amp;"))
    }

    @Test(arguments: ["&#1;", "&#7;", "&#x1B;", "&#xFFFE;", "&#65535;"])
    func entitiesBringInNoControlCharacters(_ entity: String) {
        #expect(html("أ\(entity)ب") == "<p>أب</p>\n")
        #expect(!html("# \(entity)B0\(entity) نص\n\n::: aside\n:::").hasPrefix("<aside"))
        #expect(!html("# \(entity)N0\(entity) نص\n\n[^1]: x").contains("<section"))
    }

    @Test func brokenTextIsHarmless() {
        #expect(html("أ\u{0}ب") == "<p>أب</p>\n")
        #expect(html("أ&#xD800;ب &#0; &#99999999; &x;").contains("أ\u{FFFD}ب \u{FFFD}"))
        #expect(html("أ\u{202E}ب\u{2066}ج") == "<p>أبج</p>\n")
        #expect(remarks("أ \u{202E}ب").map { $0.prefix(13) } == ["bidi-override"])
        let broken = Renderer().render([0xD8, 0xFF, 0x2A, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x5B])
        #expect(String(validating: broken.html, as: UTF8.self) != nil)
    }

    @Test func attributesCannotBeLeft() {
        #expect(html("![\"><script>](a.jpg '\"><b>')").contains("<script>") == false)
        #expect(html("[أ](/x?\"onclick=y)").contains("\"onclick") == false)
        #expect(html("``` \"><script>\nx\n```").contains("<script>") == false)
        #expect(html("# نص {#\"><script>}").contains("<script>") == false)
    }

    @Test func aBodyOverFourMegabytesIsRefused() {
        let document = Renderer().render([UInt8](repeating: 0x61, count: 4 << 20 | 1))
        #expect(document.html.isEmpty && document.remarks.map(\.id) == ["body-too-large"])
    }

    @Test func deepNestingIsCutAndReported() {
        let quotes = html(String(repeating: "> ", count: 5000) + "أ")
        #expect(quotes.components(of: "<blockquote>") == 100 && quotes.contains("أ"))
        #expect(remarks(String(repeating: "- ", count: 200) + "أ").map { $0.prefix(16) } == ["nesting-too-deep"])
        let strong = html(String(repeating: "*أ **ب ", count: 500) + "ج" + String(repeating: " ب** أ*", count: 500))
        #expect(strong.components(of: "<em>") == strong.components(of: "</em>"))
        #expect(strong.components(of: "<em>") + strong.components(of: "<strong>") == 100)
    }
}

extension String {
    fileprivate var replacingColon: String { String(map { $0 == ":" ? "-" : $0 }) }

    func components(of part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let found = rest.firstRange(of: part) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }
}
