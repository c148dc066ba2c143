/// What the outlet settles about the search.
package struct SearchSettings: Sendable, Hashable {
    /// Whether there is one.
    package var isOn = true
    /// Rows of words that find each other, one word each.
    package var synonyms: [[String]] = []
    /// Whether the newest articles come first, not the best.
    package var isNewestFirst = false
}
