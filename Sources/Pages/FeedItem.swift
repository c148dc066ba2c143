import ArabicText
import Base
import Content
import Markdown

/// What a feed says of one article or of one correction.
struct FeedItem: Sendable {
    let guid: String
    let url: URLPath
    /// Where a syndicated article was first published.
    let original: WebURL?
    let title: String
    let summary: String?
    /// The whole text with whole addresses, or empty.
    let html: [UInt8]
    let published: Stamp
    let modified: Stamp
    /// Indexes into `Site.authors`.
    let authors: [Int]
    let categories: [String]
    let image: Article.Image?
    let language: String
}

/// Makes the items of feeds from an edition's articles.
struct FeedEditor: Sendable {
    private let edition: Edition
    private let site: Site

    init(_ edition: Edition) {
        self.edition = edition
        site = edition.site
    }

    /// The newest first, at most as many as site.yaml wants.
    func items(of subject: Feed.Subject) -> [FeedItem] {
        let count = site.outlet.services.feeds.items
        switch subject {
        case .site: return site.articles.indices.prefix(count).map(article)
        case .section(let index): return site.sections[index].articles.prefix(count).map(article)
        case .tag(let index): return site.tags[index].articles.prefix(count).map(article)
        case .author(let index): return site.authors[index].articles.prefix(count).map(article)
        case .corrections: return corrections(count)
        }
    }

    private func article(_ index: Int) -> FeedItem {
        let article = site.articles[index]
        let isFull = site.outlet.services.feeds.isFullText
        return FeedItem(
            guid: site.outlet.guid(article.identity), url: article.url, original: article.source?.canonical,
            title: plain(article.title), summary: article.summary ?? excerpt(edition.articles[index].text),
            html: isFull ? wrapped(edition.articles[index].html, article) : [], published: article.date,
            modified: article.modified, authors: article.bylines.map(\.author).uniqued(),
            categories: (article.section.map { [site.sections[$0].name] } ?? []) + article.tags.map { site.tags[$0].name },
            image: article.image, language: article.language ?? site.outlet.language)
    }

    private func corrections(_ count: Int) -> [FeedItem] {
        edition.corrections.prefix(count).map { entry in
            let article = site.articles[entry.article]
            // Counted from the oldest, so that a new correction takes no other's id.
            let place = article.corrections.firstIndex(of: entry.correction) ?? 0
            let number = article.corrections.count - place
            let text = Array("<p>".utf8) + escaped(entry.correction.text) + Array("</p>".utf8)
            return FeedItem(
                guid: site.outlet.guid("\(article.identity)/correction/\(number)"), url: article.url, original: nil,
                title: plain("\(edition.catalogue.text("correction")): \(article.title)"), summary: entry.correction.text,
                html: wrapped(text, article), published: entry.correction.date, modified: entry.correction.date, authors: [],
                categories: [], image: nil, language: article.language ?? site.outlet.language)
        }
    }

    private func plain(_ title: String) -> String { site.outlet.isRightToLeft ? titleForPlainContexts(title) : title }

    /// A reader shows the text inside its own page, which may run the other way.
    private func wrapped(_ html: [UInt8], _ article: Article) -> [UInt8] {
        let language = article.language ?? site.outlet.language
        var output = Array("<div dir=\"\(Outlet.isRightToLeft(language) ? "rtl" : "ltr")\" lang=\"".utf8)
        output.append(escaping: language)
        output += "\">".utf8
        output += withWholeAddresses(html, page: article.url, site.outlet.address)
        output += "</div>".utf8
        return output
    }
}

extension Array where Element: Hashable {
    /// Each once, where it came first.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
