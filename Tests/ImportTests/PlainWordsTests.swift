import TestSupport
import Testing

@testable import Import

@Suite struct PlainWordsTests {
    private let proof = SameText()
    private let form = InlineMarkdown(escaping: .minimal)

    /// Beginnings of lists, cards, boxes and sources, signs that join and hide, and what is in every text.
    private static let parts = [
        "أ", "من", "إلى", "قال", "بدأ العمل", "A", "the", "x", "1", "24", "1.", "2)", "3-", "أ)", "ب.", "a.", "i)", "•",
        "-", "--",
        "---", "...", "…", "،", "؛", "؟", "«", "»", "“", "”", "!", "?", "(", ")", "\"", "'", "%", ":", "::", ":::", ";",
        "المصدر:",
        "source:", "10:30", "mailto:", "www.example.org", "x.com", "\u{200C}", "\u{200F}", "\u{200E}", "\u{A0}",
        "\u{FEFF}",
        "\u{AD}", "\u{2028}", "ـ", "مُدُن", "لأ", "ک", "ی", "ﻻ", "e\u{301}", "é", "—", "–", "١.", "😀", "*", "_", "#", ">",
        "|",
        "[", "]", "&", "<", "~", "`", "\\", "=", "+", "/", "@",
    ]

    private func text(_ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...7, using: &generator)).map { _ in
            (Self.parts.randomElement(using: &generator) ?? "")
                + (Int.random(in: 0...3, using: &generator) == 0 ? "" : " ")
        }.joined().trimmed()
    }

    @Test func wordsThatAreWrittenWithoutAProofProveThemselves() {
        var generator = SeededGenerator(7)
        var plain = 0
        for _ in 0..<6000 {
            let (one, other) = (InlineText(text(&generator)), InlineText(text(&generator)))
            let blocks: [Block] = [
                .paragraph(one), .heading(3, one), .list(start: nil, items: [[.paragraph(one)], [.paragraph(other)]]),
                .list(start: 9, items: [[.paragraph(other)], [.paragraph(one)]]),
            ]
            for block in blocks {
                guard let lines = block.plainLines else { continue }
                plain += 1
                #expect(lines == block.lines(form))
                #expect(proof.key(ofMarkdown: lines) == SameText.key(block.plain), "\(lines)")
            }
        }
        #expect(plain > 1000)
    }

    @Test(arguments: ["بدأ العمل، ثم: توقف (مرتين)!", "The 24 of 100%", "مُدُن"])
    func ordinaryWordsNeedNoProof(_ words: String) { #expect(words.isPlainWords) }

    @Test(arguments: [
        "", "- أ", "1. أ", "\u{200F}- أ", "\u{61C}أ", "• أ", "*المصدر: أ", "أ [ب](ج)", "أ\nب", "https://x.com/",
    ])
    func whatMarkdownMayReadIsProved(_ words: String) { #expect(!words.isPlainWords) }
}
