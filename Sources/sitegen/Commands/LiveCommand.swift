import ArgumentParser
import Base
import Content
import Typesetting

struct LiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live",
        abstract: said(en: "Writes updates of live coverage.", ar: "يكتب تحديثات التغطية المباشرة."),
        subcommands: [AddUpdateCommand.self])
}

struct AddUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: said(
            en: "Adds an update of this minute to an article and prints its address.",
            ar: "يضيف إلى المقال تحديثًا بهذه الدقيقة ويعرض عنوانه."),
        discussion: said(
            en:
                "A short first line is the update's heading. It gets an anchor that stays when its words or its time are "
                + "corrected. No other byte of the file changes; what would change another update is refused.",
            ar: "إن قصر السطر الأول فهو عنوان التحديث. وللتحديث رابط يبقى إن صُوّبت كلماته أو وقته. ولا يتغير في "
                + "الملف غيره؛ ويُرفض ما يغيّر تحديثًا آخر."))

    @OptionGroup var options: SiteOptions
    @Argument(
        help: .text(
            en: "The article: its path, the name of its file, its slug or its id.",
            ar: "المقال: مسار ملفه أو اسم ملفه أو اسمه في الرابط أو معرّفه.", value: "مقال")) var article: String
    @Argument(help: .text(en: "The update, in Markdown.", ar: "نص التحديث، بصيغة Markdown.", value: "نص")) var text:
        String
    @Option(
        help: .text(
            en: "The heading, where it is not the text's first line.", ar: "عنوان التحديث، إن لم يكن أول سطر في النص.",
            value: "عنوان")) var title: String?
    @Option(help: .text(en: "Who wrote it.", ar: "من كتبه.", value: "كاتب")) var by: String?
    @Flag(help: .text(en: "Makes it one of the key points.", ar: "اجعله من أبرز النقاط.")) var pinned = false

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
