import ArabicText
import Markdown
import Testing

@Suite struct StrikeTests {
    @Test(arguments: [
        ("~~نص~~", "<del>نص</del>"), ("أ~~ب~~ج", "أ<del>ب</del>ج"),
        ("~~نص **مهم**~~ و", "<del>نص <strong>مهم</strong></del> و"),
        ("**~~نص~~**", "<strong><del>نص</del></strong>"), ("~~C++~~ و", "<del><bdi dir=\"ltr\">C++</bdi></del> و"),
        ("\\~~نص~~", "~~نص~~"), ("~~ نص~~", "~~ نص~~"), ("~~~نص~~~ و", "~~~نص~~~ و"),
        ("~~نص **مهم~~**", "~~نص <strong>مهم~~</strong>"),
        ("`~~x~~`", "<code dir=\"ltr\">~~x~~</code>"), ("~نص~", "~نص~"),
    ])
    func twoTildesStrike(_ markdown: String, _ expected: String) {
        // Three at the start of a line would open a fence.
        #expect(html("و " + markdown) == "<p>و \(expected)</p>\n")
    }
}

@Suite struct BareLinkTests {
    private func link(_ href: String, _ text: String? = nil) -> String {
        "<a href=\"\(href)\"><bdi dir=\"ltr\">\(text ?? href)</bdi></a>"
    }

    @Test(arguments: [
        ("https://example.com", "https://example.com", ""),
        ("https://example.com،", "https://example.com", "،"), ("https://example.com/a؛", "https://example.com/a", "؛"),
        ("https://example.com/?q=1؟", "https://example.com/?q=1", "؟"),
        ("https://example.com»", "https://example.com", "»"),
        ("https://example.com”", "https://example.com", "”"), ("https://example.com.", "https://example.com", "."),
        ("https://example.com/a_(b)", "https://example.com/a_(b)", ""),
        ("https://example.com/a)", "https://example.com/a", ")"),
        ("https://example.com/_a_/*b", "https://example.com/_a_/*b", ""),
        ("https://x.org/a~b", "https://x.org/a~b", ""),
        ("HTTP://EXAMPLE.com/A", "HTTP://EXAMPLE.com/A", ""),
    ])
    func aBareLinkEndsBeforePunctuation(_ markdown: String, _ href: String, _ rest: String) {
        #expect(html("انظر \(markdown) نص") == "<p>انظر \(link(href))\(rest) نص</p>\n")
    }

    @Test func hostsBecomePunycodeAndPathsAreEncoded() {
        #expect(
            html("http://مثال.إختبار/مسار نص")
                == "<p>\(link("http://xn--mgbh0fb.xn--kgbechtv/%D9%85%D8%B3%D8%A7%D8%B1", "http://مثال.إختبار/مسار")) نص</p>\n"
        )
        #expect(html("[أ](http://مثال.إختبار:80/)").contains("href=\"http://xn--mgbh0fb.xn--kgbechtv:80/\""))
        #expect(html("www.bücher.de نص") == "<p>\(link("http://www.xn--bcher-kva.de", "www.bücher.de")) نص</p>\n")
    }

    @Test func aHostIsFoundInAnyCaseAndBehindABackslash() {
        #expect(html("WwW.a.b نص") == "<p>\(link("http://WwW.a.b", "WwW.a.b")) نص</p>\n")
        #expect(html("نص \\www.a.b نص") == "<p>نص \\\(link("http://www.a.b", "www.a.b")) نص</p>\n")
        #expect(html("www.a_b_.c نص") == "<p>\(link("http://www.a_b_.c", "www.a_b_.c")) نص</p>\n")
    }

    @Test func aTagOfAnotherSystemBehindItIsNoPartOfIt() {
        #expect(html("نص [embed]https://a.org/x[/embed]") == "<p>نص [embed]\(link("https://a.org/x"))[/embed]</p>\n")
        #expect(html("نص https://a.org/?x[]=1").contains("href=\"https://a.org/?x%5B%5D=1\""))
    }

    @Test func aParticleMayBeJoinedToIt() {
        #expect(html("وhttps://a.org نص") == "<p>و\(link("https://a.org")) نص</p>\n")
    }

    @Test(arguments: [
        "[https://a.org](/x) نص", "`https://a.org` نص", "xhttps://a.org نص", "https:// نص", "www. نص", "www.نص",
        "http://. نص",
    ])
    func otherTextIsNoBareLink(_ markdown: String) {
        #expect(!html(markdown).contains("href=\"http"))
    }

    @Test func linksAreListedWithTheirPlaces() {
        let body = "أ https://a.org [ب](b.md) <https://c.org> [د][r]\n\n[r]: /r"
        let links = document(body).links
        #expect(links.map(\.destination) == ["https://a.org", "b.md", "https://c.org", "/r"])
        let bytes = Array(body.utf8)
        #expect(String(decoding: bytes[links[1].offset...].prefix(4), as: UTF8.self) == "b.md")
        #expect(String(decoding: bytes[links[2].offset...].prefix(13), as: UTF8.self) == "https://c.org")
    }

    @Test func linksAreResolved() {
        let document = Renderer().render(
            Array("[أ](other.md#x) [ب](y)".utf8), link: { $0 == "y" ? .asWritten : .to("/2024/1/و&/") })
        #expect(
            String(decoding: document.html, as: UTF8.self)
                == "<p><a href=\"/2024/1/و&amp;/\">أ</a> <a href=\"y\">ب</a></p>\n")
    }
}

