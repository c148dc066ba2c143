import ArabicText
package import Base
package import Content
import Markdown

/// `sitegen import wordpress`: an archive from WordPress's own export, in one file or in several.
///
/// The files are read twice: for what their items say of each other, and for the items themselves, of which no more than
/// a few are held at once.
///
/// - Parameters:
///   - files: in order; what they say holds for all of them.
///   - outlet: of the site that is there; nil where there is no site.yaml.
package func importWordPress(
    _ files: [String], into tree: DiskTree, outlet: Outlet?, _ options: ImportOptions
) throws -> ImportOutcome {
    let folder = try ImportFolder(tree, writes: !options.isDryRun)
    var index = ExportIndex(in: folder.spillFolder)
    var ends: [(file: String, end: ExportEnd)] = []
    for path in files {
        // What ends the file is told in the second pass.
        _ = try ExportReader.read(path) { index.add($0, options) }
    }
    let existing = try folder.existing(SiteSettings.path)
    let isOwn = try folder.isOwn(existing, key: "site")
    let plan = try WordPressPlan(
        consume index, outlet: outlet, extending: isOwn, options, state: folder.state, site: folder.tree)
    var run = try WordPressRun(plan, folder)
    for path in files {
        if let end = try ExportReader.read(path, { try run.take($0) }) { ends.append((path, end)) }
        try run.flush()
    }
    for (file, end) in ends {
        try folder.report(
            ReportRow(end.kind, id: end.id.map { "\($0)" } ?? "", line: end.line, "\(file): \(end.text)"))
    }
    return try run.finish(existing: existing, isOwnSettings: isOwn, isWhole: ends.isEmpty)
}

/// The second pass: items into files.
private struct WordPressRun {
    let plan: WordPressPlan
    let folder: ImportFolder
    private let options: ImportOptions

    private var batch: [(item: WordPressItem, post: ExportIndex.Post)] = []
    private var batchSize = 0

    private var downloads: Downloads
    private var copied: Set<String> = []
    /// Files that published texts show, and link to: their names in the folder of uploads and in the site.
    private var pictures: [String: String] = [:]
    /// Addresses of what was imported before and an editor has deleted.
    private var deleted: Set<String> = []
    private var assets: [String: String] = [:]
    private var missing: Set<String> = []
    private var profiles: Set<String> = []
    private var authors: [String] = []
    private var totals = ImportTotals(hidden: 0, comments: 0)
    private var types: [String: Int] = [:]

    /// Bytes of text in a batch at most, for each worker.
    private static let batchLimit = 1 << 19

    init(_ plan: WordPressPlan, _ folder: ImportFolder) throws {
        (self.plan, self.folder) = (plan, folder)
        options = plan.options
        downloads = try Downloads(folder)
        for row in plan.rows { try folder.report(row) }
    }

    mutating func take(_ event: ExportEvent) throws {
        switch event {
        case .item(let item): try take(item)
        case .mended(let line, let id, let text):
            try folder.report(ReportRow(.xml, id: id.map { "\($0)" } ?? "", line: line, text))
        default: break
        }
    }

    private mutating func take(_ item: WordPressItem) throws {
        if item.isTooLarge {
            return try folder.report(ReportRow(.itemSize, id: "\(item.id)", line: item.line, "64 MB"))
        }
        let isText = item.type == "post" || item.type == "page" || options.types.contains(item.type)
        guard isText, let post = plan.index.post(item.id) else {
            if !["attachment", "nav_menu_item", "wp_block", "guest-author"].contains(item.type) {
                types[item.type, default: 0] += 1
            }
            return
        }
        guard post.state != .hidden else { return try takeHidden(item) }
        batch.append((item, post))
        batchSize += item.content.utf8.count + 2000
        if batchSize > Self.batchLimit * options.workers.jobs { try flush() }
    }

    /// Nothing of such a post is told but its number.
    private mutating func takeHidden(_ item: WordPressItem) throws {
        totals.hidden? += 1
        if let known = try folder.state["wp:\(item.id)"] {
            try folder.report(ReportRow(.withdrawnThere, id: "\(item.id)", line: item.line, file: known.path, ""))
        }
        if item.status == "private" {
            try folder.report(ReportRow(.privatePost, id: "\(item.id)", line: item.line, ""))
        } else if item.hasPassword, item.status != "trash" {
            try folder.report(ReportRow(.password, id: "\(item.id)", line: item.line, ""))
        }
    }

