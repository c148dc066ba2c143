import Content

/// The paths that every site has.
enum FixedPaths {
    static let authors = URLPath("authors/")
    static let tags = URLPath("tags/")
    static let archive = URLPath("archive/")
    static let corrections = URLPath("corrections/")
    static let search = URLPath("search/")
    static let breaking = URLPath("breaking.html")
    static let notFound = URLPath("404.html")
    static let gone = URLPath("410.html")
    static let webManifest = URLPath("site.webmanifest")
    static let sitemapIndex = URLPath("sitemap.xml")
    static let newsSitemap = URLPath("sitemaps/news.xml")
}
