package import Base

/// A compiled template.
package struct Template: Sendable {
    /// Of every source it was made from and of the calls that were made when it was compiled.
    package let digest: Digest

    /// Appends the page. `values` are in the order of the globals it was compiled for.
    package func render(_ values: [Value], into output: inout [UInt8]) {}

    /// As `render`, for templates compiled without checks: throws where Jinja would, such as for a field of an undefined value.
    package func renderUnchecked(_ values: [Value], into output: inout [UInt8]) throws(Diagnostic) {}
}
