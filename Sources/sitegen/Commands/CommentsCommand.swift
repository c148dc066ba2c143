import ArgumentParser
import Base
import Content
import Moderation

struct CommentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comments",
        abstract: said(en: "Lets readers' comments through, and takes them back.", ar: "يجيز تعليقات القراء ويسحبها."),
        discussion: said(
            en:
                "What a form delivers is taken into Moderation/, which git ignores and no build reads; what is approved is a "
                + "line in Content/comments/. Mail addresses and IPs are not kept.",
            ar: "ما يأتي به النموذج يوضع في Moderation/ الذي يتجاهله git ولا يقرؤه بناء؛ وما أُجيز سطر في "
                + "Content/comments/. ولا تُحفظ عناوين البريد ولا أرقام IP."),
        subcommands: [
            TakeComments.self, ListComments.self, ApproveComments.self, RejectComments.self, RemoveComment.self,
            AnonymiseComments.self, CloseComments.self,
        ])
}

/// The site and its moderators' folder, as each of the commands needs them.
private struct Desk {
    var desk: ModerationDesk
    @Boxed private(set) var outlet: Outlet
    let now: Instant
    private let lock: SiteLock

    var arabic: Bool { outlet.arabicMessages }

    init(_ options: SiteOptions) throws {
        let folder = try options.folder()
        let load = try options.loadOptions()
        let (site, problems, _, _) = loadSite(folder, load)
        guard let site else {
            throw stopped(by: problems.first { $0.severity == .error }, arabic: prefersArabic)
        }
        do throws(Diagnostic) {
            lock = try SiteLock.take("lock", or: ".", in: folder, for: "comments")
            desk = try ModerationDesk(folder, site)
        } catch {
            throw stopped(by: error, arabic: site.outlet.arabicMessages)
        }
        (outlet, now) = (site.outlet, load.now)
    }

    /// Runs a change; what refuses it ends the program.
    mutating func run<Result>(
        _ change: (inout ModerationDesk) throws(Diagnostic) -> Result
    ) throws -> Result {
        do throws(Diagnostic) {
            return try change(&desk)
        } catch {
            throw stopped(by: error, arabic: arabic)
        }
    }

    /// A line in the outlet's language.
    func say(_ english: String, _ arabic: String) { print(self.arabic ? arabic : english) }
}

private struct TakeComments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take",
        abstract: said(
            en: "Takes in what the form delivered: JSON, JSON Lines or URL-encoded.",
            ar: "يتسلم ما أتى به النموذج: JSON أو سطور JSON أو بترميز الروابط."))

    @OptionGroup var options: SiteOptions
    @Argument(
        help: .text(en: "Files and folders of deliveries.", ar: "ملفات ما وصل ومجلداته.", value: "مسار"),
        completion: .file())
    var paths: [String]

    func validate() throws {
        guard !paths.isEmpty else {
            throw ValidationError(said(en: "name a file or a folder", ar: "اذكر ملفًا أو مجلدًا"))
        }
    }

    func run() throws {
        var desk = try Desk(options)
        var files: [(tree: DiskTree, entry: FileEntry, shown: String)] = []
        for path in paths { files += try deliveries(at: path, arabic: desk.arabic) }
        let now = desk.now
        let taken = try desk.run { (desk) throws(Diagnostic) in try desk.take(files, now: now) }
        for (path, reason) in taken.refused {
            printError("\(path): \(desk.arabic ? reason.arabic : reason.english)")
        }
        desk.say(
            "waiting: \(taken.waiting), spam: \(taken.spam), known: \(taken.known), refused: \(taken.refused.count)",
            "تنتظر: \(taken.waiting)، مزعجة: \(taken.spam)، معروفة: \(taken.known)، مرفوضة: \(taken.refused.count)")
    }

    private func deliveries(
        at path: String, arabic: Bool
    ) throws -> [(tree: DiskTree, entry: FileEntry, shown: String)] {
        do throws(Diagnostic) {
            let folder = DiskTree(root: path)
            if try folder.exists() {
                return try folder.entries(under: "").map { (folder, $0, path + "/" + $0.path) }
            }
            let slash = path.lastIndex(of: "/")
            let parent = DiskTree(root: slash.map { String(path[...$0]) } ?? ".")
            let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
            let bytes = try parent.read(name)
            return [(parent, FileEntry(path: name, size: bytes.count), path)]
        } catch {
            throw stopped(by: error, arabic: arabic)
        }
    }
}

