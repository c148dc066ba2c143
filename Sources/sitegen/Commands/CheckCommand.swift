import ArgumentParser
import Base
import Content
import Pages
import Publishing

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Checks everything that a build checks, also of what appears later, and the copy desk's rules; writes "
            + "nothing.",
        discussion: "Exit status: 0 no errors, 1 errors, or with --strict any remark.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github }
    enum Language: String, ExpressibleByArgument, CaseIterable { case ar, en }

    @OptionGroup var options: SiteOptions
    @Option(help: "How remarks are printed: by file for people, as JSON Lines, or as GitHub's annotations.")
    var format = Format.text
    @Option(help: "The language of messages; site.yaml decides by default.") var messages: Language?
    @Flag(help: "Drafts and embargoed articles too.") var drafts = false
    @Flag(help: "Any remark makes the exit status 1.") var strict = false
    @Flag(help: "Print nothing but the other hosts that pages call, and what for.") var thirdParties = false
    @Flag(help: "Print each message, also where many files have the same one.") var allMessages = false

    func run() throws {
        let folder = try options.folder()
        let load = try options.loadOptions(showsUnpublished: drafts)
        let remarks = Check(load).run(on: folder)
        let arabic = messages.map { $0 == .ar } ?? remarks.speaksArabic ?? prefersArabic
        let (listing, others) = (CheckListing(arabic: arabic), ThirdPartyListing(arabic: arabic))
        let errors = remarks.problems.count { $0.severity == .error }
        if thirdParties, errors == 0 {
            let lines =
                format == .json ? others.json(remarks.thirdParties) : others.text(remarks.thirdParties, all: true)
            for line in lines { print(line) }
            return
        }
        switch format {
        case .text: for line in listing.text(remarks.problems, each: allMessages) { print(line) }
        case .json:
            for problem in remarks.problems { print(DiagnosticPrinter(format: .json, arabic: arabic).line(problem)) }
        case .github: for problem in remarks.problems { print(listing.annotation(problem)) }
        }
        if format == .text {
            for line in others.text(remarks.thirdParties) { print(line) }
            print(listing.total(errors: errors, others: remarks.problems.count - errors))
        }
        if errors > 0 || strict && !remarks.problems.isEmpty { throw ExitCode(1) }
    }
}
