import Base

/// The words of a plain text in UTF-8: what stands between white space (NBSP included) and has a letter or a digit.
///
/// Sixteen bytes at a time, which saves a part of a third of a clean build: nearly all words begin with a letter or an
/// ASCII digit. The others are counted one by one, as `wordCount(_:from:)` counts all.
package func wordCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = bytes.baseAddress, bytes.count >= 19 else { return wordCount(bytes, from: 0) }
    let text = UnsafeRawPointer(first)
    var words = hasWordCharacter(bytes, from: 0) ? 1 : 0
    var i = 1
    while i + 18 <= bytes.count {
        var plain = SixteenCounts()
        let stop = min(bytes.count - 17, i + 16 * 255)
        while i < stop {
            let a = SixteenBytes(text, at: i)
            let starts = isSpace(SixteenBytes(text, at: i &- 1))
            let plainStarts = starts & isPlainWordCharacter(a, SixteenBytes(text, at: i &+ 1))
            plain.add(plainStarts)
            // White space beyond ASCII begins with C2, E1, E2 or E3.
            if !((starts & !plainStarts) | a.equal(0xC2) | a.from(0xE1)).isNone {
                guard let more = otherWords(bytes, text, at: i) else { return wordCount(bytes, from: 0) }
                words += more
            }
            i &+= 16
        }
        words += plain.sum
    }
    // A word may reach into the rest, which is counted from its first white space on.
    return words + wordCount(bytes, from: isASCIISpace(bytes[i - 1]) ? i : wordEnd(in: bytes, from: i))
}

/// The words that begin in the sixteen bytes at `i` with anything else than `isPlainWordCharacter`. Nil where there may
/// be white space beyond ASCII, which dashes and quotes (E2 80 90–A7) are not.
@inline(never)
private func otherWords(_ bytes: UnsafeBufferPointer<UInt8>, _ text: UnsafeRawPointer, at i: Int) -> Int? {
    let (a, b, c) = (SixteenBytes(text, at: i), SixteenBytes(text, at: i + 1), SixteenBytes(text, at: i + 2))
    let rareSpace =
        (a.equal(0xC2) & (b.equal(0xA0) | b.equal(0x85))) | a.equal(0xE1) | a.equal(0xE3)
        | (a.equal(0xE2) & !c.among(0x90, 0x18))
    guard rareSpace.isNone else { return nil }
    var words = 0
    (isSpace(SixteenBytes(text, at: i - 1)) & !isSpace(a) & !isPlainWordCharacter(a, b)).forEach {
        words += hasWordCharacter(bytes, from: i + $0) ? 1 : 0
    }
    return words
}

/// ASCII letters and digits, and nearly all Arabic letters.
@inline(__always)
private func isPlainWordCharacter(_ a: SixteenBytes, _ b: SixteenBytes) -> SixteenBytes.Mask {
    a.letters | a.digits | (a.equal(0xD8) & b.from(0xA0)) | (a.equal(0xD9) & b.among(0x81, 10))
}

@inline(__always)
private func isSpace(_ bytes: SixteenBytes) -> SixteenBytes.Mask { bytes.equal(0x20) | bytes.among(0x09, 5) }

@inline(__always)
private func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

/// Whether there is a letter or a digit between `start` and the next white space.
private func hasWordCharacter(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var i = start
    while i < bytes.count {
        let (kind, length) = characterClass(at: i, in: bytes)
        if kind != .other { return kind == .wordCharacter }
        i += length
    }
    return false
}

/// The same, character by character, of what stands from `start` on.
func wordCount(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var words = 0
    var i = start
    while i < bytes.count {
        let (kind, length) = characterClass(at: i, in: bytes)
        i += length
        guard kind == .wordCharacter else { continue }
        words += 1
        i = wordEnd(in: bytes, from: i)
    }
    return words
}

/// What the character at `i` is, and its length in bytes.
@inline(__always)
private func characterClass(at i: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (CharacterClass, Int) {
    let byte = bytes[i]
    if byte < 0x80 { return (isASCIIAlphanumeric(byte) ? .wordCharacter : isASCIISpace(byte) ? .space : .other, 1) }
    if byte >= 0xD8 && byte <= 0xDB && i + 1 < bytes.count { return (arabicClass(byte, bytes[i + 1]), 2) }
    // « and » are too frequent to ask Unicode's tables for them.
    if byte == 0xC2, i + 1 < bytes.count, bytes[i + 1] | 0x10 == 0xBB { return (.other, 2) }
    guard let (value, length) = scalar(at: i, in: bytes) else { return (.other, 1) }
    return (unicodeClass(value), length)
}

/// The next white space, the end of `bytes` if there is none.
@inline(__always)
private func wordEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    while i < bytes.count {
        let byte = bytes[i]
        // Beyond ASCII, white space begins with one of four bytes.
        if byte <= 0x20 {
            if isASCIISpace(byte) { break }
        } else if byte == 0xC2 || byte &- 0xE1 < 3, let (value, _) = scalar(at: i, in: bytes),
            unicodeClass(value) == .space
        {
            break
        }
        i += 1
    }
    return i
}

/// The same of an array.
package func wordCount(_ bytes: [UInt8]) -> Int { bytes.withUnsafeBufferPointer { wordCount($0) } }

/// What a character is to the count: a letter or a digit, white space, or neither.
private enum CharacterClass { case other, wordCharacter, space }

/// U+0600–06FF in two bytes.
@inline(__always)
private func arabicClass(_ lead: UInt8, _ tail: UInt8) -> CharacterClass {
    switch lead {
    case 0xD8: tail >= 0xA0 ? .wordCharacter : .other
    case 0xD9:
        (tail >= 0x81 && tail <= 0x8A) || (tail >= 0xA0 && tail <= 0xA9) || tail >= 0xAE && tail != 0xB0
            ? .wordCharacter : .other
    case 0xDA: .wordCharacter
    default: (tail >= 0x94 && tail <= 0xAD && tail != 0x95) || tail == 0xBD || tail == 0xBE ? .other : .wordCharacter
    }
}

private func unicodeClass(_ value: UInt32) -> CharacterClass {
    guard let properties = Unicode.Scalar(value)?.properties else { return .other }
    if properties.isWhitespace { return .space }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .otherNumber,
        .letterNumber:
        return .wordCharacter
    default: return .other
    }
}
