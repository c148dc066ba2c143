/// The languages whose habits and words the program knows; every other is printed as English is.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case arabic = "ar"
    case english = "en"
    case french = "fr"

    /// From a BCP 47 tag such as `ar`, `ar-EG` or `fr-TN`.
    package init(tag: String) { self = Language(known: tag) ?? .english }

    /// The same; nil for a language that the program does not know.
    package init?(known tag: String) {
        self.init(rawValue: String(tag.lowercased().prefix { $0 != "-" && $0 != "_" }))
    }

    /// The sign between the thousands of a number in Latin digits (CLDR 47).
    var groupSign: String { self == .french ? "\u{202F}" : "," }

    /// The sign in front of a fraction in Latin digits (CLDR 47).
    var decimalSign: String { self == .french ? "," : "." }
}
