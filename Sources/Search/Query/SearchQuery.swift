/// What a reader asks for.
package struct SearchQuery: Sendable {
    /// The words as they were typed.
    package var words: String
    /// The year; nil for all.
    package var year: Int?
    /// `#` and a section's slug, `@` and an author's; an article has all of them.
    package var facets: [String] = []
    /// The newest first, not the best.
    package var isByDate = false

    /// Words that count.
    static let most = 8

    package init(_ words: String) { self.words = words }
}

/// An article that was found.
package struct SearchHit: Sendable, Hashable {
    /// Place of its era in the map.
    package let era: Int
    /// Its number in the era.
    package let number: Int
    /// Millionths; how well it fits.
    let score: Int
    /// How many of the words it has.
    let matched: Int
}

/// What was found.
package struct SearchResult: Sendable {
    /// All of them in their order.
    package var hits: [SearchHit] = []
    /// Whether an article has all the words; else these have most.
    package var isComplete = false
    /// Words that are in no article, with those that were taken for them.
    package var guesses: [(word: String, instead: String)] = []
}