@Suite struct CardTests {
    @Test(arguments: [
        ("https://www.youtube.com/watch?v=1", "youtube", "YouTube"), ("https://youtu.be/a", "youtube", "YouTube"),
        ("https://x.com/a/status/1", "x", "X"), ("https://twitter.com/a/status/1", "x", "X"),
        ("https://m.facebook.com/a", "facebook", "Facebook"),
        ("https://www.instagram.com/p/a", "instagram", "Instagram"),
        ("https://t.me/a/1", "telegram", "Telegram"), ("https://vimeo.com/1", "vimeo", "Vimeo"),
        ("https://soundcloud.com/a/b", "soundcloud", "SoundCloud"),
    ])
    func aLinkAloneIsACard(_ url: String, _ site: String, _ name: String) {
        let start =
            "<p class=\"card card-\(site)\"><a href=\"\(url)\"><span class=\"card-site\"><bdi>\(name)</bdi></span> "
        #expect(html(url) == start + "<span class=\"card-title\"><bdi dir=\"ltr\">\(url)</bdi></span></a></p>\n")
        #expect(html("<\(url)>") == html(url))
        #expect(html("[كلمة الوزير](\(url))") == start + "<span class=\"card-title\">كلمة الوزير</span></a></p>\n")
    }

    @Test func aLineInAParagraphIsPartedFromIt() {
        let text = html("شاهدوا\nhttps://youtu.be/a\nثم")
        #expect(text.hasPrefix("<p>شاهدوا</p>\n<p class=\"card card-youtube\">") && text.hasSuffix("</p>\n<p>ثم</p>\n"))
    }

    @Test(arguments: [
        "https://example.com/a", "انظر https://youtu.be/a", "https://youtube.com.evil.org/a", "https://x.com",
    ])
    func otherLinksAreNoCards(_ markdown: String) {
        #expect(!html(markdown).contains("card"))
    }
}

@Suite struct IsolationTests {
    @Test(arguments: [
        ("اتصل على +254 700 123 456 الآن", "اتصل على <bdi dir=\"ltr\">+254 700 123 456</bdi> الآن"),
        ("لغة C++ هنا", "لغة <bdi dir=\"ltr\">C++</bdi> هنا"),
        ("يوم 2024-01-24.", "يوم <bdi dir=\"ltr\">2024-01-24</bdi>."),
        ("نسبة 20% هنا", "نسبة <bdi dir=\"ltr\">20%</bdi> هنا"), ("10-12 شخصًا", "10\u{200F}-12 شخصًا"),
        ("[لغة C++](/a) و", "<a href=\"/a\">لغة <bdi dir=\"ltr\">C++</bdi></a> و"),
        ("**C++** لغة برمجة", "<strong><bdi dir=\"ltr\">C++</bdi></strong> لغة برمجة"),
        ("`C++` لغة", "<code dir=\"ltr\">C++</code> لغة"),
    ])
    func runsThatWouldBreakAreIsolated(_ markdown: String, _ expected: String) {
        #expect(html(markdown) == "<p>\(expected)</p>\n")
        #expect(html("- \(markdown)") == "<ul>\n<li>\(expected)</li>\n</ul>\n")
        #expect(html("| \(markdown) | ب |\n|-|-|").contains(">\(expected)</th>"))
        #expect(html("## \(markdown) {#a}") == "<h2 id=\"a\">\(expected)</h2>\n")
    }

