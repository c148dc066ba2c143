import ArabicText
import Base
import Content
import Templates
import Typesetting

struct TermsValue: Sendable {
    let record: Record<TermsPage>

    init(base: String) {
        let entry = Record<TermsPage.Entry>(
            "entry",
            [
                Field("name", .string, "The tag, the author or the month.") { .string($0.name) },
                Field("url", .string, "Its page.") { .string($0.url.href(base: base)) },
                Field("count", .int, "How many articles it has.") { .int($0.count) },
            ])
        let group = Record<TermsPage.Group>(
            "group",
            [
                Field("letter", .string, "The letter; the year in the archive.") { .string($0.letter) },
                Field("entries", .list(.record(entry.type)), "What stands under it.") {
                    .list($0.entries.map { entry.value($0) })
                },
            ])
        record = Record(
            "terms",
            [
                Field("title", .string, "What the index is of.") { .string($0.title) },
                Field("groups", .list(.record(group.type)), "The index by letters; the archive by years.") {
                    .list($0.groups.map { group.value($0) })
                },
            ])
    }
}

struct CorrectionsValue: Sendable {
    let record: Record<CorrectionsEntry>

    init(cards: CardTable) {
        record = Record(
            "correction entry",
            [
                Field("date", .record(cards.dates.record.type), "When it was made.") {
                    cards.dates.record.value($0.correction.date)
                },
                Field("html", .markup, "What was wrong and what is right.") { entry in
                    .markup(Array("<p>".utf8) + escaped(entry.correction.text) + Array("</p>".utf8))
                },
                Field("article", .record(cards.type), "The article's card.") { cards[$0.article] },
            ])
    }
}
