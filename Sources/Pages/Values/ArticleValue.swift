import ArabicText
import Base
import Content
import Markdown
import Templates
import Typesetting

/// All that an article's page shows.
struct ArticleValue: Sendable {

    let record: Record<ArticlePage>

    init(_ edition: Edition, cards: CardTable, _ reads: ReadFields) {
        let site = edition.site
        let catalogue = edition.catalogue
        let dates = cards.dates.record
        let shown = { (name: String, documentation: String) in Self.shown(name, on: cards.type, documentation) }
        let card = ValueType.record(cards.type)
        let source = SourceValue.record
        let correction = CorrectionValue(dates).record
        let heading = HeadingValue.record
        let thread = ThreadValue(dates).record
        let series = SeriesValue(edition).record
        let share = ShareValue.record
        let live = LiveValue(site, dates).record
        let places = SharePlaces(site, catalogue)
        let extra = ExtraValue(site.outlet).record
        record = Record(
            "article",
            [
                shown("title", "The headline."), shown("kicker", "The words above it."),
                shown("summary", "What the article says."),
                Field("html", .markup, "The text, ready.") { .markup($0.html) },
                shown("url", "Its page."),
                Field("canonical", .string, "Its whole address.") {
                    .string(site.outlet.address.absolute($0.article.url))
                },
                shown("date", "When it was published."),
                Field("updated", .optional(.record(dates.type)), "When it was last changed in substance.") {
                    $0.article.updated.map { dates.value($0) } ?? .undefined
                },
                shown("authors", "Its byline."), shown("section", "Its section."),
                Field(
                    "tags", .list(.record(LinkValue.type)),
                    "Its tags, but for one of its section's name: `name` and `url`."
                ) {
                    .list(site.tags(of: $0.article).map { cards.tags[$0] })
                },
                shown("image", "Its lead picture."),
                Field("source", .optional(.record(source.type)), "The agency or publication it comes from.") {
                    subject in
                    subject.article.attribution(besides: subject.text).map { source.value($0) } ?? .undefined
                },
                shown(
                    "kind",
                    "`news`, `opinion`, `analysis`, `report`, `interview`, `live`, `sponsored`, `investigation`, "
                        + "`editorial`, `factcheck`, `video` or `cartoon`."),
                shown("label", "The word for the kind, where it is not news."),
                Field("corrections", .list(.record(correction.type)), "What was wrong, the newest first.") {
                    .list($0.article.corrections.map { correction.value($0) })
                },
                Field("reading_minutes", .int, "How long reading it takes.", example: "3") {
                    .int(readingMinutes(words: $0.text.words))
                },
                Field("words", .int, "How many words it has.") { .int($0.text.words) },
                Field("outline", .list(.record(heading.type)), "Its headings.") {
                    .list($0.text.outline.map { heading.value($0) })
                },
                Field("related", .list(card), "What to read next.") { subject in
                    .list(subject.index.map { edition.related[$0].map { cards[$0] } } ?? [])
                },
                Field("replies", .list(card), "The right of reply to it, published after it.") { subject in
                    // The newest come first.
                    let others = subject.index.map { own in (site.replies[own] ?? []).filter { $0 < own } } ?? []
                    return .list(others.map { cards[$0] })
                },
                Field("replies_to", .list(card), "The stories that it is the reply to.") { subject in
                    let others = subject.index.map { own in (site.replies[own] ?? []).filter { $0 > own } } ?? []
                    return .list(others.map { cards[$0] })
                },
                Field("newer", .optional(card), "The article published after it.") { subject in
                    subject.index.flatMap { $0 > 0 ? cards[$0 - 1] : nil } ?? .undefined
                },
                Field("older", .optional(card), "The article published before it.") { subject in
                    subject.index.flatMap { $0 + 1 < cards.count ? cards[$0 + 1] : nil } ?? .undefined
                },
                Field("series", .optional(.record(series.type)), "The series it belongs to.") {
                    series.type.fields.isEmpty ? .undefined : $0.article.series == nil ? .undefined : series.value($0)
                },
                Field("live", .optional(.record(live.type)), "Of live coverage: its updates and whether it goes on.") {
                    $0.article.kind == .live && !$0.text.updates.isEmpty ? live.value($0) : .undefined
                },
                Field("location", .optional(.string), "Where it was reported from.") { .optional($0.article.location) },
                Field("share", .list(.record(share.type)), "Links that share it.") { subject in
                    .list(places.links(to: subject.article).map { share.value($0) })
                },
                Field("comments", .bool, "Whether it may be commented on.") { .bool($0.article.allowsComments) },
                Field("thread", .optional(.record(thread.type)), "What readers wrote under it, where anybody has.") {
                    $0.article.thread.flatMap { $0.entries.isEmpty ? nil : thread.value($0) } ?? .undefined
                },
                Field("extra", .record(extra.type), "The outlet's own fields, as site.yaml declares them.") {
                    extra.value($0.article.extra)
                },
                Field("status", .optional(.string), "`retracted` or `expired`, where it was or is.") {
                    switch $0.article.status {
                    case .retracted: .string("retracted")
                    case .expired: .string("expired")
                    case .standing, .removed: .undefined
                    }
                },
                Field("reason", .optional(.string), "Why it was retracted.") {
                    if case .retracted(let reason) = $0.article.status { .string(reason) } else { .undefined }
                },
                shown("lang", "Its language, where it is not that of the page's words."),
                shown("direction", "`ltr` or `rtl`, where its language runs against the page's."),
                Field("sponsor", .optional(.string), "Who paid for it.") {
                    $0.article.kind == .sponsored ? .optional($0.article.source?.name) : .undefined
                },
                Field("copyright_year", .int, "The year it was published in.") { .int($0.article.date.date.year) },
            ]
        ).reading(reads)
    }
}

