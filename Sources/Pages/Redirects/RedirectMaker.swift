import Base
import Content

/// Gathers what articles and `Content/redirects.tsv` say of old addresses, checks it against the pages of the site, and
/// follows each rule to its end.
struct RedirectMaker {
    private let site: Site
    /// Every path of the site.
    private let pages: [URLPath]
    private let pageKeys: Set<TextKey>
    private var diagnostics: [Diagnostic] = []
    private var rules: [Redirects.Rule] = []
    /// Places of lines of the file in the site's redirects, by the places of their rules.
    private var lines: [Int?] = []
    private var index = AddressIndex()

    /// - Parameter taken: paths of the pages and the files that the site has; asked for where there is any rule.
    static func make(_ site: Site, _ former: FormerAddresses, emptied: [URLPath], taken: () -> [URLPath]) -> (
        table: Redirects, diagnostics: [Diagnostic]
    ) {
        let all = site.articles + site.tombstones
        let hasRules = !site.redirects.isEmpty || all.contains { !$0.aliases.isEmpty || $0.status == .removed }
        guard hasRules || former.hasAny else { return (Redirects(), []) }
        var maker = RedirectMaker(site, taken())
        maker.addArticles(all)
        maker.add(former, emptied)
        maker.addFile()
        maker.checkStars()
        maker.resolve()
        return (Redirects(maker.rules, maker.index), maker.diagnostics)
    }

    private init(_ site: Site, _ pages: [URLPath]) {
        (self.site, self.pages) = (site, pages)
        pageKeys = Set(pages.map { AddressIndex.key($0.text[...]) })
    }

    // MARK: Gathering

    private mutating func addArticles(_ articles: [Article]) {
        // Their own pages are no rules' business; a removed one's page stays, and servers answer 410 in front of it.
        for article in articles where article.status == .removed {
            let address = RedirectRule.Address(path: article.url)
            if index.insert(address, rules.count) == nil {
                rules.append(.init(from: address, answer: .gone, origin: Location(path: article.path)))
            }
        }
        for article in articles {
            for alias in article.aliases { add(alias, of: article) }
        }
    }

    private mutating func add(_ alias: Article.Alias, of article: Article) {
        let address = RedirectRule.Address(path: alias.path)
        if pageKeys.contains(AddressIndex.key(alias.path.text[...])) {
            return diagnostics.append(.aliasIsPage(alias))
        }
        if let other = index.insert(address, rules.count) {
            return diagnostics.append(.aliasTwice(alias, owner: rules[other].origin.path))
        }
        let answer: Redirects.Answer =
            article.status == .removed ? .gone : .moved(to: article.url, carriesRest: false, isPermanent: true)
        rules.append(.init(from: address, answer: answer, title: article.title, origin: alias.location))
    }

    /// Lists, pages and feeds: what editors say of them is checked, what follows from it stands back behind all else.
    private mutating func add(_ former: FormerAddresses, _ emptied: [URLPath]) {
        for (alias, to, title) in former.aliases {
            if pageKeys.contains(AddressIndex.key(alias.path.text[...])) {
                diagnostics.append(.aliasIsPage(alias))
            } else if let other = index.insert(RedirectRule.Address(path: alias.path), rules.count) {
                diagnostics.append(.aliasTwice(alias, owner: rules[other].origin.path))
            } else {
                rules.append(
                    .init(
                        from: .init(path: alias.path), answer: .moved(to: to, carriesRest: false, isPermanent: true),
                        title: title, origin: alias.location))
            }
        }
        let place = Location(path: Ledger.path)
        for url in emptied where index.insert(RedirectRule.Address(path: url), rules.count) == nil {
            rules.append(.init(from: .init(path: url), answer: .gone, origin: place))
        }
        let written = Set(
            site.redirects.filter { !$0.from.hasStar && $0.from.query.isEmpty }.map {
                AddressIndex.key($0.from.path.text[...])
            })
        func isFree(_ url: URLPath) -> Bool {
            let key = AddressIndex.key(url.text[...])
            return !pageKeys.contains(key) && !written.contains(key)
        }
        for move in former.moves where isFree(move.from) && index.insert(.init(path: move.from), rules.count) == nil {
            rules.append(
                .init(
                    from: .init(path: move.from), answer: .moved(to: move.to, carriesRest: false, isPermanent: true),
                    title: move.title, origin: place))
        }
        for url in former.gone where isFree(url) && index.insert(.init(path: url), rules.count) == nil {
            rules.append(.init(from: .init(path: url), answer: .gone, origin: place))
        }
    }

