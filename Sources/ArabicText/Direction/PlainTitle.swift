/// `title` for places without markup (`<title>`, `og:title`, feeds, JSON): U+200F in front where it begins with a Latin
/// letter or a digit, behind quotes and brackets too, which would turn the whole line.
package func titleForPlainContexts(_ title: String) -> String {
    for scalar in title.unicodeScalars {
        let value = scalar.value
        if value == 0x200F || value == 0x61C || isRightToLeft(value) { return title }
        if decimalDigit(value) != nil || scalar.properties.isAlphabetic { return "\u{200F}" + title }
    }
    return title
}
