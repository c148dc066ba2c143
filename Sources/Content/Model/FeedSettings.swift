/// Feeds that the outlet offers.
package struct FeedSettings: Sendable, Hashable {
    /// Format of a feed.
    package enum Format: String, Sendable, Hashable, CaseIterable {
        case rss, atom, json
    }

    /// Formats of one section that differ from those of the others.
    package struct Named: Sendable, Hashable {
        /// Name of the section, as site.yaml has it here.
        package let section: String
        /// Formats of its feeds.
        package let formats: [Format]
        /// Line of site.yaml where it stands, from 1.
        package let line: Int
        /// Column there, from 1.
        package let column: Int
    }

    /// Formats of the whole site's feed.
    package var site: [Format] = [.rss, .atom, .json]
    /// Formats of each section's feed.
    package var sections: [Format] = [.rss]
    /// Sections that differ from the rest, by name.
    package var namedSections: [Named] = []
    /// Formats of each tag's feed.
    package var tags: [Format] = []
    /// Formats of each author's feed.
    package var authors: [Format] = []
    /// Formats of the feed of corrections.
    package var corrections: [Format] = [.rss]
    /// Formats of the feed of each article's comments.
    package var comments: [Format] = []
    /// Articles that a feed holds at most, the newest.
    package var items = 20
    /// The whole text or the summary alone.
    package var isFullText = true
    /// The WebSub hub that is told of news.
    package var hub: WebURL?
}
