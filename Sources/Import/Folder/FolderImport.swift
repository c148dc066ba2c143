import ArabicText
package import Base
package import Content
import Markdown

/// `sitegen import jekyll` and `sitegen import hugo`: the texts of another generator's folder.
///
/// - Parameters:
///   - source: the folder, as the other system's own program is given it.
///   - outlet: of the site that is there; nil where there is no site.yaml.
///   - language: the one whose texts come, of a site with several; nil for Arabic where it is one of them, else the
///     site's own.
package func importFolder(
    _ source: DiskTree, of system: FolderSystem, into tree: DiskTree, outlet: Outlet?, language: String?,
    _ options: ImportOptions
) throws -> ImportOutcome {
    let folder = try ImportFolder(tree, writes: !options.isDryRun)
    let reading = try FolderReading(source, system, language: language, site: tree)
    return try importTexts(reading, into: folder, outlet: outlet, options)
}

/// Texts that were read, whatever they came from, into files.
func importTexts(
    _ reading: FolderReading, into folder: ImportFolder, outlet: Outlet?, _ options: ImportOptions
) throws -> ImportOutcome {
    let existing = try folder.existing(SiteSettings.path)
    let isOwn = try folder.isOwn(existing, key: "site")
    for row in reading.rows { try folder.report(row) }
    let plan = try FolderPlan(reading, outlet: outlet, extending: isOwn, options, state: folder.state)
    var run = try FolderRun(plan, folder)
    for row in plan.rows { try folder.report(row) }
    for start in stride(from: 0, to: plan.items.count, by: FolderRun.batch) {
        try run.take(plan.items[start..<min(plan.items.count, start + FolderRun.batch)])
    }
    return try run.finish(existing: existing, isOwnSettings: isOwn)
}

/// What a folder holds, before anything is settled.
struct FolderReading: Sendable {
    let system: FolderSystem
    private(set) var settings: FolderSettings
    private(set) var items: [FolderItem] = []
    private(set) var lists: [FolderItem] = []
    /// Old addresses of lists of texts.
    private(set) var listAddresses: [String] = []
    /// What precedes the addresses of the language: empty, or `/ar`.
    private(set) var prefix = ""
    private(set) var rows: [ReportRow] = []
    let files: FolderFiles
    /// Names of authors by their keys.
    private(set) var authorNames: [String: String] = [:]
    /// Comments by the paths of their texts.
    private(set) var comments: [String: [WordPressComment]] = [:]

    init(_ source: DiskTree, _ system: FolderSystem, language: String?, site: DiskTree) throws {
        self.system = system
        let entries = try source.entries(under: "")
        switch system {
        case .jekyll, .feed:
            settings = FolderSettings(jekyll: source)
            let items = try JekyllFolder(source, settings).items(entries)
            let tongue = { (item: FolderItem) in item.matter[any: ["lang", "language", "locale"]].text }
            self.items = items.filter { item in language == nil || tongue(item) == nil || tongue(item) == language }
            var foreign: [String: Int] = [:]
            for item in items where language != nil && tongue(item) != language {
                if let tongue = tongue(item) { foreign[tongue, default: 0] += 1 }
            }
            rows += Self.rows(foreign)
            let root = settings.values["source"].text.map { $0 == "." ? "" : $0 + "/" } ?? ""
            files = FolderFiles(source, site: site, system, entries, source: root, content: "")
            readAuthors(source, root)
        case .hugo:
            settings = FolderSettings(hugo: source)
            let languages = settings.languages
            let chosen = language ?? languages.first { $0.hasPrefix("ar") } ?? languages.first ?? ""
            let isDefault = languages.isEmpty || chosen == languages[0]
            settings.choose(chosen)
            let hugo = HugoFolder(source, settings, language: chosen, isDefault: isDefault)
            let found = try hugo.items(entries)
            (items, lists, listAddresses, prefix) = (found.items, found.lists, found.listAddresses, hugo.prefix)
            rows += Self.rows(found.foreign)
            files = FolderFiles(source, site: site, system, entries, source: "", content: hugo.content)
        }
        rows += settings.problems.map { ReportRow(.frontMatter, line: $0.line, $0.place) }
    }

