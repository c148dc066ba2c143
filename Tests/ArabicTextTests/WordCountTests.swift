import Testing

@testable import ArabicText

@Suite struct WordCountTests {
    @Test(arguments: [
        ("", 0), ("   \n\t", 0), ("قال الرئيس اليوم", 3), ("قال\u{A0}الرئيس", 2), ("قال – نعم", 2), ("« »", 0),
        ("«نعم»", 1),
        ("قال ، نعم ؟", 2), ("20 %", 1), ("20%", 1), ("٢٠٢٤", 1), ("۲۰", 1), ("24/1/2024", 1), ("John Smith’s", 2),
        ("— ... !", 0),
        ("ـ ـ", 0), ("\u{64E}", 0), ("تعليقًا", 1), ("a\u{2003}b\u{202F}c\u{3000}d", 4), ("😀 نعم", 1), ("É", 1),
        ("日本", 1), ("½", 1),
        ("نعم\r\nلا", 2), ("خانه\u{200C}ها", 1), ("و", 1), ("٪", 0), ("۔", 0), ("× ÷", 0), ("a\u{85}b", 2),
    ])
    func tokensWithoutLetterOrDigitAreNoWords(_ text: String, _ words: Int) {
        #expect(wordCount(Array(text.utf8)) == words)
    }

    @Test func brokenBytesDoNotStopTheCount() {
        #expect(wordCount([0x61, 0x20, 0xFF, 0x20, 0x62, 0xD8]) == 2)
    }

    /// Wherever in a long text words stand, and whatever stands before and behind them.
    @Test func longTextsAreCountedAsTheirTokens() {
        let tokens = [
            "قال", "«الرئيس»،", "–", "\"نعم\"", "٢٠٢٤", "x", "(", "؟", "ـ", "و", "…", "350.org", "ڤيينا", "a\u{A0}b",
            "\u{2003}", "€", "éa",
        ]
        var text = ""
        for round in 0..<300 {
            text +=
                tokens[(round * round + round / 7) % tokens.count]
                + (round % 11 == 0 ? "\n" : round % 5 == 0 ? "  " : " ")
            let words = text.unicodeScalars.split { $0.properties.isWhitespace }.count { token in
                token.contains { $0.properties.isAlphabetic && $0 != "ـ" || $0.properties.numericType != nil }
            }
            #expect(wordCount(Array(text.utf8)) == words, "\(text.suffix(30))")
        }
    }

    /// Sixteen bytes at a time and one by one, wherever white space of any kind falls.
    @Test func bothCountsAreTheSame() {
        let parts = [
            "قال", " ", "\u{A0}", "x", "«", "»", "–", "\u{2003}", "\n", "٢", "\u{85}", "é", "،", "\u{3000}", "\u{64E}",
        ]
        for round in 0..<400 {
            let text = (0..<(round % 60)).map { parts[($0 * $0 + round * 7 + $0 / 3) % parts.count] }.joined()
            Array(text.utf8).withUnsafeBufferPointer { bytes in
                #expect(wordCount(bytes) == wordCount(bytes, from: 0), "\(text)")
            }
        }
    }
}
