import ArgumentParser
import Base
import Foundation
import Pages

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Prints what a template gives for the values of a JSON file.",
        discussion:
            "The template's folder is where its parents and includes are looked up. Exit status: 0 done, 1 an error.")

    @Argument(help: "The template.") var template: String
    @Option(help: "The JSON file; its keys are what the template sees.") var values: String
    @Option(help: "The language of the words that text() and plural() give.") var language = "ar"
    @Option(help: "How problems are printed.") var diagnostics = DiagnosticFormat.text

    func run() throws {
        let path = URL(filePath: template)
        let data = URL(filePath: values)
        let folder = DiskTree(root: path.deletingLastPathComponent().path())
        let result = renderTemplate(
            path.lastPathComponent, in: folder, values: data.lastPathComponent,
            of: DiskTree(root: data.deletingLastPathComponent().path()), language: language)
        let printer = DiagnosticPrinter(format: diagnostics, arabic: false)
        for problem in result.diagnostics { printError(printer.line(problem)) }
        guard let output = result.output else { throw ExitCode(1) }
        FileHandle.standardOutput.write(Data(output))
    }
}