    /// Texts of a feed, with the comments on them by their paths.
    init(_ items: [FolderItem], _ settings: FolderSettings, comments: [String: [WordPressComment]], rows: [ReportRow]) {
        (system, self.settings, self.items, self.comments, self.rows) = (.feed, settings, items, comments, rows)
        files = FolderFiles()
    }

    private static func rows(_ foreign: [String: Int]) -> [ReportRow] {
        foreign.sorted { $0.key < $1.key }.map { ReportRow(.language, "\($0.key): \($0.value)") }
    }

    private mutating func readAuthors(_ source: DiskTree, _ root: String) {
        for (name, format) in [
            ("authors.yml", MatterFile.Format.yaml), ("authors.yaml", .yaml), ("authors.json", .json),
        ] {
            guard let bytes = try? source.readStart(of: root + "_data/" + name, count: 1 << 20) else { continue }
            for entry in MatterFile.settings(bytes, format, path: name).0.entries {
                if let name = entry.value["name"].text { authorNames[entry.key] = WordPressName.plain(name) }
            }
        }
    }
}

/// Texts into files.
private struct FolderRun {
    let plan: FolderPlan
    let folder: ImportFolder
    private var options: ImportOptions { plan.options }

    private var copied: Set<String> = []
    private var usedFiles: Set<String> = []
    /// Files that published texts show, and link to: where they lay and how they are named here.
    private var pictures: [String: String] = [:]
    private var assets: [String: String] = [:]
    private var deleted: Set<String> = []
    private var keys: [String: Int] = [:]
    private var downloads: Downloads
    private var totals: ImportTotals

    /// How many texts all workers hold at once.
    static let batch = 256

    init(_ plan: FolderPlan, _ folder: ImportFolder) throws {
        (self.plan, self.folder) = (plan, folder)
        downloads = try Downloads(plan.system == .feed ? folder : nil)
        totals = ImportTotals(comments: plan.system == .feed ? 0 : nil)
    }

    mutating func take(_ items: ArraySlice<FolderItem>) throws {
        let plan = plan
        let done = options.workers.map(Array(items)) { item in
            let article = FolderArticle(item, plan)
            return (article: article, bytes: article.bytes)
        }
        for (article, bytes) in done { try write(article, bytes) }
    }

    private mutating func write(_ article: FolderArticle, _ bytes: [UInt8]) throws {
        let item = article.item
        let key = plan.system.key(item)
        var wanted = item.target
        var rows = article.rows
        if !folder.state.has(key), folder.isThere(wanted), try folder.existing(wanted) != bytes {
            rows.append(.init(.placeTaken, wanted))
            wanted = String(wanted.dropLast(3)) + "-\(article.digest.shortHex).md"
        }
        let (path, outcome) = try folder.place(bytes, key: key, item: article.digest, at: wanted)
        let line = item.file.bodyLine
        for row in rows { try folder.report(ReportRow(row, id: item.path, line: line, file: path)) }
        if outcome == .edited {
            try folder.report(ReportRow(.editedHere, id: item.path, line: line, file: path, article.file.title))
        } else if outcome == .deleted {
            deleted.insert("/" + plan.address(of: item).text)
            try folder.report(ReportRow(.deletedHere, id: item.path, line: line, file: path, article.file.title))
        }
        count(article)
        guard outcome != .deleted else { return }
        for use in article.uses { try take(use, of: item, file: path) }
        if item.isPublic, !item.isPage { try writeComments(of: article, file: path) }
    }

