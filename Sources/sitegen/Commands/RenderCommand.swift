import ArgumentParser
import Base
import Pages

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: said(
            en: "Prints what a template gives for the values of a JSON file.",
            ar: "يعرض ما يعطيه قالب لقيم في ملف JSON."),
        discussion: said(
            en:
                "The template's folder is where its parents and includes are looked up. Exit status: 0 done, 1 an error.",
            ar: "يُبحث في مجلد القالب عمّا يرثه ويضمّه. رمز الخروج: 0 تم، 1 خطأ."))

    @Argument(help: .text(en: "The template.", ar: "القالب.", value: "قالب"), completion: .file()) var template: String
    @Option(
        help: .text(
            en: "The JSON file; its keys are what the template sees.", ar: "ملف JSON؛ مفاتيحه ما يراه القالب.",
            value: "ملف"), completion: .file()) var values: String
    @Option(
        help: .text(
            en: "The language of the words that text() and plural() give.",
            ar: "لغة الكلمات التي تعطيها text() وplural().", value: "لغة")) var language = "ar"
    @Option(help: .text(en: "How problems are printed.", ar: "صورة عرض المشكلات.", value: "صورة")) var diagnostics =
        DiagnosticFormat.text

    func run() throws {
        let (template, values) = (parts(of: template), parts(of: values))
        let result = renderTemplate(
            template.name, in: DiskTree(root: template.folder), values: values.name,
            of: DiskTree(root: values.folder), language: language)
        let printer = DiagnosticPrinter(format: diagnostics, arabic: SpokenLanguage.isArabic)
        for problem in result.diagnostics { printError(printer.line(problem)) }
        guard let output = result.output else { throw ExitCode(1) }
        StandardStream.output.write(output)
    }

    private func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }
}
