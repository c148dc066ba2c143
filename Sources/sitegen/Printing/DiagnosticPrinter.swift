import ArabicText
import ArgumentParser
import Base
import Publishing

/// How diagnostics are printed: as lines for people, or as JSON Lines.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Diagnostics as lines for people or as JSON for programs.
struct DiagnosticPrinter {
    let format: DiagnosticFormat
    let arabic: Bool
    var terminal = Terminal.errors

    func line(_ problem: Diagnostic) -> String {
        format == .text ? text(problem) : json(problem)
    }

    /// All lines. As text, diagnostics that differ in their place alone share one, unless `each` is set.
    func lines(_ problems: [Diagnostic], each: Bool = false) -> [String] {
        guard format == .text, !each else { return problems.map(line) }
        return SummedDiagnostic.sums(of: problems).map { $0.count == 1 ? line($0.problem) : sum($0) }
    }

    /// The line for all places of a message.
    func sum(_ sum: SummedDiagnostic) -> String {
        let extent = sum.extent(arabic: arabic) { terminal.isolated(visible($0)) }
        return withoutPlace(sum.problem, extent: extent.map { ": \($0)" } ?? "")
    }

    private func text(_ problem: Diagnostic) -> String {
        let place = problem.location.map { "\($0.text): " } ?? ""
        return terminal.isolated(visible(place)) + withoutPlace(problem)
    }

    /// The line without its place, for lists in which the file's name stands above.
    func withoutPlace(_ problem: Diagnostic, extent: String = "") -> String {
        let message = arabic ? problem.message.arabic : problem.message.english
        let via = problem.location.map { $0.via.isEmpty ? "" : " (\($0.via.joined(separator: " > ")))" } ?? ""
        let colour: Terminal.Colour = problem.severity == .error ? .red : .yellow
        return terminal.painted("\(problem.severity.rawValue):", colour) + " "
            + terminal.isolated(visible(message + via) + extent) + terminal.painted(" [\(problem.id)]", .grey)
    }

    private func json(_ problem: Diagnostic) -> String {
        var json = JSONWriter(controls: .escaped)
        json.object { json in
            json.text("severity", problem.severity.rawValue)
            json.text("id", problem.id)
            if let place = problem.location {
                json.text("path", place.path)
                // A whole file is shown at its beginning.
                json.number("line", max(1, place.line))
                json.number("column", max(1, place.column))
                if !place.via.isEmpty { json.texts("via", place.via) }
            }
            json.text("message", arabic ? problem.message.arabic : problem.message.english)
        }
        return json.string
    }
}
