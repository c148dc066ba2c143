import ArabicText
package import Base
private import Foundation

/// The rules of a time zone: how far its clocks are from UTC, and when that changes.
///
/// A table of changes is made once; looking an instant up costs a binary search and no library call.
package struct Zone: Sendable, Hashable {
    /// Name in site.yaml, such as `Africa/Cairo`.
    package let name: String
    /// The outlet's city, folded, as it stands behind times: `بتوقيت القاهرة`.
    private var city: String?
    /// Sorted by time; the first holds since ever. Offsets are seconds east of UTC.
    private let changes: [Change]

    private struct Change: Sendable, Hashable {
        let from: Int
        let offset: Int
    }

    /// Coordinated Universal Time, the zone of an outlet that names none.
    package static let utc = Zone(name: "UTC", offset: 0)

    private init(name: String, changes: [Change]) { (self.name, self.changes) = (name, changes) }

    private init(name: String, offset: Int) {
        self.init(name: name, changes: [Change(from: .min, offset: offset)])
    }

    /// Nil for a name that the time zone database does not have. Fixed offsets are written `+03:00`.
    package init?(name: String) {
        if name == "UTC" || name == "Z" {
            self = .utc
            return
        }
        if let offset = Self.fixedOffset(name) {
            self.init(name: name, offset: offset)
            return
        }
        guard let zone = TimeZone(identifier: name), name.contains("/") else { return nil }
        // From 1900 to 2100: before it offsets are local mean times that no newsroom dates by.
        var date = Date(timeIntervalSince1970: -2_208_988_800)
        let end = Date(timeIntervalSince1970: 4_102_444_800)
        var changes = [Change(from: .min, offset: zone.secondsFromGMT(for: date))]
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end, next > date {
            changes.append(Change(from: Int(next.timeIntervalSince1970), offset: zone.secondsFromGMT(for: next)))
            date = next
        }
        self.init(name: name, changes: changes)
    }

    private static func fixedOffset(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
            bytes[3] == UInt8(ascii: ":"),
            let hours = Int(text.dropFirst().prefix(2)), let minutes = Int(text.suffix(2)), hours <= 14, minutes < 60
        else { return nil }
        return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    /// The same zone, which dates may call by the name of `city`.
    func called(_ city: String) -> Zone {
        var zone = self
        zone.city = folded(city)
        return zone
    }

    static var databaseNames: [String] { TimeZone.knownTimeZoneIdentifiers }

    /// The instant at which the wall clock of `place`, folded, shows this; as `instant(_:_:)`.
    func instant(_ date: CivilDate, _ time: CivilTime, in place: String) throws(DateProblem) -> Instant {
        if place == city { return instant(date, time) }
        guard let identifier = ZoneNames.identifier(of: place) else { throw .unknownPlace(place) }
        guard identifier != name, let zone = TimeZone(identifier: identifier) else { return instant(date, time) }
        // Asked for twice only: a table of its changes would take longer.
        return Self.instant(date, time) { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0.seconds))) }
    }

    /// Seconds east of UTC at `instant`.
    package func offset(at instant: Instant) -> Int {
        var (low, high) = (0, changes.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].from <= instant.seconds { low = middle } else { high = middle }
        }
        return changes[low].offset
    }

    /// What a clock on the wall shows.
    package func civil(_ instant: Instant) -> (date: CivilDate, time: CivilTime) {
        let local = instant.seconds + offset(at: instant)
        let days = local >= 0 ? local / 86400 : (local - 86399) / 86400
        let rest = local - days * 86400
        let time = CivilTime(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
        return (CivilDate(daysSince1970: days), time ?? .midnight)
    }

    /// ISO 8601 with the offset: `2024-01-24T06:00:00+02:00`.
    package func iso(_ instant: Instant) -> String {
        let (date, time) = civil(instant)
        var text: [UInt8] = []
        text.append(iso: date, time, offset: offset(at: instant))
        return String(decoding: text, as: UTF8.self)
    }

    /// The instant at which the wall clock shows this. Of two the earlier; a time that a change of clocks skips counts
    /// with the offset before the change.
    package func instant(_ date: CivilDate, _ time: CivilTime) -> Instant {
        Self.instant(date, time, offset: offset(at:))
    }

    private static func instant(_ date: CivilDate, _ time: CivilTime, offset: (Instant) -> Int) -> Instant {
        let local = date.daysSince1970 * 86400 + time.secondsSinceMidnight
        let before = offset(Instant(seconds: local - 86400))
        let candidate = Instant(seconds: local - before)
        if offset(candidate) == before { return candidate }
        let other = Instant(seconds: local - offset(candidate))
        return offset(other) == offset(candidate) ? other : candidate
    }
}
