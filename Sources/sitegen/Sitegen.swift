import ArgumentParser

@main
struct Sitegen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitegen",
        abstract: "Turns a folder of articles into a news site.",
        version: "sitegen 0.1.0 (libcmark \(markdownVersion))",
        subcommands: [
            BuildCommand.self, ServeCommand.self, CheckCommand.self, PlanCommand.self, NextCommand.self,
            NewCommand.self,
            RecordCommand.self,
            RenderCommand.self, ReferenceCommand.self,
        ],
        defaultSubcommand: nil)

    /// As the library's own, but wrong usage is exit status 2, which a script can tell from errors in the input.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            printError(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }
}