private struct ListComments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: said(
            en: "Shows the comments that wait, each with its id.", ar: "يعرض التعليقات التي تنتظر، ومع كل منها معرّفه."))

    @OptionGroup var options: SiteOptions
    @Flag(help: .text(en: "Those that were taken for spam, instead.", ar: "ما عُدّ مزعجًا بدلًا منها.")) var spam = false

    func run() throws {
        let desk = try Desk(options)
        let shown = spam ? desk.desk.folder.spam : desk.desk.folder.waiting
        for submission in shown {
            let comment = submission.comment
            let name = comment.name ?? (desk.arabic ? "قارئ" : "a reader")
            let title = desk.desk.title(of: submission.article) ?? "?"
            let reason = submission.reason.map { " [\($0.rawValue)]" } ?? ""
            print("\(comment.id)  \(comment.date.instant.utc)  \(visible(name)) → \(visible(title))\(reason)")
            if let parent = comment.parent { print("    ↳ \(parent)") }
            for line in comment.text.split(separator: "\n") { print("    \(visible(String(line)))") }
        }
        let (waiting, sorted) = (desk.desk.folder.waiting.count, desk.desk.folder.spam.count)
        desk.say("waiting: \(waiting), spam: \(sorted)", "تنتظر: \(waiting)، مزعجة: \(sorted)")
    }
}

private struct ApproveComments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: said(
            en: "Lets comments through; build the site to publish them.", ar: "يجيز تعليقات؛ ابنِ الموقع لتُنشر."))

    @OptionGroup var options: SiteOptions
    @Argument(help: .text(en: "Ids, or beginnings of them.", ar: "معرّفات التعليقات، أو أوائلها.", value: "معرّف"))
    var ids: [String]

    func run() throws {
        var desk = try Desk(options)
        for path in try desk.run({ (desk) throws(Diagnostic) in try desk.approve(ids) }).uniqued() { print(path) }
    }
}

private struct RejectComments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: said(en: "Refuses comments for good.", ar: "يرفض تعليقات رفضًا نهائيًا."))

    @OptionGroup var options: SiteOptions
    @Argument(help: .text(en: "Ids, or beginnings of them.", ar: "معرّفات التعليقات، أو أوائلها.", value: "معرّف"))
    var ids: [String] = []
    @Flag(help: .text(en: "All that were taken for spam.", ar: "كل ما عُدّ مزعجًا.")) var spam = false

    func run() throws {
        var desk = try Desk(options)
        let ids = self.ids + (spam ? desk.desk.folder.spam.map(\.comment.id) : [])
        try desk.run { (desk) throws(Diagnostic) in try desk.reject(ids) }
        desk.say("refused: \(ids.count)", "رُفضت: \(ids.count)")
    }
}

private struct RemoveComment: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: said(
            en: "Takes a public comment back; answers to it keep their place.",
            ar: "يسحب تعليقًا منشورًا؛ وتبقى الردود عليه في موضعها."))

    @OptionGroup var options: SiteOptions
    @Argument(help: .text(en: "Its id.", ar: "معرّفه.", value: "معرّف")) var id: String

    func run() throws {
        var desk = try Desk(options)
        print(try desk.run { (desk) throws(Diagnostic) in try desk.remove(id) })
    }
}

private struct AnonymiseComments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "anonymise",
        abstract: said(en: "Takes a reader's name off all that they wrote.", ar: "يرفع اسم قارئ عن كل ما كتبه."),
        discussion: said(
            en: "The history of git still has the name, and so have backups.",
            ar: "ويبقى الاسم في تاريخ git وفي النسخ الاحتياطية."))

    @OptionGroup var options: SiteOptions
    @Argument(help: .text(en: "The name, as the comments have it.", ar: "الاسم كما في التعليقات.", value: "اسم"))
    var name: String

    func run() throws {
        var desk = try Desk(options)
        let count = try desk.run { (desk) throws(Diagnostic) in try desk.anonymise(name) }
        desk.say("comments changed: \(count)", "تعليقات تغيّرت: \(count)")
        if count == 0 { throw ExitCode(1) }
    }
}

private struct CloseComments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: said(
            en: "Closes an article to comments; those that are there stay.",
            ar: "يغلق باب التعليق على مقال؛ ويبقى ما فيه."))

    @OptionGroup var options: SiteOptions
    @Argument(
        help: .text(en: "The article's address, file or id.", ar: "عنوان المقال أو ملفه أو معرّفه.", value: "مقال"))
    var article: String

    func run() throws {
        var desk = try Desk(options)
        print(try desk.run { (desk) throws(Diagnostic) in try desk.close(article) })
    }
}
