import ArabicText
import Base

/// What has become of what was public.
extension SiteLoader {
    /// - Parameters:
    ///   - articles: all that have an address, standing or not.
    ///   - shown: those that stand.
    func published(
        _ ledger: LedgerFile, _ terms: Terms, _ articles: [Article], _ shown: [ReadManuscript]
    ) -> PublishedAddresses {
        var published = PublishedAddresses()
        published.file = ledger
        published.articles = PublishedArticles(ledger, articles)
        published.feeds = ledger.lists.filter { $0.kind == .feed }
        let lists = ledger.lists.filter { $0.kind != .feed }
        guard !lists.isEmpty else { return published }
        let pages = Dictionary(pages.map { ($0.page.identity, $0.page.url) }) { first, _ in first }
        var states = lists.map { state(of: $0, terms, pages) }
        if states.contains(.lost) {
            let waiting = namesOfOthers(than: shown)
            for (place, entry) in lists.enumerated() where states[place] == .lost && waiting(entry) {
                states[place] = .emptied
            }
        }
        published.lists = zip(lists, states).map { PublishedList(entry: $0, state: $1) }
        return published
    }

    private func state(of entry: Ledger.Entry, _ terms: Terms, _ pages: [String: URLPath]) -> PublishedList.State {
        func stands(_ name: String, _ pattern: String, _ slug: String) -> PublishedList.State {
            .stands(URLPatterns.fill(pattern, slug: slug), isRenamed: name != entry.identity)
        }
        switch entry.kind {
        case .section:
            return section(of: entry, terms).map {
                .stands(terms.url(ofSection: $0), isRenamed: terms.identity(ofSection: $0) != entry.identity)
            } ?? .lost
        case .tag:
            return terms.tag(entry.identity).map {
                stands(terms.tags[$0].name, outlet.patterns.tag, terms.tags[$0].slug)
            } ?? .lost
        case .author:
            return terms.author(entry.identity).map {
                stands(terms.authors[$0].name, outlet.patterns.author, terms.authors[$0].slug)
            } ?? .lost
        case .page: return pages[entry.identity].map { .stands($0, isRenamed: false) } ?? .lost
        case .article, .feed: return .lost
        }
    }

    /// Place of the section that an entry is of. Where several are called so by now, it is the one at its address.
    private func section(of entry: Ledger.Entry, _ terms: Terms) -> Int? {
        if let place = terms.section(entry.identity) { return place }
        return outlet.sectionNames.shared[SectionNames.key(entry.identity)]?.first { place in
            entry.urls.contains(terms.url(ofSection: place))
                || outlet.sections[place].aliases.contains { entry.urls.contains($0.path) }
        }
    }

    /// Whether an entry's name stands in an article that readers may not have now: then nobody has renamed anything. Where
    /// an article cannot be read, nobody knows, and its own error says what is wrong.
    private func namesOfOthers(than shown: [ReadManuscript]) -> (Ledger.Entry) -> Bool {
        let isShown = Set(shown.map(\.manuscript.path))
        let others = manuscripts.filter { !isShown.contains($0.manuscript.path) }
        let isAnyBroken = diagnostics.contains { $0.severity == .error && isArticleFile($0.location?.path ?? "") }
        let settings = Dictionary(
            outlet.tags.flatMap { tag in (tag.also + [tag.name]).map { (spellingKey($0), spellingKey(tag.name)) } }
        ) { first, _ in first }
        func tagKey(_ name: String) -> String { settings[spellingKey(name)] ?? spellingKey(name) }
        let tags = Set(others.flatMap { $0.manuscript.tags.map { tagKey($0.text) } })
        let sections = Set(others.compactMap { $0.manuscript.section.map { folded($0.text) } })
        let authors = Set(others.flatMap { $0.manuscript.bylines.map { folded($0.name) } })
        return { entry in
            switch entry.kind {
            case .section: isAnyBroken || sections.contains(folded(entry.identity))
            case .tag: isAnyBroken || tags.contains(tagKey(entry.identity))
            case .author: isAnyBroken || authors.contains(folded(entry.identity))
            case .article, .page, .feed: false
            }
        }
    }
}
