import Base

/// What a zone's clocks do every year, as the last line of a TZif file says it in the form of POSIX's variable `TZ`:
/// `EET-2EEST,M4.5.5/0,M10.5.4/24` (POSIX.1-2024, section 8.3; RFC 9636, section 3.3.1 for times beyond a day).
struct ZoneRule: Sendable {
    /// A part of the year that has its own offset, usually summer.
    struct Season: Sendable {
        /// Seconds east of UTC.
        let offset: Int
        let start: Turn
        let end: Turn
    }

    /// When clocks are turned: so many seconds after a day's midnight, on the clock as it is before.
    struct Turn: Sendable {
        let day: Day
        let seconds: Int
    }

    enum Day: Sendable {
        /// 1–365: the day of a year in which 29 February is not counted.
        case julian(Int)
        /// 0–365: days behind 1 January.
        case ordinal(Int)
        /// The `week`-th such weekday of a month, 5 for the last; 0 is Sunday.
        case weekday(Int, week: Int, month: Int)
    }

    /// Seconds east of UTC outside of the season.
    let standard: Int
    /// Nil where clocks are never turned.
    let season: Season?

    /// Seconds east of UTC.
    ///
    /// - Parameter seconds: since 1970.
    func offset(at seconds: Int) -> Int {
        guard season != nil else { return standard }
        // The calendar repeats itself every 400 years.
        let (start, cycle) = (946_684_800, 146_097 * 86400)
        let rest = (seconds - start) % cycle
        let equal = (rest < 0 ? rest + cycle : rest) + start
        let year = Self.year(of: equal)
        let last = (year - 1...year + 1).flatMap(changes(in:)).last { $0.from <= equal }
        return last?.offset ?? standard
    }

    /// The year that it is in UTC.
    static func year(of seconds: Int) -> Int {
        CivilDate(daysSince1970: seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400).year
    }

    /// The two changes of a year, sorted by time; where a season ends as the next one begins, the beginning is the last.
    ///
    /// - Parameter year: 1–9999.
    func changes(in year: Int) -> [ZoneTable.Change] {
        guard let season, let newYear = CivilDate(year: year, month: 1, day: 1) else { return [] }
        let start = season.start.seconds(in: newYear) - standard
        let end = season.end.seconds(in: newYear) - season.offset
        let changes = [
            ZoneTable.Change(from: start, offset: season.offset), ZoneTable.Change(from: end, offset: standard),
        ]
        return start < end ? changes : changes.reversed()
    }
}

extension ZoneRule.Turn {
    /// Seconds from 1970 to the turn in the year that begins with `newYear`, as if local time were UTC.
    fileprivate func seconds(in newYear: CivilDate) -> Int { day.daysSince1970(in: newYear) * 86400 + seconds }
}

extension ZoneRule.Day {
    fileprivate func daysSince1970(in newYear: CivilDate) -> Int {
        let first = newYear.daysSince1970
        switch self {
        case .ordinal(let days): return first + days
        case .julian(let day):
            let isLeap = CivilDate.daysIn(month: 2, year: newYear.year) == 29
            return first + day - (isLeap && day >= 60 ? 0 : 1)
        case .weekday(let weekday, let week, let month):
            guard let start = CivilDate(year: newYear.year, month: month, day: 1) else { return first }
            let length = CivilDate.daysIn(month: month, year: newYear.year)
            var day = (weekday - start.weekday + 7) % 7 + 7 * (week - 1)
            while day >= length { day -= 7 }
            return start.daysSince1970 + day
        }
    }
}
