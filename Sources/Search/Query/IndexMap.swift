/// `map.json`: which eras there are, and what they were made from.
package struct IndexMap: Sendable {
    /// The oldest first.
    package let eras: [Entry]
    /// Whether Arabic's own rules hold.
    package let isArabic: Bool

    package struct Entry: Sendable {
        package let era: Era
        /// Eight hexadecimal digits, another for each content.
        package let version: String

        package init(_ era: Era, version: String) { (self.era, self.version) = (era, version) }
    }

    package init(_ eras: [Entry], isArabic: Bool) { (self.eras, self.isArabic) = (eras, isArabic) }
}
