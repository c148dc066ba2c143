private import Base
import Testing

@testable import ArabicText

@Suite struct CopyDeskTests {
    private func kinds(_ text: String, isHeadline: Bool = false) -> [Advice.Kind] {
        copyDesk(Array(text.utf8), isHeadline: isHeadline).map(\.kind)
    }

    @Test(arguments: [
        ("أحمد و سعيد", [Advice.Kind.lonelyWaw]), ("و قال", [.lonelyWaw]), ("أحمد و «الأهرام»", [.lonelyWaw]),
        ("أحمد وَ سعيد", [.lonelyWaw]),
        ("أحمد و 20 آخرون", [.lonelyWaw]), ("أحمد و\nسعيد", [.lonelyWaw]), ("قال, ثم", [.latinPunctuation]),
        ("قال; ثم", [.latinPunctuation]),
        ("هل قال?", [.latinPunctuation]), ("عام 2024, قال", [.latinPunctuation]), ("«نعم», قال", [.latinPunctuation]),
        ("قال ، ثم", [.spaceBeforePunctuation]), ("هل قال ؟", [.spaceBeforePunctuation]), ("قال \"نعم", [.oddQuotes]),
        ("قال «نعم", [.oddQuotes]),
        ("قال نعم»", [.oddQuotes]), ("قال “نعم", [.oddQuotes]),
        ("قال  نعم", [.doubleSpace]), ("قال   نعم", [.doubleSpace]),
        ("20 و٣٠", [.mixedDigits]), ("٢٠ ثم 30", [.mixedDigits]), ("قال , و نعم", [.latinPunctuation, .lonelyWaw]),
    ])
    func mistakesAreMarked(_ text: String, _ expected: [Advice.Kind]) {
        #expect(kinds(text) == expected)
    }

    @Test(arguments: [
        "أحمد وسعيد", "1,000 دولار", "قال John, Smith", "What is this? قال", "قال ”نعم“ ثم “لا”",
        "قال «نعم»، ثم \"لا\".", "سطر  \nسطر", "  مسافة أولى",
        "قمة G20 في ٢٠ يناير", "الـ20", "بـ«القاهرة»", "حرف الواو (و)", "", "https://x.com/?a=1;b", "وَقال", "نهاية ",
        "دلو ماء", "أو سعيد", "کتاب",
    ])
    func goodTextPasses(_ text: String) {
        #expect(kinds(text).isEmpty)
    }

    @Test func tatweelIsMarkedInsideTheWordsOfAHeadline() {
        #expect(kinds("عـــاجل", isHeadline: true) == [.tatweel])
        #expect(kinds("عـــاجل").isEmpty)
        #expect(kinds("قمة الـ20 بـ«نيروبي» 1445هـ", isHeadline: true).isEmpty)
    }

    @Test func theOffsetIsThatOfTheCharacter() {
        let advice = copyDesk(Array("قال, ثم".utf8))
        #expect(advice.map(\.offset) == [6])
        #expect(advice.first?.message.arabic == "للنص العربي علامات ترقيم عربية؛ هل قصدت «،»؟")
    }
}
