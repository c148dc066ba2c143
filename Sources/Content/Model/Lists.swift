/// A person or an organization that articles name.
package struct Author: Sendable {
    /// Name as bylines have it.
    package let name: String
    /// Path of the list's first page.
    package let url: URLPath
    /// Their part of it.
    package let slug: String
    /// What they are at the outlet.
    package let role: String?
    /// A desk or an agency.
    package let isOrganization: Bool
    /// Portrait.
    package let image: Article.Image?
    /// Where else to find them.
    package let links: [Outlet.Link]
    /// Paths at which their page once was.
    package let aliases: [Article.Alias]
    /// The profile's file, relative to the site's folder; nil where there is none.
    package let path: String?
    /// Markdown of the profile; empty where there is none.
    package let bio: [UInt8]
    /// Where `bio` starts in `file`.
    package let bioStart: Int
    /// Text of the profile's file, as `SourceText` has it.
    package let file: [UInt8]
    /// Indexes into `Site.articles`, the newest first.
    package let articles: [Int]
}

/// A section with its articles.
package struct Section: Sendable {
    /// Name as readers see it.
    package let name: String
    /// Path of the list's first page.
    package let url: URLPath
    /// Name by which nothing else is meant: with the names above it where another section is called the same.
    package let identity: String
    /// The same of its slug, by which the search knows it.
    package let key: String
    /// What it covers.
    package let description: String?
    /// Whether its articles are found by the search.
    package let isSearched: Bool
    /// Whether its pages, and those of its articles, may have advertisements and scripts of others.
    package let carriesAds: Bool
    /// Paths at which it once was.
    package let aliases: [Article.Alias]
    /// Indexes into `Site.sections` of what it lies beneath, the top first.
    package let ancestors: [Int]
    /// Indexes into `Site.sections` of what lies right beneath it.
    package let children: [Int]
    /// Whether it has a feed; nil where the key `feeds` decides.
    package let hasFeed: Bool?
    /// Its colour, or that of the nearest section above it that has one, as CSS writes it.
    package let color: String?
    /// Who is in charge of it, as an index into `Site.authors`.
    package let editor: Int?
    /// Indexes into `Site.articles` of its stories and of those of all beneath it, the newest first.
    package let articles: [Int]
}

/// A tag with its articles.
package struct Tag: Sendable {
    /// Name as readers see it.
    package let name: String
    /// Path of the list's first page.
    package let url: URLPath
    /// What it is about.
    package let description: String?
    /// Picture of what it is about.
    package let image: Article.Image?
    /// Paths at which it once was.
    package let aliases: [Article.Alias]
    /// Indexes into `Site.articles`, the newest first.
    package let articles: [Int]
}
