import Base
import Testing

@testable import ArabicText

@Suite struct DateStyleTests {
    private let day = CivilDate(daysSince1970: 19746)
    private func time(_ hour: Int, _ minute: Int) throws -> CivilTime {
        try #require(CivilTime(hour: hour, minute: minute))
    }

    @Test func theFormsOfTheDayAreThoseOfNewsrooms() {
        let style = DateStyle()
        #expect(style.full(day) == "الأربعاء، 24 يناير 2024")
        #expect(style.long(day) == "24 يناير 2024")
        #expect(style.numeric(day) == "24/1/2024")
        #expect(style.monthYear(year: 2024, month: 1) == "يناير 2024")
        #expect(style.hijri(day) == "12 رجب 1445 هـ")
    }

    @Test func arabicDigitsKeepTheDayOnTheRight() {
        let style = DateStyle(numerals: .arab)
        #expect(style.numeric(day).unicodeScalars.elementsEqual("٢٤\u{200F}/١\u{200F}/٢٠٢٤".unicodeScalars))
        #expect(style.full(day) == "الأربعاء، ٢٤ يناير ٢٠٢٤")
        #expect(style.hijri(day) == "١٢ رجب ١٤٤٥ هـ")
    }

    @Test func anArticleInAnotherLanguageHasItsDates() throws {
        let arabic = DateStyle(months: .levant, numerals: .arab, city: "القاهرة")
        let afternoon = try time(13, 30)
        let english = arabic.speaking(.english)
        #expect(english.full(day) == "Wednesday, 24 January 2024")
        #expect(english.numeric(day) == "24/1/2024")
        #expect(english.longWithTime(day, afternoon) == "24 January 2024, 1:30 PM")
        #expect(english.hijri(day) == "12 Rajab 1445 AH")
        let french = arabic.speaking(.french)
        #expect(french.full(day) == "mercredi 24 janvier 2024")
        #expect(french.time(afternoon) == "13:30")
        #expect(french.hijri(day) == "12 rajab 1445 AH")
        #expect(french.speaking(.arabic).long(day) == "24 كانون الثاني 2024")
    }

    @Test(arguments: [
        (0, 5, "12:05 ص", "00:05"), (9, 5, "9:05 ص", "09:05"), (11, 59, "11:59 ص", "11:59"),
        (12, 0, "12:00 م", "12:00"),
        (13, 30, "1:30 م", "13:30"), (23, 59, "11:59 م", "23:59"),
    ])
    func bothClocks(_ hour: Int, _ minute: Int, _ twelve: String, _ twentyFour: String) throws {
        #expect(DateStyle().time(try time(hour, minute)) == twelve)
        #expect(DateStyle(clock: .twentyFour).time(try time(hour, minute)) == twentyFour)
    }

    @Test func aZoneIsNamedWhereItMatters() throws {
        let nine = try time(9, 5)
        #expect(DateStyle().longWithTime(day, nine) == "24 يناير 2024، 9:05 ص")
        #expect(DateStyle(city: "القاهرة").longWithTime(day, nine) == "24 يناير 2024، 9:05 ص بتوقيت القاهرة")
        #expect(DateStyle(numerals: .arab, clock: .twentyFour).longWithTime(day, nine) == "٢٤ يناير ٢٠٢٤، ٠٩:٠٥")
    }

    @Test(arguments: [
        (MonthSet.egypt, "يوليو"), (.levant, "تموز"), (.maghreb, "جويلية"), (.morocco, "يوليوز"),
        (.mauritania, "يوليو"),
        (.dual, "تموز/يوليو"), (.dual(first: .egypt, separator: "/ "), "يوليو/ تموز"),
    ])
    func monthsHaveTheirCountrysNames(_ set: MonthSet, _ july: String) {
        #expect(DateStyle(months: set).monthName(7) == july)
        #expect(set.name(0).isEmpty && set.name(13).isEmpty)
    }

    @Test func otherLanguagesHaveTheirOwn() {
        #expect(DateStyle(language: .english).full(day) == "Wednesday, 24 January 2024")
        #expect(DateStyle(language: .french).full(day) == "mercredi 24 janvier 2024")
        #expect(
            Language(tag: "ar-EG") == .arabic && Language(tag: "fr") == .french && Language(tag: "en-GB") == .english)
    }

    @Test func setsAreFoundByTheirNames() {
        #expect(MonthSet(name: "morocco") == .morocco)
        #expect(MonthSet(name: "Morocco") == nil)
    }
}
