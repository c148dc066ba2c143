/// `text` as words of ASCII letters and digits: the bytes of a slug in the style `ascii`.
///
/// Consonants and long vowels only, as Arabic is written: ث th, ج j, ح h, خ kh, ذ dh, ش sh, ع a, غ gh, ق q, ة a, ى a,
/// ء nothing. و and ي are w and y before a vowel, after one and at the start of a word, u and i elsewhere. The article
/// ال stands apart: `al-qahra`. Latin letters lose their accents; other scripts go.
func asciiSlug(_ text: String) -> [UInt8] {
    var words = SlugWords()
    var word: [UInt32] = []
    func flush() {
        guard !word.isEmpty else { return }
        romanise(word, into: &words)
        word = []
    }
    for scalar in CanonicalForm.nfc(text).unicodeScalars {
        let value = scalar.value
        if let letters = PresentationForms.lettersAndWords(value) {
            for letter in letters {
                if letter == 0x20 {
                    flush()
                    words.endWord()
                } else {
                    word.append(letter)
                }
            }
        } else if endsSlugWord(scalar) {
            flush()
            words.endWord()
        } else if value != 0x640 && !isArabicMark(value) && !InvisibleCharacters.contains(value) && isSlugLetter(scalar)
        {
            word.append(value)
        }
    }
    flush()
    return words.bytes
}

private func romanise(_ word: [UInt32], into words: inout SlugWords) {
    var letters = word[...]
    if let rest = DefiniteArticle.removed(from: word) {
        for letter in "al".unicodeScalars { words.append(letter.value) }
        words.endWord()
        letters = rest
    }
    var last: UInt8 = 0
    for i in letters.indices {
        let before: UInt32? = i > letters.startIndex ? letters[i - 1] : nil
        let after: UInt32? = i + 1 < letters.endIndex ? letters[i + 1] : nil
        for byte in romanised(letters[i], before: before, after: after).utf8 {
            // إيران is `iran`: a hamza's vowel and the letter that lengthens it are one.
            if byte == UInt8(ascii: "i") && last == byte && isArabicLetter(letters[i]) { continue }
            words.append(UInt32(byte))
            last = byte
        }
    }
}

private func isArabicLetter(_ value: UInt32) -> Bool { (0x620...0x6D5).contains(value) }

private func isLongVowelCarrier(_ value: UInt32?) -> Bool {
    switch value {
    case 0x627, 0x622, 0x623, 0x649, 0x629: true  // ا آ أ ى ة
    default: false
    }
}

private func romanised(_ value: UInt32, before: UInt32?, after: UInt32?) -> String {
    switch value {
    case 0x648:  // و
        before == nil || isLongVowelCarrier(before) || isLongVowelCarrier(after) || after == 0x64A ? "w" : "u"
    case 0x64A, 0x6CC:  // ي
        (before == nil && after != nil) || before == 0x627 || isLongVowelCarrier(after) || after == 0x648 ? "y" : "i"
    case 0x624: after == 0x648 ? "" : "u"  // ؤ
    case 0x626: after == 0x64A ? "" : "i"  // ئ
    default: plainRomanised(value)
    }
}

private func plainRomanised(_ value: UInt32) -> String {
    if let letter = arabicRomanisation[value] { return letter }
    if let digit = decimalDigit(value) { return String(digit) }
    var parts: [UInt32] = []
    CanonicalForm.decompose(value, into: &parts)
    var out = ""
    for part in parts {
        guard let scalar = Unicode.Scalar(part) else { continue }
        if scalar.isASCII {
            if scalar.properties.isAlphabetic { out += scalar.properties.lowercaseMapping }
        } else {
            out += latinRomanisation[part] ?? ""
        }
    }
    return out
}

private let arabicRomanisation: [UInt32: String] = [
    0x621: "", 0x622: "a", 0x623: "a", 0x625: "i", 0x627: "a", 0x671: "a", 0x628: "b", 0x629: "a", 0x62A: "t",
    0x62B: "th", 0x62C: "j", 0x62D: "h", 0x62E: "kh", 0x62F: "d", 0x630: "dh", 0x631: "r", 0x632: "z", 0x633: "s",
    0x634: "sh", 0x635: "s", 0x636: "d", 0x637: "t", 0x638: "z", 0x639: "a", 0x63A: "gh", 0x641: "f", 0x642: "q",
    0x643: "k", 0x644: "l", 0x645: "m", 0x646: "n", 0x647: "h", 0x649: "a", 0x67E: "p", 0x686: "ch", 0x698: "zh",
    0x6A4: "v", 0x6A8: "g", 0x6A9: "k", 0x6AA: "k", 0x6AD: "g", 0x6AF: "g", 0x6BE: "h", 0x6C1: "h",
]

/// The Latin letters that are no ASCII letter with an accent.
private let latinRomanisation: [UInt32: String] = [
    0xC6: "ae", 0xE6: "ae", 0xD0: "d", 0xF0: "d", 0xD8: "o", 0xF8: "o", 0xDE: "th", 0xFE: "th", 0xDF: "ss",
    0x1E9E: "ss", 0x110: "d", 0x111: "d", 0x126: "h", 0x127: "h", 0x131: "i", 0x141: "l", 0x142: "l", 0x152: "oe",
    0x153: "oe", 0x166: "t", 0x167: "t", 0x18F: "a", 0x259: "a", 0xFB01: "fi", 0xFB02: "fl",
]
