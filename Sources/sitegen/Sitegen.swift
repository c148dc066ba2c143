import ArgumentParser

@main
struct Sitegen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitegen",
        abstract: "Turns a folder of articles into a news site.",
        version: "sitegen 0.1.0 (libcmark \(markdownVersion))",
        subcommands: [
            BuildCommand.self, ServeCommand.self, CheckCommand.self, PlanCommand.self, NextCommand.self, NewCommand.self,
            RecordCommand.self,
            RenderCommand.self, ReferenceCommand.self,
        ],
        defaultSubcommand: nil)
}
