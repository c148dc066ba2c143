import ArgumentParser
import Base
import Content
import Import

/// What both imports of a folder may be told.
struct ImportFolderArguments: ParsableArguments {
    @OptionGroup var all: ImportArguments
    @Argument(help: "The folder of the old site, as its own program is given it.") var folder: String
    @Option(help: "The byline of a name in the old texts: LOGIN=NAME.") var author: [String] = []
    @Option(help: "Dates of updates: all or none.") var updated = "all"
    @Option(help: "The language whose texts come, of a site with several.") var language: String?

    func validate() throws {
        guard updated == "all" || updated == "none" else { throw ValidationError("--updated takes all or none") }
    }

    func run(_ system: FolderSystem) throws {
        let site = try all.site.folder()
        let (outlet, problems) = Outlet.load(from: site, try all.site.loadOptions())
        var options = try all.options(outlet)
        // A site.yaml that is broken is no reason to write another.
        if outlet == nil, let problem = problems.first(where: { $0.severity == .error && $0.location?.line ?? 0 > 0 }) {
            throw stopped(by: problem, arabic: options.arabic)
        }
        options.authors = try all.pairs(author, "--author LOGIN=NAME")
        options.keepsUpdated = updated == "all"
        let source = DiskTree(root: folder)
        guard (try? source.exists()) == true else { throw usage("there is no folder \(folder)") }
        do {
            try all.finish(
                try importFolder(source, of: system, into: site, outlet: outlet, language: language, options))
        } catch let problem as Diagnostic {
            throw stopped(by: problem, arabic: options.arabic)
        }
    }
}

struct ImportJekyllCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jekyll",
        abstract: "The folder of a site that Jekyll made.",
        discussion:
            "Markdown stays as it is; front matter, addresses, pictures, Liquid and HTML become what they are here. Drafts "
            + "come as drafts. Run it again for what is new and changed there: what was edited here stays."
    )

    @OptionGroup var arguments: ImportFolderArguments

    func run() throws { try arguments.run(.jekyll) }
}

struct ImportHugoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hugo",
        abstract: "The folder of a site that Hugo made.",
        discussion:
            "Markdown stays as it is; front matter, addresses, pictures, shortcodes and HTML become what they are here. "
            + "Drafts come as drafts. Run it again for what is new and changed there: what was edited here stays."
    )

    @OptionGroup var arguments: ImportFolderArguments

    func run() throws { try arguments.run(.hugo) }
}
