package import Base

/// What an editor wrote where a date belongs: without a zone it is in the site's, without a time none is shown.
package struct WrittenDate: Sendable, Hashable {
    package let date: CivilDate
    package let time: CivilTime?
    /// East of Greenwich; nil where no zone was written.
    package let offsetSeconds: Int?
    /// The place whose clock is meant, folded: `بتوقيت القاهرة`; nil where none was written, or its offset is known.
    package let place: String?

    package init(date: CivilDate, time: CivilTime? = nil, offsetSeconds: Int? = nil, place: String? = nil) {
        self.date = date
        self.time = time
        self.offsetSeconds = offsetSeconds
        self.place = place
    }
}

/// Why a text is no date.
package enum DateProblem: Error, Sendable, Hashable {
    case notADate
    case noSuchDay(year: Int, month: Int, day: Int)
    case noSuchTime
    /// A year of two digits.
    case shortYear
    /// A date of the Hijri calendar, which countries count differently, and the day that it is by Umm al-Qura's; nil
    /// where that has no such day.
    case hijri(CivilDate?)
    /// 0 is Sunday, the day's real weekday.
    case otherWeekday(Int)
    /// Two names that are not one month: `كانون الثاني/فبراير`.
    case monthsDisagree
    /// The clock of a place that nobody knows: `بتوقيت الواحة`.
    case unknownPlace(String)
}

/// Reads a date as editors write it, in the digits of any script, with or without U+200F, vowel marks and weekday:
///
/// - ISO 8601, extended or basic: `2024-01-24`, `2024-01-24T09:05:00+03:00`, `2024-01-24 09:05`, `20240124T0905Z`
/// - the newsroom's own, day first: `24/1/2024`, `24-1-2024، 9:05 ص`
/// - words, with the months of all sets, alone or in pairs, and in English and French: `الأربعاء، 24 كانون الثاني/يناير
///   2024`
/// - a time of day before or behind: `9:05 ص`, `21:05`, `الساعة 9 مساءً`, and a zone: `Z`, `+0300`, `بتوقيت القاهرة`.
///   Of places only غرينتش (UTC) and مكة (+03:00) have an offset here; others are left to who knows the time zones.
package func parseDate(_ text: String) throws(DateProblem) -> WrittenDate {
    if let date = isoDate(text) { return date }
    // The longest form that the program prints has some 110 bytes.
    guard text.utf8.count <= 400 else { throw .notADate }
    var reader = DateReader(folded(text))
    return try reader.read()
}
