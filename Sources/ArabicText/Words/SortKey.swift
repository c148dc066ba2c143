/// Where a tag, an author or a section stands in a list: compare, never print.
package struct SortKey: Comparable, Hashable, Sendable {
    /// The letters' order, a zero, then the text itself, so that no two different texts are equal.
    package let bytes: [UInt8]

    package static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

/// Digits, then Arabic, then Latin, then other scripts. The article ال, vowel marks, tatweel and quotes do not count;
/// أ إ آ sort as ا, ة as ه, ى as ي, ؤ as و, ئ as ي, and ء comes first. Latin ignores case and accents; Persian and
/// Maghrebi letters follow the Arabic ones that they look like.
///
/// The index lists `text` under its letter: `ا`, `ب`, `A`; `0–9` for any digit, `#` for what begins with a sign.
package func indexPlace(_ text: String) -> (key: SortKey, letter: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count * 2 + 4)
    let composed = CanonicalForm.nfc(text)
    let letters = sortedLetters(composed)
    for value in letters { appendWeight(of: value, to: &bytes) }
    bytes.append(0)
    bytes.append(contentsOf: composed.utf8)
    return (SortKey(bytes: bytes), indexLetter(letters))
}

private func indexLetter(_ letters: [UInt32]) -> String {
    guard let first = letters.first(where: { $0 != 0x20 && !isSign($0) }), let scalar = Unicode.Scalar(first) else {
        return "#"
    }
    return decimalDigit(first) != nil ? "0–9" : scalar.properties.uppercaseMapping
}

/// The scalars that count, with the article gone and each letter as it sorts; signs remain, they weigh little.
private func sortedLetters(_ text: String) -> [UInt32] {
    var letters: [UInt32] = []
    for scalar in text.unicodeScalars {
        if let forms = PresentationForms.lettersAndWords(scalar.value) {
            letters.append(contentsOf: forms.filter { !isArabicMark($0) })
        } else if scalar.properties.isWhitespace {
            if let last = letters.last, last != 0x20 { letters.append(0x20) }
        } else if !isIgnored(scalar) {
            letters.append(scalar.value)
        }
    }
    if letters.last == 0x20 { letters.removeLast() }
    let firstWord = Array(letters.prefix { $0 != 0x20 })
    if let rest = DefiniteArticle.removed(from: firstWord) { letters = Array(rest) + letters[firstWord.count...] }
    return letters.flatMap(sortedForm)
}

private func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value == 0x640 || isArabicMark(value) || InvisibleCharacters.contains(value) { return true }
    switch value {
    case 0x22, 0x27, 0x60, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x2032, 0x2033: return true
    default: return scalar.properties.generalCategory == .control
    }
}

private func sortedForm(_ value: UInt32) -> [UInt32] {
    switch value {
    case 0x622, 0x623, 0x625, 0x671: return [0x627]
    case 0x629, 0x6BE, 0x6C1, 0x6C0, 0x6D5: return [0x647]
    case 0x649, 0x626, 0x6CC, 0x6D2: return [0x64A]
    case 0x624: return [0x648]
    case 0x6A9, 0x6AA: return [0x643]
    case 0..<0x80: return [(0x41...0x5A).contains(value) ? value + 32 : value]
    default: break
    }
    if let digit = decimalDigit(value) { return [0x30 + digit] }
    if (0x621...0x6FF).contains(value) { return [value] }
    switch value {
    case 0xC6, 0xE6: return [0x61, 0x65]
    case 0xD8, 0xF8: return [0x6F]
    case 0x152, 0x153: return [0x6F, 0x65]
    case 0xDF: return [0x73, 0x73]
    case 0x110, 0x111: return [0x64]
    case 0x141, 0x142: return [0x6C]
    case 0x131: return [0x69]
    default: break
    }
    var parts: [UInt32] = []
    let lower = Unicode.Scalar(value)?.properties.lowercaseMapping ?? ""
    for scalar in lower.unicodeScalars { CanonicalForm.decompose(scalar.value, into: &parts) }
    return parts.filter { !(0x300...0x36F).contains($0) }
}

private func isSign(_ value: UInt32) -> Bool {
    guard decimalDigit(value) == nil, let scalar = Unicode.Scalar(value) else { return false }
    return !scalar.properties.isAlphabetic
}

/// One byte for spaces, digits, Arabic and Latin; three more for the rest. Zero is the end and weighs least.
private func appendWeight(of value: UInt32, to bytes: inout [UInt8]) {
    switch value {
    case 0x20: bytes.append(1)
    case 0x30...0x39: bytes.append(UInt8(0x10 + value - 0x30))
    case 0x61...0x7A: bytes.append(UInt8(0xA0 + value - 0x61))
    case 0x621...0x64A: bytes.append(UInt8(0x20 + 2 * (value - 0x621)))
    case 0x67E: bytes.append(weight(after: 0x628))  // پ
    case 0x686: bytes.append(weight(after: 0x62C))  // چ
    case 0x698: bytes.append(weight(after: 0x632))  // ژ
    case 0x6A4, 0x6A8: bytes.append(weight(after: value == 0x6A4 ? 0x641 : 0x642))  // ڤ ڨ
    case 0x6AF, 0x6AD: bytes.append(weight(after: 0x643))  // گ ڭ
    default:
        bytes.append(isSign(value) ? 2 : 0xF0)
        bytes.append(UInt8(truncatingIfNeeded: value >> 16) + 1)
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
        bytes.append(UInt8(truncatingIfNeeded: value))
    }
}

private func weight(after letter: UInt32) -> UInt8 { UInt8(0x20 + 2 * (letter - 0x621) + 1) }
