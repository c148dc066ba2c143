private import Base
import Testing

@testable import ArabicText

@Suite struct HygieneTests {
    private func cleaned(_ text: String, markdown: Bool = false) -> String {
        scalars(String(decoding: Hygiene.clean(Array(text.utf8), markdown: markdown).text, as: UTF8.self))
    }

    /// Equal bytes, not equal in Unicode's eyes.
    private func scalars(_ text: String) -> String {
        text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
    }

    private func kinds(_ text: String) -> [Hygiene.Finding.Kind] {
        Hygiene.clean(Array(text.utf8)).findings.map(\.kind)
    }

    @Test(arguments: [
        "", "خبر عاجل من القاهرة", "line\r\n\tline", "تعليقًا جديدًا", "a «b» – “c” … ‘d’ €5 ½ é ü ş",
        "\u{200D}\u{200C} خانه‌ها", "😀🇪🇬 👨‍👩‍👧", "ﷺ ﷼ ﴿آية﴾", "Ελλάδα Привет 日本 한국",
    ])
    func cleanTextReturnsAsItCame(_ text: String) {
        #expect(cleaned(text) == scalars(text))
        #expect(kinds(text).isEmpty)
    }

    @Test(arguments: [
        ("\u{FEFF}خبر", "خبر"), ("خ\u{200B}بر", "خبر"), ("ا\u{AD}ب", "اب"), ("ا\u{2060}ب", "اب"),
        ("ا\u{654}حمد", "أحمد"), ("آ", "آ"), ("ا\u{653}", "آ"), ("ا\u{655}", "إ"), ("و\u{654}", "ؤ"),
        ("ا\u{200B}\u{654}", "أ"), ("ا\u{200B}\u{FEFF}\u{654}حمد", "أحمد"),
        ("عامّ\u{64E}", "عام\u{64E}\u{651}"), ("م\u{651}\u{64F}ح", "م\u{64F}\u{651}ح"),
        ("e\u{301}t\u{E9}", "été"), ("A\u{30A}", "Å"), ("\u{212B}", "Å"), ("\u{37E}", ";"),
        ("\u{1112}\u{1161}\u{11AB}", "한"), ("o\u{323}\u{302}", "ộ"), ("o\u{302}\u{323}", "ộ"),
    ])
    func debrisGoesAndTheRestIsInFormC(_ dirty: String, _ clean: String) {
        #expect(cleaned(dirty) == scalars(clean))
    }

    @Test(arguments: [
        ("ﺍﻟﻘﺎﻫﺮﺓ", "القاهرة"), ("ﻻ", "لا"), ("ﻷﻧﻪ", "لأنه"), ("ﷲ", "ﷲ"), ("ﷺ", "ﷺ"), ("﴾", "﴾"), ("﷽", "﷽"),
        ("ـ\u{FE76}", "ـ\u{64E}"), ("ب\u{FC60}", "ب\u{64E}\u{651}"), ("\u{FE70}", "\u{64B}"), ("ﭖ", "پ"), ("ﯽ", "ی"),
        ("\u{FDFE}", "\u{FDFE}"),
    ])
    func presentationFormsBecomeLetters(_ dirty: String, _ clean: String) {
        #expect(cleaned(dirty) == scalars(clean))
    }

    @Test(arguments: ["\u{2028}", "\u{2029}"]) func aLineSeparatorIsABlankAndIsSpokenOf(_ separator: String) {
        #expect(cleaned("خبر\(separator)عاجل\(separator)") == scalars("خبر عاجل "))
        #expect(kinds("خبر\(separator)عاجل\(separator)") == [.control, .control])
    }

    @Test func overridesGoWithAWarningAtTheirPlace() {
        let (text, findings) = Hygiene.clean(Array("خبر \u{202E}txt\u{202C}.".utf8))
        #expect(String(decoding: text, as: UTF8.self) == "خبر txt.")
        #expect(findings.map(\.offset) == [7, 13])
        #expect(findings.map(\.kind) == [.override, .override])
    }

    @Test(arguments: [
        ("\u{2067}ا\u{2069}", "\u{2067}ا\u{2069}", 0), ("\u{2067}ا", "ا", 1), ("ا\u{2069}", "ا", 1),
        ("\u{2066}\u{2068}x\u{2069}", "\u{2068}x\u{2069}", 1), ("\u{2066}x\n\n\u{2069}y", "x\n\ny", 2),
        ("\u{2066}x\ny\u{2069}", "\u{2066}x\ny\u{2069}", 0),
    ])
    func onlyBalancedIsolatesStay(_ dirty: String, _ clean: String, _ findings: Int) {
        #expect(cleaned(dirty) == scalars(clean))
        #expect(kinds(dirty).filter { $0 == .unbalancedIsolate }.count == findings)
    }

    @Test(arguments: [
        ("\u{200F}# عنوان", "# عنوان"), ("نص\n\u{200F}- بند", "نص\n- بند"), ("\u{200F}> قول", "> قول"),
        ("\u{200E}1. بند", "1. بند"), ("\u{200F}١. بند", "١. بند"), ("\u{61C}أ- بند", "أ- بند"),
        ("> \u{200F}# عنوان", "> # عنوان"), ("  \u{200F}\u{200E} - بند", "   - بند"),
        ("قال\u{200F}**نعم**\u{200F} ثم", "قال**نعم** ثم"), ("\u{200F}_نعم_", "_نعم_"),
        ("\u{200F}---", "---"), ("نص\n\u{200F}\nنص", "نص\n\nنص"), ("\u{200F}```", "```"),
        ("\u{200F}قال", "\u{200F}قال"), ("قال\u{200F} - نعم", "قال\u{200F} - نعم"),
        ("\u{200F}2024 كان", "\u{200F}2024 كان"),
    ])
    func directionMarksNeverHideAMarker(_ dirty: String, _ clean: String) {
        #expect(cleaned(dirty, markdown: true) == scalars(clean))
    }

    @Test func directionMarksStayInAValue() {
        #expect(cleaned("\u{200F}# عنوان") == scalars("\u{200F}# عنوان"))
    }

    @Test func eachPersianLetterIsReportedOnce() {
        let findings = Hygiene.clean(Array("کتاب کبیر".utf8)).findings
        #expect(findings.map(\.kind) == [.persianLetter, .persianLetter])
        #expect(findings.map(\.offset) == [0, 13])
        #expect(findings.first?.message.english.contains("“ك”") == true)
    }

    @Test func bytesThatAreNoTextBecomeOneReplacementCharacterARun() {
        let (text, findings) = Hygiene.clean([0x61, 0xFF, 0xFE, 0x80, 0x62, 0xD8, 0x63, 0xED, 0xA0, 0x80, 0xE2, 0x80])
        #expect(String(decoding: text, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
        #expect(findings.map(\.offset) == [1, 5, 7])
    }

    @Test func controlCharactersGo() {
        #expect(cleaned("a\u{0}b\u{1B}c\u{7F}d\u{85}e\tf\n") == scalars("abcde\tf\n"))
        #expect(kinds("\u{0}") == [.control])
    }

    @Test(.timeLimit(.minutes(1))) func floodsOfMarksAndDebrisEndInTime() {
        let floods = [
            "\u{64E}\u{651}", "\u{651}\u{200B}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{FC60}", "\u{654}\u{0}",
            "\u{200F}",
            "\u{200F}-", "\u{200F}\u{200B}", "\n\u{200F}1",
        ]
        for text in floods {
            let flood = String(repeating: text, count: 10_000)
            #expect(Hygiene.clean(Array(flood.utf8), markdown: true).text.count <= 2 * flood.utf8.count)
        }
    }
}
