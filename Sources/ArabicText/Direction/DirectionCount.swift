/// Counts the letters and words of a block, which may come in several pieces. URLs and e-mail addresses do not count;
/// code should not be added.
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
    /// The direction of the first word that a sentence is made of, which Latin names are not.
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

    /// Adds a piece of the block. Arabic prose is counted by its bytes alone, which saves 8 % of a clean build's
    /// instructions; only text with much Latin is read word by word.
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Without a branch, so that the compiler vectorises both loops.
        var hasLatin: UInt8 = 0
        for byte in bytes { hasLatin |= isLatin(byte) }
        var hasArabic: UInt8 = 0
        for byte in bytes { hasArabic |= isArabic(byte) }
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

    /// Counts in bytes, 255 of them at a time, so that the compiler vectorises it.
    private func letterCounts(_ bytes: UnsafeBufferPointer<UInt8>) -> (latin: Int, arabic: Int) {
        var (latin, arabic) = (0, 0)
        var rest = bytes[...]
        while !rest.isEmpty {
            var (someLatin, someArabic) = (0 as UInt8, 0 as UInt8)
            for byte in UnsafeBufferPointer(rebasing: rest.prefix(255)) {
                someLatin &+= isLatin(byte)
                someArabic &+= isArabic(byte)
            }
            latin += Int(someLatin)
            arabic += Int(someArabic)
            rest = rest.dropFirst(255)
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
