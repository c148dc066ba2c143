import Base
import Content
import Templates

/// What every page sees of itself.
struct PageValue: Sendable {
    let record: Record<Page>

    init(_ edition: Edition, _ reads: ReadFields) {
        let site = edition.site
        let address = site.outlet.address
        let link = LinkValue(base: address.base).record
        let feed = FeedLink.record
        let head = Head(edition)
        let feeds = edition.feeds
        let home = link.value(.init(title: edition.catalogue.text("home"), target: .page(URLPath(""))))
        let siteFeeds = Value.list(edition.feeds.feeds(of: .site).map { feed.value($0.link(address)) })
        record = Record(
            "page",
            [
                Field(
                    "kind", .string,
                    "`home`, `article`, `section`, `tag`, `author`, `archive`, `tags`, `authors`, `months`, `page`, `corrections` or `404`."
                ) {
                    .string($0.kind.rawValue)
                },
                Field("title", .string, "The page's title.") { .string($0.title) },
                Field("url", .string, "The page's path.") { .string($0.url.href(base: address.base)) },
                Field("canonical", .string, "Its whole address.") { .string(address.absolute($0.url)) },
                Field("description", .optional(.string), "What it says.") { .optional($0.description) },
                Field("breadcrumbs", .list(.record(link.type)), "The way from the front page to this one.") { page in
                    guard page.kind != .home else { return .list([home]) }
                    var way = [home]
                    for parent in page.parents { way.append(link.value(parent)) }
                    way.append(link.value(.init(title: page.title, target: .page(page.url))))
                    return .list(way)
                },
                Field("feeds", .list(.record(feed.type)), "The feeds that belong to the page.") { page in
                    let own = page.subject.map { feeds.feeds(of: $0) } ?? []
                    return own.isEmpty ? siteFeeds : .list(own.map { feed.value($0.link(address)) })
                },
                Field("head", .markup, "All that machines read in the head of the page, ready and safe.") {
                    .markup(head.markup(of: $0))
                },
                Field("preview", .bool, "Whether drafts and embargoed articles are shown.") { _ in .bool(site.isPreview) },
            ]
        ).reading(reads)
    }
}
