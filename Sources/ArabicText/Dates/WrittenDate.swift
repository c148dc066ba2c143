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
