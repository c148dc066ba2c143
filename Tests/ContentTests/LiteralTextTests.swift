import TestSupport
import Testing

@testable import Content

@Suite struct LiteralTextTests {
    private static let starts = [
        "title", "العنوان", "tags", "date", "draft", "image", "corrections", "foo", " title", "  draft", "\tdraft",
        "- name", "  - text",
        "-",
        "  -", "#", "  #", "",
    ]
    private static let values = [
        "خبر", "#عاجل", "# 5", "\"", "'", "\\", "\"أ\"", "'ب'", "،", ",", "[", "]", "{", "}", "|", ">-", ":", ": ", " ",
        "\t", "\u{A0}",
        "\u{200F}", "draft: true", "https://x", "12:30", "''", "\"#\"",
    ]

    /// Places in messages are those of the file.
    @Test(arguments: 0..<32) func linesStayWhereTheyAre(_ seed: UInt64) {
        var random = SeededGenerator(seed)
        func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
        for _ in 0..<500 {
            var text = ""
            for _ in 0...random.next(upTo: 6) {
                text += pick(Self.starts) + pick([": ", ":", ":\u{A0}", " ", " : ", ""])
                for _ in 0...random.next(upTo: 4) { text += pick(Self.values) }
                text += "\n"
            }
            let literal = LiteralText(Array(text.utf8)[...], keys: Vocabulary.articleText, path: "a.md")
            #expect(literal.yaml.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0A }, "\(text)")
        }
    }

    @Test(arguments: [
        "title: \"", "title: '", "draft: 'x\n a: \"y\n", "title: a\n\n", "  title: x\n draft: y\n", "tags:\n- #a\n",
        "title: a\n # b\n",
    ])
    func longFrontMatterIsReadInLinearTime(_ part: String) {
        let short = threadTime { read(part, 500) }
        let long = threadTime { read(part, 5000) }
        #expect(long < short * 40 + .milliseconds(100))
    }

    private func read(_ part: String, _ count: Int) {
        let text = Array((String(repeating: part, count: count) + "\n").utf8)
        _ = LiteralText(text[...], keys: Vocabulary.articleText, path: "a.md")
    }
}
