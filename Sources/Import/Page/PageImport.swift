import ArabicText
package import Base
package import Content
import Markdown

/// Options that all imports have.
package struct ImportOptions: Sendable {
    package var now: Instant
    package var workers = Workers(jobs: 1)
    /// Nothing is written.
    package var isDryRun = false
    /// Private and protected texts come, as drafts.
    package var bringsPrivate = false
    package var zone: Zone?
    package var section = ""
    /// Bylines by login.
    package var authors: [String: String] = [:]
    /// Key of a post's own field that names its author.
    package var authorField: String?
    /// Kinds of articles by section.
    package var kinds: [String: String] = [:]
    package var sections = SectionShape.top
    /// Types of posts that come as articles, besides `post`.
    package var types: Set<String> = []
    package var keepsUpdated = true
    package var commentNames = CommentNames.keep
    /// Address at which the pages stood.
    package var address = ""
    /// Files into which plug-ins exported their redirects.
    package var redirects: [String] = []
    /// Folder of uploads.
    package var media: DiskTree?
    package var arabic: Bool

    package init(now: Instant, arabic: Bool) { (self.now, self.arabic) = (now, arabic) }
}

/// What becomes of categories that lie beneath others.
package enum SectionShape: String, Sendable, CaseIterable {
    /// The one at the top is the section.
    case top
    /// The lowest is the section.
    case leaf
    /// The lowest is the section, beneath those above it.
    case tree
}

/// What an import did, to be printed.
package struct ImportOutcome: Sendable {
    /// Lines for people, in the report's language.
    package var lines: [String] = []
    /// Whether all was read, and no old address was lost.
    package var isWhole = true
}

/// `sitegen import page`: articles as their pages showed them, from HTML or from text.
package func importPages(
    _ files: [String], into tree: DiskTree, outlet: Outlet, _ options: ImportOptions
) throws -> ImportOutcome {
    let folder = try ImportFolder(tree, writes: !options.isDryRun)
    var outcome = ImportOutcome()
    var downloads = try Downloads(folder)
    for path in files {
        let source = try Source.whole(path)
        var page = PageArticle(source, outlet: outlet, options)
        guard !page.file.title.isEmpty else {
            outcome.isWhole = false
            let message = Message(en: "\(path): no headline and no text", ar: "\(path): لا عنوان ولا نص")
            outcome.lines.append(options.arabic ? message.arabic : message.english)
            continue
        }
        page.settle()
        let key = "page:" + page.identity
        let wanted = try page.path(in: folder, key: key)
        let (written, result) = try folder.place(page.file.bytes, key: key, item: Digest(of: source), at: wanted)
        for row in page.rows { try folder.report(ReportRow(row, file: written)) }
        if result == .edited { try folder.report(ReportRow(.editedHere, file: written, page.file.title)) }
        if result == .deleted { try folder.report(ReportRow(.deletedHere, file: written, page.file.title)) }
        for use in page.uses { try downloads.add(use) }
        outcome.lines.append(written)
    }
    try downloads.finish()
    var report = ImportReport(arabic: options.arabic)
    report.figures = [(Message(en: "pages read", ar: "صفحات قُرئت"), files.count)]
    report.downloads = downloads.count
    try folder.put(report.text(folder.rows), at: "Import/report.md")
    try folder.finish()
    return outcome
}

/// Files that an import reads.
enum Source {
    /// The whole file, at most 64 MB of it.
    static func whole(_ path: String) throws -> [UInt8] {
        let pieces = try FilePieces(path: path)
        var bytes: [UInt8] = []
        while bytes.count <= 64 << 20, try pieces.next({ bytes += $0 }) {}
        return bytes
    }
}
