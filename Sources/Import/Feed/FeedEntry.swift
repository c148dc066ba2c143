/// One entry of a feed, or of Blogger's export: what RSS, Atom and Blogger say of a story, a page or a comment.
///
/// E-mail addresses are not read.
struct FeedEntry: Sendable {
    enum Kind: Sendable { case article, page, comment, other }

    var kind = Kind.article
    /// As HTML.
    var title = ""
    var link = ""
    /// What names it for ever: `guid`, `id`.
    var guid = ""
    var published = ""
    var updated = ""
    var authors: [String] = []
    var categories: [String] = []
    /// As HTML.
    var content = ""
    var summary = ""
    var isDraft = false
    /// The `guid` of what a comment answers.
    var inReplyTo = ""
    /// Of what a comment answers, where another comment.
    var parent = ""
    /// Address of a picture or a film that comes along.
    var enclosure = ""
    /// Line on which it begins.
    var line = 0
}

/// What a feed says of its whole.
struct FeedChannel: Sendable {
    var title = ""
    var link = ""
    var description = ""
    var language = ""
    var isBlogger = false
    /// Whether it is RSS, and no Atom.
    var isRSS = false
}
