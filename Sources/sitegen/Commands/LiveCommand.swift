import ArgumentParser
import Base
import Content
import Typesetting

struct LiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live", abstract: "Writes updates of live coverage.", subcommands: [AddUpdateCommand.self])
}

struct AddUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Adds an update of this minute to an article and prints its address.",
        discussion:
            "A short first line is the update's heading. It gets an anchor that stays when its words or its time are "
            + "corrected. No other byte of the file changes; what would change another update is refused.")

    @OptionGroup var options: SiteOptions
    @Argument(help: "The article: its path, the name of its file, its slug or its id.") var article: String
    @Argument(help: "The update, in Markdown.") var text: String
    @Option(help: "The heading, where it is not the text's first line.") var title: String?
    @Option(help: "Who wrote it.") var by: String?
    @Flag(help: "Makes it one of the key points.") var pinned = false

    func run() throws {
        let folder = try options.folder()
        let load = try options.loadOptions(showsUnpublished: true)
        let (site, problems, _, _) = loadSite(folder, load)
        guard let site else {
            throw stopped(by: problems.first { $0.severity == .error }, arabic: prefersArabic)
        }
        do throws(Diagnostic) {
            let lock = try SiteLock.take("lock", or: ".", in: folder, for: "live")
            defer { withExtendedLifetime(lock) {} }
            let update = try AddedUpdate(
                .init(text: text, title: title, author: by, isPinned: pinned), to: article, in: site, from: folder,
                now: load.now)
            try folder.writer().write(update.file, to: update.path)
            print(update.path)
            print(update.url)
        } catch {
            throw stopped(by: error, arabic: site.outlet.arabicMessages)
        }
    }
}
