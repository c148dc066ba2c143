/// Digits and signs that Unicode has raised and lowered: x², H₂O.
enum ShiftedText {
    /// The text raised or lowered; nil where a sign of it has no such form.
    static func of(_ text: String, raised: Bool) -> String? {
        let table = raised ? superscripts : subscripts
        var result = ""
        for character in text {
            guard let shifted = table[character] else { return nil }
            result.append(shifted)
        }
        return result
    }

    private static let plain = "0123456789+-=()"
    private static let superscripts = Dictionary(uniqueKeysWithValues: zip(plain + "n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"))
    private static let subscripts = Dictionary(uniqueKeysWithValues: zip(plain, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"))
}
