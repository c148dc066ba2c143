import Base

/// Reads WordPress's export format (WXR 1.0 to 1.2) piece by piece.
enum ExportReader {
    /// Gives what the file says to `use`, in order; nil where it was read to its end.
    static func read(_ path: String, _ use: (ExportEvent) throws -> Void) throws -> ExportEnd? {
        let pieces = try FilePieces(path: path)
        let parser = ExportParser()
        var repair = ExportRepair()
        var isEnded = false
        var mended: [UInt8] = []
        while !isEnded, parser.end == nil, repair.doctypeLine == nil {
            mended.removeAll(keepingCapacity: true)
            isEnded = try !pieces.next { piece in repair.feed(piece, isLast: false) { mended += $0 } }
            if isEnded { repair.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true) { mended += $0 } }
            // An item is told of its repairs when it ends.
            parser.skippedLines = repair.skippedLines
            parser.mended += repair.takeRepairs()
            mended.withUnsafeBufferPointer { parser.parse($0, isLast: isEnded) }
            for event in parser.takeEvents() { try use(event) }
        }
        for (line, text) in parser.mended { try use(.mended(line: line, id: nil, text)) }
        if let line = repair.doctypeLine { return ExportEnd(kind: .broken, line: line, id: nil, text: "DOCTYPE") }
        return parser.end
    }
}

/// One run over one file.
private final class ExportParser: XMLReceiver {
    private lazy var parser = XMLParser(self)
    private(set) var end: ExportEnd?
    var skippedLines = 0
    /// Repairs that belong to no finished item yet.
    var mended: [(line: Int, text: String)] = []

    private var events: [ExportEvent] = []
    private var depth = 0
    private var item: WordPressItem?
    private var author: WordPressAuthor?
    private var term: WordPressTerm?
    private var category: (domain: String, nicename: String)?
    private var metaKey = ""
    private var comment: WordPressComment?
    private var hasChannel = false
    private var text: [UInt8] = []
    private var isCollecting = false
    private var itemSize = 0

    /// The largest item, in bytes.
    private static let largest = 64 << 20
    private static let longestNumber = 20

    func takeEvents() -> [ExportEvent] {
        defer { events = [] }
        return events
    }

    func parse(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        guard end == nil else { return }
        guard let fault = parser.parse(bytes, isLast: isLast) else {
            if isLast, !hasChannel { end = ExportEnd(kind: .broken, line: 1, id: nil, text: "rss/channel") }
            return
        }
        end = ExportEnd(
            kind: fault.isCut ? .cutOff : .broken, line: line, id: item.flatMap { $0.id > 0 ? $0.id : nil },
            text: fault.words)
    }

    private var line: Int { parser.line + skippedLines }

    // MARK: - Elements

    func start(_ name: String, _ attributes: XMLAttributes) {
        depth += 1
        isCollecting = true
        text.removeAll(keepingCapacity: true)
        switch name {
        case "channel": hasChannel = true
        case "item":
            item = WordPressItem()
            item?.line = line
            itemSize = 0
        case "wp:author": author = WordPressAuthor()
        case "wp:category", "wp:tag", "wp:term":
            term = WordPressTerm()
            term?.isTag = name == "wp:tag"
        case "wp:comment": comment = WordPressComment()
        case "category": category = (attributes["domain"], attributes["nicename"])
        case "wp:postmeta": metaKey = ""
        default: break
        }
    }

    func collect(_ bytes: UnsafeBufferPointer<UInt8>) {
        let count = bytes.count
        guard isCollecting else { return }
        if item != nil {
            itemSize += count
            if itemSize > Self.largest {
                item?.isTooLarge = true
                // Its number comes behind its text.
                guard text.count + count <= Self.longestNumber else {
                    (text, isCollecting) = ([], false)
                    return
                }
            }
        }
        text.append(contentsOf: bytes)
    }

    func finish(_ name: String) {
        depth -= 1
        defer { isCollecting = false }
        switch name {
        case "item": finishItem()
        case "wp:author":
            if let author, !author.login.isEmpty { events.append(.author(author)) }
            author = nil
        case "wp:category", "wp:tag", "wp:term":
            if let term, !term.nicename.isEmpty || !term.name.isEmpty { events.append(.term(term)) }
            term = nil
        case "wp:comment":
            if let comment, comment.isShown, item?.isTooLarge == false { item?.comments.append(comment) }
            comment = nil
        default:
            if comment != nil {
                readComment(name)
            } else if item != nil {
                readItem(name)
            } else if author != nil {
                readAuthor(name)
            } else if term != nil {
                readTerm(name)
            } else if depth == 2 {
                events.append(.channel(name, string))
            }
        }
    }

