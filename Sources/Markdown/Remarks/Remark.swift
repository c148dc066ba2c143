package import Base

/// A diagnostic of a body, before anyone knows in which file the body stands.
package struct Remark: Sendable, Hashable {
    /// Without its place.
    private let problem: Diagnostic
    /// In bytes of the body that was given.
    package let offset: Int

    /// The most remarks on one body: nobody reads more.
    package static let most = 200

    /// A remark on what stands at `offset`.
    package init(_ severity: Diagnostic.Severity, id rule: some Rule, _ message: Message, at offset: Int) {
        self.init(Diagnostic(severity, id: rule, message, at: nil), at: offset)
    }

    private init(_ problem: Diagnostic, at offset: Int) { (self.problem, self.offset) = (problem, offset) }

    package var severity: Diagnostic.Severity { problem.severity }
    package var id: String { problem.id }
    package var message: Message { problem.message }

    func breaks(_ rule: some Rule) -> Bool { problem.breaks(rule) }

    func moved(to offset: Int) -> Remark { Remark(problem, at: offset) }

    /// The remark at its place in a file whose body begins at byte `bodyStart` of `file`.
    package func diagnostic(path: String, file: [UInt8], bodyStart: Int = 0) -> Diagnostic {
        problem.moved(to: Location(path: path, offset: bodyStart + offset, in: file))
    }
}
