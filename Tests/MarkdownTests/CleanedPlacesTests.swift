import Base
import Markdown
import Testing

/// Text that is cleaned before it is set: pasted from PDFs, from other systems, or by somebody who means no good.
@Suite(.timeLimit(.minutes(1))) struct CleanedPlacesTests {
    @Test(arguments: [
        "ﻗﺎﻝ ﺍﻟﺮﺋﻴﺲ", "ﻻ ﻻ ﻻ", "ﻻ ﻣﺮﺣﺒﺎ ﷺ", "ﲰ ﲱ ﳊ", "ﹰ ﹱ ﹲ",
        "Le pre\u{301}sident Macron a e\u{301}te\u{301} e\u{301}lu a\u{300} l’E\u{301}lyse\u{301}e",
        "ق\u{200B}ا\u{200B}ل\u{200B} \u{200B}ا\u{200B}ل\u{200B}ر",
        "ق\u{202E}ا\u{202E}ل\u{202E}", "ب" + String(repeating: "\u{64E}", count: 400),
    ])
    func aRemarkBehindItHasItsPlace(_ pasted: String) {
        for markdown in [
            "\(pasted)\n\n[أ](javascript:x)", "\(pasted) [أ](javascript:x)", "[أ](javascript:x) \(pasted)", pasted,
        ] {
            let found = remarks(markdown).filter { $0.hasPrefix("link-scheme") }
            #expect(
                markdown == pasted ? found == [] : found.first?.hasPrefix("link-scheme @ javascript:x") ?? false,
                "\(found)")
        }
    }

    @Test func everyMixtureIsSet() {
        let pieces = [
            "ﻗ", "ﺎ", "ﻻ", "ﷺ", "ﲰ", "e\u{301}", "\u{301}", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{64E}", "\u{640}",
            "ا\u{654}",
            "ق", "a", " ", "\n", "**", "[", "](x)", "<", "\u{1F600}", "\u{0}", "\u{FFFE}", "کے", "１",
        ]
        var state: UInt64 = 1
        for _ in 0..<4_000 {
            var text = ""
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let document = document(text)
            #expect(document.remarks.allSatisfy { (0...text.utf8.count).contains($0.offset) })
        }
    }
}