    @Test func latinBlocksReadLeftToRight() {
        let settings = MarkdownSettings(latinLanguage: "en")
        let open = "dir=\"ltr\" lang=\"en\">"
        #expect(html("The fox said C++!", settings) == "<p \(open)The fox said C++!</p>\n")
        #expect(html("## The fox {#a}", settings) == "<h2 id=\"a\" \(open)The fox</h2>\n")
        #expect(html("- The fox\n- نص", settings) == "<ul>\n<li><bdi \(open)The fox</bdi></li>\n<li>نص</li>\n</ul>\n")
        #expect(html("The fox", MarkdownSettings()) == "<p dir=\"ltr\">The fox</p>\n")
    }

    /// However long it is, and whatever letters it has.
    @Test func codeHasNoPartInTheDirectionOfABlock() {
        let code = String(repeating: "متغير طويل ", count: 9) + "هنا"
        #expect(
            html("Set `\(code)` now, please") == "<p dir=\"ltr\">Set <code dir=\"ltr\">\(code)</code> now, please</p>\n"
        )
        #expect(html("اضبط `some very long name of a variable` الآن").hasPrefix("<p>اضبط"))
    }

    /// A marker of an item that reads left to right would lie beyond the edge of the page.
    @Test func anItemStandsAsItsListDoes() {
        #expect(html("- Instagram, Spotify") == "<ul>\n<li><bdi dir=\"ltr\">Instagram, Spotify</bdi></li>\n</ul>\n")
        #expect(
            html("1. Instagram\n   - فرعي\n2. نص")
                == "<ol>\n<li><bdi dir=\"ltr\">Instagram</bdi>\n<ul>\n<li>فرعي</li>\n</ul>\n</li>\n<li>نص</li>\n</ol>\n"
        )
    }

    @Test func aLeftToRightSiteHasItTheOtherWayRound() {
        let settings = MarkdownSettings(language: "en", direction: .ltr)
        #expect(html("The fox 20%", settings) == "<p>The fox 20%</p>\n")
        #expect(html("نص عربي", settings) == "<p dir=\"rtl\">نص عربي</p>\n")
    }
}

@Suite struct StraightQuoteTests {
    @Test func pairsFollowThePolicy() {
        let text = "قال \"نعم\" ثم **\"لا\"** و`\"x\"`"
        let code = "<code dir=\"ltr\">&quot;x&quot;</code>"
        #expect(html(text) == "<p>قال &quot;نعم&quot; ثم <strong>&quot;لا&quot;</strong> و\(code)</p>\n")
        #expect(html(text, .init(quotes: .guillemets)) == "<p>قال «نعم» ثم <strong>«لا»</strong> و\(code)</p>\n")
        #expect(html(text, .init(quotes: .curly)) == "<p>قال “نعم” ثم <strong>“لا”</strong> و\(code)</p>\n")
        #expect(String(decoding: document("\"أ\"", .init(quotes: .guillemets)).text, as: UTF8.self) == "«أ»\n")
    }

    @Test func anOddCountIsLeftAloneAndReported() {
        #expect(html("قال \"نعم", .init(quotes: .guillemets)) == "<p>قال &quot;نعم</p>\n")
        #expect(remarks("قال \"نعم", .init(quotes: .guillemets)) == ["odd-quotes @ قال"])
    }

    @Test(arguments: ["[نص]()", "[نص](<>)", "[نص][r]\n\n[r]: <>"]) func linkWithoutADestinationIsReported(
        _ markdown: String
    ) {
        #expect(html(markdown) == "<p><a href=\"\">نص</a></p>\n")
        #expect(document(markdown).remarks.map(\.id) == ["empty-link"])
    }
}
