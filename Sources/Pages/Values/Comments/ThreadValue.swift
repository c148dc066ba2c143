import Base
import Content
import Templates

/// Readers' comments as a page shows them: those that answer nothing, each with the answers to it, three deep.
struct ThreadValue: Sendable {
    let record: Record<Discussion>

    init(_ dates: Record<Stamp>) {
        let last = Self.comment("answer to an answer", dates, answers: nil)
        let answer = Self.comment("answer", dates, answers: last)
        let comment = Self.comment("comment", dates, answers: answer)
        record = Record(
            "thread",
            [
                Field("count", .int, "How many comments there are.") { .int($0.count) },
                Field("comments", .list(.record(comment.type)), "The comments, the oldest first.") { thread in
                    .list(Place.below(nil, in: thread).map { comment.value($0) })
                },
            ])
    }

    /// A comment's place among the entries of its thread.
    struct Place: Sendable {
        let thread: Discussion
        let index: Int

        var entry: Discussion.Entry { thread.entries[index] }

        /// The places one level below a comment, or of those that answer nothing.
        static func below(_ place: Place?, in thread: Discussion) -> [Place] {
            let depth = (place?.entry.depth ?? 0) + 1
            var places: [Place] = []
            var index = (place?.index ?? -1) + 1
            while index < thread.entries.count, thread.entries[index].depth >= depth {
                if thread.entries[index].depth == depth { places.append(Place(thread: thread, index: index)) }
                index += 1
            }
            return places
        }
    }

    /// - Parameter answers: the record of the comments one level below; nil on the lowest.
    private static func comment(_ name: String, _ dates: Record<Stamp>, answers: Record<Place>?) -> Record<Place> {
        var fields: [Field<Place>] = [
            Field("id", .string, "Its anchor on the page.", example: "comment-7f3a") {
                .string($0.entry.comment.anchor)
            },
            Field("name", .optional(.string), "The reader's name, where it is shown.") {
                .optional($0.entry.comment.name)
            },
            Field("url", .optional(.string), "The address that the reader gave.") {
                .optional($0.entry.comment.url?.text)
            },
            Field("date", .record(dates.type), "When it was sent.") { dates.value($0.entry.comment.date) },
            Field("html", .markup, "The text, ready and safe.") { .markup(CommentMarkup.html($0.entry.comment.text)) },
            Field("removed", .bool, "Whether it was taken away and answers to it are left.") {
                .bool($0.entry.comment.isRemoved)
            },
        ]
        if let answers {
            fields.append(
                Field("answers", .list(.record(answers.type)), "The answers to it, the oldest first.") { place in
                    .list(Place.below(place, in: place.thread).map { answers.value($0) })
                })
        } else {
            fields += [
                Field("answers_name", .optional(.string), "Whom it answers, where that is not the one above it.") {
                    place in
                    .optional(place.entry.answers.flatMap { place.thread.entries[$0].comment.name })
                },
                Field("answers_id", .optional(.string), "The anchor of what it answers there.") { place in
                    .optional(place.entry.answers.map { place.thread.entries[$0].comment.anchor })
                },
            ]
        }
        return Record(name, fields)
    }
}
