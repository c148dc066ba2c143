import Base
import Content
import Templates
import Typesetting

/// What every page sees of itself.
struct PageValue: Sendable {
    /// A page and its path as links have it, which is encoded once.
    struct Subject: Sendable {
        let page: Page
        let href: String
    }

    private let record: Record<Subject>
    private let base: String

    var type: RecordType { record.type }

    func value(_ page: Page) -> Value { record.value(Subject(page: page, href: page.url.href(base: base))) }

    init(_ edition: Edition, _ feeds: FeedPlan, sections: NumberedValues, _ reads: ReadFields) {
        let site = edition.site
        let address = site.outlet.address
        let link = LinkValue(base: address.base)
        base = address.base
        let feed = FeedLink.record
        let thirdParties = ThirdParties(site, edition.catalogue)
        let ads = AdsValue(thirdParties, site.outlet).record.reading(reads)
        let consent = ConsentValue.record
        let head = Head(edition, feeds)
        let (wording, foreign) = (edition.wording, ForeignLanguage(edition))
        let home = link.value(.init(title: edition.catalogue.text("home"), target: .page(URLPath(""))))
        let siteFeeds = Value.list(feeds.feeds(of: .site).map { feed.value($0.link(address)) })
        record = Record(
            "page",
            [
                Field(
                    "kind", .string,
                    "`home`, `article`, `section`, `tag`, `author`, `archive`, `tags`, `authors`, `months`, "
                        + "`page`, `landing`, `corrections` or `404`."
                ) {
                    .string($0.page.kind.rawValue)
                },
                Field("rare_parts", .bool, "Whether its text has poems or other parts that `stories.css` is for.") {
                    .bool(Self.text(of: $0.page, in: edition)?.hasRareParts ?? false)
                },
                Field("embeds", .bool, "Whether it has cards that `embed.js` turns into players.") {
                    .bool(Self.text(of: $0.page, in: edition)?.hasEmbeds ?? false)
                },
                Field("title", .string, "The page's title.") { .string($0.page.title) },
                Field(
                    "language", .string,
                    "The language of its words: an article's own where the program speaks it, else the site's.",
                    example: "en"
                ) { _ in .string(wording.language) },
                Field("direction", .string, "`rtl` or `ltr`: that of its words.", example: "ltr") { _ in
                    .string(wording.isRightToLeft ? "rtl" : "ltr")
                },
                Field(
                    "text_language", .optional(.string),
                    "The language of its title and text, where it is not that of its words."
                ) {
                    .optional(foreign.language($0.page.language(in: site)))
                },
                Field(
                    "text_direction", .optional(.string), "`ltr` or `rtl`, where its text runs against its words."
                ) {
                    .optional(foreign.direction($0.page.language(in: site)))
                },
                Field("url", .string, "The page's path.") { .string($0.href) },
                Field("canonical", .string, "Its whole address.") { .string(address.origin + $0.href) },
                Field("description", .optional(.string), "What it says.") { .optional($0.page.description) },
                Field("breadcrumbs", .list(.record(LinkValue.type)), "The way from the front page to this one.") {
                    let page = $0.page
                    guard page.kind != .home else { return .list([home]) }
                    var way = [home]
                    for parent in page.parents { way.append(link.value(parent)) }
                    way.append(link.value(page.title, $0.href))
                    return .list(way)
                },
                Field(
                    "section", .optional(.record(SectionValue.type)),
                    "The section of its article, or that its list is of."
                ) {
                    $0.page.section.map { sections[$0] } ?? .undefined
                },
                Field("feeds", .list(.record(feed.type)), "The feeds that belong to the page.") {
                    let own = $0.page.subject.map { feeds.feeds(of: $0) } ?? []
                    return own.isEmpty ? siteFeeds : .list(own.map { feed.value($0.link(address)) })
                },
                Field("head", .markup, "All that machines read in the head of the page, ready and safe.") {
                    .markup(head.markup(of: $0.page, at: $0.href))
                },
                Field("ads", .record(ads.type), "Its places for advertisements, by the names of site.yaml's `ads`.") {
                    ads.value($0.page)
                },
                Field(
                    "consents", .list(.record(consent.type)),
                    "What readers are asked before something of others is loaded."
                ) {
                    .list(thirdParties.isEmpty ? [] : thirdParties.consents(of: $0.page).map { consent.value($0) })
                },
                Field(
                    "third_parties", .bool,
                    "Whether it has a place for advertisements or a consent, which `ads.css` is for."
                ) {
                    .bool(thirdParties.isOn($0.page))
                },
                Field("preview", .bool, "Whether drafts and embargoed articles are shown.") { _ in .bool(site.isPreview)
                },
            ]
        ).reading(reads)
    }

    /// The text that somebody wrote for the page; nil of one that has none.
    private static func text(of page: Page, in edition: Edition) -> SetText? {
        switch page.content {
        case .article(let subject): subject.text
        case .standing(let index): edition.pages[index]
        case .list(let list): list.standing.map { edition.pages[$0] }
        default: nil
        }
    }
}
