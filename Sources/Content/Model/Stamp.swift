package import ArabicText
package import Base

/// When something was published, changed or corrected.
package struct Stamp: Sendable, Hashable, Comparable {
    /// The instant itself; midnight in the outlet's zone where only the day is known.
    package let instant: Instant
    /// Day on the wall clock of the outlet's zone.
    package let date: CivilDate
    /// Time there; nil where the editor wrote only the day, and then none is shown.
    package let time: CivilTime?
    /// Offset of that clock in seconds east of UTC.
    package let offset: Int

    package static func < (a: Self, b: Self) -> Bool { a.instant < b.instant }

    /// Date of an article whose own could not be read: it is never published.
    static let epoch = Stamp(instant: .epoch, date: CivilDate(daysSince1970: 0), time: nil, offset: 0)
}

extension Stamp {
    /// Stamp of a day without an hour.
    package init(day: CivilDate, zone: Zone) {
        let instant = zone.instant(day, .midnight)
        self.init(instant: instant, date: day, time: nil, offset: zone.offset(at: instant))
    }

    /// Stamp of a time on the wall clock of a zone.
    package init(date: CivilDate, time: CivilTime, zone: Zone) {
        let instant = zone.instant(date, time)
        self.init(instant: instant, date: date, time: time, offset: zone.offset(at: instant))
    }

    /// Stamp of a date as an editor wrote it; throws where its zone is none.
    ///
    /// - Parameter zone: the outlet's.
    package init(_ written: WrittenDate, zone: Zone) throws(DateProblem) {
        let time = written.time ?? .midnight
        let instant: Instant
        if let offset = written.offsetSeconds {
            instant = Instant(seconds: written.date.daysSince1970 * 86400 + time.secondsSinceMidnight - offset)
        } else if let place = written.place {
            instant = try zone.instant(written.date, time, in: place)
        } else {
            instant = zone.instant(written.date, time)
        }
        let local = zone.civil(instant)
        self.init(
            instant: instant, date: written.time == nil ? written.date : local.date,
            time: written.time == nil ? nil : local.time, offset: zone.offset(at: instant))
    }
}

extension Stamp: Packable {
    package func pack(into packer: inout Packer) {
        packer.add(instant)
        packer.add(date.daysSince1970)
        packer.add(time?.secondsSinceMidnight ?? -1)
        packer.add(offset)
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        let instant: Instant = try unpacker.value()
        let date = CivilDate(daysSince1970: try unpacker.int())
        let seconds = try unpacker.int()
        let time = CivilTime(hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60)
        self.init(instant: instant, date: date, time: seconds < 0 ? nil : time, offset: try unpacker.int())
    }
}

extension Stamp {
    /// Stamp of an instant, with its hour.
    package init(_ instant: Instant, _ zone: Zone) {
        let (date, time) = zone.civil(instant)
        self.init(instant: instant, date: date, time: time, offset: zone.offset(at: instant))
    }

    /// Stamp of a date that the program wrote, in UTC; nil for any other text.
    package init?(utc written: String) {
        guard let date = try? parseDate(written), let stamp = try? Stamp(date, zone: .utc) else { return nil }
        self = stamp
    }
}
