import ArgumentParser

@main
struct Sitegen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitegen",
        abstract: "Turns a folder of articles into a news site.",
        version: programVersion,
        subcommands: [
            BuildCommand.self, ServeCommand.self, CheckCommand.self, PlanCommand.self, NextCommand.self,
            SearchCommand.self, NewCommand.self, ImportCommand.self, AuthorCommand.self, CommentsCommand.self,
            LiveCommand.self, RecordCommand.self, ExplainCommand.self, RenderCommand.self, ReferenceCommand.self,
        ])

    /// Runs the command. Wrong usage ends with exit status 2, not with the library's 64, so that a script can tell it
    /// from errors in the input, which end with 1.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            printError(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }
}
