import Base
import Content

/// Google's news sitemap: the articles that were first published in the two days before the build, the newest first.
///
/// Advertising stays out, and so does what another site published first. One that holds nothing is valid.
struct NewsSitemap {
    let bytes: [UInt8]
    let modified: Stamp?

    static let limit = 1000

    init(_ site: Site, now: Instant) {
        let outlet = site.outlet
        let recent = site.articles.lazy
            .prefix { $0.isUnpublished || now.seconds - $0.date.instant.seconds < Site.newsSitemapAge }
            .filter { $0.isListed && $0.kind != .sponsored }.prefix(Self.limit)
        var xml = XMLWriter()
        xml.open(
            "urlset",
            [
                "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
                "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
            ])
        for article in recent {
            xml.open("url")
            xml.address("loc", article.url, at: outlet.address)
            xml.open("news:news")
            xml.open("news:publication")
            xml.element("news:name", outlet.services.publication ?? outlet.name)
            xml.element("news:language", Self.language(article.language ?? outlet.language))
            xml.close("news:publication")
            xml.element("news:publication_date") { $0.append(written: article.date) }
            xml.element("news:title", article.title)
            xml.close("news:news")
            xml.close("url")
        }
        xml.close("urlset")
        bytes = xml.bytes
        modified = recent.map(\.modified).max()
    }

    /// ISO 639 alone, but for the two Chinese that the format tells apart.
    private static func language(_ tag: String) -> String {
        let tag = tag.lowercased()
        return tag == "zh-cn" || tag == "zh-tw" ? tag : String(tag.prefix { $0 != "-" })
    }
}
