import ArgumentParser
import Base
import Content
import Publishing

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains a message by its id: what holds, why it is reported, what to do, with an example.",
        discussion: "Without an id: all ids, each with a sentence.")

    @Argument(help: "The id in the brackets at the message's end, such as broken-link.") var id: String?
    @Option(help: "The site whose site.yaml decides on the language.") var site = "."
    @Option(help: "The language; site.yaml decides by default, else the machine's locale.")
    var messages: CheckCommand.Language?

    func run() throws {
        let arabic = messages.map { $0 == .ar } ?? siteSpeaksArabic
        let listing = RuleListing(arabic: arabic)
        guard let id else {
            for line in listing.list { print(line) }
            return
        }
        // As it is copied, with its brackets.
        let wanted = id.trimmingPrefix("[").lowercased().replacing("]", with: "").replacing("_", with: "-")
        let rules = RuleBook.rules(named: wanted)
        guard !rules.isEmpty else { throw usage(listing.unknown(wanted)) }
        for (place, rule) in rules.enumerated() {
            if place > 0 { print() }
            for line in listing.page(of: rule) { print(line) }
        }
    }

    private var siteSpeaksArabic: Bool {
        speaksArabic(
            DiskTree(root: site, named: "", workers: Workers(jobs: 1)),
            LoadOptions(now: Instant(seconds: 0), workers: Workers(jobs: 1)))
    }
}
