extension Article {
    /// What stays of an article that was taken back: its place, its headline, its byline and its dates.
    package var tombstone: Article {
        Article(
            path: path, identity: identity, url: url, title: title, kicker: nil, summary: nil, date: date, updated: updated,
            bylines: bylines, section: section, tags: [], image: nil, source: nil, kind: kind, aliases: aliases,
            corrections: [], series: nil, related: [], location: nil, allowsComments: false, language: language,
            extra: extra.map { _ in nil }, status: status, isHeld: isHeld, body: [], bodyStart: 0, file: [], digest: digest)
    }
}
