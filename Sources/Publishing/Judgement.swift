package import Base

/// How severely what was found is taken.
package enum Strictness: Sendable {
    /// The copy desk's advice is left out.
    case lenient
    /// Everything as it was found, the copy desk's advice too.
    case complete
    /// Everything is an error, the copy desk's advice too.
    case strict
}

extension [Diagnostic] {
    /// What is shown of these diagnostics: sorted by place, each once.
    package func judged(_ strictness: Strictness) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return sorted().compactMap { found in
            if found.severity == .advice, strictness == .lenient { return nil }
            let severity: Diagnostic.Severity = strictness == .strict ? .error : found.severity
            let judged = found.judged(severity)
            return seen.insert(judged).inserted ? judged : nil
        }
    }

    /// The errors besides those in files that are held back.
    ///
    /// - Parameter heldBack: paths.
    package func errors(besides heldBack: [String]) -> [Diagnostic] {
        let heldBack = Set(heldBack)
        return filter { $0.severity == .error && !($0.location.map { heldBack.contains($0.path) } ?? false) }
    }
}
