/// A time of day on a 24-hour clock.
package struct CivilTime: Sendable, Hashable, Comparable {
    /// 0–23.
    package let hour: Int
    /// 0–59.
    package let minute: Int
    /// 0–59: leap seconds are not counted, as in POSIX.
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
