import ArabicText
import Base
import Content
import Markdown
import Typesetting

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
    /// Name of a reader who wrote it, in place of an author.
    var reader: String?
    /// Behind the page's address.
    var fragment: String?
    let categories: [String]
    let image: Article.Image?
    /// Bytes of the picture's file as it is published; zero where there is none, or the format does not say it.
    let imageSize: Int
    let language: String
    /// Recordings of the text, in its order.
    var recordings: [Attachment] = []

    /// Whole address.
    func address(at site: SiteAddress) -> String { site.absolute(url) + (fragment.map { "#\($0)" } ?? "") }
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
    func items(of feed: Feed) throws(Diagnostic) -> [FeedItem] {
        let subject = feed.subject
        if case .comments(let index) = subject { return comments(index, site.outlet.services.feeds.items) }
        if subject == .corrections { return corrections(site.outlet.services.feeds.items) }
        var items: [FeedItem] = []
        for index in articles(of: subject) { items.append(try article(index, tellsSize: feed.format != .json)) }
        return items
    }

    /// Those that a feed carries, as indexes into the site's; of corrections none, for they are no articles.
    func articles(of subject: Feed.Subject) -> [Int] {
        let all =
            switch subject {
            case .site: Array(site.articles.indices.prefix(site.outlet.services.feeds.items))
            case .section(let index): site.sections[index].articles
            case .tag(let index): site.tags[index].articles
            case .author(let index): site.authors[index].articles
            case .page(let index): site.pages[index].list?.articles.sorted() ?? []
            case .corrections, .comments: [Int]()
            }
        return Array(all.prefix(site.outlet.services.feeds.items))
    }

    private func article(_ index: Int, tellsSize: Bool) throws(Diagnostic) -> FeedItem {
        let article = site.articles[index]
        let isFull = site.outlet.services.feeds.isFullText
        var item = FeedItem(
            guid: site.guid(of: article), url: article.url, original: article.source?.canonical,
            title: plain(article.title, article), summary: article.summary ?? edition.articles[index].excerpt,
            html: isFull ? wrapped(try edition.html(ofArticle: index) + attribution(of: index), article) : [],
            published: article.date,
            modified: max(article.modified, lastUpdate(index) ?? article.modified),
            authors: article.bylines.map(\.author).uniqued(),
            categories: (article.section.map { [site.sections[$0].name] } ?? [])
                + site.tags(of: article).map { site.tags[$0].name },
            image: article.image,
            imageSize: try (tellsSize ? article.image : nil).map { (image) throws(Diagnostic) in
                try edition.pictureSizes.size(of: image.shared)
            } ?? 0,
            language: article.language ?? site.outlet.language)
        item.recordings = edition.recordings(in: edition.articles[index], of: article.path).map(\.file)
        return item
    }

    /// When live coverage last got an update.
    private func lastUpdate(_ index: Int) -> Stamp? {
        edition.articles[index].updates.first.map { site.stamp(of: $0) }
    }

    /// `المصدر: …`, as the article's page has it: whoever reads the whole text elsewhere is to know whose it is.
    private func attribution(of index: Int) -> [UInt8] {
        guard let source = site.articles[index].attribution(besides: edition.articles[index]) else { return [] }
        let words = edition.wordings[site.articles[index].language].catalogue
        var line = Array("<p>".utf8) + escaped(words.text("source") + words.text("colon"))
        if let url = source.url { line += Array("<a href=\"".utf8) + escaped(url.text) + Array("\">".utf8) }
        line += escaped(source.name)
        return line + Array((source.url == nil ? "</p>\n" : "</a></p>\n").utf8)
    }

    private func corrections(_ count: Int) -> [FeedItem] {
        edition.corrections.prefix(count).map { entry in
            let article = site.articles[entry.article]
            // Counted from the oldest, so that a new correction takes no other's id.
            let place = article.corrections.firstIndex(of: entry.correction) ?? 0
            let number = article.corrections.count - place
            let text = Array("<p>".utf8) + escaped(entry.correction.text) + Array("</p>".utf8)
            return FeedItem(
                guid: site.outlet.guid("\(site.identity(of: article))/correction/\(number)"), url: article.url,
                original: nil,
                title: plain("\(edition.catalogue.text("correction")): \(article.title)", article),
                summary: entry.correction.text,
                html: wrapped(text, article), published: entry.correction.date, modified: entry.correction.date,
                authors: [],
                categories: [], image: nil, imageSize: 0, language: article.language ?? site.outlet.language)
        }
    }

    /// The newest of an article's comments.
    private func comments(_ index: Int, _ count: Int) -> [FeedItem] {
        let article = site.articles[index]
        let all = (article.thread?.entries ?? []).map(\.comment).filter { !$0.isRemoved }
        let newest = all.indices.sorted { (all[$1].date, $1) < (all[$0].date, $0) }.prefix(count).map { all[$0] }
        return newest.map { comment in
            let name = comment.name ?? edition.catalogue.text("comment_by_nobody")
            var item = FeedItem(
                guid: site.outlet.guid("\(site.identity(of: article))/comment/\(comment.id)"), url: article.url,
                original: nil, title: plain("\(name)\(edition.catalogue.text("colon"))\(article.title)", article),
                summary: String(comment.text.prefix(200)), html: wrapped(CommentMarkup.html(comment.text), article),
                published: comment.date, modified: comment.date, authors: [], categories: [], image: nil, imageSize: 0,
                language: article.language ?? site.outlet.language)
            item.reader = name
            item.fragment = comment.anchor
            return item
        }
    }

    private func plain(_ title: String, _ article: Article) -> String {
        Outlet.isRightToLeft(article.language ?? site.outlet.language) ? titleForPlainContexts(title) : title
    }

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