extension ArticleValue {
    /// A field that the article's card has, too.
    private static func shown(_ name: String, on card: RecordType, _ documentation: String) -> Field<ArticlePage> {
        let slot = card.fields.firstIndex { $0.name == name }
        let (type, example) = slot.map { (card.fields[$0].type, card.fields[$0].example) } ?? (.string, nil)
        return Field(name, type, documentation, example: example) { subject in
            guard let slot, case .record(let fields) = subject.card, slot < fields.count else { return .undefined }
            return fields[slot]
        }
    }
}

private enum SourceValue {
    static let record = Record<Article.Source>(
        "source",
        [
            Field("name", .string, "The agency or publication.") { .string($0.name) },
            Field("url", .optional(.string), "Its address.") { .optional($0.url?.text) },
        ])
}

/// A correction as the article's page and the page of all corrections show it.
struct CorrectionValue: Sendable {
    let record: Record<Article.Correction>

    init(_ dates: Record<Stamp>) {
        record = Record(
            "correction",
            [
                Field("date", .record(dates.type), "When it was made.") { dates.value($0.date) },
                Field("html", .markup, "What was wrong and what is right.") { correction in
                    .markup(Array("<p>".utf8) + escaped(correction.text) + Array("</p>".utf8))
                },
            ])
    }
}

private enum HeadingValue {
    static let record = Record<Heading>(
        "heading",
        [
            Field("level", .int, "1 to 6.") { .int($0.level) },
            Field("id", .string, "Its anchor.") { .string($0.id) },
            Field("title", .string, "Its text.") { .string($0.title) },
        ])
}

/// The other parts of an article's series: those before it and the one after, never a total.
private struct SeriesValue: Sendable {
    let record: Record<ArticlePage>

    init(_ edition: Edition) {
        let site = edition.site
        let base = site.outlet.address.base
        let part = Record<(index: Int, current: Bool)>(
            "part",
            [
                Field("title", .string, "The headline.") { .string(site.articles[$0.index].title) },
                Field("url", .string, "Its page.") { .string(site.articles[$0.index].url.href(base: base)) },
                Field("current", .bool, "Whether it is the article itself.") { .bool($0.current) },
            ])
        record = Record(
            "series",
            [
                Field("name", .string, "The series.") { .string($0.article.series ?? "") },
                Field("url", .optional(.string), "Its page, where it has one.") { _ in .undefined },
                Field("items", .list(.record(part.type)), "The ten parts before this one, this one, and the next.") {
                    subject in
                    guard let index = subject.index, let all = edition.series[subject.article.series ?? ""],
                        !all.isEmpty
                    else { return .list([]) }
                    return .list(SeriesParts.around(index, in: all).map { part.value(($0, $0 == index)) })
                },
            ])
    }
}

enum SeriesParts {
    /// Those that an article's page names: ten before it, itself, and the next.
    static func around(_ index: Int, in all: [Int]) -> ArraySlice<Int> {
        guard let place = all.firstIndex(of: index) else { return [] }
        return all[max(0, place - 10)..<min(all.count, place + 2)]
    }
}
