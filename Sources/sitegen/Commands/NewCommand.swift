import ArgumentParser
import Base
import Content
import Publishing

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: said(
            en: "Starts a site or an article; never overwrites a file.", ar: "يبدأ موقعًا أو مقالًا؛ ولا يمحو ملفًا."),
        subcommands: [NewSiteCommand.self, NewArticleCommand.self])
}

struct NewSiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: said(
            en: "Writes a small complete outlet that builds at once.", ar: "يكتب موقعًا صغيرًا كاملًا يُبنى كما هو."))

    @Argument(
        help: .text(en: "A folder that is new or empty.", ar: "مجلد جديد أو فارغ.", value: "مجلد"),
        completion: .directory) var folder: String
    @Option(
        help: .text(
            en: "The clock, such as 2024-01-24T09:05:00Z; the machine's by default.",
            ar: "الساعة، مثل 2024-01-24T09:05:00Z؛ ساعة الجهاز ما لم تُذكر.", value: "وقت")) var now: String?

    func run() throws {
        guard !folder.isEmpty else {
            throw usage(en: "“new site” takes the name of a folder", ar: "يأخذ «new site» اسم مجلد")
        }
        let today = Zone.utc.civil(try instant(now)).date
        do throws(Diagnostic) {
            try StarterSite.write(to: DiskTree(root: folder), named: folder, today: today)
        } catch {
            throw stopped(by: error, arabic: prefersArabic)
        }
        print(prefersArabic ? "الموقع جاهز؛ لتراه في المتصفح:" : "the site is there; to see it in a browser:")
        print("  sitegen serve --site \(shellQuoted(folder))")
    }
}

struct NewArticleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "article",
        abstract: said(
            en: "Writes the file of a new article and prints its path.", ar: "يكتب ملف مقال جديد ويعرض مساره."),
        discussion: said(
            en: "The file's name and the slug come from the headline; the id stays when the file moves. It begins as a "
                + "draft: take the line “draft: true” out to publish it.",
            ar: "اسم الملف والرابط من العنوان، والمعرّف يبقى إن نُقل الملف. يبدأ مسودة: احذف السطر «draft: true» "
                + "لتنشره.")
    )

    @OptionGroup var options: SiteOptions
    @Argument(help: .text(en: "The headline.", ar: "العنوان.", value: "عنوان")) var title: String
    @Option(help: .text(en: "One of the outlet's sections.", ar: "قسم من أقسام الموقع.", value: "قسم")) var section:
        String?
    /// What every new article is by itself; scripts that asked for it still may.
    @Flag(help: .hidden) var draft = false

    func run() throws {
        let folder = try options.folder()
        let load = try options.loadOptions()
        let (found, problems) = Outlet.load(from: folder, load)
        guard let outlet = found else {
            throw stopped(by: problems.first { $0.severity == .error }, arabic: prefersArabic)
        }
        do throws(Diagnostic) {
            let article = try NewArticle(
                title: title, section: section, in: folder, outlet: outlet, now: load.now)
            try folder.writer().write(Array(article.text.utf8), to: article.path)
            print(article.path)
        } catch {
            throw stopped(by: error, arabic: outlet.arabicMessages)
        }
    }
}
