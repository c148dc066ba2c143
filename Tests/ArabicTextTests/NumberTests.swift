import Testing

@testable import ArabicText

@Suite struct NumberTests {
    private func same(_ a: String, _ b: String) -> Bool { a.unicodeScalars.elementsEqual(b.unicodeScalars) }

    @Test(arguments: [
        (0, "0", "٠"), (7, "7", "٧"), (999, "999", "٩٩٩"), (1000, "1,000", "١٬٠٠٠"),
        (1_234_567, "1,234,567", "١٬٢٣٤٬٥٦٧"),
        (-5, "\u{200E}-5", "\u{61C}-٥"), (-12345, "\u{200E}-12,345", "\u{61C}-١٢٬٣٤٥"),
        (Int.min, "\u{200E}-9,223,372,036,854,775,808", "\u{61C}-٩٬٢٢٣٬٣٧٢٬٠٣٦٬٨٥٤٬٧٧٥٬٨٠٨"),
    ])
    func thousandsAreSeparatedAndMinusKeepsItsPlace(_ value: Int, _ latin: String, _ arabic: String) {
        #expect(same(number(value), latin))
        #expect(same(number(value, numerals: .arab), arabic))
    }

    @Test(arguments: [
        (3.14159, 2, "3.14", "٣٫١٤"), (3.5, 2, "3.5", "٣٫٥"), (2.0, 2, "2", "٢"), (1234.5, 1, "1,234.5", "١٬٢٣٤٫٥"),
        (0.05, 1, "0.1", "٠٫١"), (2.5, 0, "3", "٣"), (-0.04, 1, "0", "٠"), (-2.5, 1, "\u{200E}-2.5", "\u{61C}-٢٫٥"),
        (.infinity, 1, "—", "—"), (.nan, 1, "—", "—"), (1e300, 1, "—", "—"), (1.005, 9, "1.005", "١٫٠٠٥"),
    ])
    func fractionsAreRounded(_ value: Double, _ places: Int, _ latin: String, _ arabic: String) {
        #expect(same(number(value, fractionDigits: places), latin))
        #expect(same(number(value, fractionDigits: places, numerals: .arab), arabic))
    }

    @Test func thePercentSignStandsStill() {
        #expect(same(percent(20), "20\u{200E}%\u{200E}"))
        #expect(same(percent(20, numerals: .arab), "٢٠٪\u{61C}"))
        #expect(same(percent(12.5, fractionDigits: 1), "12.5\u{200E}%\u{200E}"))
        #expect(same(percent(-3), "\u{200E}-3\u{200E}%\u{200E}"))
    }

    @Test func plainNumbersHaveNoSeparators() {
        #expect(Numerals.latn.plain(2024) == "2024")
        #expect(Numerals.arab.plain(2024) == "٢٠٢٤")
        #expect(Numerals.arab.plain(5, width: 2) == "٠٥")
        #expect(Numerals.arab.digits("G20 في 9:05") == "G٢٠ في ٩:٠٥")
    }
}
