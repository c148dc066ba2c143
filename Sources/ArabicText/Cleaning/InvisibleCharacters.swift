/// The characters that no reader sees, by what is to be done with them. They are what
/// word processors, web pages and chat programs leave in a pasted text.
enum InvisibleCharacters {
    /// Never means anything: byte order mark, zero-width space, soft hyphen, word joiner.
    static func isDebris(_ value: UInt32) -> Bool {
        value == 0xFEFF || value == 0x200B || value == 0xAD || value == 0x2060
    }

    /// LRM, RLM and ALM: they order a line of mixed text.
    static func isDirectionMark(_ value: UInt32) -> Bool { value == 0x200E || value == 0x200F || value == 0x61C }

    /// Embeddings and overrides, which can make a text read as something else (“Trojan Source”).
    static func isOverride(_ value: UInt32) -> Bool { (0x202A...0x202E).contains(value) }

    /// Line and paragraph separator: word processors end lines with them, and nobody else does. Between two words they
    /// are a blank.
    static func isLineSeparator(_ value: UInt32) -> Bool { value == 0x2028 || value == 0x2029 }

    static func isIsolate(_ value: UInt32) -> Bool { (0x2066...0x2069).contains(value) }

    /// All of the above with the joiners and the invisible operators: what no key, slug or date is made of.
    static func contains(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xFE00...0xFE0F, 0xE0000...0xE0FFF: true
        default: false
        }
    }
}

/// Whether `value` is an embedding, an override or an isolate of the bidirectional algorithm (UAX #9, section 2).
package func isDirectionControl(_ value: UInt32) -> Bool {
    InvisibleCharacters.isOverride(value) || InvisibleCharacters.isIsolate(value)
}

/// Whether `value` is a mark that stands over or under an Arabic letter: vowels, shadda, sukun, Quranic signs.
func isArabicMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED, 0x8D3...0x8E1, 0x8E3...0x8FF:
        true
    default: false
    }
}
