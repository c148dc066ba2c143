import ArgumentParser
import Base
import Content
import Pages
import Publishing

/// Writes the parts of the documentation that stand in the code; `make docs` and `make install` call it.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: said(en: "Prints docs/templates.md.", ar: "يعرض docs/templates.md."),
        shouldDisplay: false)

    @Option(
        help: .text(
            en: "Write the schemas for editors into this folder instead.",
            ar: "اكتب المخططات التي تقرؤها برامج التحرير في هذا المجلد بدلًا منه.", value: "مجلد"),
        completion: .directory) var schemas: String?

    @Option(
        help: .text(
            en: "Write diagnostics.md and ar/diagnostics.md into this folder instead.",
            ar: "اكتب diagnostics.md وar/diagnostics.md في هذا المجلد بدلًا منه.", value: "مجلد"), completion: .directory
    ) var diagnostics: String?

    @Flag(
        help: .text(
            en: "Print the manual page of the program instead.", ar: "اعرض صفحة دليل البرنامج بدلًا منه."))
    var manual = false

    @Option(
        help: .text(en: "The language of the manual page.", ar: "لغة صفحة الدليل.", value: "لغة"))
    var messages: CheckCommand.Language?

    @Option(
        help: .text(
            en: "Write keys.md and ar/keys.md into this folder instead.",
            ar: "اكتب keys.md وar/keys.md في هذا المجلد بدلًا منه.", value: "مجلد")) var keys: String?

    func run() throws {
        if let keys {
            let writer = DiskTree(root: keys).writer()
            try writer.write(Array(keyReference(arabic: false).utf8), to: "keys.md")
            try writer.write(Array(keyReference(arabic: true).utf8), to: "ar/keys.md")
            return
        }
        if manual {
            guard let program = CommandReference.program else { throw ExitCode(1) }
            print(ManualPage(program: program).text, terminator: "")
            return
        }
        if let diagnostics {
            let writer = DiskTree(root: diagnostics).writer()
            try writer.write(Array(diagnosticsReference(arabic: false).utf8), to: "diagnostics.md")
            try writer.write(Array(diagnosticsReference(arabic: true).utf8), to: "ar/diagnostics.md")
            return
        }
        if let schemas {
            let writer = DiskTree(root: schemas).writer()
            for schema in editorSchemas() { try writer.write(Array(schema.text.utf8), to: schema.file) }
            return
        }
        print(templateReference(), terminator: "")
    }
}
