import Base

/// Rewrites a text for `Hygiene`: copies it up to the next suspect character, and decides what becomes of that.
struct HygieneRewriter {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let markdown: Bool
    private(set) var out: [UInt8] = []
    private(set) var findings: [Hygiene.Finding] = []
    private var lonelyIsolates: Set<Int>?
    private var reportedLetters: Set<UInt32> = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, markdown: Bool) {
        self.bytes = bytes
        self.markdown = markdown
    }

    mutating func run(from first: Int) {
        out.reserveCapacity(bytes.count)
        var clean = 0
        var suspect = first
        while suspect < bytes.count {
            out.append(contentsOf: bytes[clean..<suspect])
            clean = decide(at: suspect)
            suspect = Hygiene.nextSuspect(in: bytes, from: clean)
        }
        out.append(contentsOf: bytes[min(clean, bytes.count)...])
    }

    /// Writes what becomes of the scalar at `i`, and returns where to go on.
    private mutating func decide(at i: Int) -> Int {
        guard let (value, length) = scalar(at: i, in: bytes) else { return replaceBrokenBytes(at: i) }
        let next = i + length
        switch value {
        case _ where InvisibleCharacters.isDebris(value):
            return afterDebris(next)
        case _ where discarded(value) != nil:
            if let kind = discarded(value) { report(kind, value, at: i) }
        case _ where InvisibleCharacters.isLineSeparator(value):
            report(.control, value, at: i)
            out.append(0x20)
        case _ where InvisibleCharacters.isIsolate(value):
            if isLonely(i) { report(.unbalancedIsolate, value, at: i) } else { out.append(scalar: value) }
        case _ where InvisibleCharacters.isDirectionMark(value):
            return decideOnDirectionMarks(value, from: next)
        case 0x6A9, 0x6BE, 0x6C1, 0x6CC:
            if reportedLetters.insert(value).inserted { report(.persianLetter, value, at: i) }
            return appendCluster([value], from: next)
        case _ where PresentationForms.letters(value) != nil:
            return appendCluster(PresentationForms.letters(value) ?? [], from: next)
        default:
            return appendCluster([value], from: next)
        }
        return next
    }

    private mutating func report(_ kind: Hygiene.Finding.Kind, _ value: UInt32, at offset: Int) {
        guard let scalar = Unicode.Scalar(value) else { return }
        findings.append(.init(offset: offset, kind: kind, scalar: scalar))
    }

    /// Why `value` has no place in any text, however harmless its neighbours.
    private func discarded(_ value: UInt32) -> Hygiene.Finding.Kind? {
        switch value {
        case 0x09, 0x0A, 0x0D: nil
        case 0..<0x20, 0x7F...0x9F: .control
        default: InvisibleCharacters.isOverride(value) ? .override : nil
        }
    }

    /// One replacement character, and one finding, for a run of bytes that are no UTF-8.
    private mutating func replaceBrokenBytes(at i: Int) -> Int {
        report(.invalidUTF8, 0xFFFD, at: i)
        out.append(scalar: 0xFFFD)
        var next = i + 1
        while next < bytes.count, bytes[next] >= 0x80, scalar(at: next, in: bytes) == nil { next += 1 }
        return next
    }

    /// A mark that debris kept from its letter belongs to it now.
    private mutating func afterDebris(_ next: Int) -> Int {
        guard next < bytes.count, bytes[next] >= 0xCC, let (value, length) = scalar(at: next, in: bytes),
            !CanonicalForm.isInert(value), !InvisibleCharacters.isDebris(value)
        else { return next }
        return appendCluster([value], from: next + length)
    }

    /// Writes `scalars` in form C together with the letter before them and the marks behind them.
    private mutating func appendCluster(_ scalars: [UInt32], from start: Int) -> Int {
        var marks: [UInt32] = []
        var next = start
        while next < bytes.count, bytes[next] < 0x20 || bytes[next] >= 0x7F,
            let (value, length) = scalar(at: next, in: bytes)
        {
            if let letters = PresentationForms.letters(value) {
                guard !letters.contains(where: CanonicalForm.isInert) else { break }
                marks.append(contentsOf: letters)
            } else if let kind = discarded(value) {
                report(kind, value, at: next)
            } else if !InvisibleCharacters.isDebris(value) {
                if CanonicalForm.isInert(value) { break }
                marks.append(value)
            }
            next += length
        }
        if marks.isEmpty && scalars.allSatisfy(CanonicalForm.isInert) {
            for value in scalars { out.append(scalar: value) }
            return next
        }
        var cluster: [UInt32] = []
        // Unicode's stream-safe text has at most 30 marks on a letter: more would cost a flood its square.
        while cluster.count < 32, let last = popScalar() {
            cluster.append(last)
            if CanonicalForm.isInert(last) { break }
        }
        cluster.reverse()
        for value in CanonicalForm.compose(cluster + scalars + marks) { out.append(scalar: value) }
        return next
    }

    private mutating func popScalar() -> UInt32? {
        var start = out.count - 1
        while start >= 0, out[start] & 0xC0 == 0x80 { start -= 1 }
        guard start >= 0, let (value, _) = out.withUnsafeBufferPointer({ scalar(at: start, in: $0) }) else {
            return nil
        }
        out.removeSubrange(start...)
        return value
    }
}

