import Content

/// What a page of a list holds: a section's, a tag's, an author's, a month's, a landing page's, or the front page.
struct ListPage: Sendable {
    let title: String
    let description: String?
    /// Places in `Site.articles`.
    let items: [Int]
    let number: Int
    let isFront: Bool
    let newer: URLPath?
    let older: URLPath?
    /// The number of articles in the whole list; known at its front alone, because older pages must not change.
    let count: Int?
    var author: Int?
    /// The section that it is of, and what the ledger knows that by.
    var section: Int?
    var identity: String?
    /// The place in `site.pages` of the landing page whose text stands above the list; nil on its later pages.
    var standing: Int?
    /// Picture of what a tag is about.
    var image: Article.Image?
    var slots: [Int] = []
    var blocks: [Block] = []
    var breaking: FrontPage.Breaking?

    struct Block: Sendable {
        /// The place in `Site.sections` of the section that it shows.
        let section: Int?
        let items: [Int]
        /// Of the data file that it shows.
        var rows: [DataValue] = []
        /// As the editors ordered it; nil of a section's standard block.
        var chosen: FrontPage.Block?
        /// From 1.
        var number = 0
        /// As its look shows it, once the page is printed.
        var html: [UInt8]?
    }
}
