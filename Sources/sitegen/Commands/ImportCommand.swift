import ArgumentParser
import Base
import Content
import Import

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: said(
            en: "Brings an archive into Content/; never touches what an editor wrote.",
            ar: "يأتي بأرشيف إلى Content/؛ ولا يمس ما كتبه محرر."),
        subcommands: [
            ImportWordPressCommand.self, ImportJekyllCommand.self, ImportHugoCommand.self, ImportFeedCommand.self,
            ImportPageCommand.self,
        ])
}

/// What all imports may be told.
struct ImportArguments: ParsableArguments {
    @OptionGroup var site: SiteOptions
    @Flag(help: .text(en: "Reads and reports; writes nothing.", ar: "اقرأ واذكر ما ستفعله، ولا تكتب شيئًا."))
    var dryRun = false
    @Option(
        help: .text(
            en: "The zone of the old clock, such as Africa/Cairo or +03:00.",
            ar: "المنطقة الزمنية للموقع القديم، مثل Africa/Cairo أو +03:00.", value: "منطقة")) var timeZone: String?
    @Option(help: .text(en: "The section of articles that have none.", ar: "قسم ما لا قسم له.", value: "قسم"))
    var section: String?
    @Option(
        help: .text(
            en: "The kind of a section's articles: SECTION=KIND.", ar: "نوع مواد قسم: SECTION=KIND.", value: "قسم=نوع"))
    var kind: [String] = []
    @Option(
        help: .text(
            en: "The language of the report: ar or en; the outlet's by default.",
            ar: "لغة التقرير: ar أو en؛ لغة الموقع ما لم تُذكر.", value: "لغة")) var messages: String?
    @Flag(help: .text(en: "Prints errors alone.", ar: "اعرض الأخطاء وحدها.")) var quiet = false

    /// - Parameter outlet: nil where there is none yet.
    func options(_ outlet: Outlet?) throws -> ImportOptions {
        let load = try site.loadOptions()
        var options = ImportOptions(now: load.now, arabic: try speaksArabic(outlet))
        options.workers = load.workers
        options.isDryRun = dryRun
        options.section = section ?? ""
        if let timeZone {
            do throws(ZoneProblem) {
                options.zone = try Zone(timeZone, in: load.zones)
            } catch {
                throw usage(
                    en: "--time-zone: " + error.message(timeZone).english,
                    ar: "«--time-zone»: " + error.message(timeZone).arabic)
            }
        }
        options.kinds = try pairs(kind, "--kind SECTION=KIND")
        return options
    }

    private func speaksArabic(_ outlet: Outlet?) throws -> Bool {
        switch messages {
        case nil: outlet?.arabicMessages ?? prefersArabic
        case "ar": true
        case "en": false
        default: throw usage(en: "--messages takes ar or en", ar: "يأخذ «--messages» إما ar وإما en")
        }
    }

    func pairs(_ words: [String], _ form: String) throws -> [String: String] {
        var found: [String: String] = [:]
        for word in words {
            guard let sign = word.firstIndex(of: "="), sign != word.startIndex else {
                throw usage(en: "write \(form), not “\(word)”", ar: "اكتب «\(form)» لا «\(word)»")
            }
            found[String(word[..<sign])] = String(word[word.index(after: sign)...])
        }
        return found
    }

    /// Imports into the site's folder and prints what was done; exit status 1 where not all of it could be.
    ///
    /// - Parameters:
    ///   - choose: what the command's own options say.
    ///   - work: the import.
    func run(
        _ choose: (inout ImportOptions) throws -> Void,
        _ work: (DiskTree, Outlet?, ImportOptions) throws -> ImportOutcome
    ) throws {
        let folder = try site.folder()
        let (outlet, problems) = Outlet.load(from: folder, try site.loadOptions())
        var options = try options(outlet)
        // A site.yaml that is broken is no reason to write another.
        if outlet == nil, let problem = problems.first(where: { $0.severity == .error && $0.location?.line ?? 0 > 0 }) {
            throw stopped(by: problem, arabic: options.arabic)
        }
        try choose(&options)
        do {
            try finish(try work(folder, outlet, options))
        } catch let problem as Diagnostic {
            throw stopped(by: problem, arabic: options.arabic)
        }
    }

    func finish(_ outcome: ImportOutcome) throws {
        if !quiet { for line in outcome.lines { print(line) } }
        guard outcome.isWhole else { throw ExitCode(1) }
    }
}

struct ImportPageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page",
        abstract: said(
            en: "Articles as their pages show them, from HTML or from copied text.",
            ar: "مقالات كما تظهر في صفحاتها، من HTML أو من نص منسوخ."),
        discussion: said(
            en:
                "Headline, author, date, section and source go to front matter; the form below, buttons and lists of other "
                + "stories stay behind. Prints the path of each file.",
            ar: "العنوان والكاتب والتاريخ والقسم والمصدر تصير بيانات المقال؛ ويُترك النموذج والأزرار وقوائم "
                + "المواد الأخرى. ويعرض مسار كل ملف.")
    )

    @OptionGroup var arguments: ImportArguments
    @Argument(
        help: .text(en: "Files, one page each.", ar: "الملفات، في كل ملف صفحة.", value: "ملف"), completion: .file())
    var files: [String]
    @Option(
        help: .text(
            en: "The address at which the page stood, where it does not say so itself.",
            ar: "العنوان الذي كانت الصفحة عليه، إن لم تذكره.", value: "عنوان")) var url: String?

    func run() throws {
        let folder = try arguments.site.folder()
        let (found, problems) = Outlet.load(from: folder, try arguments.site.loadOptions())
        guard let outlet = found else {
            throw stopped(by: problems.first { $0.severity == .error }, arabic: prefersArabic)
        }
        var options = try arguments.options(outlet)
        options.address = url ?? ""
        do {
            try arguments.finish(try importPages(files, into: folder, outlet: outlet, options))
        } catch let problem as Diagnostic {
            throw stopped(by: problem, arabic: options.arabic)
        }
    }
}

