import Base
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
        #expect(isolated(text, isRightToLeft: true) == expected)
    }

    @Test func siteFromLeftToRightNeedsNoMore() {
        #expect(isolated("Rain in القاهرة", isRightToLeft: false) == "<bdi>Rain in القاهرة</bdi>")
    }

    private func isolated(_ text: String, isRightToLeft: Bool) -> String {
        var text = text
        var buffer = ByteBuffer()
        text.withUTF8 { isolate($0, isRightToLeft, into: &buffer) }
        return String(decoding: buffer.bytes(from: 0), as: UTF8.self)
    }
}
