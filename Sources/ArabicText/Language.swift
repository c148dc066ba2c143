/// The languages whose habits the program knows; every other is printed as English is.
package enum Language: Sendable, Hashable {
    case arabic, english, french

    /// From a BCP 47 tag such as `ar`, `ar-EG` or `fr-TN`.
    package init(tag: String) {
        let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
        self = primary == "ar" ? .arabic : primary == "fr" ? .french : .english
    }
}
