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
        let source = DiskTree(root: folder)
        try all.run { options in
            options.authors = try all.pairs(author, "--author LOGIN=NAME")
            options.keepsUpdated = updated == "all"
            guard (try? source.exists()) == true else { throw usage("there is no folder \(folder)") }
        } _: { site, outlet, options in
            try importFolder(source, of: system, into: site, outlet: outlet, language: language, options)
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
