import ArgumentParser
import Base
import Content
import Import

struct ImportFeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Stories of a feed, RSS or Atom, or a blog from Blogger's export.",
        discussion:
            "Of Blogger's export pages and comments come, too, and drafts as drafts. Run it again for what is new there: "
            + "what was edited here stays. What came and what did not stands in Import/report.md."
    )

    @OptionGroup var arguments: ImportArguments
    @Argument(help: "Feeds of one site.") var files: [String]
    @Option(help: "The address of the new site, where it is not the old one's.") var url: String?
    @Option(help: "The byline of a name in the feed: LOGIN=NAME.") var author: [String] = []
    @Option(help: "Dates of updates: all or none.") var updated = "all"
    @Option(help: "Names of those who commented: keep, initials or none.") var commentNames = "keep"

    func validate() throws {
        guard ImportOptions.CommentNames(rawValue: commentNames) != nil else {
            throw ValidationError("--comment-names takes keep, initials or none")
        }
        guard updated == "all" || updated == "none" else { throw ValidationError("--updated takes all or none") }
    }

    func run() throws {
        try arguments.run { options in
            options.address = url ?? ""
            options.authors = try arguments.pairs(author, "--author LOGIN=NAME")
            options.keepsUpdated = updated == "all"
            options.commentNames = ImportOptions.CommentNames(rawValue: commentNames) ?? .keep
        } _: { folder, outlet, options in
            try importFeeds(files, into: folder, outlet: outlet, options)
        }
    }
}
