/// Where addresses, dates, handles and Latin runs end.
extension BidiScan {
    /// The first byte of a two-byte Latin, Greek or Cyrillic letter (and of × and ÷).
    @inline(__always)
    func isLatinLead(_ byte: UInt8) -> Bool { byte >= 0xC3 && byte <= 0xD4 }

    func isArabicDigit(_ lead: UInt8, _ tail: UInt8) -> Bool {
        lead == 0xD9 && tail >= 0xA0 && tail <= 0xAD || lead == 0xD8 && tail <= 0x9A
            || lead == 0xDB && tail >= 0xB0 && tail <= 0xB9
    }

    func isLatinLetter(at i: Int) -> Bool { isASCIILetter(at(i)) || isLatinLead(at(i)) }

    /// A bare URL: up to white space or what ends an Arabic sentence or quote, without the punctuation behind it.
    func urlEnd(at start: Int) -> Int? {
        switch bytes[start] | 0x20 {
        case UInt8(ascii: "h"), UInt8(ascii: "w"), UInt8(ascii: "f"): break
        default: return nil
        }
        guard
            matches("http://", start) || matches("https://", start) || matches("www.", start)
                || matches("ftp://", start)
        else { return nil }
        var end = start
        while end < bytes.count, !endsURL(at: end) { end += 1 }
        while end > start {
            let last = bytes[end - 1]
            if last == UInt8(ascii: ")") && bytes[start..<end].contains(UInt8(ascii: "(")) { break }
            guard ".,;:!?'*_)]}".utf8.contains(last) else { break }
            end -= 1
        }
        return isASCIIAlphanumeric(at(end - 1)) || at(end - 1) >= 0x80 || at(end - 1) == 0x2F || end - start > 8
            ? end : nil
    }

    private func matches(_ word: StaticString, _ start: Int) -> Bool {
        guard start + word.utf8CodeUnitCount < bytes.count else { return false }
        for i in 0..<word.utf8CodeUnitCount {
            let byte = bytes[start + i]
            guard (isASCIILetter(byte) ? byte | 0x20 : byte) == word.utf8Start[i] else { return false }
        }
        return true
    }

    private func endsURL(at i: Int) -> Bool {
        let byte = bytes[i]
        if byte <= 0x20 || byte == 0x22 || byte == 0x3C || byte == 0x3E { return true }
        switch (byte, at(i + 1)) {
        // ، ؛ ؟ « » and NBSP
        case (0xD8, 0x8C), (0xD8, 0x9B), (0xD8, 0x9F), (0xC2, 0xA0), (0xC2, 0xAB), (0xC2, 0xBB): return true
        case (0xE2, 0x80): return at(i + 2) >= 0x80 && at(i + 2) <= 0x9F && at(i + 2) != 0x90 && at(i + 2) != 0x91
        default: return false
        }
    }

    /// `2024-01-24`, and the time behind a T.
    func isoDateEnd(at start: Int) -> Int? {
        guard start + 10 <= bytes.count else { return nil }
        for offset in 0..<10 {
            let byte = bytes[start + offset]
            guard offset == 4 || offset == 7 ? byte == UInt8(ascii: "-") : isASCIIDigit(byte) else { return nil }
        }
        var end = start + 10
        guard !isASCIIDigit(at(end)) else { return nil }
        guard at(end) | 0x20 == UInt8(ascii: "t"), isASCIIDigit(at(end + 1)) else {
            return isLatinLetter(at: end) ? nil : end
        }
        end += 1
        while isASCIIAlphanumeric(at(end)) || (":.+-".utf8.contains(at(end)) && isASCIIDigit(at(end + 1))) { end += 1 }
        return end
    }

    /// `@name`, `#Word`: the sign would change sides.
    func handleEnd(at start: Int) -> Int? {
        guard at(start) == UInt8(ascii: "@") || at(start) == UInt8(ascii: "#"), isASCIILetter(at(start + 1)) else {
            return nil
        }
        var end = start + 1
        while isASCIIAlphanumeric(at(end)) || at(end) == UInt8(ascii: "_")
            || (at(end) == 0x2E && isASCIIAlphanumeric(at(end + 1)))
        {
            end += 1
        }
        // `#C#` and `@x!` would need more; the rest of a mixed tag is Arabic.
        return end
    }