    private func finishItem() {
        guard var done = item else { return }
        item = nil
        done.endLine = line
        if done.isTooLarge { (done.content, done.excerpt, done.meta, done.comments) = ("", "", [], []) }
        mended.removeAll { repair in
            guard repair.line <= done.endLine else { return false }
            events.append(.mended(line: repair.line, id: repair.line >= done.line ? done.id : nil, repair.text))
            return true
        }
        events.append(.item(done))
    }

    private var string: String { String(decoding: text, as: UTF8.self) }
    private var number: Int { Int(string.trimmed()) ?? 0 }

    private func readItem(_ name: String) {
        guard item?.isTooLarge == false || name == "wp:post_id" else { return }
        switch name {
        case "title": item?.title = string
        case "link": item?.link = string.trimmed()
        case "pubDate": item?.pubDate = string
        case "dc:creator": item?.creator = string
        case "guid":
            item?.guid = string.trimmed()
            // Where the file ends before the number itself.
            item?.id = PictureAddress.query("p", in: string.trimmed()).flatMap { Int($0) } ?? 0
        case "content:encoded": item?.content = string
        case "excerpt:encoded": item?.excerpt = string
        case "wp:post_id": item?.id = number
        case "wp:post_date": item?.date = string
        case "wp:post_date_gmt": item?.dateGMT = string
        case "wp:post_modified": item?.modified = string
        case "wp:post_modified_gmt": item?.modifiedGMT = string
        case "wp:comment_status": item?.commentStatus = string
        case "wp:post_name": item?.name = string
        case "wp:status": item?.status = string
        case "wp:post_parent": item?.parent = number
        case "wp:menu_order": item?.menuOrder = number
        case "wp:post_type": item?.type = string
        // The password itself goes no further than this line.
        case "wp:post_password": item?.hasPassword = !text.isEmpty
        case "wp:is_sticky": item?.isSticky = number == 1
        case "wp:attachment_url": item?.attachmentURL = string
        case "category": if let category { item?.categories.append((category.domain, category.nicename, string)) }
        case "wp:meta_key": metaKey = string
        case "wp:meta_value": if Self.isRead(metaKey) { item?.meta.append((metaKey, string)) }
        default: break
        }
    }

    /// What is read of a post's own fields; of a guest author's never the address.
    private static func isRead(_ key: String) -> Bool {
        !key.contains("email") && !key.contains("pass") && key.utf8.count < 100
    }

    private func readComment(_ name: String) {
        switch name {
        case "wp:comment_approved": comment?.isApproved = string == "1"
        case "wp:comment_id": comment?.id = string.trimmed()
        case "wp:comment_parent": comment?.parent = string.trimmed()
        case "wp:comment_author": comment?.name = string
        case "wp:comment_author_url": comment?.url = string.trimmed()
        case "wp:comment_date_gmt": comment?.date = string.trimmed() + "Z"
        case "wp:comment_content": comment?.text = string
        case "wp:comment_type": comment?.isReaders = text.isEmpty || string == "comment"
        default: break
        }
    }

    private func readAuthor(_ name: String) {
        switch name {
        case "wp:author_id": author?.id = number
        case "wp:author_login": author?.login = string
        case "wp:author_display_name": author?.name = string
        default: break
        }
    }

    private func readTerm(_ name: String) {
        switch name {
        case "wp:term_id": term?.id = number
        case "wp:category_nicename", "wp:tag_slug", "wp:term_slug": term?.nicename = WordPressName.decoded(string).text
        case "wp:category_parent", "wp:term_parent": term?.parent = WordPressName.decoded(string).text
        case "wp:cat_name", "wp:tag_name", "wp:term_name": term?.name = WordPressName.plain(string)
        case "wp:category_description", "wp:tag_description", "wp:term_description":
            term?.description = WordPressName.plain(string)
        case "wp:term_taxonomy": term?.isTag = string != "category"
        default: break
        }
    }
}
