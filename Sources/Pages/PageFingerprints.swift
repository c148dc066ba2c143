import ArabicText
import Base
import Content
import Pictures
import Templates
import Typesetting

/// Tells whether a page or a feed would come out as it did, without printing it: a digest of all that it is made from.
///
/// A page shows its own `Page` value and the parts that this names: articles, cards, terms, and what all pages share. A
/// part is taken by its digest, so that no body is set and no card is made to know that nothing has changed.
package struct PageFingerprints: Sendable {
    private let edition: Edition
    private let feeds: FeedPlan
    private let site: Site
    /// The digest of what stands on every page: the program, the settings, the menus.
    private let shared: Digest
    /// Digests by the places in `site.articles`: of the article as lists show it, and of all of it.
    private let cards: [Digest]
    private let articles: [Digest]
    private let sections: [Digest]
    private let tags: [Digest]
    private let authors: [Digest]
    /// Of the outlet's data, file by file.
    private let data: [Digest]
    private let compiled: CompiledTheme
    /// Of the search index; nil for a site without one.
    package let search: SearchFingerprints?

    /// - Parameter program: stands for the program that prints; another one may print the same parts otherwise.
    init(
        _ edition: Edition, _ feeds: FeedPlan, _ theme: Theme, _ compiled: CompiledTheme, _ searchPlan: SearchPlan?,
        program: String, workers: Workers
    ) {
        let site = edition.site
        self.edition = edition
        self.feeds = feeds
        self.site = site
        shared = Self.shared(site, theme, program)
        let sections = site.sections.map { section in
            Fingerprint.of { $0.add(section.name, section.url.text, section.description) }
        }
        let tags = site.tags.map { tag in Fingerprint.of { $0.add(tag.name, tag.url.text) } }
        let authors = zip(site.authors, edition.bios).map { author, bio in
            Fingerprint.of { parts in
                parts.add(author.name, author.url.text, author.role)
                parts.add(author.isOrganization)
                parts.add(author.image)
                for link in author.links { parts.add(link) }
                parts.add(bio.digest)
            }
        }
        (self.sections, self.tags, self.authors) = (sections, tags, authors)
        let more = CardParts(compiled.reads)
        let both = workers.map(Array(site.articles.indices)) { index in
            let article = site.articles[index]
            let card = Fingerprint.of { parts in
                parts.add(
                    article.title, article.kicker, article.summary, article.url.text, article.kind.rawValue,
                    article.language)
                parts.add(article.hasEnded)
                parts.add(article.date)
                for byline in article.bylines {
                    parts.add(authors[byline.author])
                    parts.add(byline.role)
                }
                if let section = article.section { parts.add(sections[section]) }
                parts.add(article.image)
                more.add(article, edition.articles[index], tags: tags, of: site, to: &parts)
            }
            let whole = Fingerprint.of { parts in
                parts.add(article.digest)
                // Feeds name it; a file that moves and keeps its URL gets another.
                parts.add(site.identity(of: article))
                parts.add(card)
                for tag in article.tags { parts.add(tags[tag]) }
                parts.add(edition.articles[index].digest)
                parts.add(article.isUnpublished)
            }
            return (card, whole)
        }
        let cards = both.map(\.0)
        self.cards = cards
        self.compiled = compiled
        data = site.data.map { file in
            Fingerprint.of { parts in
                parts.add(file.name)
                parts.add(file.digest)
                for story in file.value.stories { parts.add(cards[story]) }
            }
        }
        let articles = both.map(\.1)
        self.articles = articles
        search = searchPlan.map { SearchFingerprints($0, site, articles: articles, program: program) }
    }

    private static func shared(_ site: Site, _ theme: Theme, _ program: String) -> Digest {
        Fingerprint.of { parts in
            parts.add(program, site.outlet.address.origin, site.outlet.address.base)
            parts.add(site.settingsDigest)
            parts.add(site.isPreview)
            parts.add(theme.hasBreakingBar)
            parts.add(theme.hasSearch(site))
            for asset in site.assets { parts.add(asset.path) }
            for section in site.sections { parts.add(section.name, section.url.text, section.description) }
            for page in site.pages { parts.add(page.title, page.url.text) }
            for entry in site.menu { parts.add(entry) }
            for picture in [site.logo, site.shareImage] + site.icons.map(Optional.some) { parts.add(picture) }
        }
    }

    /// Nil where the file is so young that its stamp tells nothing.
    func digest(of copy: CopiedFile, listedAt: Int) -> Digest? {
        guard !copy.stamp.isYoung(at: listedAt) else { return nil }
        return Fingerprint.of { parts in
            parts.add(copy.source)
            for number in [copy.stamp.size, copy.stamp.modified, copy.stamp.changed] { parts.add(number) }
        }
    }

    /// Other versions of the libraries make other bytes of the same picture.
    func digest(of rendition: Rendition) -> Digest {
        Fingerprint.of { $0.add(rendition.key, rendition.url.text, Darkroom.version) }
    }

    func digest(of updates: LiveUpdates) -> Digest {
        Fingerprint.of { parts in
            parts.add(shared)
            parts.add(updates.url.text)
            parts.add(articles[updates.index])
        }
    }

    // MARK: Pages

    func digest(of page: Page) -> Digest {
        Fingerprint.of { parts in
            parts.add(shared)
            let template = compiled[page]
            // Of all files that it reaches, and of the assets that it names.
            parts.add(template?.digest)
            parts.add(page.kind.rawValue, page.url.text, page.title, page.description)
            parts.add(page.isUnlisted)
            for parent in page.parents { parts.add(parent) }
            switch page.content {
            case .article(let subject): add(subject, to: &parts)
            case .list(let list): add(list, page.subject, to: &parts)
            case .terms(let terms):
                for group in terms.groups {
                    parts.add(group.letter, "\(group.entries.count)")
                    for entry in group.entries { parts.add(entry.name, entry.url.text, "\(entry.count)") }
                }
            case .standing(let index):
                parts.add(edition.pages[index].digest)
                parts.add(site.pages[index].language)
            case .notice(let html): parts.add(html)
            case .emptied(_, let html): parts.add(html)
            case .breaking(let bar): parts.add(bar)
            case .corrections(let entries):
                for entry in entries { add(entry, to: &parts) }
            case .search(let years): for year in years { parts.add(year) }
            case .fragment(let name): parts.add(name)
            case .nothing: break
            }
            if !data.isEmpty, page.seesData, let template {
                for (file, digest) in zip(site.data, data)
                where template.reads.has(record: DataTable.name, field: file.name) { parts.add(digest) }
            }
        }
    }

    private func add(_ subject: ArticlePage, to parts: inout Fingerprint) {
        guard let index = subject.index else {
            // A tombstone stands in no list.
            parts.add(subject.article.digest)
            parts.add("\(subject.article.status)")
            parts.add(subject.text.digest)
            for byline in subject.article.bylines { parts.add(authors[byline.author]) }
            return
        }
        parts.add(articles[index])
        parts.add(subject.article.thread?.digest)
        for feed in feeds.feeds(of: .comments(index)) { parts.add(feed.url.text, feed.format.rawValue) }
        for other in edition.related[index] { parts.add(cards[other]) }
        for other in site.replies[index] ?? [] {
            parts.add(cards[other])
            parts.add(other < index)
        }
        parts.add(index > 0 ? cards[index - 1] : nil)
        parts.add(index + 1 < cards.count ? cards[index + 1] : nil)
        guard let name = subject.article.series, let all = edition.series[name] else { return }
        for part in SeriesParts.around(index, in: all) {
            parts.add(site.articles[part].title, site.articles[part].url.text)
        }
    }

    private func add(_ list: ListPage, _ subject: Feed.Subject?, to parts: inout Fingerprint) {
        parts.add(list.title, list.description, list.newer?.text, list.older?.text)
        parts.add(list.number)
        parts.add(list.isFront)
        parts.add(list.count ?? -1)
        parts.add(list.items.count)
        for item in list.items { parts.add(cards[item]) }
        for slot in list.slots { parts.add(cards[slot]) }
        for block in list.blocks {
            if let section = block.section { parts.add(sections[section]) }
            for item in block.items { parts.add(cards[item]) }
            if let chosen = block.chosen { add(chosen, block, to: &parts) }
        }
        if let author = list.author { parts.add(authors[author]) }
        if let editor = list.section.flatMap({ site.sections[$0].editor }) { parts.add(authors[editor]) }
        if let standing = list.standing { parts.add(edition.pages[standing].digest) }
        parts.add(list.image)
        if let breaking = list.breaking { parts.add(breaking) }
        if let subject {
            for feed in feeds.feeds(of: subject) { parts.add(feed.title, feed.url.text, feed.format.rawValue) }
        }
    }

    private func add(_ chosen: FrontPage.Block, _ block: ListPage.Block, to parts: inout Fingerprint) {
        parts.add(chosen.kind, chosen.look, chosen.title(in: site))
        parts.add(compiled[look: chosen.look]?.digest)
        parts.add(chosen.target(in: site))
        parts.add(block.items.count)
        guard case .data = chosen.source else { return }
        parts.add(block.rows.count)
        // The rows of all files that blocks show have one type, which each of them decides.
        for other in site.frontPage.allBlocks {
            if case .data(let file) = other.source { parts.add(data[file]) }
        }
    }

    private func add(_ entry: CorrectionsEntry, to parts: inout Fingerprint) {
        parts.add(cards[entry.article])
        parts.add(articles[entry.article])
        parts.add(entry.correction.date)
        parts.add(entry.correction.text)
    }

    // MARK: Feeds

    /// Nil where a picture of the feed is so young that its stamp tells nothing: feeds say how many bytes it has.
    func digest(of feed: Feed, listedAt: Int) -> Digest? {
        let numbers = FeedEditor(edition).articles(of: feed.subject)
        let pictures = numbers.compactMap { site.articles[$0].image?.picture.stamp }
        guard !pictures.contains(where: { $0.isYoung(at: listedAt) }) else { return nil }
        return Fingerprint.of { parts in
            parts.add(shared)
            parts.add(feed.title, feed.description, feed.url.text, feed.home.text, feed.format.rawValue, feed.id(site))
            for index in numbers { parts.add(articles[index]) }
            if case .comments(let index) = feed.subject {
                parts.add(articles[index])
                parts.add(site.articles[index].thread?.digest)
            }
            for stamp in pictures { for number in [stamp.size, stamp.modified, stamp.changed] { parts.add(number) } }
            if feed.subject == .corrections {
                for entry in edition.corrections.prefix(site.outlet.services.feeds.items) { add(entry, to: &parts) }
            }
        }
    }
}

