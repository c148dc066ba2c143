import Testing

@testable import Pages

@Suite struct BdiFilterTests {
    @Test(arguments: [
        ("سلمى الطحان", "<bdi>سلمى الطحان</bdi>"),
        ("John Smith", "<bdi>John Smith</bdi>"),
        ("Wi-Fi ليس اختصارًا لشيء", "<bdi dir=\"rtl\">Wi-Fi ليس اختصارًا لشيء</bdi>"),
        ("لغة C++ في الحاسوب", "<bdi>لغة <bdi dir=\"ltr\">C++</bdi> في الحاسوب</bdi>"),
        ("<b>& \"خبر\"", "<bdi dir=\"rtl\">&lt;b&gt;&amp; &#34;خبر&#34;</bdi>"),
    ]) func headlineRunsAsMostOfItsLettersDo(_ text: String, _ expected: String) {
        #expect(String(decoding: isolated(text, isRightToLeft: true), as: UTF8.self) == expected)
    }

    @Test func siteFromLeftToRightNeedsNoMore() {
        #expect(String(decoding: isolated("Rain in القاهرة", isRightToLeft: false), as: UTF8.self) == "<bdi>Rain in القاهرة</bdi>")
    }
}
