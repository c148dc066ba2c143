import ArabicText
import Base
import Publishing

/// The remarks of `sitegen check` as text and as annotations.
struct CheckListing {
    let arabic: Bool

    /// Lines: each file's name with its remarks below, then, once each, the remarks that several files have.
    ///
    /// - Parameter each: whether those, too, stand below each of their files.
    func text(_ problems: [Diagnostic], each: Bool) -> [String] {
        guard !each else { return text(problems) }
        let sums = SummedDiagnostic.sums(of: problems)
        let single = text(sums.filter { $0.count == 1 }.map(\.problem))
        let printer = DiagnosticPrinter(format: .text, arabic: arabic, terminal: .output)
        let many = sums.filter { $0.count > 1 }.map { printer.sum($0) }
        return single + (single.isEmpty || many.isEmpty ? [] : [""]) + many
    }

    private func text(_ problems: [Diagnostic]) -> [String] {
        let printer = DiagnosticPrinter(format: .text, arabic: arabic, terminal: .output)
        var lines: [String] = []
        var last: String?
        for problem in problems {
            let path = problem.location?.path ?? ""
            if path != last { lines += (last == nil ? [] : [""]) + [visible(path)] }
            last = path
            let place = problem.location.map { $0.isWhole ? "" : "\($0.line):\($0.column)" } ?? ""
            let gap = String(repeating: " ", count: max(1, 8 - place.count))
            lines.append("  \(place)\(gap)\(printer.withoutPlace(problem))")
        }
        return lines
    }

    func total(errors: Int, others: Int) -> String {
        Counted.errors.phrase(errors, arabic: arabic) + (arabic ? "، " : ", ")
            + Counted.remarks.phrase(others, arabic: arabic)
    }

    /// The remark as an annotation of GitHub Actions ("Workflow commands"): `::warning file=…,line=…,col=…,title=…::…`
    func annotation(_ problem: Diagnostic) -> String {
        let message = arabic ? problem.message.arabic : problem.message.english
        let place = problem.location.map {
            "file=\(escaped($0.path, ":,"))," + ($0.isWhole ? "" : "line=\($0.line),col=\($0.column),")
        }
        let severity = problem.severity == .error ? "error" : problem.severity == .warning ? "warning" : "notice"
        return "::\(severity) \(place ?? "")title=\(problem.id)::\(escaped(message, ""))"
    }

    private func escaped(_ text: String, _ more: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar.value < 0x20 || scalar.value == 0x7F || more.unicodeScalars.contains(scalar) {
                let hex = String(scalar.value, radix: 16, uppercase: true)
                output += "%" + (hex.count == 1 ? "0" : "") + hex
            } else {
                output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}
