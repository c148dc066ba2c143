import ArgumentParser
import Base

enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Writes diagnostics as people or programs read them, one line each.
struct DiagnosticPrinter {
    let format: DiagnosticFormat
    let arabic: Bool

    func line(_ problem: Diagnostic) -> String {
        format == .text ? text(problem) : json(problem)
    }

    private func text(_ problem: Diagnostic) -> String {
        let message = arabic ? problem.message.arabic : problem.message.english
        let via = problem.location.map { $0.via.isEmpty ? "" : " (\($0.via.joined(separator: " > ")))" } ?? ""
        let place = problem.location.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
        return harmless("\(place)\(problem.severity.rawValue): \(message)\(via) [\(problem.id)]")
    }

    /// Text from a file must not steer the terminal: control characters and bidi overrides are shown as U+FFFD.
    private func harmless(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let steers = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
            output.append(steers ? "\u{FFFD}" : scalar)
        }
        return String(output)
    }

    private func json(_ problem: Diagnostic) -> String {
        var fields: [(String, String)] = [("severity", quoted(problem.severity.rawValue)), ("id", quoted(problem.id))]
        if let place = problem.location {
            fields += [("path", quoted(place.path)), ("line", "\(place.line)"), ("column", "\(place.column)")]
            if !place.via.isEmpty { fields.append(("via", "[\(place.via.map(quoted).joined(separator: ","))]")) }
        }
        fields.append(("message", quoted(arabic ? problem.message.arabic : problem.message.english)))
        return "{" + fields.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}"
    }

    /// A JSON string (RFC 8259, section 7).
    private func quoted(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let hex = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }
}
