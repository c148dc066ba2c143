extension Article {
    /// A key as its file would have it, for messages.
    package func spelled(_ key: String) -> String {
        Vocabulary.article.spelled(key, arabic: read.manuscript.hasArabicKeys)
    }
}

extension Outlet {
    /// A key as site.yaml would have it, for messages.
    package func spelled(_ key: String) -> String { Vocabulary.site.spelled(key, arabic: hasArabicKeys) }
}
