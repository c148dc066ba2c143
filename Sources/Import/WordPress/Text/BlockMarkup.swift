import Base

/// The comments by which WordPress's editor marks its blocks: `<!-- wp:name {…} -->`.
struct BlockMarkup {
    private(set) var rows: [ReportRow.Finding] = []
    /// How often the text turns a page.
    private(set) var turns = 0

    private let patterns: [Int: String]
    private var depth = 0

    /// A comment that begins or ends a block, or is one.
    private struct Mark {
        let range: Range<Int>
        let name: String
        let attributes: JSONText?
        let isEnd: Bool
        let isVoid: Bool
    }

    private init(_ patterns: [Int: String]) { self.patterns = patterns }

    /// HTML without the comments, with paragraphs where the classic editor leaves them out.
    ///
    /// - Parameter patterns: contents of synced patterns, by their numbers.
    static func resolved(
        _ content: String, patterns: [Int: String]
    ) -> (html: String, rows: [ReportRow.Finding], turns: Int) {
        var markup = BlockMarkup(patterns)
        let html = markup.resolved(content.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
        return (html, markup.rows, markup.turns)
    }

    private mutating func resolved(_ content: String) -> String {
        let bytes = Array(content.utf8)
        var result = ""
        var place = 0
        var open: [String] = []
        var classic = ""
        var skipped: Int?
        func flush() {
            if !classic.isEmpty { result += Autop.paragraphs(classic) }
            classic = ""
        }
        func add(_ range: Range<Int>) {
            guard skipped == nil, !range.isEmpty else { return }
            let html = String(decoding: bytes[range], as: UTF8.self)
            if open.isEmpty || open.last == "freeform" { classic += html } else { result += html }
        }
        while let start = bytes.place(of: "<!--".utf8, from: place) {
            add(place..<start)
            let end = bytes.place(of: "-->".utf8, from: start + 4).map { $0 + 3 } ?? bytes.count
            place = end
            let words = String(decoding: bytes[(start + 4)..<max(start + 4, end - 3)], as: UTF8.self).trimmed()
            guard let mark = Self.mark(words, start..<end) else {
                if words.hasPrefix("nextpage"), skipped == nil { turns += 1 }
                // A comment between classic paragraphs parts them.
                if open.isEmpty { classic += "\n\n" }
                continue
            }
            if open.isEmpty || open.last == "freeform" { flush() }
            if mark.isVoid {
                if skipped == nil { result += void(mark) }
            } else if mark.isEnd {
                if let last = open.lastIndex(of: mark.name) { open.removeSubrange(last...) }
                if let level = skipped, open.count <= level { skipped = nil }
            } else {
                if skipped == nil, Self.isServers(mark.name) {
                    rows.append(.init(.block, mark.name))
                    skipped = open.count
                } else if skipped == nil, mark.name.contains("/") {
                    rows.append(.init(.block, mark.name))
                }
                open.append(mark.name)
            }
        }
        add(place..<bytes.count)
        flush()
        return result
    }

    private static func mark(_ words: String, _ range: Range<Int>) -> Mark? {
        let isEnd = words.hasPrefix("/wp:")
        guard isEnd || words.hasPrefix("wp:") else { return nil }
        var rest = words.dropFirst(isEnd ? 4 : 3)
        let name = rest.prefix { !$0.isWhitespace && $0 != "{" }
        rest = rest.dropFirst(name.count)
        let isVoid = rest.hasSuffix("/")
        if isVoid { rest = rest.dropLast() }
        let plain = name.hasPrefix("core/") ? name.dropFirst(5) : name.hasPrefix("core-embed/") ? "embed" : name
        let attributes = rest.contains("{") ? JSONText(String(rest)) : nil
        return Mark(range: range, name: String(plain), attributes: attributes, isEnd: isEnd, isVoid: isVoid)
    }

    /// A block that is nothing but its comment.
    private mutating func void(_ mark: Mark) -> String {
        switch mark.name {
        case "block":
            guard let number = mark.attributes?["ref"]?.string.flatMap({ Int($0) }), let pattern = patterns[number],
                depth < 8
            else {
                rows.append(.init(.block, mark.name))
                return ""
            }
            depth += 1
            defer { depth -= 1 }
            return resolved(pattern)
        case "embed":
            return mark.attributes?["url"]?.string.map { "<\(HTMLMarks.embed)>\($0)</\(HTMLMarks.embed)>" } ?? ""
        case "nextpage":
            turns += 1
            return ""
        case "more", "spacer", "footnotes", "paragraph", "heading", "list", "image", "column", "group", "separator":
            return mark.name == "separator" ? "<hr>" : ""
        default:
            rows.append(.init(.block, mark.name))
            return ""
        }
    }

    /// Whether only the old system can fill the block.
    private static func isServers(_ name: String) -> Bool {
        let names = [
            "latest-posts", "latest-comments", "query", "rss", "archives", "categories", "calendar", "search",
            "navigation",
            "social-links", "comments", "loginout", "tag-cloud", "page-list", "site-title", "site-logo", "site-tagline",
            "template-part", "read-more", "avatar", "home-link", "term-description",
        ]
        return names.contains(name) || ["post-", "query-", "comment-", "comments-"].contains { name.hasPrefix($0) }
    }
}
