import Base

/// A piece of a template's source: `start..<end` in bytes.
struct Token {
    enum Kind: UInt8 {
        case text, outputBegin, outputEnd, tagBegin, tagEnd, end
        case name, string, integer, float
        case plus, minus, star, power, slash, floor, percent, tilde, pipe, dot, comma, colon, semicolon, assign
        case equal, unequal, less, lessEqual, greater, greaterEqual
        case openParen, closeParen, openBracket, closeBracket, openBrace, closeBrace
    }

    let kind: Kind
    let start: Int32
    let end: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
}

/// What is wrong with the source at an offset, before it has a path and a line.
struct Fault: Error {
    let rule: TemplateRule
    let offset: Int
    let message: Message

    init(_ rule: TemplateRule, at offset: Int, en english: String, ar arabic: String) {
        self.rule = rule
        self.offset = offset
        message = Message(en: english, ar: arabic)
    }

    init(_ rule: TemplateRule, at offset: Int, _ message: Message) {
        self.rule = rule
        self.offset = offset
        self.message = message
    }
}

/// The white space that Python's `str.strip` and `\s` know, in UTF-8.
enum WhiteSpace {
    /// How many bytes of white space stand at `index`; 0 for none.
    static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) || (0x1C...0x1F).contains(byte) ? 1 : 0 }
        guard index + 1 < bytes.count else { return 0 }
        let next = bytes[index + 1]
        if byte == 0xC2 { return next == 0x85 || next == 0xA0 ? 2 : 0 }
        guard (0xE1...0xE3).contains(byte), index + 2 < bytes.count else { return 0 }
        let last = bytes[index + 2]
        let found =
            switch (byte, next) {
            case (0xE1, 0x9A), (0xE3, 0x80): last == 0x80
            case (0xE2, 0x80): (0x80...0x8A).contains(last) || last == 0xA8 || last == 0xA9 || last == 0xAF
            case (0xE2, 0x81): last == 0x9F
            default: false
            }
        return found ? 3 : 0
    }

    /// `range` without the white space at its end.
    static func trimmedEnd(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = range.upperBound
        scan: while end > range.lowerBound {
            for width in 1...3 where end - width >= range.lowerBound && length(at: end - width, in: bytes) == width {
                end -= width
                continue scan
            }
            break
        }
        return end
    }
}
