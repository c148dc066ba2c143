/// A point in time: whole seconds since 1970-01-01T00:00:00Z, leap seconds ignored as in POSIX.
package struct Instant: Sendable, Hashable, Comparable {
    package let seconds: Int

    package static let epoch = Instant(seconds: 0)

    package init(seconds: Int) { self.seconds = seconds }

    package static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }
}

/// A day of the proleptic Gregorian calendar.
package struct CivilDate: Sendable, Hashable, Comparable {
    package let year: Int
    /// 1–12.
    package let month: Int
    /// 1–31.
    package let day: Int

    /// Nil for a day that no calendar has, such as 30 February; years 1–9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.daysIn(month: month, year: year)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Day 0 is 1970-01-01. The algorithm is Howard Hinnant's `civil_from_days`.
    package init(daysSince1970: Int) {
        let z = daysSince1970 + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01, negative before. The inverse of `init(daysSince1970:)`.
    package var daysSince1970: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// 0 is Sunday, 6 Saturday.
    package var weekday: Int {
        let days = (daysSince1970 + 4) % 7
        return days < 0 ? days + 7 : days
    }

    /// - Parameter month: 1–12.
    package static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (a: Self, b: Self) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}

/// A time of day on a 24-hour clock.
package struct CivilTime: Sendable, Hashable, Comparable {
    /// 0–23.
    package let hour: Int
    /// 0–59.
    package let minute: Int
    /// 0–59.
    package let second: Int

    /// Nil outside 00:00:00–23:59:59.
    package init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        (self.hour, self.minute, self.second) = (hour, minute, second)
    }

    package static let midnight = CivilTime()

    private init() { (hour, minute, second) = (0, 0, 0) }

    package var secondsSinceMidnight: Int { hour * 3600 + minute * 60 + second }

    package static func < (a: Self, b: Self) -> Bool { a.secondsSinceMidnight < b.secondsSinceMidnight }
}

extension CivilDate {
    /// The date as ISO 8601 writes it: `2024-01-24`.
    package var iso: String {
        var text: [UInt8] = []
        text.append(iso: self)
        return String(decoding: text, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Appends `2024-01-24`.
    package mutating func append(iso date: CivilDate) {
        append(decimal: date.year, width: 4)
        append(UInt8(ascii: "-"))
        append(decimal: date.month, width: 2)
        append(UInt8(ascii: "-"))
        append(decimal: date.day, width: 2)
    }

    /// Appends `09:05:00`.
    package mutating func append(iso time: CivilTime) {
        append(decimal: time.hour, width: 2)
        append(UInt8(ascii: ":"))
        append(decimal: time.minute, width: 2)
        append(UInt8(ascii: ":"))
        append(decimal: time.second, width: 2)
    }

    /// Appends `+03:00`, or `+0300` without a separator.
    ///
    /// - Parameter offset: seconds east of UTC.
    package mutating func append(offset: Int, separator: StaticString) {
        append(UInt8(ascii: offset < 0 ? "-" : "+"))
        append(decimal: abs(offset) / 3600, width: 2)
        append(separator)
        append(decimal: abs(offset) / 60 % 60, width: 2)
    }

    /// Appends a date and a time as RFC 3339 has them: `2024-01-24T09:05:00+03:00`, with `Z` for an offset of 0.
    package mutating func append(iso date: CivilDate, _ time: CivilTime, offset: Int) {
        append(iso: date)
        append(UInt8(ascii: "T"))
        append(iso: time)
        if offset == 0 { append(UInt8(ascii: "Z")) } else { append(offset: offset, separator: ":") }
    }
}
