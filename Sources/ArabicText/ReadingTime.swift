/// How fast an adult reads Arabic, in words a minute.
package let wordsPerMinute = 181

/// Whole minutes, rounded up: 1–181 words are one. Nothing to read takes none.
package func readingMinutes(words: Int) -> Int { max(0, (words + wordsPerMinute - 1) / wordsPerMinute) }

/// The words of a plain text in UTF-8: what stands between white space (NBSP included) and has a letter or a digit.
package func wordCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var words = 0
    var i = 0
    while i < bytes.count {
        let byte = bytes[i]
        var length = 1
        var kind = Ink.none
        if byte < 0x80 {
            kind = isASCIIAlphanumeric(byte) ? .ink : .none
        } else if byte >= 0xD8 && byte <= 0xDB && i + 1 < bytes.count {
            kind = arabicInk(byte, bytes[i + 1])
            length = 2
        } else if let (value, count) = scalar(at: i, in: bytes) {
            kind = otherInk(value)
            length = count
        }
        i += length
        guard kind == .ink else { continue }
        words += 1
        i = wordEnd(in: bytes, from: i)
    }
    return words
}

/// The next white space, the end of `bytes` if there is none.
@inline(__always)
private func wordEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    while i < bytes.count {
        let byte = bytes[i]
        // Beyond ASCII, white space begins with one of four bytes.
        if byte <= 0x20 {
            if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { break }
        } else if byte == 0xC2 || byte &- 0xE1 < 3, let (value, _) = scalar(at: i, in: bytes), otherInk(value) == .space {
            break
        }
        i += 1
    }
    return i
}

package func wordCount(_ bytes: [UInt8]) -> Int { bytes.withUnsafeBufferPointer { wordCount($0) } }

private enum Ink { case none, ink, space }

@inline(__always)
func isASCIIAlphanumeric(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

@inline(__always)
func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

@inline(__always)
func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// U+0600–06FF in two bytes.
@inline(__always)
private func arabicInk(_ lead: UInt8, _ tail: UInt8) -> Ink {
    switch lead {
    case 0xD8: tail >= 0xA0 ? .ink : .none
    case 0xD9:
        (tail >= 0x81 && tail <= 0x8A) || (tail >= 0xA0 && tail <= 0xA9) || tail >= 0xAE && tail != 0xB0 ? .ink : .none
    case 0xDA: .ink
    default: (tail >= 0x94 && tail <= 0xAD && tail != 0x95) || tail == 0xBD || tail == 0xBE ? .none : .ink
    }
}

private func otherInk(_ value: UInt32) -> Ink {
    guard let properties = Unicode.Scalar(value)?.properties else { return .none }
    if properties.isWhitespace { return .space }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .otherNumber,
        .letterNumber:
        return .ink
    default: return .none
    }
}
