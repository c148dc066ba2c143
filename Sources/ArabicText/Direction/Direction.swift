/// The direction of a page, a block or a run.
package enum Direction: String, Sendable, Hashable { case rtl, ltr }

/// Strong right to left: Hebrew, Arabic and their neighbours. Digits and signs of these scripts are not.
func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case 0x5D0...0x5F2, 0x608, 0x60B, 0x60D, 0x61B...0x64A, 0x66D...0x66F, 0x671...0x6D5, 0x6E5...0x6E6, 0x6EE...0x6EF,
        0x6FA...0x8BD, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFC:
        true
    default: false
    }
}

/// The direction in which a block of plain text is to be read; right to left where it has no letters.
package func blockDirection(of bytes: UnsafeBufferPointer<UInt8>) -> Direction {
    var count = DirectionCount()
    count.add(bytes)
    return count.direction ?? .rtl
}

/// The same of an array.
package func blockDirection(of bytes: [UInt8]) -> Direction {
    bytes.withUnsafeBufferPointer { blockDirection(of: $0) }
}

/// Weighs the letters of a block that may come in several pieces. Code, URLs and addresses should not or do not count.
///
/// A block is left to right where it is mainly Latin: more Latin letters than Arabic ones, and not just the names in an
/// Arabic sentence. `المصدر: Transparency News` has more Latin letters and stays right to left, because its only words
/// of a sentence, those without a capital, are Arabic; so does `أطلقت OpenAI نموذج GPT-4o mini for developers`, as a
/// sentence that begins in Arabic is Arabic until Latin has three times the words. With one Arabic word alone, a block
/// that begins in Latin and has twice the letters is left to right.
package struct DirectionCount: Sendable {
    private var latinLetters = 0
    private var arabicLetters = 0
    /// Words that begin with a small letter: those that a sentence is made of.
    private var latinWords = 0
    private var arabicWords = 0
    private var first: Direction?
    /// Of the first word that a sentence is made of: names, in Latin, are none.
    private var begins: Direction?

    /// A count of no letters.
    package init() {}

    /// Nil for a block without letters.
    package var direction: Direction? {
        guard let first else { return nil }
        guard latinLetters > arabicLetters else { return .rtl }
        if arabicLetters == 0 || latinWords > (begins == .rtl ? 3 : 1) * arabicWords { return .ltr }
        return first == .ltr && arabicWords == 1 && latinLetters > 2 * arabicLetters ? .ltr : .rtl
    }

    /// Arabic prose is weighed by its bytes alone; only text with much Latin is looked at word by word.
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Without a branch, so that the compiler looks at many bytes at once.
        var hasLatin: UInt8 = 0
        for byte in bytes { hasLatin |= ((byte | 0x20) &- 0x61 < 26 ? 1 : 0) | (byte &- 0xC3 < 0x12 ? 1 : 0) }
        var hasArabic: UInt8 = 0
        for byte in bytes { hasArabic |= byte &- 0xD6 < 10 ? 1 : 0 }
        guard hasLatin | hasArabic != 0 else { return }
        let (latin, arabic) = hasLatin == 0 ? (0, bytes.count * 2 / 5) : letterCounts(bytes)
        guard arabic >= 2 * latin else { return addWords(bytes) }
        first = first ?? firstDirection(bytes)
        begins = begins ?? .rtl
        latinLetters += latin
        arabicLetters += arabic
        // Some five letters a word: exact enough where Arabic is so far ahead.
        arabicWords += arabic / 6 + 1
    }

    /// One for an ASCII letter or the lead of a Latin, Greek or Cyrillic one.
    @inline(__always)
    private func isLatin(_ byte: UInt8) -> UInt8 {
        ((byte | 0x20) &- 0x61 < 26 ? 1 : 0) | (byte &- 0xC3 < 0x12 ? 1 : 0)
    }

    /// One for the lead of a letter from Hebrew to Arabic.
    @inline(__always)
    private func isArabic(_ byte: UInt8) -> UInt8 { byte &- 0xD6 < 10 ? 1 : 0 }

    private func letterCounts(_ bytes: UnsafeBufferPointer<UInt8>) -> (latin: Int, arabic: Int) {
        var (latin, arabic) = (0, 0)
        for byte in bytes {
            latin += Int(isLatin(byte))
            arabic += Int(isArabic(byte))
        }
        return (latin, arabic)
    }

    private func firstDirection(_ bytes: UnsafeBufferPointer<UInt8>) -> Direction {
        for byte in bytes {
            if byte >= 0xD6 && byte <= 0xDF { return .rtl }
            if isASCIILetter(byte) || byte >= 0xC3 && byte <= 0xD4 { return .ltr }
        }
        return .rtl
    }

    private mutating func addWords(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] > 0x20 { end += 1 }
            if end > start { addWord(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
            start = end + 1
        }
    }

    private mutating func addWord(_ word: UnsafeBufferPointer<UInt8>) {
        guard !isAddress(word) else { return }
        var (latin, arabic) = (0, 0)
        var isSmall: Bool?
        for byte in word {
            if isASCIILetter(byte) {
                latin += 1
                if isSmall == nil { isSmall = byte & 0x20 != 0 }
            } else if byte >= 0xD6 && byte <= 0xDF || byte == 0xEF {
                arabic += 1
            } else if byte >= 0xC3 && byte <= 0xD4 || byte >= 0xE3 && byte <= 0xED {
                latin += 1
            }
            if first == nil, latin + arabic > 0 { first = latin > 0 ? .ltr : .rtl }
        }
        latinLetters += latin
        arabicLetters += arabic
        if arabic > 0 {
            arabicWords += 1
            begins = begins ?? .rtl
        } else if isSmall == true {
            latinWords += 1
            begins = begins ?? .ltr
        }
    }

    private func isAddress(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        for i in word.indices {
            if word[i] == UInt8(ascii: "@") { return true }
            if word[i] == UInt8(ascii: ":"), i + 2 < word.count, word[i + 1] == 0x2F, word[i + 2] == 0x2F {
                return true
            }
        }
        return word.count > 4 && word[3] == 0x2E && word[..<3].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
    }
}
