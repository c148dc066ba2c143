package import Base

/// A diagnostic of a body, before anyone knows in which file the body stands.
package struct Remark: Sendable, Hashable {
    package let severity: Diagnostic.Severity
    /// The id of the diagnostic.
    package let id: String
    package let message: Message
    /// In bytes of the body that was given.
    package let offset: Int

    /// The most remarks on one body: nobody reads more.
    package static let most = 200

    /// A remark on what stands at `offset`.
    package init(_ severity: Diagnostic.Severity, id: String, _ message: Message, at offset: Int) {
        self.severity = severity
        self.id = id
        self.message = message
        self.offset = offset
    }

    /// The remark at its place in a file whose body begins at byte `bodyStart` of `file`.
    package func diagnostic(path: String, file: [UInt8], bodyStart: Int = 0) -> Diagnostic {
        Diagnostic(severity, id: id, message, at: Location(path: path, offset: bodyStart + offset, in: file))
    }
}
