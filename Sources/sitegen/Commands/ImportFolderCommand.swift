import ArgumentParser
import Base
import Content
import Import

/// What both imports of a folder may be told.
struct ImportFolderArguments: ParsableArguments {
    @OptionGroup var all: ImportArguments
    @Argument(
        help: .text(
            en: "The folder of the old site, as its own program is given it.",
            ar: "مجلد الموقع القديم، كما يأخذه برنامجه.", value: "مجلد"), completion: .directory) var folder: String
    @Option(
        help: .text(
            en: "The byline of a name in the old texts: LOGIN=NAME.", ar: "توقيع اسم في النصوص القديمة: LOGIN=NAME.",
            value: "مستخدم=اسم")) var author: [String] = []
    @Option(help: .text(en: "Dates of updates: all or none.", ar: "تواريخ التحديث: all أو none.", value: "أيها"))
    var updated = "all"
    @Option(
        help: .text(
            en: "The language whose texts come, of a site with several.",
            ar: "اللغة التي تأتي نصوصها، من موقع متعدد اللغات.", value: "لغة")) var language: String?

    func validate() throws {
        guard updated == "all" || updated == "none" else { throw refused("--updated", "all", "none") }
    }

    func run(_ system: FolderSystem) throws {
        let source = DiskTree(root: folder)
        try all.run { options in
            options.authors = try all.pairs(author, "--author LOGIN=NAME")
            options.keepsUpdated = updated == "all"
            guard (try? source.exists()) == true else {
                throw usage(en: "there is no folder \(folder)", ar: "لا مجلد اسمه «\(folder)»")
            }
        } _: { site, outlet, options in
            try importFolder(source, of: system, into: site, outlet: outlet, language: language, options)
        }
    }
}

struct ImportJekyllCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jekyll",
        abstract: said(en: "The folder of a site that Jekyll made.", ar: "مجلد موقع صنعه Jekyll."),
        discussion: said(
            en:
                "Markdown stays as it is; front matter, addresses, pictures, Liquid and HTML become what they are here. Drafts "
                + "come as drafts. Run it again for what is new and changed there: what was edited here stays.",
            ar: "يبقى Markdown كما هو؛ وتتحول البيانات والروابط والصور وLiquid وHTML إلى صورتها هنا. تأتي "
                + "المسودات مسودات. أعد الأمر لتأخذ الجديد والمتغير هناك: وما حررته هنا يبقى.")
    )

    @OptionGroup var arguments: ImportFolderArguments

    func run() throws { try arguments.run(.jekyll) }
}

struct ImportHugoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hugo",
        abstract: said(en: "The folder of a site that Hugo made.", ar: "مجلد موقع صنعه Hugo."),
        discussion: said(
            en:
                "Markdown stays as it is; front matter, addresses, pictures, shortcodes and HTML become what they are here. "
                + "Drafts come as drafts. Run it again for what is new and changed there: what was edited here stays.",
            ar: "يبقى Markdown كما هو؛ وتتحول البيانات والروابط والصور والرموز المختصرة وHTML إلى صورتها هنا. "
                + "تأتي المسودات مسودات. أعد الأمر لتأخذ الجديد والمتغير هناك: وما حررته هنا يبقى.")
    )

    @OptionGroup var arguments: ImportFolderArguments

    func run() throws { try arguments.run(.hugo) }
}
