package import Base

/// A day of the calendar of Umm al-Qura.
package struct Hijri: Sendable, Hashable {
    package let year: Int
    /// 1–12, 1 is Muharram.
    package let month: Int
    /// 1–30; a country whose sighting contradicts an override may see a 31st.
    package let day: Int

    /// The first day of a month as a country that sights the moon announced it.
    package struct Override: Sendable, Hashable {
        package let year: Int
        package let month: Int
        package let first: CivilDate

        package init(year: Int, month: Int, first: CivilDate) {
            self.year = year
            self.month = month
            self.first = first
        }
    }

    /// Nil outside 1 Muharram 1300 – 30 Dhu al-Hijja 1600, that is 12 November 1882 – 25 November 2174.
    ///
    /// `adjust` days are added to the calendar's date: −1 where months begin a day later. An
    /// override names the day on which a month begins there; the month before ends the day before.
    package init?(_ date: CivilDate, adjust: Int = 0, overrides: [Override] = []) {
        let starts = UmmAlQura.starts
        let day = date.daysSince1970
        guard let table = Self.monthIndex(of: day + adjust) else { return nil }
        func start(_ index: Int) -> Int {
            let year = UmmAlQura.firstYear + index / 12
            let month = index % 12 + 1
            let announced = overrides.last { $0.year == year && $0.month == month }
            return announced?.first.daysSince1970 ?? starts[index] - adjust
        }
        var index = table
        while index > 0, start(index) > day { index -= 1 }
        while index + 2 < starts.count, start(index + 1) <= day { index += 1 }
        year = UmmAlQura.firstYear + index / 12
        month = index % 12 + 1
        self.day = day - start(index) + 1
    }

    /// Whether a number is meant as a year of this calendar where a Gregorian one is asked for: no newspaper is so old.
    static func isYear(_ number: Int) -> Bool { (UmmAlQura.firstYear...1600).contains(number) }

    /// The day by the calendar of Umm al-Qura; nil where it has no such day.
    static func civil(year: Int, month: Int, day: Int) -> CivilDate? {
        let starts = UmmAlQura.starts
        let index = (year - UmmAlQura.firstYear) * 12 + month - 1
        guard (1...12).contains(month), index >= 0, index + 1 < starts.count, day >= 1,
            day <= starts[index + 1] - starts[index]
        else { return nil }
        return CivilDate(daysSince1970: starts[index] + day - 1)
    }

    /// Names of the months, Muharram first.
    package static let monthNames = [
        "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
        "ذو القعدة", "ذو الحجة",
    ]

    /// The month of the table in which a day falls.
    private static func monthIndex(of day: Int) -> Int? {
        let starts = UmmAlQura.starts
        guard day >= starts[0], day < starts[starts.count - 1] else { return nil }
        var low = 0
        var high = starts.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= day { low = middle } else { high = middle }
        }
        return low
    }
}
