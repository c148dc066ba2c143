import ArgumentParser
import Pages

/// Writes the parts of the documentation that stand in the code; `make docs` calls it.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Prints docs/templates.md.", shouldDisplay: false)

    func run() {
        print(templateReference(), terminator: "")
    }
}
