/// The stories that a landing page lists.
package struct StoryList: Sendable {
    /// Order of the stories, as the key `sort` names it.
    package enum Order: String, Sendable, CaseIterable {
        case newest, oldest, updated, title
    }

    package let order: Order
    /// Items that a page holds; nil where all stand on one page, since a new story would move what follows it.
    package let pageSize: Int?
    /// Whether it has a feed of its own.
    package let hasFeed: Bool
    /// Indexes into `Site.articles`, in the list's order.
    package let articles: [Int]
}
