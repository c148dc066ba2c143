/// A point in time: whole seconds since 1970-01-01T00:00:00Z, leap seconds ignored as in POSIX.
package struct Instant: Sendable, Hashable, Comparable {
    /// Since 1970-01-01T00:00:00Z, negative before it.
    package let seconds: Int

    package static let epoch = Instant(seconds: 0)

    package init(seconds: Int) { self.seconds = seconds }

    package static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }
}
