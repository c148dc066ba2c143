import Testing

@testable import Pages

/// A reader's text on a page is text.
@Suite struct CommentMarkupTests {
    private static func html(_ text: String) -> String { String(decoding: CommentMarkup.html(text), as: UTF8.self) }

    @Test func tagsAndReferencesAreShownAsWritten() {
        #expect(Self.html("<b>&amp;</b>\nثم") == "<p dir=\"auto\">&lt;b&gt;&amp;amp;&lt;/b&gt;<br>ثم</p>")
        #expect(Self.html("أ\n\nب") == "<p dir=\"auto\">أ</p><p dir=\"auto\">ب</p>")
    }

    @Test func addressIsALinkThatNobodyVouchesFor() {
        #expect(
            Self.html("انظر (https://a.example/x?y=1&z=2).")
                == "<p dir=\"auto\">انظر (<a href=\"https://a.example/x?y=1&amp;z=2\" rel=\"nofollow ugc\">"
                + "<bdi dir=\"ltr\">https://a.example/x?y=1&amp;z=2</bdi></a>).</p>")
    }

    @Test(arguments: [
        "javascript:alert(1)", "http://", "https://\"onmouseover=alert(1)", "https://u:p@h.example/",
        "data:text/html,x",
        "hhhhhh",
    ]) func whatIsNoAddressIsNoLink(_ text: String) {
        #expect(!Self.html(text).contains("<a"))
        #expect(!Self.html(text).contains("\"on"))
    }

    @Test func thousandLinksAreTwentyAndWords() {
        let html = Self.html((0..<1000).map { "https://a.example/\($0)" }.joined(separator: " "))
        #expect(html.split(separator: "<a ").count == 21)
        #expect(html.contains("https://a.example/999</p>"))
    }
}
