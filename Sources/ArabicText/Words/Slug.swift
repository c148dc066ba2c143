/// The form of the part of a URL that names an article: `slug_style` of site.yaml.
package enum SlugStyle: String, Sendable, Hashable, CaseIterable {
    /// Arabic letters as they are, without vowel marks.
    case arabic
    /// Romanised: `al-qahra`.
    case ascii
    /// The article's id instead of words.
    case id
}

/// The longest slug, in bytes of UTF-8: a file's name may hold 255, and feeds, hosts and chat programs cut earlier.
package let longestSlug = 120

/// `text` as a part of a URL: words joined by single hyphens, at most 120 bytes, cut at a word where there are two.
///
/// Empty when nothing is left, and always for `.id`: the caller then takes the date and the article's id.
package func slug(_ text: String, style: SlugStyle) -> String { shortened(slugBytes(text, style)) }

/// The same, however long it is.
package func uncutSlug(_ text: String, style: SlugStyle) -> String {
    String(decoding: slugBytes(text, style), as: UTF8.self)
}

private func slugBytes(_ text: String, _ style: SlugStyle) -> [UInt8] {
    switch style {
    case .id: []
    case .arabic: arabicSlug(text)
    case .ascii: asciiSlug(text)
    }
}

private func arabicSlug(_ text: String) -> [UInt8] {
    var words = SlugWords()
    for scalar in CanonicalForm.nfc(text).unicodeScalars {
        // What nearly every slug is made of is not looked up in Unicode's tables: saves 8 % of a clean build's
        // instructions (1,000 articles).
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39, 0x621...0x63A, 0x641...0x64A, 0x660...0x669: words.append(scalar.value)
        case 0x2D, 0x20: words.endWord()
        default:
            if let letters = PresentationForms.letters(scalar.value) {
                for letter in letters { Unicode.Scalar(letter).map { appendToSlug($0, &words) } }
            } else {
                appendToSlug(scalar, &words)
            }
        }
    }
    return Array(CanonicalForm.nfc(String(decoding: words.bytes, as: UTF8.self)).utf8)
}

private func appendToSlug(_ scalar: Unicode.Scalar, _ words: inout SlugWords) {
    let value = scalar.value
    if value == 0x640 || isArabicMark(value) || InvisibleCharacters.contains(value) { return }
    if endsSlugWord(scalar) {
        words.endWord()
    } else if value == 0x130 {
        // İ: its lower-case mapping is an i with a second dot.
        words.append(0x69)
    } else if isSlugLetter(scalar) {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { words.append(lower.value) }
    }
}

/// Letters, decimal digits, and the marks of scripts that cannot be written without them.
func isSlugLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .nonspacingMark, .spacingMark:
        true
    default: false
    }
}

/// White space, dashes, and the signs that stand between words.
func endsSlugWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x60C, 0x61B, 0x2F, 0x3A, 0x2E, 0x2212: true  // ، ؛ / : . −
    default: scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation
    }
}

/// Collects words with one hyphen between them and none around.
struct SlugWords {
    private(set) var bytes: [UInt8] = []
    private var wordEnded = false

    mutating func endWord() { wordEnded = true }

    mutating func append(_ value: UInt32) {
        if wordEnded && !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
        wordEnded = false
        bytes.append(scalar: value)
    }
}

/// A slug cut to the longest that there is.
package func shortenedSlug(_ slug: String) -> String { shortened(Array(slug.utf8)) }

private func shortened(_ slug: [UInt8]) -> String {
    guard slug.count > longestSlug else { return String(decoding: slug, as: UTF8.self) }
    var end = longestSlug
    if let hyphen = slug[...longestSlug].lastIndex(of: UInt8(ascii: "-")) {
        end = hyphen
    } else {
        while slug[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return String(decoding: slug[..<end], as: UTF8.self)
}