    /// Converts what waits, on all workers, and writes it in its order.
    mutating func flush() throws {
        guard !batch.isEmpty else { return }
        let plan = plan
        let done = options.workers.map(batch) { pair in
            let article = WordPressArticle(pair.item, pair.post, plan)
            return (article: article, bytes: article.bytes)
        }
        batch = []
        batchSize = 0
        for (article, bytes) in done { try write(article, bytes) }
    }

    private mutating func write(_ article: WordPressArticle, _ bytes: [UInt8]) throws {
        let id = "\(article.item.id)"
        let key = "wp:" + id
        var wanted = article.path
        var rows = article.rows
        if !folder.state.has(key), folder.isThere(wanted), try folder.existing(wanted) != bytes {
            rows.append(.init(.placeTaken, wanted))
            wanted = String(wanted.dropLast(3)) + "-\(id).md"
        }
        let (path, outcome) = try folder.place(bytes, key: key, item: article.digest, at: wanted)
        let line = article.item.line
        for row in rows { try folder.report(ReportRow(row, id: id, line: line, file: path)) }
        switch outcome {
        case .edited: try folder.report(ReportRow(.editedHere, id: id, line: line, file: path, article.file.title))
        case .deleted:
            deleted.insert("/" + plan.address(of: article.post).text)
            try folder.report(ReportRow(.deletedHere, id: id, line: line, file: path, article.file.title))
        case .written, .unchanged: break
        }
        if article.item.isSticky {
            try folder.report(ReportRow(.sticky, id: id, line: line, file: path, article.file.title))
        }
        totals.lost += article.lost
        let isPublic = article.post.state == .published && !article.post.isScheduled
        if article.post.isPage {
            totals.pages += 1
        } else if article.post.state == .published {
            totals.articles += 1
        } else {
            totals.drafts += 1
        }
        if isPublic, !article.post.isPage { countAddress(article) }
        guard outcome != .deleted else { return }
        if isPublic, !article.post.isPage { try writeComments(of: article) }
        for use in article.uses { try take(use, isPublic: isPublic, id: id, line: line, file: path) }
        if !article.post.isPage { for byline in article.bylines { try writeProfile(byline, isPublic: isPublic) } }
    }

    private mutating func writeComments(of article: WordPressArticle) throws {
        guard !article.item.comments.isEmpty else { return }
        let id = "\(article.item.id)"
        var cut: [String] = []
        let fallback = Stamp(day: Zone.utc.civil(options.now).date, zone: .utc)
        let comments = WordPressComment.comments(of: article.item, options.commentNames, fallback: fallback) {
            cut.append($0)
        }
        guard !comments.isEmpty else { return }
        let bytes = comments.flatMap(\.line)
        let (path, outcome) = try folder.place(
            bytes, key: "wp-comments:" + id, item: Digest(of: bytes), at: CommentFile.path(of: id))
        for comment in cut {
            try folder.report(ReportRow(.comments, id: id, line: article.item.line, file: path, comment))
        }
        if outcome == .edited {
            try folder.report(ReportRow(.editedHere, id: id, line: article.item.line, file: path, article.file.title))
        }
        totals.comments? += comments.count
    }

    private mutating func countAddress(_ article: WordPressArticle) {
        let link = article.item.link
        guard !link.isEmpty, !link.holds("?") else { return }
        let isSame = ExportIndex.pathKey(link) == ExportIndex.pathKey("/" + plan.address(of: article.post).text)
        if isSame { totals.same += 1 }
        totals.redirected += article.file.aliases.count
    }

    private mutating func writeProfile(_ byline: WordPressAuthors.Byline, isPublic: Bool) throws {
        if isPublic, !byline.login.isEmpty, !authors.contains(byline.login) { authors.append(byline.login) }
        guard !byline.login.isEmpty, !byline.isUnknown, profiles.insert(byline.login).inserted,
            let profile = WordPressAuthors(plan).profile(byline)
        else { return }
        let key = "wp-author:" + byline.login
        // Another's file stays; the same bytes are those of an import that was killed before it noted them.
        if !folder.state.has(key), let there = try folder.existing(profile.path), there != profile.bytes { return }
        _ = try folder.place(profile.bytes, key: key, item: Digest(of: profile.bytes), at: profile.path)
    }

