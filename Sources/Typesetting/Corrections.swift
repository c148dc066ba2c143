package import Content

/// One correction of one article, as the page and the feed of all corrections list it.
package struct CorrectionsEntry: Sendable {
    /// The article's place in `site.articles`.
    package let article: Int
    package let correction: Article.Correction
}

extension Edition {
    /// The corrections of all articles, the newest first.
    package var corrections: [CorrectionsEntry] {
        site.articles.indices.flatMap { index in
            site.articles[index].corrections.map { CorrectionsEntry(article: index, correction: $0) }
        }.sorted { ($1.correction.date.instant, $0.article) < ($0.correction.date.instant, $1.article) }
    }
}
