import Base

/// Lines of a paragraph that were plainly meant to end where they do: questions and answers, and short lines that are
/// alike, as in a list of names or of results.
enum ShortLines {
    /// In letters and signs; prose that an editor wraps has longer ones.
    private static let longest = 40

    /// Whether a paragraph begins here of three such lines or more, or of two that each name what they tell, `label: …`.
    /// Looks no further than the first line that is none.
    static func begin(in bytes: Bytes, _ first: Int, _ end: Int, next: Int, atMargin: Bool) -> Bool {
        guard atMargin, end - first <= 4 * longest, isShort(bytes, first, end), bytes[first] != UInt8(ascii: "[") else {
            return false
        }
        var lines = 1
        var areLabelled = isLabelled(bytes, first, end)
        var start = next
        while start < bytes.count {
            var lineEnd = start
            while lineEnd < bytes.count, lineEnd - start <= 4 * longest, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D
            {
                lineEnd += 1
            }
            var ink = start
            while ink < lineEnd, BlockStart.isBlank(bytes[ink]) { ink += 1 }
            if ink == lineEnd || startsBlock(bytes, ink, lineEnd) { break }
            guard isShort(bytes, ink, lineEnd) else { return false }
            areLabelled = areLabelled && isLabelled(bytes, ink, lineEnd)
            lines += 1
            // Enough is known: a long line behind so many makes none of them prose.
            if lines > 30 { break }
            start = lineEnd
            if start < bytes.count {
                start += bytes[start] == 0x0D && start + 1 < bytes.count && bytes[start + 1] == 0x0A ? 2 : 1
            }
        }
        return lines >= 3 || lines == 2 && areLabelled
    }

    /// Whether the line is a question's or an answer's first: `س:`, `ج ٢:`, `**سؤال:**`, `Q:`.
    static func isTurn(_ bytes: Bytes, _ first: Int, _ end: Int) -> Bool {
        var start = first
        while start < end, bytes[start] == UInt8(ascii: "*") || bytes[start] == UInt8(ascii: "_") { start += 1 }
        for word in turns where bytes[start..<end].starts(with: word) {
            var i = start + word.count
            while i < end, isDigitOrBlank(bytes, i) { i += bytes[i] >= 0x80 ? 2 : 1 }
            return i < end && (bytes[i] == UInt8(ascii: ":") || bytes[i] == UInt8(ascii: "-") && word.count == 2)
        }
        return false
    }

    private static let turns = ["السؤال", "الجواب", "سؤال", "جواب", "س", "ج", "Q", "A"].map { Array($0.utf8) }

    private static func isDigitOrBlank(_ bytes: Bytes, _ i: Int) -> Bool {
        if BlockStart.isBlank(bytes[i]) || (0x30...0x39).contains(bytes[i]) { return true }
        return bytes[i] == 0xD9 && i + 1 < bytes.count && (0xA0...0xA9).contains(bytes[i + 1])
    }

    /// Code and HTML may reach over lines.
    private static func isShort(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
        guard end - start <= 4 * longest else { return false }
        var letters = 0
        for byte in bytes[start..<end] {
            if byte == UInt8(ascii: "`") || byte == UInt8(ascii: "<") { return false }
            if byte & 0xC0 != 0x80 { letters += 1 }
        }
        return letters <= longest
    }

    /// A colon with a blank behind it, near the beginning.
    private static func isLabelled(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
        let limit = min(end, start + 48)
        guard let colon = bytes[start..<limit].firstIndex(of: UInt8(ascii: ":")) else { return false }
        return colon > start && colon + 1 < end && BlockStart.isBlank(bytes[colon + 1])
    }

    /// Whether the line may be none of the paragraph.
    private static func startsBlock(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
        switch bytes[start] {
        case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "="), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "<"),
            UInt8(ascii: "|"), UInt8(ascii: "["):
            return true
        default: return false
        }
    }
}

/// A sign at the beginning of a line that may have been meant as something else.
enum FirstSign: Hashable { case dialogue, hashtag }

extension BodyScan {
    /// The line before the one that begins here ends for readers, too.
    mutating func keepLineEnd() {
        var end = inline.textEnd
        while end > 0, BlockStart.isBlank(body[end - 1]) { end -= 1 }
        guard end > 0, body[end - 1] != UInt8(ascii: "\\"), inline.textEnd - end < 2, !mayBeInCode(end) else { return }
        rewriting.replace(end, inline.textEnd, with: "\\")
    }

    /// Whether a backtick stands in the line: a span of code may reach over its end.
    private func mayBeInCode(_ end: Int) -> Bool {
        var i = end
        while i > 0, body[i - 1] != 0x0A, body[i - 1] != 0x0D {
            i -= 1
            if body[i] == UInt8(ascii: "`") { return true }
        }
        return false
    }

    /// Advises, once a body for each, on `-قال`, `– قال` and `#غزة`: what was meant nobody can tell.
    mutating func adviseOnFirstSign(_ first: Int, _ end: Int, goesOn: Bool) {
        switch body[first] {
        case UInt8(ascii: "-"): if first + 1 < end, body[first + 1] >= 0x80 { advise(.dialogue, first, end) }
        case 0xE2:
            let isDash = first + 3 < end && body[first + 1] == 0x80 && (0x93...0x94).contains(body[first + 2])
            // A dash in front of a paragraph of its own is as it should be, and in a quotation it names who is quoted.
            if isDash, goesOn, !isInQuotation { advise(.dialogue, first, end) }
        case UInt8(ascii: "#"):
            let word = body[first..<end].firstIndex { $0 != UInt8(ascii: "#") }
            if let word, body[word] >= 0x80 { advise(.hashtag, first, end) }
        default: break
        }
    }

    private var isInQuotation: Bool {
        containers.contains { $0.kind == .quote } || openBoxes.last.map { boxes[$0.index].kind == .pullquote } ?? false
    }

    private mutating func advise(_ sign: FirstSign, _ first: Int, _ end: Int) {
        guard firstSigns.insert(sign).inserted else { return }
        let words = String(decoding: body[first..<end].prefix { $0 > 0x20 }.prefix(60), as: UTF8.self)
        report(sign == .dialogue ? .dialogueDash(at: first) : .hashtagLine(words, at: first))
    }
}
