import Base
import Content

/// Where lists, standing pages and feeds once were: what editors say in `aliases`, and what follows from that and from
/// the ledger.
struct FormerAddresses {
    /// Something that stands elsewhere now.
    struct Move {
        let from: URLPath
        let to: URLPath
        /// What stands there.
        let title: String
    }

    /// What editors have written down, which is checked.
    private(set) var aliases: [(alias: Article.Alias, to: URLPath, title: String)] = []
    /// What follows: where something else is by now, none of it holds.
    private(set) var moves: [Move] = []
    /// Lists without a story that readers may have.
    private(set) var emptied: [Ledger.Entry] = []
    /// Their feeds.
    private(set) var gone: [URLPath] = []

    /// Whether there is anything of the kind.
    var hasAny: Bool { !aliases.isEmpty || !moves.isEmpty || !emptied.isEmpty || !gone.isEmpty }

    private let site: Site
    private let feeds: FeedPlan
    private var lists: [List] = []
    private var places: [TextKey: Int] = [:]

    /// A list or a page of the site, as what moves to it needs to know it.
    private struct List {
        let url: URLPath
        let title: String
        var subject: Feed.Subject?
        /// Numbers of its pages besides its front.
        var pages = 1..<1
    }

    init(_ site: Site, _ feeds: FeedPlan) {
        (self.site, self.feeds) = (site, feeds)
        addArticles()
        let isAsked =
            !site.published.lists.isEmpty || !site.published.feeds.isEmpty
            || [
                site.sections.map(\.aliases), site.tags.map(\.aliases), site.authors.map(\.aliases),
                site.pages.map(\.aliases),
            ]
            .contains { $0.contains { !$0.isEmpty } }
        guard isAsked else { return }
        addLists()
        for published in site.published.lists { add(published) }
        for feed in site.published.feeds { add(feed) }
    }

    /// Articles whose section lies elsewhere in the tree, or that have another section, by the ledger: their editors have
    /// done nothing to the address of any of them.
    private mutating func addArticles() {
        guard site.outlet.patterns.article.contains("{section}") else { return }
        let articles = site.articles + site.tombstones
        for (entry, place) in site.published.articles.differing {
            guard let article = place.map({ articles[$0] }) else { continue }
            for old in entry.urls where article.differsBySection(from: old, outlet: site.outlet) {
                if article.status == .removed {
                    gone.append(old)
                } else {
                    moves.append(Move(from: old, to: article.url, title: article.title))
                }
            }
        }
    }

    private mutating func addLists() {
        func pages(_ articles: [Int]) -> Range<Int> {
            Pagination(count: articles.count, size: site.outlet.pageSize).numbers
        }
        for (index, section) in site.sections.enumerated() {
            add(
                List(url: section.url, title: section.name, subject: .section(index), pages: pages(section.articles)),
                section.aliases)
        }
        for (index, tag) in site.tags.enumerated() {
            add(List(url: tag.url, title: tag.name, subject: .tag(index), pages: pages(tag.articles)), tag.aliases)
        }
        for (index, author) in site.authors.enumerated() {
            add(
                List(url: author.url, title: author.name, subject: .author(index), pages: pages(author.articles)),
                author.aliases)
        }
        for (index, page) in site.pages.enumerated() {
            var list = List(url: page.url, title: page.title)
            if let stories = page.list { (list.subject, list.pages) = (.page(index), Pagination(stories).numbers) }
            add(list, page.aliases)
        }
    }

    private mutating func add(_ list: List, _ aliases: [Article.Alias]) {
        places[TextKey(list.url.text)] = lists.count
        lists.append(list)
        for alias in aliases {
            self.aliases.append((alias, list.url, list.title))
            moveParts(of: list, from: alias.path)
        }
    }

    /// The feeds of a list and its older pages move with it.
    private mutating func moveParts(of list: List, from old: URLPath) {
        guard old.text.utf8.last == UInt8(ascii: "/") else { return }
        func add(_ part: URLPath) {
            let rest = part.text.utf8.dropFirst(list.url.text.utf8.count)
            moves.append(
                Move(from: URLPath(old.text + String(Substring(rest))), to: part, title: list.title))
        }
        for feed in list.subject.map(feeds.feeds) ?? [] { add(feed.url) }
        for number in list.pages { add(URLPath(list.url.text + "page/\(number)/")) }
    }

    private mutating func add(_ published: PublishedList) {
        switch published.state {
        case .stands(let url, isRenamed: true):
            guard let list = places[TextKey(url.text)].map({ lists[$0] }) else { return }
            for old in published.entry.urls where old != url {
                moves.append(Move(from: old, to: url, title: list.title))
                moveParts(of: list, from: old)
            }
        case .stands(let url, isRenamed: false) where published.entry.kind == .section:
            // It lies elsewhere in the tree.
            guard let list = places[TextKey(url.text)].map({ lists[$0] }) else { return }
            for old in published.entry.urls where site.outlet.patterns.areOfOneSection(old, url) {
                moves.append(Move(from: old, to: url, title: list.title))
                moveParts(of: list, from: old)
            }
        case .emptied: emptied.append(published.entry)
        case .stands, .lost: return
        }
    }

    // MARK: Feeds

    private mutating func add(_ feed: Ledger.Entry) {
        guard let (kind, name, format) = feed.feedOf else { return }
        let subject: Feed.Subject?
        switch kind {
        case "site": subject = .site
        case "corrections": subject = .corrections
        default:
            guard let kind = Ledger.Kind(rawValue: String(kind)), let list = site.published.list(kind, String(name))
            else {
                return
            }
            if list.state == .emptied || answer(to: list) == .gone {
                gone += feed.urls
                return
            }
            subject = self.subject(of: list)
        }
        let all = subject.map(feeds.feeds) ?? []
        guard let target = all.first(where: { $0.format.rawValue == format }) ?? all.first else { return }
        for old in feed.urls where old != target.url {
            moves.append(Move(from: old, to: target.url, title: target.title))
        }
    }

    /// What redirects.tsv says of a list that is there no more.
    private func answer(to list: PublishedList) -> RedirectRule.Answer? {
        guard list.state == .lost else { return nil }
        return site.redirects.first { rule in
            !rule.from.hasStar && rule.from.query.isEmpty && list.entry.urls.contains(rule.from.path)
        }?.answer
    }

    /// Whose feeds a list's are now: its own, or those of what an alias or a line of redirects.tsv leads to.
    private func subject(of list: PublishedList) -> Feed.Subject? {
        if case .stands(let url, _) = list.state { return places[TextKey(url.text)].flatMap { lists[$0].subject } }
        var target = aliases.first { list.entry.urls.contains($0.alias.path) }?.to
        if case .moved(let other, _)? = answer(to: list) { target = other.path }
        return target.flatMap { places[TextKey($0.text)] }.flatMap { lists[$0].subject }
    }
}
