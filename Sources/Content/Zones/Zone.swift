import ArabicText
package import Base

/// The clock of a place: how far it is from UTC, and when that changes.
package struct Zone: Sendable {
    /// Name in site.yaml, such as `Africa/Cairo`.
    package let name: String
    /// Stands for all that the zone was read from.
    package let digest: Digest
    /// The outlet's city, folded, as it stands behind times: `بتوقيت القاهرة`.
    private var city: String?
    private let table: ZoneTable
    /// Has the zones of the places that dates name; nil where dates name none.
    private let database: ZoneDatabase?

    /// Coordinated Universal Time, without other places.
    package static let utc = Zone(name: "UTC", ZoneTable(offset: 0), Digest(of: "UTC"), nil)

    private init(name: String, _ table: ZoneTable, _ digest: Digest, _ database: ZoneDatabase?) {
        (self.name, self.table, self.digest, self.database) = (name, table, digest, database)
    }

    /// Coordinated Universal Time, in which dates may name the places that `database` has.
    package static func utc(in database: ZoneDatabase) -> Zone {
        Zone(name: "UTC", ZoneTable(offset: 0), database.digest(of: "UTC"), database)
    }

    /// The zone of a name such as `Africa/Cairo`, or of an offset: `UTC`, `+03:00`.
    ///
    /// - Parameter database: has it, and the zones of the places that dates name.
    package init(_ name: String, in database: ZoneDatabase) throws(ZoneProblem) {
        if name == "UTC" || name == "Z" {
            self = .utc(in: database)
        } else if let offset = Self.fixedOffset(name) {
            self.init(name: name, ZoneTable(offset: offset), database.digest(of: name), database)
        } else {
            let (table, digest) = try database.table(of: name)
            self.init(name: name, table, digest, database)
        }
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

    /// The instant at which the wall clock of `place`, folded, shows this; as `instant(_:_:)`.
    func instant(_ date: CivilDate, _ time: CivilTime, in place: String) throws(DateProblem) -> Instant {
        if place == city { return instant(date, time) }
        guard let database, let other = database.places.identifier(of: place) else { throw .unknownPlace(place) }
        guard other != name else { return instant(date, time) }
        do throws(ZoneProblem) {
            let table = try database.table(of: other).table
            return Self.instant(date, time) { table.offset(at: $0.seconds) }
        } catch {
            throw .noClock(error.message(other))
        }
    }

    /// Seconds east of UTC at `instant`.
    package func offset(at instant: Instant) -> Int { table.offset(at: instant.seconds) }

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
