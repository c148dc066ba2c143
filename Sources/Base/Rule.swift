/// What a diagnostic is about: a case of an enum that stands beside the code that reports it. The raw value is the id,
/// lower-case words joined by hyphens; messages may be reworded, the id never changes.
///
///     package enum PageRule: String, Rule {
///         case duplicateURL = "duplicate-url"
///     }
package protocol Rule: RawRepresentable<String>, CaseIterable, Sendable {}
