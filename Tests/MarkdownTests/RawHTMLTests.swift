import Markdown
import Testing

@Suite struct RawHTMLTests {
    private func rendered(_ markdown: String) -> Document {
        Renderer(MarkdownSettings(html: .allow)).render(
            Array(markdown.utf8),
            picture: { $0.hasPrefix("x") ? ResolvedPicture(source: "/media/\($0)", width: 12, height: 7) : nil },
            link: { $0 == "b.md" ? .to("/2024/b/?x=1&y=2") : .asWritten })
    }

    @Test(arguments: [
        (
            #"<figure><img src="x.jpg" alt="وصف"></figure>"#,
            #"<figure><img src="/media/x.jpg" width="12" height="7" alt="وصف"></figure>"#
        ),
        (#"<img alt="أ" width=3 src=x.jpg>"#, #"<img alt="أ" width=3 src="/media/x.jpg">"#),
        (
            #"<img alt="أ" src='x.jpg' srcset="x.jpg 1x, x2.jpg 2x, far.jpg 3x"/>"#,
            #"<img alt="أ" src="/media/x.jpg" width="12" height="7" srcset="/media/x.jpg 1x, /media/x2.jpg 2x, far.jpg 3x"/>"#
        ),
        (#"<p>نص <a class="k" href="b.md">أ</a></p>"#, #"<p>نص <a class="k" href="/2024/b/?x=1&amp;y=2">أ</a></p>"#),
        (#"<a href="https://o.example/?a=1&amp;b=2">أ</a>"#, #"<a href="https://o.example/?a=1&amp;b=2">أ</a>"#),
        (
            #"<div><script>if (a<b) x('<img src="x.jpg">')</script></div>"#,
            #"<div><script>if (a<b) x('<img src="x.jpg">')</script></div>"#
        ),
        (
            #"<video poster="x.jpg" src="/assets/v.mp4"></video>"#,
            #"<video poster="/media/x.jpg" src="/assets/v.mp4"></video>"#
        ),
    ]) func picturesAndLinksAreThoseOfTheSite(_ markdown: String, _ expected: String) {
        let html = String(decoding: rendered(markdown).html, as: UTF8.self)
        #expect(html.contains(expected), "\(html)")
    }

    @Test(arguments: [
        (#"<a href="/y">https://x.org و[نص](b.md)[^1]</a> https://z.org"#, ["/y", "https://z.org"]),
        ("[نص <a href=\"/y\">و</a> بعد](/x)", ["/x"]),
        ("[نص <a href=\"/y\">و</a>](https://youtu.be/x)", ["https://youtu.be/x"]),
        (
            "<a href=\"/y\">\n\nhttps://x.org\n\nhttps://youtu.be/x\n\n[![أ](x.jpg)](/x)\n\n</a>\n\nhttps://z.org",
            ["/y", "https://z.org"]
        ),
        ("<a href=\"/y\">نص\n\nhttps://z.org", ["/y", "https://z.org"]),
    ]) func noLinkStandsInAnother(_ markdown: String, _ links: [String]) {
        let document = rendered(markdown + "\n\n[^1]: أ")
        let html = String(decoding: document.html, as: UTF8.self)
        let parts = html.split(separator: "<a href=\"", omittingEmptySubsequences: false).dropFirst()
        let found = parts.map { String($0.prefix { $0 != "\"" }) }
        #expect(
            found.filter { !$0.hasPrefix("#") } == links.map { $0 == "b.md" ? "/2024/b/?x=1&amp;y=2" : $0 }, "\(html)")
    }

    @Test func aLinkInALinkIsRemarkedOn() {
        #expect(rendered(#"<a href="/y">و [نص](b.md)</a>"#).remarks.map(\.id) == ["link-in-link"])
        #expect(rendered(#"[و <a href="/y">نص</a>](b.md)"#).remarks.map(\.id) == ["link-in-link"])
        #expect(rendered(#"<a href="/y">https://x.org</a>"#).remarks.isEmpty)
    }

    @Test func referencesBringNothingInvisibleIntoTheWords() {
        let text = String(decoding: rendered("<div>أ&#xFFFE;&#x202e;ب&#1;&amp;ج</div>").text, as: UTF8.self)
        #expect(text == "أب&ج\n" || text == "أب &ج\n")
    }

    @Test func whatIsUsedIsListedWithItsPlace() {
        let body =
            "نص <a href=\"/broken/\">أ</a>\n\n<figure>\n<img src=\"x&amp;y.jpg\" alt=\"وصف\">\n</figure>\n\n<h2 id=\"z\">ع</h2>"
        let document = rendered(body)
        func text(_ offset: Int, _ count: Int) -> String {
            String(decoding: Array(body.utf8)[offset..<offset + count], as: UTF8.self)
        }
        #expect(document.links.map(\.destination) == ["/broken/"])
        #expect(document.links.map { text($0.offset, 8) } == ["/broken/"])
        #expect(document.pictures.map(\.destination) == ["x&y.jpg"])
        #expect(document.pictures.map(\.alt) == ["وصف"])
        #expect(document.pictures.map { text($0.offset, 5) } == ["x&amp"])
        #expect(document.anchors == ["z"])
    }

    @Test(arguments: [
        (#"<a href="javascript:x">أ</a>"#, "link-scheme"),
        (#"<a href="java&#x0A;script&colon;x">أ</a>"#, "link-scheme"),
        (#"<img src="x.jpg">"#, "picture-without-alt"),
    ]) func rulesOfMarkdownHold(_ markdown: String, _ id: String) {
        #expect(rendered(markdown).remarks.map(\.id) == [id])
    }

    @Test func decorativePictureMayHaveNoWords() {
        #expect(rendered(#"<img src="x.jpg" alt="">"#).remarks.isEmpty)
    }

    @Test(arguments: [
        ("<p>نص <b>مه</b>م</p>", "نص مهم\n"), ("<p>أ</p><p>ب &amp; ج</p>", "أ\nب & ج\n"),
        ("<div>\nأ\nب\n</div>\n\nج", "أ ب\nج\n"),
        ("<div><script>x()</script>أ<!-- سر --> ب</div>", "أ ب\n"), ("<img src=\"x.jpg\" alt=\"أ\">", ""),
        ("<p>أ <a href=\"b.md\">ب</a> ج</p>", "أ ب ج\n"),
        ("نص <b>مهم</b>", "نص مهم\n"),
    ]) func wordsOfRawHTMLAreTheDocuments(_ markdown: String, _ text: String) {
        #expect(String(decoding: rendered(markdown).text, as: UTF8.self) == text)
    }

    @Test func tagWithoutAnEndStaysAsItIs() {
        #expect(
            String(decoding: rendered("<div class=\"a\nنص <b>أ</b>").html, as: UTF8.self)
                == "<div class=\"a\nنص <b>أ</b>\n")
    }
}
