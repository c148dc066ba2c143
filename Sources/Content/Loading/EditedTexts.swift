package import Base

extension Site {
    /// The site after a save that changed the texts of articles and nothing of what they state, with the places of
    /// those articles; nil where more has changed than that.
    ///
    /// - Parameters:
    ///   - paths: every file that was saved since the site was loaded.
    ///   - load: with the cache that the site was loaded with.
    package func withEditedTexts(_ paths: Set<String>, in tree: some FileTree, _ load: LoadOptions) -> (
        site: Site, places: [Int]
    )? {
        // An editor saves a file or two; each is found by a linear search, so a hundred are loaded quicker anew.
        guard paths.count <= 16, let cache = load.cache, nextChange.map({ load.now < $0 }) ?? true,
            let entries = try? tree.entries(under: "Content")
        else {
            return nil
        }
        var edited = articles
        var places: [Int] = []
        for path in paths {
            guard let place = articles.firstIndex(where: { $0.path == path }),
                let entry = entries.first(where: { $0.path == path }),
                let before = cache.inMemory(for: path)
            else { return nil }
            cache.forget(path)
            let after = try? cache.manuscript(in: entry, of: outlet, settings: settingsDigest, tree)
            guard let after, before.diagnostics.isEmpty, after.diagnostics.isEmpty,
                after.manuscript.statement == before.manuscript.statement
            else { return nil }
            edited[place] = articles[place].with(after)
            places.append(place)
        }
        var published = published
        published.articles = PublishedArticles(published.file, edited + tombstones)
        return (with(edited, published), places.sorted())
    }
}

extension Manuscript {
    /// All that the front matter says, as bytes.
    fileprivate var statement: [UInt8] {
        var other = self
        other.bodyStart = 0
        (other.digest, other.readDigest) = (Digest(high: 0, low: 0), Digest(high: 0, low: 0))
        var packer = Packer()
        packer.add(other)
        return packer.bytes
    }
}
