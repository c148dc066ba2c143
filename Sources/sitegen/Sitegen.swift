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
            if SpokenLanguage.isArabic { sayInArabic(error) }
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            printError(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }

    /// Prints help and wrong usage, which the parser has in English alone, and ends the program; returns from what is
    /// neither.
    private static func sayInArabic(_ error: any Error) {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch exitCode(for: error) {
        case .success:
            guard asksForHelp(arguments), let program = CommandReference.program else { return }
            // `help`, then names; or names with an option among them.
            let names = arguments.first == "help" ? arguments.dropFirst().filter { !$0.hasPrefix("-") } : arguments
            let line = TypedLine(names, of: program)
            if arguments.first == "help", case .unknownCommand = line.fault {
                for line in ArabicUsage(line: line, reason: "").problem { printError(line) }
            }
            for line in ArabicHelp(chain: line.chain).lines { print(line) }
            exit()
        case .validationFailure:
            guard let program = CommandReference.program else { return }
            let usage = ArabicUsage(line: TypedLine(arguments, of: program), reason: message(for: error))
            for line in usage.lines { printError(line) }
            exit(withError: ExitCode(2))
        default: return
        }
    }

    /// Whether a line that the parser answers by itself asks for help, and not for the version, for completions or for the
    /// parser's own description.
    private static func asksForHelp(_ arguments: [String]) -> Bool {
        let others = ["--version", "--generate-completion-script", "--experimental-dump-help", "---completion"]
        return arguments.contains { ["-h", "--help"].contains($0) }
            || !arguments.contains { word in others.contains { word.hasPrefix($0) } }
    }
}
