import ArabicText
import Base
import Content
import Templates
import Typesetting

/// An article as lists show it. Made once for each article and shared by every page that shows it.
struct CardValue: Sendable {
    /// An article with its text.
    struct Subject: Sendable {
        let article: Article
        let text: SetText
    }

    let record: Record<Subject>

    /// - Parameter workers: who makes now what articles share; nil makes each when it is asked for.
    init(
        _ edition: Edition, dates: DateValue, sections: NumberedValues, tags: NumberedValues, _ reads: ReadFields,
        madeBy workers: Workers?
    ) {
        let (site, catalogue) = (edition.site, edition.catalogue)
        let foreign = ForeignLanguage(edition)
        let base = site.outlet.address.base
        let byline = BylineValue(site).record
        // Most articles have one author: all articles of one share a byline.
        let alone = NumberedValues(site.authors.count, madeBy: workers) {
            .list([byline.value(.init(author: $0, role: nil))])
        }
        let picture = PictureValue(site.outlet).record
        let extra = ExtraValue(site.outlet).record
        record = Record(
            "card",
            [
                Field("title", .string, "The headline.") { .string(copied($0.article.title)) },
                Field("kicker", .optional(.string), "The words above it.") { .optional($0.article.kicker.map(copied)) },
                Field("summary", .optional(.string), "What the article says.") {
                    .optional($0.article.summary.map(copied))
                },
                Field("url", .string, "Its page.") { .string($0.article.url.href(base: base)) },
                Field("date", .record(dates.record.type), "When it was published.") {
                    dates.record.value($0.article.date)
                },
                Field("authors", .list(.record(byline.type)), "Its byline.") { subject in
                    let article = subject.article
                    if article.bylines.count == 1, article.bylines[0].role == nil {
                        return alone[article.bylines[0].author]
                    }
                    return .list(article.bylines.map { byline.value($0) })
                },
                Field("section", .optional(.record(SectionValue.type)), "Its section.") { subject in
                    subject.article.section.map { sections[$0] } ?? .undefined
                },
                Field("image", .optional(.record(picture.type)), "Its lead picture.") { subject in
                    subject.article.image.map { picture.value($0) } ?? .undefined
                },
                Field(
                    "kind", .string,
                    "`news`, `opinion`, `analysis`, `report`, `interview`, `live`, `sponsored`, `investigation`, "
                        + "`editorial`, `factcheck`, `video` or `cartoon`."
                ) {
                    .string($0.article.kind.rawValue)
                },
                Field("label", .optional(.string), "The word for the kind, where it is not news.", example: "رأي") {
                    $0.article.kind == .news ? .undefined : .string(catalogue.text($0.article.kindWord))
                },
                Field("comment_count", .int, "How many comments readers have under it.", example: "3") {
                    .int($0.article.thread?.count ?? 0)
                },
                Field("update_count", .int, "How many updates live coverage has.", example: "12") {
                    .int($0.article.kind == .live ? $0.text.updates.count : 0)
                },
                Field(
                    "last_update", .optional(.record(dates.record.type)), "When live coverage got its last update."
                ) { subject in
                    guard subject.article.kind == .live, let update = subject.text.updates.first else {
                        return .undefined
                    }
                    return dates.record.value(site.stamp(of: update))
                },
                Field("lang", .optional(.string), "Its language, where it is not that of the page's words.") {
                    .optional(foreign.language(of: $0.article))
                },
                Field(
                    "direction", .optional(.string), "`ltr` or `rtl`, where its language runs against the page's."
                ) {
                    .optional(foreign.direction(of: $0.article))
                },
                // What follows counts towards the digest of a card where a template reads it (`CardParts`).
                Field(
                    "tags", .list(.record(LinkValue.type)),
                    "Its tags, but for one of its section's name: `name` and `url`."
                ) {
                    .list(site.tags(of: $0.article).map { tags[$0] })
                },
                Field("series", .optional(.string), "The series it belongs to.", example: "حكاية عالم") {
                    .optional($0.article.series)
                },
                Field("updated", .optional(.record(dates.record.type)), "When it was last changed in substance.") {
                    $0.article.updated.map { dates.record.value($0) } ?? .undefined
                },
                Field("reading_minutes", .int, "How long reading it takes.", example: "3") {
                    .int(readingMinutes(words: $0.text.words))
                },
                Field("extra", .record(extra.type), "The outlet's own fields, as site.yaml declares them.") {
                    extra.value($0.article.extra)
                },
            ]
        ).reading(reads)
    }
}

/// What of an article is in another language than the words of the page around it.
struct ForeignLanguage: Sendable {
    private let own: String
    private let page: String
    private let isRightToLeft: Bool
    /// Most pages speak as the outlet does, and most articles are in its language.
    private let isOwn: Bool

    init(_ edition: Edition) {
        (own, page) = (edition.site.outlet.language, edition.wording.language)
        (isRightToLeft, isOwn) = (edition.wording.isRightToLeft, own == page)
    }

    /// BCP 47 tag.
    func language(of article: Article) -> String? { language(article.language) }

    /// `rtl` or `ltr`.
    func direction(of article: Article) -> String? { direction(article.language) }

    /// - Parameter tag: nil of what is in the outlet's language.
    func language(_ tag: String?) -> String? {
        if isOwn { return tag }
        let tag = tag ?? own
        return tag == page ? nil : tag
    }

    func direction(_ tag: String?) -> String? {
        guard let tag = language(tag) else { return nil }
        let other = Outlet.isRightToLeft(tag)
        return other == isRightToLeft ? nil : other ? "rtl" : "ltr"
    }
}

/// Who is named for an article.
struct BylineValue: Sendable {
    let record: Record<Article.Byline>

    init(_ site: Site) {
        let base = site.outlet.address.base
        let picture = PictureValue(site.outlet).record
        record = Record(
            "byline",
            [
                Field("name", .string, "The name.") { .string(site.authors[$0.author].name) },
                Field("url", .optional(.string), "The author's page.") {
                    .string(site.authors[$0.author].url.href(base: base))
                },
                Field("role", .optional(.string), "What they did, where it was not the writing.", example: "تصوير") {
                    .optional($0.role)
                },
                Field("organization", .bool, "A desk or an agency.") { .bool(site.authors[$0.author].isOrganization) },
                Field("image", .optional(.record(picture.type)), "The author's portrait.") {
                    site.authors[$0.author].image.map { picture.value($0) } ?? .undefined
                },
            ])
    }
}

/// In memory of its own, beside the card's other parts: pages show cards from all over the archive, and what lies
/// together comes into the processor's caches together.
private func copied(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
        String(unsafeUninitializedCapacity: bytes.count) { $0.update(fromContentsOf: bytes) }
    }
}
