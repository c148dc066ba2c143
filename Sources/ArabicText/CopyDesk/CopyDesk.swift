import Base

/// Advice on one block of plain text, such as a paragraph, a headline or a caption, in the order of the places.
///
/// Persian letters are reported by `Hygiene`. Nothing usual is reported: a comma in `1,000`, a question mark behind
/// Latin, digits in `G20`, the tatweel of `الـ20`.
///
/// - Parameter isArabic: else the text is in another language, and what is Arabic in it is quoted: the waw stands alone in
///   Persian, and a comma behind an Arabic word is the English sentence's.
package func copyDesk(_ bytes: UnsafeBufferPointer<UInt8>, isHeadline: Bool = false, isArabic: Bool = true) -> [Advice]
{
    var reader = CopyReader(bytes, isHeadline: isHeadline)
    reader.read()
    let advice = isArabic ? reader.advice : reader.advice.filter { $0.kind.concernsEveryLanguage }
    return advice.sorted { $0.offset < $1.offset }
}

/// The same of an array.
package func copyDesk(_ bytes: [UInt8], isHeadline: Bool = false, isArabic: Bool = true) -> [Advice] {
    bytes.withUnsafeBufferPointer { copyDesk($0, isHeadline: isHeadline, isArabic: isArabic) }
}

private struct CopyReader {
    private enum Script { case arabic, latin }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let isHeadline: Bool
    private(set) var advice: [Advice] = []

    private var before: UInt32 = 0x0A
    /// The script of the last letter.
    private var script: Script?
    private var wordIsLatin = false
    private var lineHasText = false
    private var straight: (count: Int, last: Int) = (0, 0)
    private var open: [(closer: UInt32, offset: Int, scalar: UInt32)] = []
    private var digits: (latin: Int?, arabic: Int?, scalar: UInt32) = (nil, nil, 0)

    init(_ bytes: UnsafeBufferPointer<UInt8>, isHeadline: Bool) {
        self.bytes = bytes
        self.isHeadline = isHeadline
    }

    mutating func read() {
        var i = 0
        while i < bytes.count {
            guard let (value, length) = scalar(at: i, in: bytes) else {
                i += 1
                continue
            }
            check(value, i, next: i + length)
            if !isArabicMark(value) && !InvisibleCharacters.contains(value) { before = value }
            i += length
        }
        if straight.count % 2 == 1 { advise(.oddQuotes, straight.last, 0x22) }
        for quote in open { advise(.oddQuotes, quote.offset, quote.scalar) }
        if let latin = digits.latin, let arabic = digits.arabic {
            advise(.mixedDigits, max(latin, arabic), digits.scalar)
        }
    }

    private mutating func advise(_ kind: Advice.Kind, _ offset: Int, _ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return }
        advice.append(.init(kind: kind, offset: offset, scalar: scalar))
    }

    private mutating func check(_ value: UInt32, _ i: Int, next: Int) {
        switch value {
        case 0x0A, 0x0D:
            lineHasText = false
            wordIsLatin = false
        case 0x20, 0xA0:
            if lineHasText, isBlank(before), !(isBlank(peek(next))), hasTextAhead(next) {
                advise(.doubleSpace, i, value)
            }
            wordIsLatin = false
        default:
            lineHasText = true
            checkSign(value, i, next: next)
        }
    }

    private mutating func checkSign(_ value: UInt32, _ i: Int, next: Int) {
        switch value {
        case 0x2C, 0x3B, 0x3F:
            let isInNumber = (0x30...0x39).contains(before) && (0x30...0x39).contains(peek(next))
            if script == .arabic && !isInNumber && !wordIsLatin { advise(.latinPunctuation, i, value) }
        case 0x60C, 0x61B, 0x61F:
            if isBlank(before) && before != 0x0A { advise(.spaceBeforePunctuation, i, value) }
        case 0x22: straight = (straight.count + 1, i)
        case 0xAB: open.append((0xBB, i, value))
        case 0x201C: checkCurledQuote(value, i, twin: 0x201D)
        case 0x201D: checkCurledQuote(value, i, twin: 0x201C)
        case 0xBB: close(value, i)
        case 0x30...0x39:
            if digits.latin == nil && !wordIsLatin { setDigits(latin: i, value) }
        case 0x660...0x669, 0x6F0...0x6F9:
            if digits.arabic == nil { setDigits(arabic: i, value) }
        case 0x640:
            if isHeadline, isLetter(before), before != 0x640, isLetter(peekPast(0x640, next)) {
                advise(.tatweel, i, value)
            }
        default: checkLetter(value, i, next: next)
        }
    }

    private mutating func checkLetter(_ value: UInt32, _ i: Int, next: Int) {
        if isRightToLeft(value) {
            if value == 0x648, !isLetter(before), decimalDigit(before) == nil, isLonelyWaw(next) {
                advise(.lonelyWaw, i, value)
            }
            script = .arabic
        } else if (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) || (0xC0...0x52F).contains(value) {
            script = .latin
            wordIsLatin = true
        }
    }

    private mutating func setDigits(latin: Int? = nil, arabic: Int? = nil, _ value: UInt32) {
        digits = (latin ?? digits.latin, arabic ?? digits.arabic, value)
    }

    /// Arabic opens with either of “ and ”: the first one sets the order.
    private mutating func checkCurledQuote(_ value: UInt32, _ i: Int, twin: UInt32) {
        if open.last?.closer == value { open.removeLast() } else { open.append((twin, i, value)) }
    }

    private mutating func close(_ value: UInt32, _ i: Int) {
        if open.last?.closer == value { open.removeLast() } else { advise(.oddQuotes, i, value) }
    }

    // MARK: - What is around

    private func isBlank(_ value: UInt32) -> Bool { value == 0x20 || value == 0xA0 || value == 0x0A || value == 0x09 }

    private func isLetter(_ value: UInt32) -> Bool {
        (0x620...0x64A).contains(value) || (0x671...0x6D3).contains(value)
    }

    private func peek(_ i: Int) -> UInt32 {
        guard i < bytes.count else { return 0 }
        return scalar(at: i, in: bytes)?.value ?? 0
    }

    private func peekPast(_ skipped: UInt32, _ start: Int) -> UInt32 {
        var i = start
        while i < bytes.count, let (value, length) = scalar(at: i, in: bytes) {
            if value != skipped && !isArabicMark(value) { return value }
            i += length
        }
        return 0
    }

    private func hasTextAhead(_ start: Int) -> Bool {
        let value = peek(start)
        return value != 0 && value != 0x0A && value != 0x0D
    }

    /// Whether nothing but white space stands between the و before `start` and a word or an opening quote.
    private func isLonelyWaw(_ start: Int) -> Bool {
        var i = start
        var sawSpace = false
        while i < bytes.count, let (value, length) = scalar(at: i, in: bytes) {
            if isBlank(value) || value == 0x0D {
                sawSpace = true
            } else if !isArabicMark(value) {
                return sawSpace && (isWordStart(value) || decimalDigit(value) != nil)
            }
            i += length
        }
        return false
    }

    private func isWordStart(_ value: UInt32) -> Bool {
        switch value {
        case 0x22, 0x28, 0xAB, 0x201C, 0x201D, 0x41...0x5A, 0x61...0x7A, 0xC0...0x52F: true
        default: isRightToLeft(value)
        }
    }
}
