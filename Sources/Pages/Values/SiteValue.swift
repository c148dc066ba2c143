import ArabicText
import Content
import Templates
import Typesetting

/// What every page sees of the site: its name, its sections, its menus; never its articles.
struct SiteValue: Sendable {
    let record: Record<Site>

    init(_ outlet: Outlet, _ catalogue: Catalogue, feeds: [FeedLink], hasBreakingBar: Bool, hasSearch: Bool) {
        let base = outlet.address.base
        let link = LinkValue(base: base)
        let feed = FeedLink.record
        record = Record(
            "site",
            [
                Field("name", .string, "The outlet's name.", example: "مرصد المعرفة") { .string($0.outlet.name) },
                Field("url", .string, "The front page.", example: "/") { _ in .string(base) },
                Field("canonical", .string, "The front page's whole address.", example: "https://example.org/") {
                    .string($0.outlet.address.absolute(URLPath("")))
                },
                Field("description", .optional(.string), "What the outlet is.") { .optional($0.outlet.description) },
                Field("language", .string, "The site's language; that of a page is `page.language`.", example: "ar") {
                    .string($0.outlet.language)
                },
                Field("direction", .string, "`rtl` or `ltr`.", example: "rtl") {
                    .string($0.outlet.isRightToLeft ? "rtl" : "ltr")
                },
                Field(
                    "sections", .list(.record(SectionValue.type)),
                    "The sections in the outlet's order, each before those beneath it."
                ) { site in
                    let section = SectionValue(site).record
                    return .list(site.sections.map { section.value($0) })
                },
                Field(
                    "navigation", .list(.record(MenuValue.type)),
                    "The menu: site.yaml's, else the sections, of two levels."
                ) { site in
                    let entry = MenuValue(base: base).record
                    return .list(site.menu.map { entry.value($0) })
                },
                Field("pages", .list(.record(LinkValue.type)), "The standing pages.") { site in
                    .list(site.pages.map { link.value(.init(title: $0.title, target: .page($0.url))) })
                },
                Field("social", .list(.record(LinkValue.type)), "The outlet's accounts elsewhere.") { site in
                    .list(site.outlet.social.map { link.value($0) })
                },
                Field("authors_url", .string, "The index of authors.", example: "/authors/") { _ in
                    .string(FixedPaths.authors.href(base: base))
                },
                Field("tags_url", .string, "The index of tags.", example: "/tags/") { _ in
                    .string(FixedPaths.tags.href(base: base))
                },
                Field("archive_url", .string, "The index of months.", example: "/archive/") { _ in
                    .string(FixedPaths.archive.href(base: base))
                },
                Field("corrections_url", .string, "All corrections.", example: "/corrections/") { _ in
                    .string(FixedPaths.corrections.href(base: base))
                },
                Field("search_url", .optional(.string), "The search page, where there is one.", example: "/search/") {
                    _ in
                    !hasSearch ? .undefined : .string(FixedPaths.search.href(base: base))
                },
                Field(
                    "breaking_url", .optional(.string),
                    "The breaking-news bar as a fragment, empty while nothing breaks."
                ) { _ in
                    // Always there, or every page would change with the news.
                    !hasBreakingBar ? .undefined : .string(FixedPaths.breaking.href(base: base))
                },
                Field("feeds", .list(.record(feed.type)), "The feeds of the whole site.") { _ in
                    .list(feeds.map { feed.value($0) })
                },
                Field("logo", .optional(.record(LogoValue.type)), "The outlet's logo.") { site in
                    site.logo.map { LogoValue(base: base).record.value($0) } ?? .undefined
                },
                Field(
                    "copyright", .optional(.string),
                    "Who holds the rights, where it is not the outlet under its own name."
                ) {
                    .optional($0.outlet.copyright)
                },
                Field(
                    "comments", .optional(.record(CommentFormValue.record.type)),
                    "The comment form, where there is one."
                ) { site in
                    site.outlet.comments.map { CommentFormValue.record.value($0) } ?? .undefined
                },
            ])
    }
}

struct LogoValue: Sendable {
    let record: Record<Picture>

    static let type = LogoValue(base: "/").record.type

    init(base: String) {
        record = Record(
            "logo",
            [
                Field("src", .string, "The file.") { .string($0.url.href(base: base)) },
                Field("width", .int, "In pixels.") { .int($0.width) },
                Field("height", .int, "In pixels.") { .int($0.height) },
            ])
    }
}
