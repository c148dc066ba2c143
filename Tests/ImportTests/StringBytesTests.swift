import Testing

@testable import Import

@Suite struct StringBytesTests {
    @Test(arguments: [
        ("a\r\nb\rc", "\r\n", "\n", "a\nb\rc"), ("aaa", "aa", "b", "ba"), ("نص", "ن", "", "ص"), ("x", "", "y", "x"),
        ("", "a", "b", ""), ("&amp;amp;", "&amp;amp;", "&amp;", "&amp;"),
    ])
    func replacesByBytes(_ text: String, _ old: String, _ new: String, _ result: String) {
        #expect(text.replacing(old, with: new) == result)
    }

    @Test func linesEndAtLineFeeds() {
        #expect("a\n\nب\r\n".splitLines == ["a", "", "ب\r", ""])
        #expect("".splitLines == [""])
    }

    /// Blanks and signs that nobody sees do not count; every other letter does.
    @Test func keysHoldWhatReadersSee() {
        for value in UInt32(1)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isUnseen: Bool =
                switch value {
                case 0...0x20, 0x7F, 0xA0, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
                default: false
                }
            if isUnseen { #expect(SameText.key("a\(scalar)b") == Array("ab".utf8), "U+\(String(value, radix: 16))") }
        }
        for text in ["،", "“", "”", "…", "é", "ﷺ", "😀", "›", "⁇"] { #expect(SameText.key(text) == Array(text.utf8)) }
    }
}