struct ImportWordPressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wordpress",
        abstract: said(
            en: "An archive from WordPress: Tools, Export, All content.",
            ar: "أرشيف من ووردبريس: أدوات، تصدير، كل المحتوى."),
        discussion: said(
            en:
                "Several files are parts of one export. Drafts come as drafts; what is private, behind a password or in the "
                + "trash stays behind. Run it again with a newer export for what is new and changed there: what was edited "
                + "here stays. What came, what did not and what to decide stands in Import/report.md.",
            ar: "الملفات المتعددة أجزاء تصدير واحد. تأتي المسودات مسودات، ويُترك الخاص والمحمي بكلمة سر وما في "
                + "المهملات. أعد الأمر بتصدير أحدث لتأخذ الجديد والمتغير هناك: وما حررته هنا يبقى. ما جاء وما لم "
                + "يأتِ وما يلزم قرارك في Import/report.md.")
    )

    @OptionGroup var arguments: ImportArguments
    @Argument(
        help: .text(en: "Files of the export, in order.", ar: "ملفات التصدير بترتيبها.", value: "ملف"),
        completion: .file()) var files: [String]
    @Option(
        help: .text(
            en: "The folder of uploads, wp-content/uploads, copied from the old server.",
            ar: "مجلد الصور والملفات wp-content/uploads منسوخًا من الخادم القديم.", value: "مجلد"),
        completion: .directory) var media: String?
    @Option(
        help: .text(
            en: "Redirects that Yoast or Redirection exported as CSV.",
            ar: "تحويلات صدّرتها Yoast أو Redirection بصيغة CSV.", value: "ملف"), completion: .file()) var redirects:
        [String] = []
    @Flag(help: .text(en: "Brings private and protected posts, as drafts.", ar: "أحضر الخاص والمحمي بكلمة سر، مسودات."))
    var `private` = false
    @Option(
        help: .text(en: "The byline of a login: LOGIN=NAME.", ar: "توقيع اسم مستخدم: LOGIN=NAME.", value: "مستخدم=اسم"))
    var author: [String] = []
    @Option(help: .text(en: "A custom field that names the author.", ar: "حقل مخصص فيه اسم الكاتب.", value: "حقل"))
    var authorField: String?
    @Option(
        help: .text(
            en: "A post type that comes as articles, besides “post”.", ar: "نوع محتوى يأتي مقالات مع «post».",
            value: "نوع")) var type: [String] = []
    @Option(
        help: .text(
            en: "Which category of a branch is the section: top or leaf; or tree for sections with children.",
            ar: "أي تصنيف من الفرع هو القسم: top أو leaf؛ أو tree لأقسام لها فروع.", value: "تصنيف")) var sections =
        "top"
    @Option(help: .text(en: "Dates of updates: all or none.", ar: "تواريخ التحديث: all أو none.", value: "أيها"))
    var updated = "all"
    @Option(
        help: .text(
            en: "Names of those who commented: keep, initials or none.",
            ar: "أسماء المعلقين: keep تبقى، initials أوائلها، none بلا أسماء.", value: "أيها")) var commentNames =
        "keep"

    func validate() throws {
        guard !files.isEmpty else {
            throw ValidationError(said(en: "name the export's files", ar: "اذكر ملفات التصدير"))
        }
        for file in files where file.hasSuffix(".zip") || file.hasSuffix(".gz") {
            throw ValidationError(said(en: "\(file) is packed; unpack it first", ar: "«\(file)» مضغوط؛ فُكّ ضغطه أولًا"))
        }
        guard SectionShape(rawValue: sections) != nil else { throw refused("--sections", "top", "leaf", "tree") }
        guard ImportOptions.CommentNames(rawValue: commentNames) != nil else {
            throw refused("--comment-names", "keep", "initials", "none")
        }
        guard updated == "all" || updated == "none" else { throw refused("--updated", "all", "none") }
    }

    func run() throws {
        try arguments.run { options in
            options.media = try media.map { try mediaFolder($0) }
            options.bringsPrivate = `private`
            options.redirects = redirects
            options.authors = try arguments.pairs(author, "--author LOGIN=NAME")
            options.authorField = authorField
            options.types = Set(type)
            options.sections = SectionShape(rawValue: sections) ?? .top
            options.commentNames = ImportOptions.CommentNames(rawValue: commentNames) ?? .keep
            options.keepsUpdated = updated == "all"
        } _: { folder, outlet, options in
            try importWordPress(files, into: folder, outlet: outlet, options)
        }
    }

    private func mediaFolder(_ path: String) throws -> DiskTree {
        let folder = DiskTree(root: path)
        guard (try? folder.exists()) == true else {
            throw usage(
                en: "there is no folder \(path); give the folder of uploads with --media",
                ar: "لا مجلد اسمه «\(path)»؛ اذكر مجلد الصور والملفات بعد «--media»")
        }
        return folder
    }
}
