import TestSupport
import Testing

@testable import ArabicText

@Suite struct BidiRepairTests {
    /// The text with ⟨ and ⟩ around what is isolated, and ¦ for a mark.
    private func shown(_ text: String, startsBlock: Bool = true) -> String {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var from = 0
        for repair in bidiRepairs(in: bytes, startsBlock: startsBlock) {
            out += bytes[from..<repair.range.lowerBound]
            if repair.kind == .mark {
                out += Array("¦".utf8)
            } else {
                out += Array("⟨".utf8) + bytes[repair.range] + Array("⟩".utf8)
            }
            from = repair.range.upperBound
        }
        return String(decoding: out + bytes[from...], as: UTF8.self)
    }

    @Test(arguments: [
        "لغة ⟨C++⟩ سهلة", "لغة ⟨C#⟩ سهلة", "موقع ⟨Yahoo!⟩ يعلن", "برنامج ⟨Who?⟩ يعود", "شركة ⟨Apple Inc.⟩ تعلن",
        "في ⟨U.S.⟩ اليوم",
        "نحو ⟨20%⟩ من", "⟨20%⟩ من", "نحو ⟨20.5%⟩ و⟨1,000%⟩", "نسبة ⟨-5%⟩ فقط", "بين ⟨20%⟩ و⟨30%⟩", "20¦-⟨30%⟩ من",
        "زادت ⟨Apple 20%⟩ ثم",
        "اتصل ⟨+254 700 123 456⟩ الآن", "⟨+254700123456⟩", "هاتف ⟨0700 123 456⟩", "هاتف ⟨(020) 123-4567⟩.",
        "هاتف ⟨700-123-456⟩", "⟨+20 (2) 2391 0000⟩",
        "⟨(+254) 700 123 456⟩", "هاتف:⟨+254-700-123456⟩،", "نحو ⟨1 000 000⟩ نسمة", "هاتف ⟨01 23 45 67 89⟩",
        "في ⟨2024-01-24⟩ قال", "⟨2024-01-24T09:05Z⟩ ثم", "انظر ⟨https://example.com/a?b=c#d⟩.",
        "(⟨https://example.com⟩)",
        "⟨https://example.com/مصر⟩، ثم", "⟨www.example.com⟩ و", "«⟨https://example.com/⟩»",
        "⟨https://example.com/(x)⟩ ثم", "على ⟨@user_name⟩ اليوم",
        "وسم ⟨#Kenya⟩ انتشر", "هاتف WhatsApp ⟨+254 700 123 456⟩", "نشرت BBC ⟨https://bbc.com/⟩ الخبر",
        "في Reuters ⟨2024-01-24⟩ خبر",
        "لغة ⟨Visual C++⟩ ثم", "شركة ⟨Foo (Inc.)⟩ ثم", "⟨C++⟩ و⟨C#⟩", "هاتف ⟨4K!⟩ جديد", "الطريق ⟨and/⟩ ثم",
        "لغة ⟨C++⟩/جافا",
        "شركة ⟨Yahoo!⟩، ثم", "⟨Élysée!⟩ قال", "بـ⟨20%⟩",
    ])
    func whatBreaksIsIsolated(_ marked: String) {
        let plain = String(marked.unicodeScalars.filter { !"⟨⟩¦".unicodeScalars.contains($0) }.map(Character.init))
        #expect(shown(plain) == marked)
    }

    @Test(arguments: [
        "قال الرئيس", "", "«»،", "قال John Smith إن", "شركة Apple.", "شركة Google. وقال", "قناة BBC. ثم", "في 2024 قال",
        "24/1/2024 قال", "الساعة 9:05 ص",
        "C++ and Java سهلة", "Yahoo! News يعلن", "من 10-12 يناير", "فاز 3-0 أمس", "١٠-١٢ يناير", "نحو 1,000.50 دولار",
        "الأعوام 2022 2023 2024",
        "info@example.com", "Reuters/رويترز", "السبت 20 يناير", "G20 في", "iPhone 15 الجديد", "20٪ من",
        "Apple, Google و", "node.js في", "TCP/IP في",
        "وقال... Apple... ثم", "(Apple) قال", "#هاشتاغ", "+ - ( #", "(5) بنود", "العبوة 18+ فقط",
    ])
    func whatShowsRightIsLeftAlone(_ text: String) {
        #expect(bidiRepairs(in: Array(text.utf8), startsBlock: false).isEmpty, "\(shown(text))")
    }

    @Test(arguments: ["10¦-12 يناير", "«2010¦-2012» كان", "  3¦-0 للفريق", "9:00¦-12:00 صباحًا", "4¦-4¦-2 خطة"])
    func aRangeThatStartsABlockGetsAMark(_ marked: String) {
        let plain = String(marked.unicodeScalars.filter { $0 != "¦" }.map(Character.init))
        #expect(shown(plain) == marked)
        #expect(shown(plain, startsBlock: false) == plain)
    }

    /// Each takes less than a second, and minutes if time grew with the square of the length.
    @Test func floodsEndInTime() {
        for text in [
            "a+", "+1", "(1", "1-", "1 ", "www.", "@a", "#a", "a(", "a.", "http://", "\"a!", "1/", "é", "20%", "+",
        ] {
            let flood = Array(String(repeating: text, count: 30_000).utf8)
            var repairs: [BidiRepair] = []
            let time = threadTime { repairs = bidiRepairs(in: flood, startsBlock: true) }
            #expect(time < .seconds(10), "\(text)")
            #expect(repairs.allSatisfy { $0.range.upperBound <= flood.count }, "\(text)")
        }
    }

    @Test func brokenBytesAreSurvived() {
        for lead: UInt8 in [0xC3, 0xD8, 0xE2, 0xF0, 0xFF] {
            for text in [[lead], [0x61, lead], [lead, 0x61], [0x61, 0x2B, lead], [0x61, 0x20, lead]] {
                for repair in bidiRepairs(in: text, startsBlock: true) {
                    #expect(repair.range.upperBound <= text.count)
                }
            }
        }
    }
}