    // MARK: - Files

    private mutating func take(_ use: FileUse, isPublic: Bool, id: String, line: Int, file: String) throws {
        switch use {
        case .picture(let source, let name):
            if isPublic { pictures[Self.inUploads(source)] = name }
            try copy(source, to: "Content/articles/uploads/" + name, id: id, line: line, file: file)
        case .asset(let source, let name):
            // What a link leads to is published, whoever links to it.
            guard isPublic else { return }
            assets[Self.inUploads(source)] = name
            try copy(source, to: "Content/assets/uploads/" + name, id: id, line: line, file: file)
        case .missing(_, let path):
            try downloads.add(use)
            if isPublic, missing.count < 10_000 { missing.insert(path) }
        }
    }

    private static func inUploads(_ source: String) -> String {
        let prefix = "wp-content/uploads/"
        return source.hasPrefix(prefix) ? String(source.dropFirst(prefix.count)) : source
    }

    private mutating func copy(_ source: String, to path: String, id: String, line: Int, file: String) throws {
        guard let uploads = plan.uploads, copied.insert(path).inserted else { return }
        guard let bytes = try uploads.read(source) else {
            return try folder.report(ReportRow(.mediaSize, id: id, line: line, file: file, source))
        }
        if let place = Uploads.places.first(where: path.hasPrefix),
            uploads.isTwin(source, named: String(path.dropFirst(place.count)))
        {
            try folder.report(ReportRow(.mediaTwin, id: id, line: line, file: file, path))
        }
        guard try folder.existing(path) == nil else { return }
        try folder.put(bytes, at: path)
        totals.files += 1
    }

    // MARK: - The end

    mutating func finish(existing: [UInt8]?, isOwnSettings: Bool, isWhole: Bool) throws -> ImportOutcome {
        guard plan.index.arena.isWhole else { throw Diagnostic.unreadable(folder.spillFolder) }
        for (type, count) in types.sorted(by: { $0.key < $1.key }) {
            try folder.report(ReportRow(.type, "\(type): \(count)"))
        }
        let settings = try writeSettings(existing, isOwn: isOwnSettings)
        var redirects = RedirectRows(in: folder)
        for file in options.redirects {
            let export = RedirectExport(try Source.whole(file), host: plan.host)
            redirects.add(export.rows)
            for pattern in export.patterns { try folder.report(ReportRow(.redirect, pattern)) }
        }
        redirects.addPosts(plan)
        redirects.addTerms(plan)
        redirects.addAuthors(authors, plan)
        redirects.addLists(plan)
        redirects.addFiles(pictures: pictures, assets: assets, plan)
        if totals.articles + totals.pages > 0 { try redirects.write(to: folder, deleted: deleted) }
        try downloads.finish()
        var outcome = try totals.finish(
            folder, redirects, settings: settings, downloads: downloads.count, arabic: options.arabic)
        outcome.isWhole = outcome.isWhole && isWhole
        return outcome
    }

    /// Writes site.yaml where there is none, or an own one; else the lines that it may lack.
    private mutating func writeSettings(_ existing: [UInt8]?, isOwn: Bool) throws -> String {
        // A file of which nothing came says nothing of a site.
        guard totals.came > 0 else { return "" }
        var settings = SiteSettings(outlet: plan.outlet)
        settings.navigation = SiteSettings.navigation(plan)
        let known = Set(Vocabulary.site.keys.map(\.name))
        if known.contains("elsewhere") {
            let before = isOwn ? SiteSettings.elsewhere(in: existing ?? []) : []
            let more = plan.uploads == nil ? (missing.isEmpty ? [] : ["/wp-content/uploads/"]) : missing.sorted()
            settings.elsewhere = before + more.filter { !before.contains($0) }
        }
        settings.keepsPictureNames = plan.uploads != nil && known.contains("pictures")
        return try folder.placeSettings(settings.bytes, existing: existing, isOwn: isOwn)
    }
}
