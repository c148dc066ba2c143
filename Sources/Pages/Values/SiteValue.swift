import ArabicText
import Content
import Templates

/// What every page sees of the site: its name, its sections, its menus; never its articles.
struct SiteValue: Sendable {
    let record: Record<Site>

    init(_ outlet: Outlet, _ catalogue: Catalogue, feeds: [FeedLink], hasBreakingBar: Bool) {
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
                Field("language", .string, "The site's language.", example: "ar") { .string($0.outlet.language) },
                Field("direction", .string, "`rtl` or `ltr`.", example: "rtl") {
                    .string($0.outlet.isRightToLeft ? "rtl" : "ltr")
                },
                Field("sections", .list(.record(SectionValue.type)), "The sections in the outlet's order.") { site in
                    .list(site.sections.map { SectionValue(base: base).record.value($0) })
                },
                Field("navigation", .list(.record(LinkValue.type)), "The menu: site.yaml's, else the sections.") {
                    site in
                    let own = site.outlet.navigation
                    return .list(
                        own.isEmpty
                            ? site.sections.map { link.value(.init(title: $0.name, target: .page($0.url))) }
                            : own.map { link.value($0) })
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

/// The pages that every site has at one place.
enum FixedPaths {
    static let authors = URLPath("authors/")
    static let tags = URLPath("tags/")
    static let archive = URLPath("archive/")
    static let corrections = URLPath("corrections/")
    static let breaking = URLPath("breaking.html")
    static let notFound = URLPath("404.html")
    static let gone = URLPath("410.html")
    static let webManifest = URLPath("site.webmanifest")
    static let sitemapIndex = URLPath("sitemap.xml")
    static let newsSitemap = URLPath("sitemaps/news.xml")
}

struct LinkValue: Sendable {
    private let base: String

    static let type = record.type

    private static let record = Record<(title: String, href: String)>(
        "link",
        [
            Field("title", .string, "The link's text.") { .string($0.title) },
            Field("name", .string, "The same, for accounts and authors' links.") { .string($0.title) },
            Field("url", .string, "Where it leads.") { .string($0.href) },
        ])

    init(base: String) { self.base = base }

    func value(_ link: Outlet.Link) -> Value { value(link.title, link.target.href(base: base)) }

    func value(_ title: String, _ href: String) -> Value { Self.record.value((title, href)) }
}

extension Outlet.Link.Target {
    func href(base: String) -> String {
        switch self {
        case .page(let path): path.href(base: base)
        case .web(let url): url.text
        }
    }
}

struct SectionValue: Sendable {
    let record: Record<Section>

    static let type = SectionValue(base: "/").record.type

    init(base: String) {
        record = Record(
            "section",
            [
                Field("name", .string, "The section's name.", example: "علوم") { .string($0.name) },
                Field("url", .string, "Its page.") { .string($0.url.href(base: base)) },
                Field("description", .optional(.string), "What it covers.") { .optional($0.description) },
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

enum CommentFormValue {
    static let record = Record<Outlet.CommentForm>(
        "comment form",
        [
            Field("action", .string, "Where the form is sent.") { .string($0.action.text) },
            Field("hidden", .list(.record(hidden.type)), "Fields that the endpoint wants besides.") { form in
                .list(form.hidden.map { hidden.value($0) })
            },
            Field("comment_field", .string, "The comment field's name.") { .string($0.comment) },
            Field("name_field", .string, "The name field's name.") { .string($0.name) },
            Field("email_field", .string, "The e-mail field's name.") { .string($0.email) },
            Field("website_field", .string, "The site field's name.") { .string($0.website) },
            Field("page_field", .string, "The name of the field that says which article it is about.") {
                .string($0.page)
            },
            Field("honeypot_field", .string, "The name of the field that people leave empty.") { .string($0.honeypot) },
        ])

    private static let hidden = Record<Outlet.CommentForm.Hidden>(
        "hidden field",
        [
            Field("name", .string, "The field's name.") { .string($0.name) },
            Field("value", .string, "Its value.") { .string($0.value) },
        ])
}

/// A feed as a page offers it.
package struct FeedLink: Sendable {
    package let title: String
    package let url: String
    package let type: String

    static let record = Record<FeedLink>(
        "feed",
        [
            Field("title", .string, "What it carries.") { .string($0.title) },
            Field("url", .string, "Its address.") { .string($0.url) },
            Field("type", .string, "Its media type.", example: "application/atom+xml") { .string($0.type) },
        ])
}

extension Value {
    /// Absent is undefined: it prints nothing.
    static func optional(_ text: String?) -> Value { text.map { .string($0) } ?? .undefined }
}
