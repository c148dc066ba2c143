import Base
package import Content
package import Pages

extension Ledger {
    /// The new ledger, and how many articles are not recorded as their files are.
    package struct Recording: Sendable {
        package let ledger: Ledger
        /// Articles without a page in the last build: they were saved since, or not built for another reason.
        package let unbuilt: Int
        /// Articles whose files differ from their pages by now.
        package let changedSince: Int
    }

    /// The ledger with what the last build made public of `site`. No address is ever taken out: it was public for ever.
    ///
    /// Files may have been saved since that build, and that is not public yet: so each address is that of the page in the
    /// manifest, and an article's digest too. The manifest has no time of the last update; where the file differs from the
    /// page, the entry's old time stays.
    ///
    /// - Parameters:
    ///   - feeds: the site's.
    ///   - built: the last build's; nil where there is none, and then what a build would publish now counts as
    ///     published.
    package func recording(_ site: Site, feeds: [Feed] = [], as built: Manifest?) -> Recording {
        var recorder = Recorder(self, site, built)
        recorder.addArticles()
        recorder.addLists(feeds)
        return Recording(
            ledger: Ledger(Array(recorder.entries.values)), unbuilt: recorder.unbuilt,
            changedSince: recorder.changedSince)
    }
}

/// Gathers the entries of a new ledger.
private struct Recorder {
    struct Key: Hashable {
        let kind: Ledger.Kind
        let identity: TextKey

        init(_ kind: Ledger.Kind, _ identity: String) { (self.kind, self.identity) = (kind, TextKey(identity)) }
    }

    private(set) var entries: [Key: Ledger.Entry] = [:]
    private(set) var unbuilt = 0
    private(set) var changedSince = 0
    private let site: Site
    private let built: Manifest?
    /// Files of the last build's lists, pages and feeds, by their hashes.
    private let lists: [UInt64: String]
    /// Names that nothing has any more, by the addresses at which something of another name may stand now.
    private var former: [URLPath: [Key]] = [:]
    /// Of a build that did not note yet which list a page is of, all files.
    private let files: Set<String>

    init(_ old: Ledger, _ site: Site, _ built: Manifest?) {
        (self.site, self.built) = (site, built)
        lists = built?.lists ?? [:]
        files = lists.isEmpty ? Set(built?.files.map(\.path) ?? []) : []
        for entry in old.entries { entries[Key(entry.kind, entry.identity)] = entry }
    }

    mutating func addArticles() {
        let pages = built?.articlePages
        for article in site.articles + site.tombstones
        where !article.isUnpublished && !site.withdrawnThoughBroken.contains(article.path) {
            let page = pages?[Manifest.articleHash(article.path)]
            guard pages == nil || page != nil else {
                unbuilt += 1
                continue
            }
            let identity = site.identity(of: article)
            let old = entries[Key(.article, identity)]
            let url = page.map { URLPath(file: $0.path) } ?? article.url
            let text = page?.text ?? article.readDigest
            let isAsBuilt = text == article.readDigest && url == article.url
            if !isAsBuilt { changedSince += 1 }
            entries[Key(.article, identity)] = Ledger.Entry(
                article: identity, digest: text.hex, modified: isAsBuilt ? article.lastChange?.seconds : old?.modified,
                urls: [url] + (old?.urls ?? []).filter { $0 != url })
        }
    }

    mutating func addLists(_ feeds: [Feed]) {
        noteFormerNames(feeds)
        for section in site.sections { add(.section, section.identity, section.url) }
        for tag in site.tags { add(.tag, tag.name, tag.url) }
        for author in site.authors { add(.author, author.name, author.url) }
        for page in site.pages { add(.page, page.identity, page.url) }
        for feed in feeds where feed.isNoted { add(.feed, feed.published, feed.url) }
        // A list whose stories are all gone is still answered: a ledger that came from a backup may have forgotten it.
        var known = Set(entries.values.map { Manifest.listHash($0.kind, $0.identity) })
        for (kind, name) in site.tombstones.flatMap(\.lists) {
            let hash = Manifest.listHash(kind, name)
            guard let file = lists[hash], known.insert(hash).inserted else { continue }
            let url = URLPath(file: file)
            add(kind, name, url)
            for feed in site.outlet.feeds(of: kind, name, at: url) where entries[Key(.feed, feed.name)] == nil {
                entries[Key(.feed, feed.name)] = Ledger.Entry(.feed, feed.name, urls: [feed.url])
            }
        }
    }

    private mutating func add(_ kind: Ledger.Kind, _ name: String, _ now: URLPath) {
        guard let url = address(kind, name, now) else { return }
        var urls = entries[Key(kind, name)]?.urls ?? []
        // What goes by another name now and has kept its address is the same.
        for other in former[url] ?? [] where other.kind == kind && other != Key(kind, name) {
            urls += entries.removeValue(forKey: other)?.urls ?? []
        }
        var seen: Set = [url]
        entries[Key(kind, name)] = Ledger.Entry(kind, name, urls: [url] + urls.filter { seen.insert($0).inserted })
    }

    private mutating func noteFormerNames(_ feeds: [Feed]) {
        let names = Set(feeds.map(\.published))
        for feed in site.published.feeds where !names.contains(feed.identity) { note(feed, at: feed.urls) }
        for list in site.published.lists {
            switch list.state {
            case .lost: note(list.entry, at: list.entry.urls)
            case .stands(let now, isRenamed: true) where list.entry.urls.first == now: note(list.entry, at: [now])
            case .stands, .emptied: break
            }
        }
    }

    private mutating func note(_ entry: Ledger.Entry, at urls: [URLPath]) {
        for url in urls { former[url, default: []].append(Key(entry.kind, entry.identity)) }
    }

    /// Where the last build has it; nil where it has not.
    private func address(_ kind: Ledger.Kind, _ name: String, _ now: URLPath) -> URLPath? {
        guard built != nil else { return now }
        guard let file = lists[Manifest.listHash(kind, name)] else { return files.contains(now.file) ? now : nil }
        if kind == .feed, file.hasSuffix("/index.xml") || file.hasSuffix("/index.json") {
            return URLPath(String(file[...(file.lastIndex(of: "/") ?? file.startIndex)]))
        }
        return URLPath(file: file)
    }
}

extension Article {
    /// Instant of the last update or correction that readers are told of.
    var lastChange: Instant? {
        ([self.updated?.instant] + self.corrections.map(\.date.instant)).compactMap { $0 }.max()
    }
}
