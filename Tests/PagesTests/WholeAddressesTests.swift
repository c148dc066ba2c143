import Base
import Content
import Testing

@testable import Pages

@Suite struct WholeAddressesTests {
    private func whole(_ html: String) throws -> String {
        let address = try SiteAddress(try WebURL("https://example.org/news/"))
        return String(decoding: withWholeAddresses(Array(html.utf8), page: URLPath("2024/x/"), address), as: UTF8.self)
    }

    @Test(arguments: [
        (#"<a href="/news/a/">"#, #"<a href="https://example.org/news/a/">"#),
        (#"<img alt="" src="/news/m.jpg">"#, #"<img alt="" src="https://example.org/news/m.jpg">"#),
        ("<a href='/news/a/'>", "<a href='https://example.org/news/a/'>"),
        (##"<a href="#fn-1">"##, ##"<a href="https://example.org/news/2024/x/#fn-1">"##),
        (#"<a href="//other.org/">"#, #"<a href="https://other.org/">"#),
        (
            #"<img src="//cdn.example/a.jpg" srcset="//cdn.example/b.jpg 2x, c.jpg 3x">"#,
            #"<img src="https://cdn.example/a.jpg" srcset="https://cdn.example/b.jpg 2x, https://example.org/news/2024/x/c.jpg 3x">"#
        ),
        (
            #"<a href="../y/"><a href="?a=1"><a href="/\\other.org">"#,
            #"<a href="https://example.org/news/2024/x/../y/"><a href="https://example.org/news/2024/x/?a=1"><a href="https:/\\other.org">"#
        ),
        (#"<blockquote cite="/news/a/">"#, #"<blockquote cite="https://example.org/news/a/">"#),
        (#"<a href="mailto:a@b.example">"#, #"<a href="mailto:a@b.example">"#),
        (#"<a href="https://other.org/">"#, #"<a href="https://other.org/">"#),
        (#"<p title="/news/">/news/ href="/x/"</p>"#, #"<p title="/news/">/news/ href="/x/"</p>"#),
    ]) func linksAreWhole(_ html: String, _ expected: String) throws {
        #expect(try whole(html) == expected)
    }

    @Test(arguments: [
        "<script>alert('</p>')</script>", "<STYLE>p{}</STYLE>", "<!-- <a href='/x'> -->", "<script src=x>",
    ])
    func nothingThatRunsLeavesTheSite(_ html: String) throws {
        #expect(try whole("<p>أ</p>\(html)") == "<p>أ</p>")
    }

    /// What is text to one parser and tags to another.
    @Test(arguments: [
        "xmp", "noembed", "noframes", "textarea", "title", "iframe", "noscript", "script", "style", "plaintext", "XMP",
    ])
    func nothingHidesAHandler(_ name: String) throws {
        for hidden in [
            "<\(name)><a title=\"</\(name)><img src=x onerror=alert(1)>\">أ</a></\(name)>ب",
            "<\(name)><!-- </\(name)><img src=x onerror=alert(1)> --></\(name)>ب",
            "<\(name)><img src=x onerror=alert(1)></\(name) >ب",
            "<\(name)/><img src=x onerror=alert(1)>ب", "<\(name)><img title=\"</\(name)>\" src=x onerror=alert(1)>ب",
        ] {
            let found = try whole(hidden)
            // No tag has it, wherever a parser begins to see tags.
            for start in found.indices where found[start] == "<" {
                let tag = found[start...].prefix { $0 != ">" }
                #expect(!tag.contains("onerror"), "\(hidden) → \(found)")
            }
        }
    }

    @Test(arguments: [
        ("<xmp><b>أ</b></xmp>ب", "<pre>&lt;b&gt;أ&lt;/b&gt;</pre>ب"),
        ("<textarea>أ <b>&amp;</textarea>ب", "<textarea>أ &lt;b&gt;&amp;</textarea>ب"),
        ("<iframe src=\"https://v.example/\">أ</iframe>ب", "<iframe src=\"https://v.example/\"></iframe>ب"),
        ("<noscript><p>أ</p></noscript>ب", "<p>أ</p>ب"), ("<noembed>أ</noembed>ب", "ب"), ("<style>أ</style >ب", "ب"),
        ("<svg><title>أ</title></svg>", "<svg><title>أ</title></svg>"),
        ("أ<plaintext>ب</plaintext>", "أ<pre>ب&lt;/plaintext&gt;</pre>"),
        ("<![CDATA[<a title=\"]]><img src=x onerror=alert(1)>\">ب", "<img src=x>\">ب"),
        ("<?x <a title=\"><img src=x onerror=alert(1)>\">ب", "<img src=x>\">ب"), ("أ < ب <3", "أ < ب <3"),
        ("<!-- أ --!>ب", "ب"),
    ]) func whatIsTextStaysText(_ html: String, _ expected: String) throws {
        #expect(try whole(html).replacing("src=\"https://example.org/news/2024/x/x\"", with: "src=x") == expected)
    }

    @Test(arguments: [
        (#"<p onclick="x()" class="k">أ</p>"#, #"<p class="k">أ</p>"#),
        ("<img src=/a.jpg OnError=x>", "<img src=\"https://example.org/a.jpg\">"),
        (#"<b style='color:red'>أ</b>"#, "<b>أ</b>"), (#"<a href="javascript:x">أ</a>"#, "<a>أ</a>"),
        (#"<a href=" java&#10;script&colon;x">أ</a>"#, "<a>أ</a>"),
        (#"<a href="java&zwnj;script:x">أ</a>"#, "<a>أ</a>"),
        (#"<a href="data:text/html,x">أ</a>"#, "<a>أ</a>"),
        (#"<iframe srcdoc="<p>" src="https://v.example/"></iframe>"#, #"<iframe src="https://v.example/"></iframe>"#),
        (#"<link rel="stylesheet" href="/x.css"><base href="/y/">"#, ""),
        (
            #"<a href="mailto:a@b.example?subject=a&amp;body=b">أ</a>"#,
            #"<a href="mailto:a@b.example?subject=a&amp;body=b">أ</a>"#
        ),
        (
            #"<a href="/x/?a=1&amp;b=javascript:x">أ</a>"#,
            #"<a href="https://example.org/x/?a=1&amp;b=javascript:x">أ</a>"#
        ),
        (
            #"<img src="/a.jpg" srcset="/a.jpg 1x, /b.jpg 2x, https://o.example/c.jpg 3x"/>"#,
            #"<img src="https://example.org/a.jpg" srcset="https://example.org/a.jpg 1x, https://example.org/b.jpg 2x, https://o.example/c.jpg 3x"/>"#
        ),
        (
            #"<source srcset="/a.webp 320w" sizes="(min-width: 60em) 13.3rem, 44vw" />"#,
            #"<source srcset="https://example.org/a.webp 320w" />"#
        ),
        ("<p>أ</p><b onclick='x() ", "<p>أ</p>&lt;b onclick=&#39;x() "),
        (#"<details open><summary>أ</summary></details>"#, #"<details open><summary>أ</summary></details>"#),
    ]) func onlyWhatReadsLeavesTheSite(_ html: String, _ expected: String) throws {
        #expect(try whole(html) == expected)
    }
}
