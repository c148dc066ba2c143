import ArgumentParser
import Base
import Content
import Import

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Brings an archive into Content/; never touches what an editor wrote.",
        subcommands: [
            ImportWordPressCommand.self, ImportJekyllCommand.self, ImportHugoCommand.self, ImportFeedCommand.self,
            ImportPageCommand.self,
        ])
}

/// What all imports may be told.
struct ImportArguments: ParsableArguments {
    @OptionGroup var site: SiteOptions
    @Flag(help: "Reads and reports; writes nothing.") var dryRun = false
    @Option(help: "The zone of the old clock, such as Africa/Cairo or +03:00.") var timeZone: String?
    @Option(help: "The section of articles that have none.") var section: String?
    @Option(help: "The kind of a section's articles: SECTION=KIND.") var kind: [String] = []
    @Option(help: "The language of the report: ar or en; the outlet's by default.") var messages: String?
    @Flag(help: "Prints errors alone.") var quiet = false

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
                throw usage("--time-zone: " + error.message(timeZone).english)
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
        default: throw usage("--messages takes ar or en")
        }
    }

    func pairs(_ words: [String], _ form: String) throws -> [String: String] {
        var found: [String: String] = [:]
        for word in words {
            guard let sign = word.firstIndex(of: "="), sign != word.startIndex else {
                throw usage("write \(form), not “\(word)”")
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
        abstract: "Articles as their pages show them, from HTML or from copied text.",
        discussion:
            "Headline, author, date, section and source go to front matter; the form below, buttons and lists of other "
            + "stories stay behind. Prints the path of each file."
    )

    @OptionGroup var arguments: ImportArguments
    @Argument(help: "Files, one page each.") var files: [String]
    @Option(help: "The address at which the page stood, where it does not say so itself.") var url: String?

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
        abstract: "An archive from WordPress: Tools, Export, All content.",
        discussion:
            "Several files are parts of one export. Drafts come as drafts; what is private, behind a password or in the "
            + "trash stays behind. Run it again with a newer export for what is new and changed there: what was edited "
            + "here stays. What came, what did not and what to decide stands in Import/report.md."
    )

    @OptionGroup var arguments: ImportArguments
    @Argument(help: "Files of the export, in order.") var files: [String]
    @Option(help: "The folder of uploads, wp-content/uploads, copied from the old server.") var media: String?
    @Option(help: "Redirects that Yoast or Redirection exported as CSV.") var redirects: [String] = []
    @Flag(help: "Brings private and protected posts, as drafts.") var `private` = false
    @Option(help: "The byline of a login: LOGIN=NAME.") var author: [String] = []
    @Option(help: "A custom field that names the author.") var authorField: String?
    @Option(help: "A post type that comes as articles, besides “post”.") var type: [String] = []
    @Option(help: "Which category of a branch is the section: top or leaf; or tree for sections with children.")
    var sections = "top"
    @Option(help: "Dates of updates: all or none.") var updated = "all"
    @Option(help: "Names of those who commented: keep, initials or none.") var commentNames = "keep"

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("name the export's files") }
        for file in files where file.hasSuffix(".zip") || file.hasSuffix(".gz") {
            throw ValidationError("\(file) is packed; unpack it first")
        }
        guard SectionShape(rawValue: sections) != nil else {
            throw ValidationError("--sections takes top, leaf or tree")
        }
        guard ImportOptions.CommentNames(rawValue: commentNames) != nil else {
            throw ValidationError("--comment-names takes keep, initials or none")
        }
        guard updated == "all" || updated == "none" else { throw ValidationError("--updated takes all or none") }
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
            throw usage("there is no folder \(path); give the folder of uploads with --media")
        }
        return folder
    }
}
