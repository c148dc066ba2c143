import Base
package import Content

extension Ledger {
    /// The new ledger, and how many articles are not recorded as their files are.
    package struct Recording: Sendable {
        package let ledger: Ledger
        /// Articles without a page in the last build: they were saved since, or not built for another reason.
        package let unbuilt: Int
        /// Articles whose files differ from their pages by now.
        package let changedSince: Int
    }

    /// The ledger with what the last build made public of `site`. Nothing is ever taken out: a URL was public for ever.
    ///
    /// Files may have been saved since that build, and that is not public yet: so each article's address and digest are
    /// those of its page in the manifest. The manifest has no time of the last update; where the file differs from the
    /// page, the entry's old time stays.
    ///
    /// - Parameter built: the last build's; nil where there is none, and then what a build would publish now counts as
    ///   published.
    package func recording(_ site: Site, as built: Manifest?) -> Recording {
        var all = Dictionary(entries.map { ($0.identity, $0) }) { first, _ in first }
        let pages = built?.articlePages
        var (unbuilt, changedSince) = (0, 0)
        for article in site.articles + site.tombstones
        where !article.isUnpublished && !site.withdrawnThoughBroken.contains(article.path) {
            let page = pages?[Manifest.articleHash(article.path)]
            guard pages == nil || page != nil else {
                unbuilt += 1
                continue
            }
            let old = all[article.identity]
            let url = page.map { URLPath(file: $0.path) } ?? article.url
            let text = page?.text ?? article.readDigest
            let isAsBuilt = text == article.readDigest && url == article.url
            if !isAsBuilt { changedSince += 1 }
            all[article.identity] = Entry(
                identity: article.identity, digest: text.hex,
                modified: isAsBuilt ? article.lastChange?.seconds : old?.modified,
                urls: [url] + (old?.urls ?? []).filter { $0 != url }, line: 0)
        }
        return Recording(ledger: Ledger(Array(all.values)), unbuilt: unbuilt, changedSince: changedSince)
    }
}

extension Article {
    /// Instant of the last update or correction that readers are told of.
    var lastChange: Instant? {
        ([self.updated?.instant] + self.corrections.map(\.date.instant)).compactMap { $0 }.max()
    }
}