// MARK: - Direction marks and isolates

extension HygieneRewriter {
    /// Keeps or drops a whole run of direction marks, of which `first` ends at `start`.
    private mutating func decideOnDirectionMarks(_ first: UInt32, from start: Int) -> Int {
        guard markdown else {
            out.append(scalar: first)
            return start
        }
        var run = [first]
        var i = start
        while i < bytes.count, bytes[i] >= 0xC2, let (value, length) = scalar(at: i, in: bytes),
            InvisibleCharacters.isDirectionMark(value) || InvisibleCharacters.isDebris(value)
        {
            if InvisibleCharacters.isDirectionMark(value) { run.append(value) }
            i += length
        }
        if !hidesMarker(before: i) {
            for value in run { out.append(scalar: value) }
        }
        return i
    }

    /// Whether direction marks here, with the input going on at `i`, would keep Markdown from seeing a marker.
    private func hidesMarker(before i: Int) -> Bool {
        if let last = out.last, last == UInt8(ascii: "*") || last == UInt8(ascii: "_") { return true }
        if i < bytes.count, bytes[i] == UInt8(ascii: "*") || bytes[i] == UInt8(ascii: "_") { return true }
        return isAtLineStart && startsBlock(at: i)
    }

    /// Whether the line has nothing yet but blanks and the markers of quotes and lists.
    private var isAtLineStart: Bool {
        // A line with more markers than this in front is no line of text.
        for byte in out.suffix(64).reversed() {
            switch byte {
            case 0x0A, 0x0D: return true
            case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"): continue
            default: return false
            }
        }
        return out.count < 64
    }

    private func startsBlock(at start: Int) -> Bool {
        var i = start
        while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
        // A line of invisible characters alone is an empty line.
        guard i < bytes.count else { return true }
        switch bytes[i] {
        case 0x0A, 0x0D: return true
        case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "`"),
            UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: "["), UInt8(ascii: "!"),
            UInt8(ascii: ":"), UInt8(ascii: "<"):
            return true
        default: return startsNumberedItem(at: i)
        }
    }

    /// `1.`, `1)`, `1-`, in the digits of either script, and `أ-`.
    private func startsNumberedItem(at start: Int) -> Bool {
        var i = start
        while i < bytes.count, i - start < 18, let (value, length) = scalar(at: i, in: bytes) {
            if i > start, value == 0x2E || value == 0x29 || value == 0x2D { return true }
            let isLetter = i == start && (0x621...0x64A).contains(value)
            guard isLetter || decimalDigit(value) != nil else { return false }
            i += length
            if isLetter { return i < bytes.count && (bytes[i] == 0x2D || bytes[i] == 0x29) }
        }
        return false
    }

    private mutating func isLonely(_ offset: Int) -> Bool {
        if lonelyIsolates == nil { lonelyIsolates = unbalancedIsolates() }
        return lonelyIsolates?.contains(offset) ?? false
    }

    /// The offsets of openings that nothing closes and closings that nothing opened, within each paragraph.
    private func unbalancedIsolates() -> Set<Int> {
        var lonely: Set<Int> = []
        var open: [Int] = []
        var lineIsBlank = true
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
            if byte == 0x0A {
                if lineIsBlank {
                    lonely.formUnion(open)
                    open = []
                }
                lineIsBlank = true
            } else if byte == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x81, (0xA6...0xA9).contains(bytes[i + 2]) {
                if bytes[i + 2] != 0xA9 {
                    open.append(i)
                } else if open.popLast() == nil {
                    lonely.insert(i)
                }
            } else if byte > 0x20 {
                lineIsBlank = false
            }
            i += 1
        }
        return lonely.union(open)
    }
}
