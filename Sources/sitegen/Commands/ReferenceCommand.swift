import ArgumentParser
import Base
import Content
import Pages
import Publishing

/// Writes the parts of the documentation that stand in the code; `make docs` calls it.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Prints docs/templates.md.", shouldDisplay: false)

    @Option(help: "Write the schemas for editors into this folder instead.") var schemas: String?

    @Option(help: "Write diagnostics.md and ar/diagnostics.md into this folder instead.") var diagnostics: String?

    @Option(help: "Write keys.md and ar/keys.md into this folder instead.") var keys: String?

    func run() throws {
        if let keys {
            let writer = DiskTree(root: keys).writer()
            try writer.write(Array(keyReference(arabic: false).utf8), to: "keys.md")
            try writer.write(Array(keyReference(arabic: true).utf8), to: "ar/keys.md")
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
