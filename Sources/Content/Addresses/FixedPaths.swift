/// The paths that every site has.
package enum FixedPaths {
    /// Index of authors.
    package static let authors = URLPath("authors/")
    /// Index of tags.
    package static let tags = URLPath("tags/")
    /// Index of months.
    package static let archive = URLPath("archive/")
    /// List of corrections.
    package static let corrections = URLPath("corrections/")
    /// The search page.
    package static let search = URLPath("search/")
    /// The bar of breaking news.
    package static let breaking = URLPath("breaking.html")
    /// What answers where nothing is.
    package static let notFound = URLPath("404.html")
    /// What answers where something was.
    package static let gone = URLPath("410.html")
    /// The application's manifest.
    package static let webManifest = URLPath("site.webmanifest")
    /// Index of sitemaps.
    package static let sitemapIndex = URLPath("sitemap.xml")
    /// Sitemap of the last days' news.
    package static let newsSitemap = URLPath("sitemaps/news.xml")

    /// Those at which a page of an editor's own could be wanted.
    package static let pages = [authors, tags, archive, corrections, search, notFound]
}
