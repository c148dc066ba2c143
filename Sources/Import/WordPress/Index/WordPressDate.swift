import ArabicText
import Base
import Content

/// A moment as WordPress stores it: the old clock's time, and how far that was from UTC.
struct WordPressDate: Sendable, Hashable {
    let date: CivilDate
    let time: CivilTime
    /// East of Greenwich; nil where the two times that are stored do not tell.
    let offset: Int?
    /// Whether they contradict each other.
    let isContradictory: Bool

    /// - Parameters:
    ///   - local: `2024-01-24 09:05:00`; nil comes of zeros.
    ///   - gmt: the same in UTC; zeros where it was never set.
    init?(local: String, gmt: String) {
        guard let (date, time) = Self.civil(local) else { return nil }
        (self.date, self.time) = (date, time)
        guard let (utcDate, utcTime) = Self.civil(gmt) else {
            (offset, isContradictory) = (nil, false)
            return
        }
        let difference = Self.seconds(date, time) - Self.seconds(utcDate, utcTime)
        let isOffset = difference % 900 == 0 && abs(difference) <= 14 * 3600
        (offset, isContradictory) = (isOffset ? difference : nil, !isOffset)
    }

    /// `Wed, 24 Jan 2024 06:05:00 +0000` (RFC 822), as a moment in UTC.
    init?(mail: String) {
        var words = mail.split { $0 == " " || $0 == "," }
        if let first = words.first, first.first?.isLetter == true { words.removeFirst() }
        guard words.count >= 4, let day = Int(words[0]), let month = Self.months.firstIndex(of: words[1].lowercased()),
            let year = Int(words[2]), let date = CivilDate(year: year, month: month + 1, day: day)
        else { return nil }
        let clock = words[3].split(separator: ":").compactMap { Int($0) }
        guard clock.count >= 2,
            let time = CivilTime(hour: clock[0], minute: clock[1], second: clock.count > 2 ? clock[2] : 0)
        else { return nil }
        (self.date, self.time) = (date, time)
        (offset, isContradictory) = (0, false)
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private static func civil(_ text: String) -> (CivilDate, CivilTime)? {
        let numbers = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
        guard numbers.count == 6, let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]),
            let time = CivilTime(hour: numbers[3], minute: numbers[4], second: numbers[5])
        else { return nil }
        return (date, time)
    }

    private static func seconds(_ date: CivilDate, _ time: CivilTime) -> Int {
        date.daysSince1970 * 86400 + time.secondsSinceMidnight
    }

    /// Seconds since 1970 on the old clock.
    var localSeconds: Int { Self.seconds(date, time) }

    func instant(in zone: Zone) -> Instant {
        offset.map { Instant(seconds: localSeconds - $0) } ?? zone.instant(date, time)
    }

    /// `2024-01-24T09:05:00+03:00`
    func iso(in zone: Zone) -> String {
        localISO(date, time, offset: offset ?? zone.offset(at: zone.instant(date, time)))
    }

    /// `2024-01-24 09:05`, in whatever zone the site has.
    var floating: String {
        let clock = { (number: Int) in (number < 10 ? "0" : "") + "\(number)" }
        return "\(date.iso) \(clock(time.hour)):\(clock(time.minute))"
    }
}
