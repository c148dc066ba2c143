import ArgumentParser
import Base
import Content
import Publishing

struct NextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next",
        abstract: said(
            en: "Says when the site next changes by itself, and what will change.",
            ar: "يقول متى يتغير الموقع من تلقاء نفسه، وما الذي يتغير."),
        discussion: said(
            en:
                "Embargoes that end, articles that expire, slots and the breaking bar of the front page, the news sitemap.",
            ar: "حظر نشر ينقضي، ومقالات تنتهي، ومواضع الواجهة وشريط العاجل، وخريطة الأخبار."))

    @OptionGroup var options: SiteOptions
    @Flag(
        help: .text(
            en: "Everything that is scheduled, not only the next instant.", ar: "كل ما هو مجدول، لا الموعد التالي وحده."
        )) var all = false
    @Flag(help: .text(en: "Print JSON.", ar: "اعرض JSON.")) var json = false

    func run() throws {
        let (changes, outlet, problems) = try schedule(of: options.folder(), options.loadOptions())
        let errors = problems.filter { $0.severity == .error }
        guard let outlet else {
            for line in DiagnosticPrinter(format: .text, arabic: prefersArabic).lines(errors) { printError(line) }
            throw ExitCode(1)
        }
        // A broken article may hide a date: what is printed is then not all there is.
        for line in DiagnosticPrinter(format: .text, arabic: outlet.arabicMessages).lines(errors) { printError(line) }
        let shown = all ? changes : Array(changes.prefix { $0.instant == changes.first?.instant })
        let listing = ScheduleListing(changes: shown, outlet: outlet)
        let isolated = Terminal.output.isolated
        print(json ? listing.json : listing.text(isolated))
        if !errors.isEmpty { throw ExitCode(1) }
    }
}
