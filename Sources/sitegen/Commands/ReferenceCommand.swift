import ArgumentParser
import Base
import Content
import Pages

/// Writes the parts of the documentation that stand in the code; `make docs` calls it.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Prints docs/templates.md.", shouldDisplay: false)

    @Option(help: "Write the schemas for editors into this folder instead.") var schemas: String?

    func run() throws {
        if let schemas {
            let writer = DiskTree(root: schemas).writer()
            for schema in editorSchemas() { try writer.write(Array(schema.text.utf8), to: schema.file) }
            return
        }
        print(templateReference(), terminator: "")
    }
}
