import Testing

@testable import Base

@Suite struct CivilDateTests {
    @Test func everyDayOfFiveCenturiesSurvivesTheRoundTrip() throws {
        for days in -100_000...100_000 {
            let date = CivilDate(daysSince1970: days)
            #expect(date.daysSince1970 == days)
            #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
        }
    }

    @Test func daysThatNoCalendarHasAreRefused() {
        #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2024, month: 2, day: 29) != nil)
        #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2024, month: 13, day: 1) == nil)
        #expect(CivilDate(year: 2024, month: 4, day: 31) == nil)
    }

    @Test func weekdaysAreRight() {
        #expect(CivilDate(year: 2024, month: 1, day: 24)?.weekday == 3)
        #expect(CivilDate(year: 1970, month: 1, day: 1)?.weekday == 4)
        #expect(CivilDate(year: 1969, month: 12, day: 28)?.weekday == 0)
    }

    @Test func datesAndTimesAreWrittenAsISO8601() throws {
        let date = try #require(CivilDate(year: 987, month: 3, day: 4))
        let time = try #require(CivilTime(hour: 5, minute: 6, second: 7))
        #expect(date.iso == "0987-03-04")
        for (offset, expected) in [
            (0, "0987-03-04T05:06:07Z"), (10_800, "0987-03-04T05:06:07+03:00"), (-12_600, "0987-03-04T05:06:07-03:30"),
        ] {
            var text: [UInt8] = []
            text.append(iso: date, time, offset: offset)
            #expect(String(decoding: text, as: UTF8.self) == expected)
        }
    }
}
