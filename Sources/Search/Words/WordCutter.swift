import ArabicText
import Base

/// Cuts texts into folded words: runs of Arabic letters, of digits, of other letters. The preposition على, a whole word,
/// is none: folded it would be the name علي.
///
/// Works on UTF-8, a chunk between white space at a time. A chunk of what news is made of is folded by a table; any other
/// goes through `folded`, from which the table is made.
package struct WordCutter {
    /// Whether Arabic's own rules hold; in other languages Latin letters lose their accents instead.
    private let isArabic: Bool
    private let plain = PlainLetters.table
    private var word: [UInt8] = []
    private var kind = Kind.none

    /// What a word is made of.
    private enum Kind { case none, arabic, digits, others }

    /// Letters of a word that count; no rule looks further.
    private static let longest = 40

    package init(isArabic: Bool) {
        self.isArabic = isArabic
        word.reserveCapacity(256)
    }

    /// Gives each word, its letters as `Letters` has them, to `take`.
    package mutating func cut(
        _ text: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var start = 0
        while start < text.count {
            if isSpace(text[start]) {
                start += 1
                continue
            }
            var end = start
            let isPlain = plainChunk(text, from: start, to: &end)
            let chunk = UnsafeBufferPointer(rebasing: text[start..<end])
            if isPlain { cutPlain(chunk, take) } else { cutOther(chunk, take) }
            close(take)
            start = end
        }
    }

    /// The same of a text.
    package mutating func cut(_ text: String, _ take: (UnsafeBufferPointer<UInt8>) -> Void) {
        var text = text
        text.withUTF8 { cut($0, take) }
    }

    /// The words of a text.
    package mutating func words(_ text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        cut(text) { words.append(Array($0)) }
        return words
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

    /// Finds the chunk's end; whether its bytes are among those that the table knows.
    private func plainChunk(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: inout Int) -> Bool {
        var isPlain = true
        end = start
        while end < text.count, !isSpace(text[end]) {
            let byte = text[end]
            guard isPlain else {
                end += 1
                continue
            }
            switch byte {
            case 0x21..<0x7F: end += 1
            case 0xD8...0xDB where end + 1 < text.count:
                isPlain = plain[Self.place(byte, text[end + 1])].use != .rare
                end += 2
            case 0xC2 where end + 1 < text.count:
                // «, », no-break space, soft hyphen.
                isPlain = [0xAB, 0xBB, 0xA0, 0xAD].contains(text[end + 1])
                end += 2
            case 0xE2 where end + 2 < text.count:
                // Punctuation, spaces and invisible characters of U+2000–203F, isolates.
                isPlain = text[end + 1] == 0x80 || text[end + 1] == 0x81 && text[end + 2] >= 0xA0
                end += 3
            default:
                isPlain = false
                end += 1
            }
        }
        end = min(end, text.count)
        return isPlain
    }

    @inline(__always)
    private static func place(_ lead: UInt8, _ tail: UInt8) -> Int { Int(lead & 3) << 6 | Int(tail & 0x3F) }

    // MARK: Chunks of plain letters

    private mutating func cutPlain(
        _ chunk: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        // Where a run of letters and marks begins, as they were written.
        var run: Int?
        var place = 0
        while place < chunk.count {
            let byte = chunk[place]
            var letter = PlainLetters.separator
            var length = 1
            if byte < 0x80 {
                letter = PlainLetters.ascii(byte)
            } else if byte <= 0xDB, byte >= 0xD8 {
                letter = plain[Self.place(byte, chunk[place + 1])]
                length = 2
            } else if byte == 0xC2 {
                if chunk[place + 1] == 0xAD { letter = PlainLetters.dropped }
                length = 2
            } else {
                if PlainLetters.isInvisible(chunk[place + 1], chunk[place + 2]) { letter = PlainLetters.dropped }
                length = 3
            }
            if letter.isInRun {
                if run == nil { run = place }
            } else if let start = run {
                dropPreposition(chunk, start, place, take)
                run = nil
            }
            switch letter.use {
            case .dropped, .rare: break
            case .separator: close(take)
            case .arabic: append(letter.byte, .arabic, take)
            case .digit: append(letter.byte, .digits, take)
            case .latin: append(letter.byte, .others, take)
            case .longArabic:
                if kind != .arabic { close(take) }
                kind = .arabic
                word.append(letter: UInt32(byte & 0x1F) << 6 | UInt32(chunk[place + 1] & 0x3F))
            case .longOther:
                if kind != .others { close(take) }
                kind = .others
                word.append(letter: UInt32(byte & 0x1F) << 6 | UInt32(chunk[place + 1] & 0x3F))
            }
            place += length
        }
        if let run { dropPreposition(chunk, run, place, take) }
    }

    /// The run's letters are the last of the word.
    @inline(__always)
    private mutating func dropPreposition(
        _ chunk: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ take: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        guard isArabic, end - start == 6 || end - start == 8, Preposition.isWritten(chunk, start, end) else { return }
        word.removeLast((end - start) / 2)
        close(take)
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8, _ kind: Kind, _ take: (UnsafeBufferPointer<UInt8>) -> Void) {
        if kind != self.kind {
            close(take)
            self.kind = kind
        }
        word.append(byte)
    }

    // MARK: All others

    private mutating func cutOther(
        _ chunk: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        let text = String(decoding: chunk, as: UTF8.self)
        let kept = isArabic ? Preposition.removed(from: text) : text
        for scalar in folded(kept).unicodeScalars {
            let value = scalar.value
            switch value {
            case 0x30...0x39: append(UInt8(truncatingIfNeeded: value), .digits, take)
            case 0x621...0x64A, 0x66E...0x6D3:
                if kind != .arabic { close(take) }
                kind = .arabic
                word.append(letter: value)
            default:
                guard isLetter(scalar) else {
                    close(take)
                    continue
                }
                if kind != .others { close(take) }
                kind = .others
                if isArabic {
                    word.append(letter: value)
                } else {
                    for letter in withoutAccent(value) { word.append(letter: letter) }
                }
            }
        }
    }

    // MARK: Words

    /// Gives the word that ends here to `take`.
    private mutating func close(_ take: (UnsafeBufferPointer<UInt8>) -> Void) {
        defer {
            word.removeAll(keepingCapacity: true)
            kind = .none
        }
        guard !word.isEmpty else { return }
        guard kind == .arabic else {
            word.withUnsafeBufferPointer(take)
            return
        }
        if word.count > 1, word[word.count - 1] == Letters.hamza, word[word.count - 2] == Letters.yeh {
            word.remove(at: word.count - 2)
        }
        if word.count > Self.longest { word = Array(Letters.prefix(word[...], Self.longest)) }
        if isArabic, let parts = CompoundName.split(word) {
            parts.0.withUnsafeBufferPointer(take)
            parts.1.withUnsafeBufferPointer(take)
        } else {
            word.withUnsafeBufferPointer(take)
        }
    }
}

/// Whether it is a letter to Unicode (general category L).
func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
}
