import ArgumentParser

@main
struct Sitegen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitegen",
        abstract: said(
            en: "Turns a folder of articles into a news site.", ar: "يحوّل مجلد مقالات إلى موقع إخباري."),
        version: programVersion,
        subcommands: [
            BuildCommand.self, ServeCommand.self, CheckCommand.self, PlanCommand.self, NextCommand.self,
            SearchCommand.self, NewCommand.self, UpgradeCommand.self, ImportCommand.self, AuthorCommand.self,
            CommentsCommand.self, LiveCommand.self, RecordCommand.self, ExplainCommand.self, RenderCommand.self,
            ReferenceCommand.self,
        ])

    /// Runs the command. Wrong usage ends with exit status 2, not with the library's 64, so that a script can tell it
    /// from errors in the input, which end with 1.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            if SpokenLanguage.isArabic, let program = CommandReference.program { sayInArabic(error, program) }
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            printError(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }

    /// Prints help and wrong usage, which the parser has in English alone, and ends the program; returns from what is
    /// neither.
    private static func sayInArabic(_ error: any Error, _ program: CommandReference) {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch exitCode(for: error) {
        case .success:
            guard let (chain, unknown) = helpAsked(arguments, of: program) else { return }
            if let unknown { for line in unknown.lines.dropLast(2) { printError(line) } }
            for line in ArabicHelp(chain: chain).lines { print(line) }
            exit()
        case .validationFailure:
            let usage = ArabicUsage(line: TypedLine(arguments, of: program), reason: message(for: error))
            for line in usage.lines { printError(line) }
            exit(withError: ExitCode(2))
        default: return
        }
    }

    /// The command whose help a line asks for, with what is wrong with its name; nil where it asks for something else,
    /// such as the version.
    private static func helpAsked(
        _ arguments: [String], of program: CommandReference
    ) -> (chain: [CommandReference], unknown: ArabicUsage?)? {
        if arguments.first == "help" {
            let names = arguments.dropFirst().filter { !$0.hasPrefix("-") }
            let line = TypedLine(names, of: program)
            guard case .unknownCommand = line.fault else { return (line.chain, nil) }
            return (line.chain, ArabicUsage(line: line, reason: ""))
        }
        let others = ["--version", "--generate-completion-script", "--experimental-dump-help", "---completion"]
        let asks = arguments.contains { ["-h", "--help"].contains($0) }
        guard asks || !arguments.contains(where: { word in others.contains { word.hasPrefix($0) } }) else { return nil }
        return (program.chain(arguments).commands, nil)
    }
}
