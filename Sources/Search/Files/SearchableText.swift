/// What is searched of an article; where it has nothing of its own, as a removed one, its number stands for nothing.
package struct SearchableText: Sendable {
    /// Headline and kicker.
    package var titles: [String] = []
    /// Authors, tags, section, and the summary where there is one.
    package var leads: [String] = []
    /// The text without markup, UTF-8.
    package var body: [UInt8] = []
    /// Whether the beginning of the text stands for a summary.
    package var isLedByBody = false
    /// What readers choose by: `#` and the section's slug, `@` and an author's.
    package var facets: [String] = []

    /// Letters of a text that stand for a summary.
    private static let leadLetters = 240

    package init() {}

    /// The first bytes of the body, up to the last blank before 240 letters.
    var lead: Int {
        var letters = 0
        var blank: Int?
        for (place, byte) in body.enumerated() where byte & 0xC0 != 0x80 {
            if letters == Self.leadLetters { return blank ?? place }
            if byte == 0x20 || byte == 0x0A { blank = place }
            letters += 1
        }
        return body.count
    }
}
