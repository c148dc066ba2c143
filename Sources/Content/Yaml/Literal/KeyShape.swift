import ArabicText

/// How a value on the key's own line is read.
package enum KeyShape: Sendable, Hashable {
    /// Taken literally on one line; see `LiteralText`.
    case text
    /// Between brackets a YAML list or mapping, else text, such as names that split at commas.
    case list
    /// A date, an address, a word for programs: taken literally as text is, but a comment behind it is a
    /// comment.
    case code
    case other
}

/// A key's spelling without case and vowel marks, a low line for each hyphen and space.
func foldedKey(_ spelling: String) -> String {
    let between = [UInt8(ascii: "-"), UInt8(ascii: " ")]
    let bytes = ArabicText.folded(spelling).utf8.map { between.contains($0) ? UInt8(ascii: "_") : $0 }
    return String(decoding: bytes, as: UTF8.self)
}
