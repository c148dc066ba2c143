/// The text as a terminal may show it: what would steer the terminal or end a line becomes U+FFFD.
package func visible(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { output.append(steersTerminals(scalar) ? "\u{FFFD}" : scalar) }
    return String(output)
}

/// Whether a character is a control character, a line separator or a bidi override.
func steersTerminals(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
}
