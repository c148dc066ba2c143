/// One `item` of a WordPress export: a post, a page, a picture, a line of a menu.
///
/// E-mail addresses, IPs and passwords are not read.
struct WordPressItem: Sendable {
    var title = ""
    var link = ""
    var pubDate = ""
    var creator = ""
    var guid = ""
    var content = ""
    var excerpt = ""
    var id = 0
    /// Local time, `2024-01-24 09:05:00`.
    var date = ""
    var dateGMT = ""
    var modified = ""
    var modifiedGMT = ""
    var commentStatus = ""
    var name = ""
    var status = ""
    var parent = 0
    var menuOrder = 0
    var type = ""
    var hasPassword = false
    var isSticky = false
    var attachmentURL = ""
    var categories: [(domain: String, nicename: String, name: String)] = []
    var meta: [(key: String, value: String)] = []
    /// Approved comments of readers.
    var comments: [WordPressComment] = []
    /// Where the item begins and ends in the file.
    var line = 0
    var endLine = 0
    /// Whether it was too large to be held; nothing but its numbers is there.
    var isTooLarge = false

    func meta(_ key: String) -> String? { meta.first { $0.key == key }?.value }

    func metas(_ key: String) -> [String] { meta.filter { $0.key == key }.map(\.value) }
}

/// A user of the old system, without what is nobody's business.
struct WordPressAuthor: Sendable {
    var id = 0
    var login = ""
    var name = ""
}

/// A category or a tag.
struct WordPressTerm: Sendable {
    var id = 0
    var isTag = false
    /// As it stands in addresses, decoded.
    var nicename = ""
    var name = ""
    /// The nicename of the one above, decoded.
    var parent = ""
    var description = ""
}

/// What an export says, in its order.
enum ExportEvent {
    case channel(String, String)
    case author(WordPressAuthor)
    case term(WordPressTerm)
    case item(WordPressItem)
    /// Damage that was mended, with the post that it is in.
    case mended(line: Int, id: Int?, String)
}

/// How the reading of a file ended before its time.
struct ExportEnd {
    let kind: ReportRow.Kind
    let line: Int
    /// The post that was being read.
    let id: Int?
    let text: String
}
