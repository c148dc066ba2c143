import Base
import Testing

@testable import ArabicText

@Suite struct HijriTests {
    private func hijri(_ y: Int, _ m: Int, _ d: Int, adjust: Int = 0, _ overrides: [Hijri.Override] = []) throws
        -> [Int]
    {
        let date = try #require(CivilDate(year: y, month: m, day: d))
        let day = try #require(Hijri(date, adjust: adjust, overrides: overrides))
        return [day.year, day.month, day.day]
    }

    @Test(arguments: [
        ((2024, 1, 24), [1445, 7, 12]), ((2024, 3, 11), [1445, 9, 1]), ((2026, 2, 18), [1447, 9, 1]),
        ((2023, 7, 19), [1445, 1, 1]), ((2024, 4, 10), [1445, 10, 1]), ((2000, 1, 1), [1420, 9, 24]),
        ((1882, 11, 12), [1300, 1, 1]), ((2174, 11, 25), [1600, 12, 30]), ((2025, 6, 26), [1447, 1, 1]),
    ])
    func knownDaysAreRight(_ civil: (Int, Int, Int), _ expected: [Int]) throws {
        #expect(try hijri(civil.0, civil.1, civil.2) == expected)
    }

    /// The sum was taken over the same days from ICU's calendar `islamic-umalqura`.
    @Test func everyDayOfThreeCenturiesAgreesWithICU() throws {
        var sum: UInt32 = 0x811C_9DC5
        for day in UmmAlQura.firstDay..<UmmAlQura.firstDay + 106_665 {
            let hijri = try #require(Hijri(CivilDate(daysSince1970: day)))
            sum = (sum ^ UInt32(hijri.year * 10000 + hijri.month * 100 + hijri.day)) &* 16_777_619
        }
        #expect(sum == 0x4C2A_7ECB)
    }

    @Test func daysOutsideTheTablesHaveNone() throws {
        #expect(Hijri(CivilDate(daysSince1970: UmmAlQura.firstDay - 1)) == nil)
        #expect(Hijri(CivilDate(daysSince1970: UmmAlQura.firstDay + 106_665)) == nil)
    }

    @Test func adjustmentMovesTheWholeCalendar() throws {
        #expect(try hijri(2024, 3, 12, adjust: -1) == [1445, 9, 1])
        #expect(try hijri(2024, 3, 11, adjust: -1) == [1445, 8, 29])
        #expect(try hijri(2024, 3, 10, adjust: 1) == [1445, 9, 1])
    }

    @Test func anOverrideMovesOneMonthAndTheEndOfTheOneBefore() throws {
        let first = try #require(CivilDate(year: 2024, month: 3, day: 12))
        let morocco = [Hijri.Override(year: 1445, month: 9, first: first)]
        #expect(try hijri(2024, 3, 11, morocco) == [1445, 8, 30])
        #expect(try hijri(2024, 3, 12, morocco) == [1445, 9, 1])
        #expect(try hijri(2024, 4, 9, morocco) == [1445, 9, 29])
        #expect(try hijri(2024, 4, 10, morocco) == [1445, 10, 1])
        #expect(try hijri(2024, 2, 11, morocco) == [1445, 8, 1])
    }

    @Test func anOverrideMayComeEarly() throws {
        let first = try #require(CivilDate(year: 2024, month: 3, day: 10))
        let early = [Hijri.Override(year: 1445, month: 9, first: first)]
        #expect(try hijri(2024, 3, 10, early) == [1445, 9, 1])
        #expect(try hijri(2024, 3, 9, early) == [1445, 8, 28])
    }
}
