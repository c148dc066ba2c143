import ArabicText

/// What becomes of the characters that nearly all of a text is made of, by a table of U+0600–06FF that is made from
/// `folded`.
struct PlainLetters: Sendable {
    enum Use: Sendable {
        /// Between two words.
        case separator
        /// As if it were not there.
        case dropped
        /// Depends on its neighbours.
        case rare
        case arabic, digit, latin
        /// Letters that stay as they are and take more than a byte.
        case longArabic, longOther
    }

    let use: Use
    /// The letter, where it is one byte.
    let byte: UInt8
    /// A letter or a mark to Unicode, which makes one word with its neighbours.
    let isInRun: Bool

    static let separator = PlainLetters(use: .separator, byte: 0, isInRun: false)
    static let dropped = PlainLetters(use: .dropped, byte: 0, isInRun: false)

    @inline(__always)
    static func ascii(_ byte: UInt8) -> PlainLetters {
        if (byte | 0x20) &- 0x61 < 26 { return PlainLetters(use: .latin, byte: byte | 0x20, isInRun: true) }
        return Letters.isDigit(byte) ? PlainLetters(use: .digit, byte: byte, isInRun: false) : separator
    }

    /// Whether E2 with these two bytes is an invisible character: U+200B–200F, 202A–202E, 2060–206F.
    @inline(__always)
    static func isInvisible(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0x81 || third &- 0x8B < 5 || third &- 0xAA < 5
    }

    /// By the low byte of the scalar.
    static let table: [PlainLetters] = (0x600...0x6FF).map { entry(UInt32($0)) }

    private static func entry(_ value: UInt32) -> PlainLetters {
        guard let scalar = Unicode.Scalar(value) else { return separator }
        let isInRun = isLetter(scalar) || isMark(scalar)
        // Madda, hamza above and below make another letter of the one before them, as ۀ and ؤ are written.
        if (0x653...0x655).contains(value) { return PlainLetters(use: .rare, byte: 0, isInRun: isInRun) }
        let result = Array(folded(String(Character(scalar))).unicodeScalars)
        guard let letter = result.first else { return PlainLetters(use: .dropped, byte: 0, isInRun: isInRun) }
        guard result.count == 1 else { return PlainLetters(use: .rare, byte: 0, isInRun: isInRun) }
        func entry(_ use: Use, _ byte: UInt32 = 0) -> PlainLetters {
            PlainLetters(use: use, byte: UInt8(truncatingIfNeeded: byte), isInRun: isInRun)
        }
        switch letter.value {
        case 0x30...0x39: return entry(.digit, letter.value)
        case 0x621...0x64A: return entry(.arabic, letter.value - 0x5A0)
        case 0x66E...0x6D3: return letter == scalar ? entry(.longArabic) : entry(.rare)
        case value where isLetter(letter): return entry(.longOther)
        default: return isLetter(letter) ? entry(.rare) : entry(.separator)
        }
    }
}

/// Whether it is a mark to Unicode (general category M).
func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
}
