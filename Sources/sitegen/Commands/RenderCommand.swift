import ArgumentParser
import Base
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
        let (template, values) = (parts(of: template), parts(of: values))
        let result = renderTemplate(
            template.name, in: DiskTree(root: template.folder), values: values.name,
            of: DiskTree(root: values.folder), language: language)
        let printer = DiagnosticPrinter(format: diagnostics, arabic: false)
        for problem in result.diagnostics { printError(printer.line(problem)) }
        guard let output = result.output else { throw ExitCode(1) }
        StandardStream.output.write(output)
    }

    private func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }
}
