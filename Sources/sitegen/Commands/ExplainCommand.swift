import ArgumentParser
import Base
import Content
import Publishing

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: said(
            en: "Explains a message by its id: what holds, why it is reported, what to do, with an example.",
            ar: "يشرح رسالة بمعرّفها: القاعدة، والسبب، والعلاج، مع مثال."),
        discussion: said(
            en: "Without an id: all ids, each with a sentence.", ar: "بلا معرّف: يعدد المعرّفات كلها، ومع كل منها جملة."))

    @Argument(
        help: .text(
            en: "The id in the brackets at the message's end, such as broken-link.",
            ar: "المعرّف الذي بين القوسين في آخر الرسالة، مثل broken-link.", value: "معرّف")) var id: String?
    @Option(
        help: .text(
            en: "The site whose site.yaml decides on the language.", ar: "الموقع الذي يحدد ملفه site.yaml اللغة.",
            value: "مجلد"), completion: .directory) var site = "."
    @Option(
        help: .text(
            en: "The language; site.yaml decides by default, else the machine's locale.",
            ar: "اللغة؛ كما في site.yaml ما لم تُذكر، وإلا فلغة الجهاز.", value: "لغة"))
    var messages: CheckCommand.Language?

    func run() throws {
        // `--site` and `--messages` have decided on it.
        let listing = RuleListing(arabic: SpokenLanguage.isArabic)
        guard let id else {
            for line in listing.list { print(line) }
            return
        }
        // As it is copied, with its brackets.
        let wanted = id.trimmingPrefix("[").lowercased().replacing("]", with: "").replacing("_", with: "-")
        let rules = RuleBook.rules(named: wanted)
        guard !rules.isEmpty else {
            let unknown = listing.unknown(wanted)
            throw usage(en: unknown.english, ar: unknown.arabic)
        }
        for (place, rule) in rules.enumerated() {
            if place > 0 { print() }
            for line in listing.page(of: rule) { print(line) }
        }
    }
}