/// What cards of a theme show beyond what all cards do: an article's page and feeds have all of it anyhow, and lists are
/// to change with it only where their templates read it.
private struct CardParts: Sendable {
    private let comments, tags, series, updated, minutes, extra, updates: Bool

    init(_ reads: ReadFields) {
        func isRead(_ field: String) -> Bool { reads.has(record: "card", field: field) }
        (comments, tags, series) = (isRead("comment_count"), isRead("tags"), isRead("series"))
        (updated, minutes, extra) = (isRead("updated"), isRead("reading_minutes"), isRead("extra"))
        updates = isRead("update_count") || isRead("last_update")
    }

    /// - Parameter tags: digests of the site's.
    func add(_ article: Article, _ text: SetText, tags: [Digest], of site: Site, to parts: inout Fingerprint) {
        if comments { parts.add(article.thread?.count ?? 0) }
        if self.tags { for tag in article.tags { parts.add(tags[tag]) } }
        if series { parts.add(article.series) }
        if updated { parts.add(article.updated) }
        if minutes { parts.add(readingMinutes(words: text.words)) }
        if updates, article.kind == .live {
            parts.add(text.updates.count)
            parts.add(text.updates.first.map { site.stamp(of: $0) })
        }
        if extra { for value in article.extra { parts.add(value) } }
    }
}

