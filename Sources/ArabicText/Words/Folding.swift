/// The key under which spellings of one word meet: for search, related stories and warnings of twins, never for
/// identity.
///
/// Presentation forms become letters; vowel marks, tatweel and invisible characters go; أ إ آ ٱ are ا, ى is ي, ة is ه,
/// ؤ ئ and a final يء are ء, Persian and Maghrebi letters are their nearest Arabic ones; every decimal digit is ASCII;
/// Latin is lower case and keeps its accents. White space is one space between words and none around them.
package func folded(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for scalar in CanonicalForm.nfc(text).unicodeScalars { fold(scalar, into: &out) }
    closeWord(&out)
    if out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
}

private func fold(_ scalar: Unicode.Scalar, into out: inout [UInt8]) {
    let value = scalar.value
    switch value {
    case 0x61...0x7A, 0x30...0x39: out.append(UInt8(truncatingIfNeeded: value))
    case 0x41...0x5A: out.append(UInt8(truncatingIfNeeded: value) + 32)
    case 0x09...0x0D, 0x20: appendSpace(&out)
    case 0..<0x20, 0x7F...0x9F, 0x640: return
    case 0..<0x80: appendSign(value, to: &out)
    case 0x620...0x64A, 0x66E...0x66F, 0x671...0x6D3, 0x6D5: out.append(scalar: foldedLetter(value) ?? value)
    case 0x660...0x669: out.append(UInt8(truncatingIfNeeded: value - 0x630))
    default: foldRare(scalar, into: &out)
    }
}

private func foldRare(_ scalar: Unicode.Scalar, into out: inout [UInt8]) {
    let value = scalar.value
    if isArabicMark(value) || InvisibleCharacters.contains(value) { return }
    if let letters = PresentationForms.lettersAndWords(value) {
        for letter in letters { Unicode.Scalar(letter).map { fold($0, into: &out) } }
    } else if let digit = decimalDigit(value) {
        out.append(scalar: 0x30 + digit)
    } else if scalar.properties.isWhitespace {
        appendSpace(&out)
    } else if let latin = latinLigature(value) {
        out.append(contentsOf: latin.utf8)
    } else if scalar.properties.isAlphabetic {
        out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    } else {
        appendSign(value, to: &out)
    }
}

private func foldedLetter(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x622, 0x623, 0x625, 0x671, 0x672, 0x673, 0x675: 0x627  // آ أ إ ٱ
    case 0x649, 0x6CC, 0x6D2: 0x64A  // ى ی ے
    case 0x629, 0x6BE, 0x6C1, 0x6C0, 0x6C2, 0x6C3, 0x6D5: 0x647  // ة ھ ہ
    case 0x624, 0x626, 0x6D3: 0x621  // ؤ ئ
    case 0x6A9, 0x6AF, 0x6AD, 0x6AA: 0x643  // ک گ ڭ
    case 0x6A4, 0x6A8: 0x641  // ڤ ڨ
    case 0x67E: 0x628  // پ
    case 0x686: 0x62C  // چ
    default: nil
    }
}

private func latinLigature(_ value: UInt32) -> String? {
    switch value {
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    default: nil
    }
}

private func appendSpace(_ out: inout [UInt8]) {
    closeWord(&out)
    if let last = out.last, last != 0x20 { out.append(0x20) }
}

private func appendSign(_ value: UInt32, to out: inout [UInt8]) {
    closeWord(&out)
    out.append(scalar: value)
}

/// يء at the end of a word is ء: شيء is typed شئ as often.
private func closeWord(_ out: inout [UInt8]) {
    let end = out.count
    guard end >= 4, out[end - 1] == 0xA1, out[end - 2] == 0xD8, out[end - 3] == 0x8A, out[end - 4] == 0xD9 else {
        return
    }
    out.removeSubrange(end - 4..<end - 2)
}
