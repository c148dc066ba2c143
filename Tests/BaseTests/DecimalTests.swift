import Base
import Testing

@Suite struct DecimalTests {
    private func digits(_ number: Int, width: Int = 1) -> String {
        var text = ""
        withDecimal(number, width: width) { text = String(decoding: $0, as: UTF8.self) }
        return text
    }

    @Test(arguments: [0, 7, 10, -1, -90, 1_234_567, .max, .min]) func numberIsWrittenAsSwiftWritesIt(_ number: Int) {
        #expect(digits(number) == String(number))
    }

    @Test func zerosFillTheWidth() {
        #expect(digits(7, width: 2) == "07")
        #expect(digits(2026, width: 4) == "2026")
        #expect(digits(-5, width: 3) == "-005")
        #expect(digits(.min, width: 99) == "-09223372036854775808")
    }
}
