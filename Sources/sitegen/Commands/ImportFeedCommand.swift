import ArgumentParser
import Base
import Content
import Import

struct ImportFeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: said(
            en: "Stories of a feed, RSS or Atom, or a blog from Blogger's export.",
            ar: "مواد خلاصة RSS أو Atom، أو مدونة من تصدير Blogger."),
        discussion: said(
            en:
                "Of Blogger's export pages and comments come, too, and drafts as drafts. Run it again for what is new there: "
                + "what was edited here stays. What came and what did not stands in Import/report.md.",
            ar: "ومن تصدير Blogger تأتي الصفحات والتعليقات أيضًا، والمسودات مسودات. أعد الأمر لتأخذ الجديد هناك: "
                + "وما حررته هنا يبقى. ما جاء وما لم يأتِ في Import/report.md.")
    )

    @OptionGroup var arguments: ImportArguments
    @Argument(help: .text(en: "Feeds of one site.", ar: "خلاصات موقع واحد.", value: "ملف"), completion: .file())
    var files: [String]
    @Option(
        help: .text(
            en: "The address of the new site, where it is not the old one's.",
            ar: "عنوان الموقع الجديد، إن كان غير القديم.", value: "عنوان")) var url: String?
    @Option(
        help: .text(
            en: "The byline of a name in the feed: LOGIN=NAME.", ar: "توقيع اسم في الخلاصة: LOGIN=NAME.",
            value: "مستخدم=اسم")) var author: [String] = []
    @Option(help: .text(en: "Dates of updates: all or none.", ar: "تواريخ التحديث: all أو none.", value: "أيها"))
    var updated = "all"
    @Option(
        help: .text(
            en: "Names of those who commented: keep, initials or none.",
            ar: "أسماء المعلقين: keep تبقى، initials أوائلها، none بلا أسماء.", value: "أيها")) var commentNames =
        "keep"

    func validate() throws {
        guard ImportOptions.CommentNames(rawValue: commentNames) != nil else {
            throw refused("--comment-names", "keep", "initials", "none")
        }
        guard updated == "all" || updated == "none" else { throw refused("--updated", "all", "none") }
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
