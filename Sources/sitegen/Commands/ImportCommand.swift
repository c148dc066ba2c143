import ArgumentParser
import Base
import Content
import Import

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Brings an archive into Content/; never touches what an editor wrote.",
        subcommands: [ImportPageCommand.self])
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
            guard let zone = Zone(name: timeZone) else {
                throw usage("--time-zone takes a name such as Africa/Cairo or an offset such as +03:00, not “\(timeZone)”")
            }
            options.zone = zone
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
            guard let sign = word.firstIndex(of: "="), sign != word.startIndex else { throw usage("write \(form), not “\(word)”") }
            found[String(word[..<sign])] = String(word[word.index(after: sign)...])
        }
        return found
    }

    /// Prints what was done; exit status 1 where not all of it could be.
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