    private mutating func count(_ article: FolderArticle) {
        let item = article.item
        totals.lost += article.lost
        if item.isPage {
            totals.pages += 1
        } else if article.file.isDraft {
            totals.drafts += 1
        } else {
            totals.articles += 1
        }
        let declared = Set(plan.outlet.extra.map(\.name))
        for entry in item.otherKeys where !declared.contains(entry.key) { keys[entry.key, default: 0] += 1 }
        guard item.isPublic, !item.address.isEmpty else { return }
        let isSame =
            ExportIndex.pathKey(plan.settings.path(item.address))
            == ExportIndex.pathKey("/" + plan.address(of: item).text)
        if isSame { totals.same += 1 }
        totals.redirected += article.file.aliases.count
    }

    // MARK: - Files

    private mutating func take(_ use: FileUse, of item: FolderItem, file: String) throws {
        switch use {
        case .picture(let source, let name):
            if item.isPublic { pictures[source] = name }
            try copy(source, to: "Content/articles/uploads/" + name, of: item, file: file)
        case .asset(let source, let name):
            // What a link leads to is published, whoever links to it.
            guard item.isPublic else { return }
            assets[source] = name
            try copy(source, to: "Content/assets/uploads/" + name, of: item, file: file)
        case .missing: try downloads.add(use)
        }
    }

    private mutating func copy(_ source: String, to path: String, of item: FolderItem, file: String) throws {
        guard copied.insert(path).inserted else { return }
        usedFiles.insert(source)
        guard let bytes = try plan.files.all?.read(source) else {
            return try folder.report(ReportRow(.mediaSize, id: item.path, file: file, source))
        }
        guard try folder.existing(path) == nil else { return }
        try folder.put(bytes, at: path)
        totals.files += 1
    }

    // MARK: - Comments

    private mutating func writeComments(of article: FolderArticle, file: String) throws {
        guard let written = plan.comments[article.item.path], !written.isEmpty else { return }
        var item = WordPressItem()
        item.comments = written
        var cut: [String] = []
        let fallback = Stamp(day: Zone.utc.civil(options.now).date, zone: .utc)
        let comments = WordPressComment.comments(of: item, options.commentNames, fallback: fallback) { cut.append($0) }
        guard !comments.isEmpty else { return }
        let bytes = comments.flatMap(\.line)
        let key = "\(plan.system.rawValue)-comments:" + article.item.path
        let (path, outcome) = try folder.place(
            bytes, key: key, item: Digest(of: bytes), at: CommentFile.path(of: article.file.id))
        for id in cut { try folder.report(ReportRow(.comments, id: article.item.path, file: path, id)) }
        if outcome == .edited {
            try folder.report(ReportRow(.editedHere, id: article.item.path, file: path, article.file.title))
        }
        totals.comments? += comments.count
    }

    // MARK: - The end

    mutating func finish(existing: [UInt8]?, isOwnSettings: Bool) throws -> ImportOutcome {
        for (key, count) in keys.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            try folder.report(ReportRow(.key, "\(key): \(count)"))
        }
        let settings = try writeSettings(existing, isOwn: isOwnSettings)
        let redirects = FolderRedirects(plan, pictures: pictures, assets: assets, behind: RedirectRows(in: folder)).rows
        if totals.articles + totals.pages > 0 { try redirects.write(to: folder, deleted: deleted) }
        for (place, count) in unusedFiles { try folder.report(ReportRow(.unusedFiles, "\(place): \(count)")) }
        try downloads.finish()
        return try totals.finish(
            folder, redirects, settings: settings, downloads: downloads.count, arabic: options.arabic)
    }

    /// How many of the old site's files no text shows or links to, by the folders in which they lie.
    private var unusedFiles: [(place: String, count: Int)] {
        var counts: [String: Int] = [:]
        for path in plan.files.published where !usedFiles.contains(path) {
            counts[path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./", default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func writeSettings(_ existing: [UInt8]?, isOwn: Bool) throws -> String {
        guard totals.came > 0 else { return "" }
        var settings = SiteSettings(outlet: plan.outlet)
        settings.keepsPictureNames = !pictures.isEmpty
        return try folder.placeSettings(settings.bytes, existing: existing, isOwn: isOwn)
    }
}
