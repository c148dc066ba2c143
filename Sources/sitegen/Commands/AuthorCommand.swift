import ArgumentParser
import Base
import Content
import Publishing

struct AuthorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "author", abstract: "Takes back the name of a person who is in danger.",
        subcommands: [WithdrawCommand.self])
}

struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Puts a desk in the place of a person's name in every file: bylines, credits, texts, links.",
        discussion:
            "Articles keep their addresses. The person's profile and portrait are deleted, and their page answers 404: a "
            + "rule for it would spell the name. All files are written, or none. Build and upload afterwards. What was "
            + "uploaded before, backups and the history of git still have the name.")

    @OptionGroup var options: SiteOptions
    @Argument(help: "The name, as bylines have it.") var name: String
    @Option(name: .customLong("as"), help: "The name that takes its place, such as that of a desk.") var desk: String
    @Flag(help: "Say what would change, and write nothing.") var dryRun = false

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
        if !withdrawn.newErrors.isEmpty || !withdrawn.leaks.isEmpty { throw ExitCode(1) }
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
