import ArgumentParser
import Base
import Publishing

enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Writes diagnostics as people or programs read them, one line each.
struct DiagnosticPrinter {
    let format: DiagnosticFormat
    let arabic: Bool
    var terminal = Terminal.errors

    func line(_ problem: Diagnostic) -> String {
        format == .text ? text(problem) : json(problem)
    }

    private func text(_ problem: Diagnostic) -> String {
        let place = problem.location.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
        return terminal.isolated(visible(place)) + withoutPlace(problem)
    }

    /// The line as it stands below the name of its file.
    func withoutPlace(_ problem: Diagnostic) -> String {
        let message = arabic ? problem.message.arabic : problem.message.english
        let via = problem.location.map { $0.via.isEmpty ? "" : " (\($0.via.joined(separator: " > ")))" } ?? ""
        let colour: Terminal.Colour = problem.severity == .error ? .red : .yellow
        return terminal.painted("\(problem.severity.rawValue):", colour) + " "
            + terminal.isolated(visible(message + via)) + terminal.painted(" [\(problem.id)]", .grey)
    }

    private func json(_ problem: Diagnostic) -> String {
        var fields: [(String, String)] = [("severity", jsonText(problem.severity.rawValue)), ("id", jsonText(problem.id))]
        if let place = problem.location {
            fields += [("path", jsonText(place.path)), ("line", "\(place.line)"), ("column", "\(place.column)")]
            if !place.via.isEmpty { fields.append(("via", "[\(place.via.map(jsonText).joined(separator: ","))]")) }
        }
        fields.append(("message", jsonText(arabic ? problem.message.arabic : problem.message.english)))
        return "{" + fields.map { "\(jsonText($0.0)):\($0.1)" }.joined(separator: ",") + "}"
    }
}
