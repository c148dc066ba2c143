import ArabicText
package import Base
package import Content

/// `sitegen import feed`: stories of an RSS or Atom feed, and all of a blog from Blogger's export.
///
/// - Parameters:
///   - files: feeds of one site.
///   - outlet: of the site that is there; nil where there is no site.yaml.
package func importFeeds(
    _ files: [String], into tree: DiskTree, outlet: Outlet?, _ options: ImportOptions
) throws -> ImportOutcome {
    let folder = try ImportFolder(tree, writes: !options.isDryRun)
    var found = FeedReading()
    var isWhole = true
    for path in files {
        let (channel, mended, end) = try FeedReader.read(path) { entry, channel in found.add(entry, channel) }
        found.channel = found.channel.link.isEmpty ? channel : found.channel
        for (line, text) in mended { try folder.report(ReportRow(.xml, line: line, text)) }
        if let end {
            isWhole = false
            try folder.report(ReportRow(end.kind, line: end.line, "\(path): \(end.text)"))
        }
    }
    var outcome = try importTexts(found.reading(options), into: folder, outlet: outlet, options)
    outcome.isWhole = outcome.isWhole && isWhole
    return outcome
}

/// What feeds hold, as texts of a folder.
private struct FeedReading {
    var channel = FeedChannel()
    private var entries: [FeedEntry] = []
    /// Comments by the `guid` of what they are on.
    private var comments: [(to: String, comment: WordPressComment)] = []
    private var others = 0
    /// Categories that do not stand first somewhere, which are tags.
    private var tags: Set<String> = []

    mutating func add(_ entry: FeedEntry, _ channel: FeedChannel) {
        self.channel = self.channel.link.isEmpty ? channel : self.channel
        self.channel.isBlogger = self.channel.isBlogger || channel.isBlogger
        switch entry.kind {
        case .other: others += 1
        case .comment: addComment(entry)
        case .article, .page:
            entries.append(entry)
            tags.formUnion(entry.categories.dropFirst())
        }
    }

    private mutating func addComment(_ entry: FeedEntry) {
        guard !entry.isDraft else { return }
        var comment = WordPressComment()
        comment.id = Self.number(entry.guid) ?? Digest(of: entry.guid).shortHex
        comment.parent = Self.number(entry.parent) ?? ""
        comment.name = entry.authors.first ?? ""
        comment.date = FeedText.date(entry.published).map { Self.written($0) } ?? ""
        comment.text = entry.content.isEmpty ? entry.summary : entry.content
        comments.append((entry.inReplyTo, comment))
    }

    /// `2024-01-24T09:05:00+03:00`
    private static func written(_ date: WrittenDate) -> String {
        date.time.map { localISO(date.date, $0, offset: date.offsetSeconds ?? 0) } ?? date.date.iso
    }

    /// The number that an id ends in: `tag:blogger.com,1999:blog-1.post-11`, `https://example.org/?p=77`.
    private static func number(_ guid: String) -> String? {
        if let number = PictureAddress.query("p", in: guid), Int(number) != nil { return number }
        let digits = String(guid.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
        guard guid.contains("blogger.com"), !digits.isEmpty, digits.count < 40 else { return nil }
        return digits
    }

    func reading(_ options: ImportOptions) -> FolderReading {
        let settings = FolderSettings(channel, address: options.address)
        var rows: [ReportRow] = []
        if others > 0 { rows.append(ReportRow(.type, "\(others)")) }
        let items = entries.map { item($0) }
        let paths = Set(items.map(\.path))
        var found: [String: [WordPressComment]] = [:]
        for (guid, comment) in comments {
            let path = Self.number(guid) ?? Digest(of: guid).shortHex
            if paths.contains(path) { found[path, default: []].append(comment) }
        }
        return FolderReading(items, settings, comments: found, rows: rows)
    }

    private func item(_ entry: FeedEntry) -> FolderItem {
        let identity = entry.guid.isEmpty ? entry.link : entry.guid
        let id =
            Self.number(identity) ?? Digest(of: identity.isEmpty ? entry.title + entry.published : identity).shortHex
        let isSummary = entry.content.isEmpty
        var pairs: [(String, String)] = [("title", entry.title), ("id", id), ("lastmod", entry.updated)]
        pairs.append(isSummary ? ("summary-only", "true") : ("summary", FeedText.summary(entry.summary)))
        if !entry.enclosure.isEmpty { pairs.append(("image", entry.enclosure)) }
        var matter = MatterValue.map(pairs.filter { !$0.1.isEmpty }.map { .init(key: $0.0, value: .scalar($0.1)) })
        matter = matter.setting("author", .list(entry.authors.map { .scalar($0) }))
        let body = isSummary ? entry.summary : entry.content
        var item = FolderItem(path: id, file: MatterFile(body: body, line: entry.line), matter: matter)
        item.isPage = entry.kind == .page
        item.isDraft = entry.isDraft
        item.date = FeedText.date(entry.published) ?? FeedText.date(entry.updated)
        let link = FeedText.untracked(entry.link)
        let path = WordPressName.decoded(PictureAddress.path(link)).text
        item.address = link.isEmpty || link.contains("?") || path == "/" || entry.isDraft ? "" : path
        let last = item.address.split(separator: "/").last.map(String.init) ?? ""
        item.name = last.isEmpty ? id : AddressPattern.slug(ofLast: last) ?? id
        guard !item.isPage else { return item }
        var categories = entry.categories.map { WordPressPlan.tagName(WordPressName.plain($0)) }.filter { !$0.isEmpty }
            .uniqued()
        // Blogger and Atom know labels alone; the first category of RSS is the story's own.
        if channel.isRSS, let first = entry.categories.first, !tags.contains(first), !categories.isEmpty {
            item.section = categories.removeFirst()
        }
        item.tags = categories
        return item
    }
}
