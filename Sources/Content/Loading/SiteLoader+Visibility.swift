import Base

/// Which articles readers may see, and what stays of the others.
extension SiteLoader {
    func isUnpublished(_ read: ReadManuscript) -> Bool {
        read.isUnpublished(at: options.now) || options.leftOut.contains(read.manuscript.path)
    }

    /// The paths of the left-out articles that leave the site all the same.
    var withdrawnOfLeftOut: Set<String> {
        guard !options.leftOut.isEmpty else { return [] }
        return Set(manuscripts.map(\.manuscript.path).filter { options.leftOut.contains($0) }).intersection(
            withdrawn.map(\.path))
    }

    /// Where another article has the address, nobody waits for this one's.
    func awaited(_ withdrawn: Set<String>, _ articles: [Article]) -> [String: URLPath] {
        let new = options.leftOut.subtracting(withdrawn).filter { options.lastPages[$0] == nil }
        guard !new.isEmpty else { return [:] }
        let taken = Set(articles.map { Digest(of: $0.url.text) })
        let urls = manuscripts.lazy.map(\.manuscript).filter {
            new.contains($0.path) && !taken.contains(Digest(of: $0.url.text))
        }
        return Dictionary(urls.map { ($0.path, $0.url) }) { first, _ in first }
    }

    /// All that readers may not have, or not any more.
    var withdrawn: [WithdrawnArticle] {
        manuscripts.compactMap { read in
            let read = byLine(read)
            let (status, isUnpublished) = (
                read.status(at: options.now), !options.showsUnpublished && read.isUnpublished(at: options.now)
            )
            guard status != .standing || isUnpublished else { return nil }
            return WithdrawnArticle(path: read.manuscript.path, keepsHeadline: !isUnpublished && status != .removed)
        }
    }

    func byLine(_ read: ReadManuscript) -> ReadManuscript {
        readByLine.isEmpty ? read : readByLine[read.manuscript.path] ?? read
    }

    /// Removed articles of which nothing may tell.
    var silenced: [SilencedArticle] {
        manuscripts.lazy.map { byLine($0) }.filter(\.isSilenced).map { read in
            let last = lastPage(of: read).map { [$0] } ?? []
            return SilencedArticle(
                path: read.manuscript.path, identity: read.manuscript.identity,
                urls: [read.manuscript.url] + read.manuscript.aliases.map(\.path) + last)
        }
    }

    var waiting: [String: String] {
        guard !options.showsUnpublished else { return [:] }
        let unpublished = manuscripts.lazy.map { byLine($0) }.filter {
            $0.isUnpublished(at: options.now) && !$0.isSilenced
        }
        return Dictionary(unpublished.map { ($0.manuscript.identity, $0.manuscript.path) }) { first, _ in first }
    }

    var embargo: Embargo? {
        guard !options.showsUnpublished else { return nil }
        var embargo: Embargo?
        for read in manuscripts {
            let manuscript = byLine(read).manuscript
            guard !manuscript.isDraft, let hour = manuscript.date?.instant, hour > options.now else { continue }
            let (first, last) = (min(embargo?.first ?? hour, hour), max(embargo?.last ?? hour, hour))
            embargo = Embargo(articles: (embargo?.articles ?? 0) + 1, first: first, last: last)
        }
        return embargo
    }

    /// The identities of the articles that are left out; of one that cannot be read, what its path would give.
    var heldBack: Set<String> {
        guard !options.leftOut.isEmpty else { return [] }
        let read = manuscripts.filter { options.leftOut.contains($0.manuscript.path) }.map {
            byLine($0).manuscript.identity
        }
        return Set(read).union(options.leftOut.map { Manuscript.stem(of: $0) })
    }

    /// Manuscripts of public articles and of tombstones, the newest first, ties by path; drafts and embargoed articles
    /// are in neither list.
    ///
    /// - Parameter withdrawn: broken articles that were taken back all the same.
    func publicManuscripts(_ withdrawn: Set<String>) -> (shown: [ReadManuscript], gone: [ReadManuscript]) {
        // They come in the order of their paths, so that of two with one date the one with the smaller number is first.
        var order: [(date: Int, number: Int)] = []
        order.reserveCapacity(manuscripts.count)
        for (number, read) in manuscripts.enumerated() {
            let isPublic =
                options.leftOut.contains(read.manuscript.path)
                ? withdrawn.contains(read.manuscript.path) && !byLine(read).isUnpublished(at: options.now)
                    && lastPage(of: read) != nil
                : options.showsUnpublished || !isUnpublished(read)
            guard isPublic, !byLine(read).isSilenced else { continue }
            order.append((read.manuscript.date?.instant.seconds ?? 0, number))
        }
        order.sort { ($1.date, $0.number) < ($0.date, $1.number) }
        var shown: [ReadManuscript] = []
        shown.reserveCapacity(order.count)
        var gone: [ReadManuscript] = []
        for (_, number) in order {
            let read = manuscripts[number]
            if let url = lastPage(of: read) {
                gone.append(byLine(read).withdrawn(at: url))
            } else if read.status(at: options.now) == .standing {
                shown.append(read)
            } else {
                gone.append(read)
            }
        }
        guard !options.leftOut.isEmpty else { return (shown, gone) }
        // Where another has the address by now, it shows no notice.
        let taken = Set(shown.map { Digest(of: $0.manuscript.url.text) })
        return (shown, gone.filter { lastPage(of: $0) == nil || !taken.contains(Digest(of: $0.manuscript.url.text)) })
    }

    /// What readers still find of an article that is left out.
    func lastPage(of read: ReadManuscript) -> URLPath? { options.lastPages[read.manuscript.path] }
}