    /// The place behind the last letter or digit of the Latin run that begins at `start`: words with neutral characters
    /// between them.
    func latinEnd(from start: Int) -> Int {
        var end = wordEnd(from: start)
        while let next = nextWord(after: end) { end = wordEnd(from: next) }
        return end
    }

    private func wordEnd(from start: Int) -> Int {
        var i = start
        while i < bytes.count {
            if isASCIIAlphanumeric(bytes[i]) {
                i += 1
            } else if isLatinLead(bytes[i]) {
                i += 2
            } else {
                break
            }
        }
        return min(i, bytes.count)
    }

    /// The next word of the run, nil where Arabic, the end, or something that is isolated by itself comes first.
    private func nextWord(after end: Int) -> Int? {
        var i = end
        while i < bytes.count {
            let byte = bytes[i]
            if isASCIIAlphanumeric(byte) || isLatinLead(byte) {
                let startsWord = i > end
                if startsWord && (urlEnd(at: i) != nil || isoDateEnd(at: i) != nil) { return nil }
                if startsWord, isASCIIDigit(byte), NumberRun(bytes, at: i)?.mustStayTogether == true { return nil }
                return i
            }
            if byte < 0x80 {
                let isFree = i == end || at(i - 1) <= 0x20 || at(i - 1) == 0x28
                if isFree, handleEnd(at: i) != nil, i > end { return nil }
                if byte == UInt8(ascii: "+"), NumberRun(bytes, at: i)?.mustStayTogether == true { return nil }
                i += 1
            } else if byte == 0xE2 {
                i += 3
            } else if byte == 0xC2 {
                i += 2
            } else {
                return nil
            }
        }
        return nil
    }

    /// `+ # ? ! . / %`
    @inline(__always)
    private func isTail(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."),
            UInt8(ascii: "/"),
            UInt8(ascii: "%"):
            true
        default: false
        }
    }

    /// `run` with the neutral characters that belong to it; its own end where there are none.
    func tailEnd(of run: Range<Int>) -> Int {
        var end = run.upperBound
        while isTail(at(end)) { end += 1 }
        while end > run.upperBound {
            let last = bytes[end - 1]
            if last == UInt8(ascii: "/"), at(end) >= 0xD6, at(end) <= 0xDF {
                end -= 1  // Reuters/رويترز
            } else if last == UInt8(ascii: "."), !(end - 1 == run.upperBound && isAbbreviation(run)) {
                end -= 1
            } else {
                break
            }
        }
        guard end > run.upperBound else { return end }
        return closed(run.lowerBound..<end)
    }

    /// Takes in the bracket or quote that closes one inside the range.
    private func closed(_ range: Range<Int>) -> Int {
        let end = range.upperBound
        func count(_ byte: Character) -> Int {
            let code = byte.asciiValue ?? 0
            return bytes[range].reduce(0) { $0 + ($1 == code ? 1 : 0) }
        }
        switch at(end) {
        case UInt8(ascii: ")") where count("(") > count(")"): return end + 1
        case UInt8(ascii: "]") where count("[") > count("]"): return end + 1
        case UInt8(ascii: "\"") where count("\"") % 2 == 1: return end + 1
        default: return end
        }
    }

    /// Whether a full stop behind the run is part of its last word: `U.S.`, `Inc.`, a short capitalised word or an
    /// initial.
    private func isAbbreviation(_ run: Range<Int>) -> Bool {
        var start = run.upperBound
        while start > run.lowerBound, isASCIIAlphanumeric(bytes[start - 1]) { start -= 1 }
        let word = bytes[start..<run.upperBound]
        let isInitial = word.count == 1
        if isInitial && at(start - 1) == 0x2E && start > run.lowerBound { return true }
        if abbreviations.contains(where: { $0.utf8.elementsEqual(word) }) { return true }
        var next = run.upperBound + 1
        while at(next) == 0x20 || at(next) == 0x0A { next += 1 }
        guard next < bytes.count, let first = word.first, (0x41...0x5A).contains(first), word.count <= 4 else {
            return false
        }
        return word.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
    }
}

private let abbreviations = [
    "Inc", "Ltd", "Co", "Corp", "Bros", "Jr", "Sr", "Dr", "Mr", "Mrs", "Ms", "St", "No", "vs", "etc", "al", "Prof",
    "Gen", "Vol",
    "Dept", "Univ", "Est", "inc", "ltd",
]
