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

/// Whether beyond the punctuation beside a run, within a few characters, Arabic follows: `**"CNN العربية"**then`.
private func arabicBeyondPunctuation(
    _ bytes: Bytes, _ start: Int, _ end: Int, _ lineStart: Int, _ lineEnd: Int, before: Neighbour, after: Neighbour
) -> Bool {
    if before.isPunctuation {
        var i = start
        for _ in 0..<4 where i > lineStart {
            let scalar = scalarBefore(i, in: bytes, from: lineStart)
            i -= scalar.utf8.count
            let neighbour = Neighbour(scalar)
            if neighbour.isArabic { return true }
            if !neighbour.isPunctuation { break }
        }
    }
    if after.isPunctuation {
        var i = end
        for _ in 0..<4 where i < lineEnd {
            let neighbour = Neighbour(scalarAt(i, in: bytes, to: lineEnd))
            i += neighbour.scalar.utf8.count
            if neighbour.isArabic { return true }
            if !neighbour.isPunctuation { break }
        }
    }
    return false
}

/// Whether the word that ends at `end` is one of the particles that are written joined to the next: و ف ب ل ك س, with
/// or without a tatweel.
private func isPrefix(_ bytes: Bytes, _ lineStart: Int, _ end: Int) -> Bool {
    var i = end
    if i - 2 >= lineStart, bytes[i - 2] == 0xD9, bytes[i - 1] == 0x80 { i -= 2 }
    guard i - 2 >= lineStart else { return false }
    switch (bytes[i - 2], bytes[i - 1]) {
    case (0xD9, 0x88), (0xD9, 0x81), (0xD8, 0xA8), (0xD9, 0x84), (0xD9, 0x83), (0xD8, 0xB3): break
    default: return false
    }
    return i - 2 == lineStart || Neighbour(scalarBefore(i - 2, in: bytes, from: lineStart)).isBlank
}
