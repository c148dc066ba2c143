/// Which feeds the outlet offers.
package struct FeedSettings: Sendable, Hashable {
    package enum Format: String, Sendable, Hashable, CaseIterable {
        case rss, atom, json
    }

    package struct Named: Sendable, Hashable {
        package let section: String
        package let formats: [Format]
        package let line: Int
        package let column: Int
    }

    package var site: [Format] = [.rss, .atom, .json]
    package var sections: [Format] = [.rss]
    /// Sections that differ from the rest, by name.
    package var namedSections: [Named] = []
    package var tags: [Format] = []
    package var authors: [Format] = []
    package var corrections: [Format] = [.rss]
    /// At most this many, the newest.
    package var items = 20
    /// The whole text or the summary alone.
    package var isFullText = true
    /// The WebSub hub that is told of news.
    package var hub: WebURL?
}