    private mutating func addFile() {
        let silenced = Set(site.silenced.flatMap(\.urls).map { AddressIndex.key($0.text[...]) })
        lines = Array(repeating: nil, count: rules.count)
        lines.reserveCapacity(rules.count + site.redirects.count)
        rules.reserveCapacity(rules.count + site.redirects.count)
        for (line, rule) in site.redirects.enumerated() {
            let key = AddressIndex.key(rule.from.path.text[...])
            if silenced.contains(key) {
                diagnostics.append(.redirectTells(rule))
                continue
            }
            let isWhole = !rule.from.hasStar && rule.from.query.isEmpty
            if isWhole, pageKeys.contains(key) {
                if !Self.isOfOlderStories(rule) { diagnostics.append(.redirectIsPage(rule)) }
                continue
            }
            if let other = index.insert(rule.from, key: key, rules.count) {
                diagnostics.append(.redirectTwice(rule, other: rules[other].origin))
                continue
            }
            lines.append(line)
            let answer: Redirects.Answer =
                switch rule.answer {
                case .gone: .gone
                case .moved(let target, let isPermanent):
                    .moved(to: target.path, carriesRest: target.carriesRest, isPermanent: isPermanent)
                }
            rules.append(.init(from: rule.from, answer: answer, origin: rule.place))
        }
    }

    /// Whether it leads from a numbered page of a list to the list: a list that grows has that page one day, and then it
    /// answers itself.
    private static func isOfOlderStories(_ rule: RedirectRule) -> Bool {
        guard case .moved(let target, _) = rule.answer, rule.from.path.text.hasPrefix(target.path.text + "page/") else {
            return false
        }
        let number = rule.from.path.text.utf8.dropFirst(target.path.text.utf8.count + 5)
        return number.last == UInt8(ascii: "/") && number.count > 1 && number.dropLast().allSatisfy { $0 &- 0x30 < 10 }
    }

    /// Some hosts look at rules before they look for a file: none may cover a page.
    private mutating func checkStars() {
        guard rules.contains(where: \.from.hasStar) else { return }
        var covered: [Int: (first: URLPath, count: Int)] = [:]
        for page in pages {
            guard let (place, _) = index.star(page.text) else { continue }
            let known = covered[place] ?? (page, 0)
            covered[place] = (min(known.first, page), known.count + 1)
        }
        for (place, pages) in covered.sorted(by: { $0.key < $1.key }) {
            diagnostics.append(.redirectCovers(rules[place], pages.first, count: pages.count))
        }
        if !covered.isEmpty { leaveOut(Set(covered.keys)) }
    }

    /// Nobody follows these rules any more.
    private mutating func leaveOut(_ places: Set<Int>) {
        let (old, oldLines) = (rules, lines)
        (rules, lines, index) = ([], [], AddressIndex())
        for place in old.indices where !places.contains(place) {
            _ = index.insert(old[place].from, rules.count)
            lines.append(oldLines[place])
            rules.append(old[place])
        }
    }

    // MARK: Following

    private mutating func resolve() {
        guard !site.redirects.isEmpty else { return }
        var walk = RedirectWalk(site, pages: pages, keys: pageKeys, rules: rules, index: index)
        var suggestions = 20
        var lost: Set<Int> = []
        for place in rules.indices {
            guard let line = lines[place], case let rule = site.redirects[line],
                case .moved(let target, _) = rule.answer
            else { continue }
            switch walk.end(of: place) {
            case .itself:
                diagnostics.append(.redirectSelf(rule))
                lost.insert(place)
            case .circle:
                diagnostics.append(.redirectCircle(rule, target))
                lost.insert(place)
            case .nowhere:
                suggestions -= 1
                diagnostics.append(.redirectNowhere(target, near: suggestions < 0 ? nil : nearest(to: target.path)))
                lost.insert(place)
            case .answer(let answer) where rules[place].answer != answer:
                diagnostics.append(.redirectChain(rule, target, answer))
                rules[place].answer = answer
            case .answer: break
            }
        }
        if !lost.isEmpty { leaveOut(lost) }
    }

    private func nearest(to path: URLPath) -> String? {
        let start = path.text.prefix(3)
        let known = pages.map(\.text).filter { $0.hasPrefix(start) }.sorted(by: bytesPrecede)
        return suggestion(for: path.text, among: known)
    }
}
