import ArgumentParser
import Base
import Content
import Publishing

struct AuthorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "author",
        abstract: said(en: "Takes back the name of a person who is in danger.", ar: "يسحب اسم شخص في خطر."),
        subcommands: [WithdrawCommand.self])
}

struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: said(
            en: "Puts a desk in the place of a person's name in every file: bylines, credits, texts, links.",
            ar: "يضع مكتبًا مكان اسم الشخص في كل ملف: التواقيع ومصادر الصور والنصوص والروابط."),
        discussion: said(
            en:
                "Articles keep their addresses. The person's profile and portrait are deleted, and their page answers 404: a "
                + "rule for it would spell the name. All files are written, or none. Build and upload afterwards. What was "
                + "uploaded before, backups and the history of git still have the name.",
            ar: "تبقى للمقالات عناوينها. ويُحذف ملف الشخص وصورته، وتجيب صفحته بـ404: فلو كُتبت لها قاعدة لذُكر "
                + "الاسم فيها. تُكتب الملفات كلها أو لا يُكتب شيء. ابنِ الموقع وارفعه بعدها. ويبقى الاسم فيما رُفع "
                + "من قبل وفي النسخ الاحتياطية وفي تاريخ git."))

    @OptionGroup var options: SiteOptions
    @Argument(help: .text(en: "The name, as bylines have it.", ar: "الاسم كما في توقيع المواد.", value: "اسم"))
    var name: String
    @Option(
        name: .customLong("as"),
        help: .text(
            en: "The name that takes its place, such as that of a desk.", ar: "الاسم الذي يحل محله، كاسم مكتب.",
            value: "اسم")) var desk: String
    @Flag(help: .text(en: "Say what would change, and write nothing.", ar: "اذكر ما سيتغير، ولا تكتب شيئًا."))
    var dryRun = false

    func run() throws {
        let folder = try options.folder()
        let load = try options.loadOptions()
        let arabic = speaksArabic(folder, load)
        let withdrawn: WithdrawnName
        do throws(Diagnostic) {
            let lock = try SiteLock.take("lock", or: ".", in: folder, for: "withdraw")
            defer { withExtendedLifetime(lock) {} }
            withdrawn = try WithdrawnName(name, as: desk, in: folder, load)
            if withdrawn.newErrors.isEmpty, !dryRun { try withdrawn.write(to: folder) }
        } catch {
            throw stopped(by: error, arabic: arabic)
        }
        let printer = DiagnosticPrinter(format: .text, arabic: arabic)
        for line in printer.lines((withdrawn.newErrors + withdrawn.kept).judged(.lenient)) { printError(line) }
        for line in report(withdrawn, isSound: withdrawn.newErrors.isEmpty, arabic: arabic) { print(line) }
        guard withdrawn.newErrors.isEmpty, withdrawn.isVerified, withdrawn.leaks.isEmpty else { throw ExitCode(1) }
    }

    private func report(_ withdrawn: WithdrawnName, isSound: Bool, arabic: Bool) -> [String] {
        var lines = withdrawn.edits.map { edit in
            guard edit.bytes != nil else { return "- \(edit.path)" }
            if let new = edit.newPath { return "> \(edit.path) → \(new)" }
            let places = edit.lines.map(String.init).joined(separator: ", ")
            return places.isEmpty ? "~ \(edit.path)" : "~ \(edit.path): \(places)"
        }
        for path in withdrawn.leaks {
            lines.append((arabic ? "يبقى الاسم في: Public/" : "the name stays in: Public/") + path)
        }
        if isSound, !withdrawn.isVerified {
            lines.append(
                arabic
                    ? "في الموقع أخطاء من قبل، فلم يُبنَ ولم يُفتَّش عن الاسم؛ أصلحها وأعد الأمر"
                    : "the site has errors of its own, so that it was not built and searched for the name; mend them and run this again"
            )
        }
        let count = withdrawn.edits.count
        if !isSound {
            lines.append(arabic ? "لم يُكتب شيء" : "nothing was written")
        } else if dryRun {
            lines.append(
                arabic
                    ? "ملفات ستتغير: \(count)؛ لم يُكتب شيء" : "files that would change: \(count); nothing was written")
        } else {
            lines.append(
                arabic
                    ? "ملفات تغيرت: \(count)؛ ابنِ الموقع وارفعه الآن"
                    : "files changed: \(count); build the site and upload it now")
        }
        return lines
    }
}
