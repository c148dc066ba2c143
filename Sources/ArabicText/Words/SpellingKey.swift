/// The key under which spellings of one name are that name: for tags, where merging two words of different meaning is
/// worse than keeping two spellings apart.
///
/// Presentation forms become letters; vowel marks, tatweel and invisible characters go; أ إ آ ٱ are ا; every decimal
/// digit is ASCII; letters are lower case; white space is one space between words and none around them. All else stays:
/// ة and ه, ى and ي, the hamza of ؤ and ئ, letters of other alphabets, and signs, for `C++` is no `C#`.
package func spellingKey(_ name: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in CanonicalForm.nfc(name).unicodeScalars { append(scalar, to: &key) }
    if key.last == " " { key.removeLast() }
    return String(key)
}

private func append(_ scalar: Unicode.Scalar, to key: inout String.UnicodeScalarView) {
    let value = scalar.value
    switch value {
    case 0x622, 0x623, 0x625, 0x671, 0x672, 0x673, 0x675: key.append("\u{627}")
    case 0x640: return
    case _ where isArabicMark(value) || InvisibleCharacters.contains(value): return
    case _ where scalar.properties.isWhitespace:
        if let last = key.last, last != " " { key.append(" ") }
    default:
        if let letters = PresentationForms.lettersAndWords(value) {
            for letter in letters { Unicode.Scalar(letter).map { append($0, to: &key) } }
        } else if let digit = decimalDigit(value), let ascii = Unicode.Scalar(0x30 + digit) {
            key.append(ascii)
        } else {
            key.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
    }
}