extension Fingerprint {
    fileprivate static func of(_ fill: (inout Fingerprint) -> Void) -> Digest {
        var parts = Fingerprint()
        fill(&parts)
        return parts.digest
    }

    fileprivate mutating func add(_ texts: String?...) {
        for text in texts { add(text) }
    }

    fileprivate mutating func add(_ digest: Digest?) {
        add(digest != nil)
        if let digest { add(digest) }
    }

    fileprivate mutating func add(_ stamp: Stamp) {
        add(stamp.instant.seconds)
        add(stamp.date.daysSince1970)
        add(stamp.time?.secondsSinceMidnight ?? -1)
        add(stamp.offset)
    }

    fileprivate mutating func add(_ stamp: Stamp?) {
        add(stamp != nil)
        if let stamp { add(stamp) }
    }

    fileprivate mutating func add(_ value: Article.Extra?) {
        switch value {
        case .text(let text): add("text", text)
        case .number(let number): add("number", "\(number)")
        case .flag(let flag): add("flag", flag ? "1" : "0")
        case nil: add("none")
        }
    }

    fileprivate mutating func add(_ picture: Picture?) {
        add(picture != nil)
        guard let picture else { return }
        add(picture.url.text, picture.type.mediaType)
        add(picture.width)
        add(picture.height)
        add(picture.isScaled)
        add(picture.digest)
    }

    fileprivate mutating func add(_ image: Article.Image?) {
        add(image != nil)
        guard let image else { return }
        add(image.picture)
        add(image.alt, image.caption, image.credit, image.focus)
    }

    fileprivate mutating func add(_ link: Outlet.Link) {
        add(link.title)
        add(link.target)
    }

    fileprivate mutating func add(_ target: Outlet.Link.Target?) {
        switch target {
        case .page(let path): add("page", path.text)
        case .web(let url): add("web", url.text)
        case nil: add("none")
        }
    }

    fileprivate mutating func add(_ entry: MenuEntry) {
        add(entry.title)
        add(entry.target)
        add(entry.children.count)
        for child in entry.children { add(child) }
    }

    fileprivate mutating func add(_ bar: FrontPage.Breaking) {
        add(bar.text)
        add(bar.target)
    }
}
