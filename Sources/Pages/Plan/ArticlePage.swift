import Content
import Templates
import Typesetting

/// What an article's page shows: the article, or what stands in its place after it was taken back.
struct ArticlePage: Sendable {
    let article: Article
    /// The place in `site.articles`; nil for one that was taken back.
    let index: Int?
    let text: SetText
    /// The text's HTML, once somebody is to print it.
    var html: [UInt8] = []
    /// The article as lists show it.
    var card = Value.undefined
}
