import Base
import Testing

@testable import ArabicText

@Suite struct WrittenDateTests {
    private static let day = CivilDate(year: 2024, month: 1, day: 24)

    private func parsed(_ text: String) -> String {
        do {
            let written = try parseDate(text)
            var out = "\(written.date.year)-\(written.date.month)-\(written.date.day)"
            if let time = written.time { out += " \(time.hour):\(time.minute):\(time.second)" }
            if let offset = written.offsetSeconds { out += " \(offset)" }
            return out
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [
        "2024-01-24", "20240124", "2024/01/24", "2024-1-24", "24/1/2024", "24/01/2024", "24-1-2024", "24.1.2024",
        " 24 / 1 / 2024 ",
        "٢٤/١/٢٠٢٤", "٢٤\u{200F}/١\u{200F}/٢٠٢٤", "۲۴/۱/۲۰۲۴", "\u{200F}24/1/2024\u{200E}", "٢٠٢٤-٠١-٢٤",
        "24 يناير 2024",
        "الأربعاء، 24 يناير 2024", "الاربعاء 24 يناير 2024", "يوم الأربعاء 24 يناير 2024", "الأربعاء, 24 يناير, 2024",
        "24 كانون الثاني 2024", "24 كانون الثاني/يناير 2024", "24 يناير/ كانون الثاني 2024",
        "24 يناير (كانون الثاني) 2024",
        "24 يناير - كانون الثاني 2024", "24 جانفي 2024", "٢٤ يناير ٢٠٢٤", "24 يناير 2024م", "24 يناير 2024 م",
        "24/1/2024 م",
        "24 من يناير 2024", "24 يناير عام 2024", "24 January 2024", "January 24, 2024", "Wednesday, 24 January 2024",
        "mercredi 24 janvier 2024", "24 Jan 2024", "24 يَنايِر 2024", "24\u{A0}يناير\u{A0}2024", "24-Jan-2024",
        "‏الأربعاء، ٢٤ يناير ٢٠٢٤",
        "24 ينـــاير 2024",
    ])
    func everyFormOfTheDayIsRead(_ text: String) {
        #expect(parsed(text) == "2024-1-24")
    }

    @Test(arguments: [
        ("2024-01-24T09:05", "9:5:0"), ("2024-01-24 09:05:07", "9:5:7"), ("2024-01-24t09:05:07.125", "9:5:7"),
        ("2024-01-24T09:05Z", "9:5:0 0"), ("2024-01-24T09:05:00+03:00", "9:5:0 10800"),
        ("2024-01-24 09:05 +0300", "9:5:0 10800"),
        ("2024-01-24T09:05-05:30", "9:5:0 -19800"), ("20240124T0905Z", "9:5:0 0"), ("20240124T090507", "9:5:7"),
        ("2024-01-24T09:05+03", "9:5:0 10800"), ("24/1/2024، 9:05 ص", "9:5:0"), ("24/1/2024 9:05 م", "21:5:0"),
        ("24/1/2024, 9:05ص", "9:5:0"), ("24/1/2024 - 21:05", "21:5:0"), ("24 يناير 2024، 12:05 ص", "0:5:0"),
        ("24 يناير 2024، 12:05 م", "12:5:0"), ("24 يناير 2024م، 9:05 م", "21:5:0"), ("٢٤ يناير ٢٠٢٤، ٩:٠٥ ص", "9:5:0"),
        ("24 يناير 2024 الساعة 9 مساءً", "21:0:0"), ("24 يناير 2024 الساعة 9:05 صباحًا", "9:5:0"),
        ("24/1/2024 9:05 PM", "21:5:0"),
        ("24 يناير 2024، 9:05 ص بتوقيت القاهرة", "9:5:0"), ("24 يناير 2024، 9:05 ص بتوقيت غرينتش", "9:5:0 0"),
        ("24 يناير 2024، 9:05 ص بتوقيت مكة المكرمة", "9:5:0 10800"), ("24 يناير 2024، 9:05 غرينتش", "9:5:0 0"),
        ("9:05 ص، 24 يناير 2024", "9:5:0"), ("الساعة 9:05 م 24/1/2024", "21:5:0"), ("24/1/2024 9.05 م", "21:5:0"),
        ("24/1/2024 1 ظهرًا", "13:0:0"), ("24/1/2024 12 ظهرًا", "12:0:0"), ("24/1/2024 11:30 ليلًا", "23:30:0"),
        ("24/1/2024 2:30 بعد الظهر", "14:30:0"), ("24/1/2024 21:05 UTC+3", "21:5:0 10800"),
        ("24 January 2024, 9:05 AM", "9:5:0"),
        ("24 January 2024, 9:05 AM Cairo time", "9:5:0"), ("2024-01-24T00:00:00Z", "0:0:0 0"),
        ("2024-01-24 23:59", "23:59:0"),
    ])
    func theTimeAndItsZoneAreRead(_ text: String, _ expected: String) {
        #expect(parsed(text) == "2024-1-24 " + expected)
    }

    @Test(arguments: [
        "", "غدًا", "2024", "24 يناير", "يناير 2024", "24/1", "1/2/3/4", "2024-01-24T", "2024-01-24 مساء الخير",
        "24/1/2024 9",
        "24/1-2024", "abc 24/1/2024", "24/1/2024 9:05 ص زيادة", "24/1/20244", "2024-01-24T09:05+3:0", "24 كلمة 2024",
        "--", "١٢٣",
        "99999999999999999999/1/2024", "24/1/2024/5", "٢٤", "24/1/2024 9:05 بتوقيت مكة +05:00 صباحا",
        "24/1/2024 9:05 بتوقيت",
        "24/1/2024 9:05 time",
    ])
    func everythingElseIsRefused(_ text: String) {
        #expect(parsed(text) == "notADate")
    }

    @Test(arguments: [
        ("24/1/2024 9:05 ص بتوقيت نيويورك", "نيويورك"), ("24 January 2024, 9:05 AM New York time", "new york"),
        ("24 janvier 2024, 9:05 heure de Tunis", "tunis"), ("24/1/2024 9:05 بتوقيت أبو ظبي", "ابو ظبي"),
        ("24/1/2024 9:05 بالتوقيت المحلي", nil), ("24/1/2024 9:05 local time", nil),
        ("24/1/2024 9:05 +0300 بتوقيت القاهرة", nil),
        ("24/1/2024 9:05 بتوقيت غرينتش", nil),
    ])
    func thePlaceWhoseClockIsMeantIsNotPassedOver(_ text: String, _ place: String?) throws {
        #expect(try parseDate(text).place == place)
    }

    @Test(arguments: [
        ("30/2/2024", "noSuchDay(year: 2024, month: 2, day: 30)"),
        ("1/24/2024", "noSuchDay(year: 2024, month: 24, day: 1)"),
        ("2023-02-29", "noSuchDay(year: 2023, month: 2, day: 29)"),
        ("31 أبريل 2024", "noSuchDay(year: 2024, month: 4, day: 31)"),
        ("0/1/2024", "noSuchDay(year: 2024, month: 1, day: 0)"), ("24/1/2024 25:00", "noSuchTime"),
        ("24/1/2024 9:60", "noSuchTime"), ("24/1/2024 13:05 ص", "noSuchTime"), ("2024-01-24T24:00", "noSuchTime"),
        ("24/1/24", "shortYear"), ("24 يناير 24", "shortYear"),
        ("الخميس، 24 يناير 2024", "otherWeekday(3)"),
        ("24 كانون الثاني/فبراير 2024", "monthsDisagree"), ("2024-01-24T09:05+19:00", "noSuchTime"),
    ])
    func theReasonIsNamed(_ text: String, _ problem: String) {
        #expect(parsed(text) == problem)
    }

    /// Also where nothing but the year tells.
    @Test(arguments: [
        ("12 رجب 1445 هـ", "24/1/2024"), ("12 رجب 1445", "24/1/2024"), ("1 ربيع الأول 1445", "16/9/2023"),
        ("12/7/1445هـ", "24/1/2024"),
        ("1447/8/13", "1/2/2026"), ("1447-08-13", "1/2/2026"), ("13/8/1447 10:00", "1/2/2026"),
        ("14470813", "1/2/2026"),
        ("1447-08-13T10:00:00+03:00", "1/2/2026"), ("الأحد 13 شعبان المعظم 1447", ""), ("31/8/1447", ""),
        ("1300/1/1", "12/11/1882"),
        ("30/12/1600", "25/11/2174"),
    ])
    func aHijriDateIsToldItsDay(_ text: String, _ day: String) {
        do throws(DateProblem) {
            Issue.record("\(try parseDate(text))")
        } catch {
            let shown = "“\(day)”"
            #expect(day.isEmpty || error.message.english.hasSuffix(shown), "\(error.message.english)")
        }
    }

    @Test(arguments: ["24/1/1447 م", "1299-01-01", "1601-01-01", "1883-02-03", "2026-02-01"])
    func otherYearsAreGregorian(_ text: String) {
        #expect(throws: Never.self) { try parseDate(text) }
    }

    @Test func aSwappedDaySuggestsTheOtherOrder() {
        let message = DateProblem.noSuchDay(year: 2024, month: 24, day: 1).message
        #expect(message.english == "the day comes before the month; did you mean “24/1/2024”?")
    }

    @Test func whatTheProgramPrintsIsReadBack() throws {
        let dual = [
            MonthSet.dual(first: .levant, separator: "/"), .dual(first: .egypt, separator: "/ "),
            .dual(first: .egypt, separator: " - "),
            .dual(first: .levant, separator: " "),
        ]
        for months in MonthSet.named.map(\.set) + dual {
            for numerals in Numerals.allCases {
                for clock in DateStyle.Clock.allCases {
                    for language in [Language.arabic, .english, .french] {
                        let style = DateStyle(
                            months: months, numerals: numerals, clock: clock, city: "القاهرة", language: language)
                        try readBack(style)
                    }
                }
            }
        }
    }

    private func readBack(_ style: DateStyle) throws {
        for month in 1...12 {
            let date = try #require(CivilDate(year: 2024, month: month, day: 3 + month))
            let time = try #require(CivilTime(hour: month * 2 - 1, minute: month))
            for text in [style.full(date), style.long(date), style.numeric(date)] {
                #expect(try parseDate(text) == WrittenDate(date: date), "\(text)")
            }
            for text in [
                style.fullWithTime(date, time), style.longWithTime(date, time), style.numericWithTime(date, time),
            ] {
                let read = try parseDate(text)
                #expect(read == WrittenDate(date: date, time: time, place: read.place), "\(text)")
                #expect(read.place == style.city.map { folded($0) }, "\(text)")
            }
        }
    }
}
