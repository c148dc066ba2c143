import Base

/// Goes through a piece of text from one character to the next that may need a repair.
struct BidiScan {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var repairs: [BidiRepair] = []
    /// Whether no letter has come yet in the block.
    private var awaitsLetter: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>, startsBlock: Bool) {
        self.bytes = bytes
        awaitsLetter = startsBlock
    }

    /// The byte at `i`, zero outside.
    @inline(__always)
    func at(_ i: Int) -> UInt8 { i >= 0 && i < bytes.count ? bytes[i] : 0 }

    mutating func run() {
        var i = nextCandidate(from: 0)
        while i < bytes.count {
            let byte = bytes[i]
            if isASCIIAlphanumeric(byte) || isLatinLead(byte) {
                i = readRun(at: i)
            } else if let end = handleEnd(at: i) {
                isolate(i..<end)
                i = end
            } else {
                i = readNumber(at: i) ?? i + 1
            }
            i = nextCandidate(from: i)
        }
    }

    /// The next byte that may begin something: a letter or digit that is not Arabic, or one of `+ - ( @ #`.
    @inline(__always)
    private mutating func nextCandidate(from start: Int) -> Int {
        var i = start
        if awaitsLetter { i = nextCandidateOrLetter(from: i) }
        while true {
            i = bytes.firstOffset(
                from: i, to: bytes.count, where: { $0 &- 0x23 < 0x58 || $0 &- 0xC3 < 0x12 },
                inSixteen: { $0.among(0x23, 0x58) | $0.among(0xC3, 0x12) })
            if i == bytes.count || isCandidate(bytes[i]) { return i }
            i += 1
        }
    }

    @inline(__always)
    private func isCandidate(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xD4, UInt8(ascii: "+"), UInt8(ascii: "-"),
            UInt8(ascii: "("),
            UInt8(ascii: "@"), UInt8(ascii: "#"):
            true
        default: false
        }
    }

    /// The next candidate, or what stands behind the block's first letter.
    private mutating func nextCandidateOrLetter(from start: Int) -> Int {
        var i = start
        while i < bytes.count, !isCandidate(bytes[i]) {
            if bytes[i] >= 0xD6 && bytes[i] <= 0xDF && !isArabicDigit(bytes[i], at(i + 1)) {
                awaitsLetter = false
                return i + 2
            }
            i += 1
        }
        return i
    }

    private mutating func isolate(_ range: Range<Int>) { repairs.append(.init(kind: .isolate, range: range)) }

    /// Reads what begins with an ASCII letter or digit or another Latin letter; returns the place behind it.
    private mutating func readRun(at start: Int) -> Int {
        if let end = urlEnd(at: start) ?? isoDateEnd(at: start) {
            isolate(start..<end)
            return end
        }
        if isASCIIDigit(bytes[start]), let end = readNumber(at: start) { return end }
        awaitsLetter = false
        let end = latinEnd(from: start)
        let tail = tailEnd(of: start..<end)
        if tail > end { isolate(start..<tail) }
        return tail
    }

    /// A number with what belongs to it; nil where a word begins.
    private mutating func readNumber(at start: Int) -> Int? {
        guard let run = NumberRun(bytes, at: start) else { return nil }
        if isLatinLetter(at: run.firstEnd) && isASCIIDigit(bytes[start]) { return nil }
        if run.mustStayTogether {
            isolate(start..<run.end)
            return run.end
        }
        // A sign or a bracket that starts no number stays outside.
        guard isASCIIDigit(bytes[start]) || at(run.firstEnd) == UInt8(ascii: "%") else { return nil }
        if at(run.firstEnd) == UInt8(ascii: "%"), !isASCIIAlphanumeric(at(run.firstEnd + 1)) {
            let from = bytes[start] == UInt8(ascii: "(") ? start + 1 : start
            isolate(from..<run.firstEnd + 1)
            return run.firstEnd + 1
        }
        guard isASCIIDigit(bytes[start]) else { return nil }
        if awaitsLetter, bytes[run.firstEnd...].first == UInt8(ascii: "-"), isASCIIDigit(at(run.firstEnd + 1)) {
            repairs.append(.init(kind: .mark, range: run.firstEnd..<run.firstEnd))
        }
        // The hyphen of a range is no sign of the number behind it.
        return at(run.firstEnd) == UInt8(ascii: "-") && isASCIIDigit(at(run.firstEnd + 1))
            ? run.firstEnd + 1 : run.firstEnd
    }
}
