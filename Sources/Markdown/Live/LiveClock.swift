package import Base

/// What the updates of live coverage are dated by.
package struct LiveClock: Sendable {
    /// The day of the first update, where no heading says another.
    let day: CivilDate
    /// RFC 3339 of a time in the outlet's zone.
    let iso: @Sendable (CivilDate, CivilTime) -> String
    /// The same for readers; with the day where it is not the first one.
    let words: @Sendable (_ date: CivilDate, _ time: CivilTime, _ showsDay: Bool) -> String

    package init(
        day: CivilDate, iso: @escaping @Sendable (CivilDate, CivilTime) -> String,
        words: @escaping @Sendable (_ date: CivilDate, _ time: CivilTime, _ showsDay: Bool) -> String
    ) {
        (self.day, self.iso, self.words) = (day, iso, words)
    }
}

/// An update of live coverage, as machines read it.
package struct LiveUpdate: Sendable, Hashable {
    /// Its anchor, without `#`.
    package let id: String
    /// Plain text, perhaps empty.
    package let title: String
    /// Who wrote it, where its heading says so.
    package let author: String?
    /// Whether it is one of the key points.
    package let isPinned: Bool
    /// In the outlet's zone.
    package let date: CivilDate
    package let time: CivilTime
    /// Plain text, a line a block.
    package let text: String
    /// Where its heading stands in the body.
    package let offset: Int

    package init(
        id: String, title: String, author: String?, isPinned: Bool, date: CivilDate, time: CivilTime, text: String,
        offset: Int = 0
    ) {
        (self.id, self.title, self.author, self.isPinned) = (id, title, author, isPinned)
        (self.date, self.time, self.text, self.offset) = (date, time, text, offset)
    }
}
