/// The delimiter runs of one character (`*` or `_`) that are open in a block, innermost last.
struct OpenRuns {
    private var lengths: [Int] = []

    /// Whether one run of two is open, and no other.
    var isStrong: Bool { lengths == [2] }

    /// Whether a run of `length` closes runs as long as it is: the innermost, the two innermost, or one of the next.
    func matches(_ length: Int) -> Bool {
        guard let last = lengths.last else { return false }
        if lengths.count > 1, last + lengths[lengths.count - 2] == length { return true }
        return lengths.suffix(4).contains(length)
    }

    /// What `run` means here. What CommonMark understands by itself comes first; a repair only where it would not.
    func step(for run: DelimiterRun) -> Step {
        let closes = matches(run.length)
        if closes, run.canClose { return .close }
        if closes, run.meansToClose { return .repairedClose }
        if run.meansToOpen || lengths.isEmpty && run.isClosedAhead { return .repairedOpen }
        if run.canClose, !lengths.isEmpty { return .close }
        return run.canOpen ? .open : .none
    }

    enum Step { case none, open, close, repairedOpen, repairedClose }

    mutating func take(_ step: Step, _ length: Int) {
        switch step {
        case .none: break
        case .open, .repairedOpen: lengths.append(length)
        case .close, .repairedClose: close(length)
        }
    }

    private mutating func close(_ length: Int) {
        if let position = lengths.suffix(4).lastIndex(of: length), lengths.last.map({ $0 < length }) ?? false {
            return lengths.removeSubrange(position...)
        }
        var rest = length
        while rest > 0, let last = lengths.popLast() {
            if last > rest { lengths.append(last - rest) }
            rest -= last
        }
    }
}

/// CommonMark asks of `**` that a letter or a blank stand on one side of it and punctuation not on the other alone:
/// fine in English, wrong in Arabic, where `و` is written joined to the next word and so to its quotation mark.
///
/// Where a run beside Arabic means to open or to close but CommonMark says it can't, a joint (`ScanMark.joint`) goes
/// between it and the letter. libcmark takes the joint for punctuation; the renderer leaves it out.
extension BodyScan {
    /// Weighs the run that starts at `start`, and returns the place behind it.
    mutating func weighRun(_ start: Int, _ lineStart: Int, _ lineEnd: Int) -> Int {
        let delimiter = body[start]
        var end = start
        while end < lineEnd, body[end] == delimiter { end += 1 }
        if end - start == 2 { features.insert(.strongRuns) }
        let run = DelimiterRun(body, start, end, lineStart, lineEnd)
        let isStar = delimiter == UInt8(ascii: "*")
        let step = isStar ? inline.stars.step(for: run) : inline.underscores.step(for: run)
        switch step {
        case .repairedClose: insertJoint(at: end)
        case .repairedOpen: insertJoint(at: start)
        default: break
        }
        if isStar { inline.stars.take(step, run.length) } else { inline.underscores.take(step, run.length) }
        return end
    }

    private mutating func insertJoint(at offset: Int) {
        if let joint = joint() { rewriting.replace(offset, offset, with: joint) }
    }
}

/// A run of `*` or `_` and what stands beside it, by CommonMark 0.30, section 6.2.
struct DelimiterRun {
    let start: Int
    let end: Int
    private let isUnderscore: Bool
    private let before: Neighbour
    private let after: Neighbour
    private let isBesideArabic: Bool
    private let followsPrefix: Bool
    /// `كلمة**:**`: whether behind a letter and before punctuation that ends a phrase two delimiters or more meet their
    /// like in the same line. Where nothing is open they can mean nothing else.
    let isClosedAhead: Bool

    init(_ bytes: Bytes, _ start: Int, _ end: Int, _ lineStart: Int, _ lineEnd: Int) {
        self.start = start
        self.end = end
        isUnderscore = bytes[start] == UInt8(ascii: "_")
        before = start > lineStart ? Neighbour(scalarBefore(start, in: bytes, from: lineStart)) : .blank
        after = end < lineEnd ? Neighbour(scalarAt(end, in: bytes, to: lineEnd)) : .blank
        isBesideArabic =
            before.isArabic || after.isArabic
            || arabicBeyondPunctuation(bytes, start, end, lineStart, lineEnd, before: before, after: after)
        followsPrefix = isUnderscore && before.isArabic && isPrefix(bytes, lineStart, start)
        isClosedAhead =
            isBesideArabic && end - start > 1 && before.isLetter && after.isPunctuation && after.side == .closing
            && Self.meetsItsLike(bytes, start, end, lineEnd)
    }

    /// Whether the next run of the line is as long, and stands behind what is no blank.
    private static func meetsItsLike(_ bytes: Bytes, _ start: Int, _ end: Int, _ lineEnd: Int) -> Bool {
        var next = end
        while next < lineEnd, bytes[next] != bytes[start] { next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1 }
        var nextEnd = next
        while nextEnd < lineEnd, bytes[nextEnd] == bytes[start] { nextEnd += 1 }
        return nextEnd - next == end - start && !BlockStart.isBlank(bytes[next - 1])
    }

    var length: Int { end - start }

    private var isLeftFlanking: Bool { !after.isBlank && (!after.isPunctuation || !before.isLetter) }
    private var isRightFlanking: Bool { !before.isBlank && (!before.isPunctuation || !after.isLetter) }

    var canOpen: Bool { isLeftFlanking && (!isUnderscore || !isRightFlanking || before.isPunctuation) }
    var canClose: Bool { isRightFlanking && (!isUnderscore || !isLeftFlanking || after.isPunctuation) }

    /// `**نص:**ثم`: punctuation that may end a phrase, then a letter.
    var meansToClose: Bool {
        isBesideArabic && before.isPunctuation && after.isLetter && before.side != .opening
    }

    /// `و**«`: a letter, then punctuation that may begin a phrase. And `و_نص_`, where only the joined word is one
    /// letter.
    var meansToOpen: Bool {
        guard isBesideArabic, before.isLetter else { return false }
        if after.isPunctuation { return after.side != .closing }
        return followsPrefix && after.isLetter
    }
}
