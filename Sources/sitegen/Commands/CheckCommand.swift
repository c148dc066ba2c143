import ArgumentParser
import Base
import Content
import Pages
import Publishing

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: said(
            en: "Checks everything that a build checks, also of what appears later, and the copy desk's rules; writes "
                + "nothing.", ar: "يفحص كل ما يفحصه البناء، وما يظهر لاحقًا، وقواعد التدقيق؛ ولا يكتب شيئًا."),
        discussion: said(
            en: "Exit status: 0 no errors, 1 errors, or with --strict any remark.",
            ar: "رمز الخروج: 0 لا أخطاء، 1 أخطاء، أو أي ملاحظة مع --strict."))

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github }
    enum Language: String, ExpressibleByArgument, CaseIterable { case ar, en }

    @OptionGroup var options: SiteOptions
    @Option(
        help: .text(
            en: "How remarks are printed: by file for people, as JSON Lines, or as GitHub's annotations.",
            ar: "صورة عرض الملاحظات: ملفًا ملفًا للقارئ، أو سطور JSON، أو ملاحظات GitHub.", value: "صورة"))
    var format = Format.text
    @Option(
        help: .text(
            en: "The language of messages; site.yaml decides by default.",
            ar: "لغة الرسائل؛ كما في site.yaml ما لم تُذكر.", value: "لغة")) var messages: Language?
    @Flag(help: .text(en: "Drafts and embargoed articles too.", ar: "والمسودات وما عليه حظر نشر أيضًا.")) var drafts =
        false
    @Flag(help: .text(en: "Any remark makes the exit status 1.", ar: "أي ملاحظة تجعل رمز الخروج 1.")) var strict = false
    @Flag(
        help: .text(
            en: "Print nothing but the other hosts that pages call, and what for.",
            ar: "اعرض ما تتصل به الصفحات من مضيفين ولماذا، ولا شيء غيره.")) var thirdParties = false
    @Flag(
        help: .text(
            en: "Print each message, also where many files have the same one.",
            ar: "اعرض كل رسالة، ولو تكررت في ملفات كثيرة.")) var allMessages = false

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
