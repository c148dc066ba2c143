/// What a line's list marker is, and what libcmark must read in its place.
struct ListMarker {
    /// The place behind the marker, before the blanks that follow it.
    let end: Int
    /// In columns, as libcmark will see the marker.
    let width: Int
    /// Digits and delimiter as CommonMark knows them; nil where they already are.
    let replacement: [UInt8]?
    /// Whether the text follows at once, as behind bullets that were pasted.
    var touchesText = false

    enum Finding {
        case none
        case marker(ListMarker)
        /// `2024. كان عامًا`: the delimiter at this place must not make a list.
        case year(delimiter: Int)
    }

    /// Bullets; numbers in either script before `.`, `)`, `-` or a tatweel. A number can interrupt a paragraph only if
    /// it is 1, an empty item never, as in CommonMark.
    static func find(_ bytes: Bytes, _ start: Int, _ end: Int, inParagraph: Bool) -> Finding {
        switch bytes[start] {
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard isFollowed(bytes, start + 1, end, inParagraph: inParagraph) else { return .none }
            return .marker(ListMarker(end: start + 1, width: 1, replacement: nil))
        case 0xC2, 0xE2, 0xEF: return pastedBullet(bytes, start, end, inParagraph: inParagraph)
        default:
            return number(bytes, start, end, inParagraph: inParagraph)
        }
    }

    /// What other programs put before items: `•`, which the text may touch, and the others with a blank behind them.
    private static let pastedBullets: [[UInt8]] = [
        "•", "·", "▪", "●", "◦", "■", "‣", "\u{F0B7}", "\u{F0A7}",
    ].map { Array($0.utf8) }

    private static func pastedBullet(_ bytes: Bytes, _ start: Int, _ end: Int, inParagraph: Bool) -> Finding {
        let rest = bytes[start..<end]
        guard let sign = pastedBullets.firstIndex(where: { rest.starts(with: $0) }) else { return .none }
        let next = start + pastedBullets[sign].count
        if isFollowed(bytes, next, end, inParagraph: inParagraph) {
            return .marker(ListMarker(end: next, width: 1, replacement: [UInt8(ascii: "-")]))
        }
        guard sign == 0, next < end, !BlockStart.isBlank(bytes[next]) else { return .none }
        return .marker(
            ListMarker(end: next, width: 1, replacement: [UInt8(ascii: "-"), 0x20], touchesText: true))
    }

    private static func number(_ bytes: Bytes, _ start: Int, _ end: Int, inParagraph: Bool) -> Finding {
        var i = start
        var digits: [UInt8] = []
        while digits.count < 10, let (digit, length) = digit(bytes, i, end) {
            digits.append(0x30 + digit)
            i += length
        }
        guard (1...9).contains(digits.count), i < end else { return .none }
        let delimiter: UInt8
        var next = i + 1
        switch bytes[i] {
        case UInt8(ascii: "."), UInt8(ascii: "-"): delimiter = UInt8(ascii: ".")
        case UInt8(ascii: ")"): delimiter = UInt8(ascii: ")")
        case 0xD9 where next < end && bytes[next] == 0x80:
            delimiter = UInt8(ascii: ".")
            next += 1
        default: return .none
        }
        guard isFollowed(bytes, next, end, inParagraph: inParagraph) else { return .none }
        if digits.count == 4, digits[0] == 0x31 || digits[0] == 0x32 {
            return bytes[i] == delimiter && bytes[start] < 0x80 && !inParagraph ? .year(delimiter: i) : .none
        }
        // libcmark reads the number, so 01 interrupts as 1 does.
        if inParagraph, digits.last != 0x31 || digits.dropLast().contains(where: { $0 != 0x30 }) { return .none }
        let isKnown = bytes[start] < 0x80 && bytes[i] == delimiter && i - start == digits.count
        return .marker(
            ListMarker(end: next, width: digits.count + 1, replacement: isKnown ? nil : digits + [delimiter]))
    }

    /// Whether a blank or the end of the line follows, and in a paragraph some text.
    private static func isFollowed(_ bytes: Bytes, _ next: Int, _ end: Int, inParagraph: Bool) -> Bool {
        guard next < end else { return !inParagraph }
        guard BlockStart.isBlank(bytes[next]) else { return false }
        return !inParagraph || (next..<end).contains { !BlockStart.isBlank(bytes[$0]) }
    }

    /// ASCII, Arabic-Indic (U+0660) or extended Arabic-Indic (U+06F0): the value and its length in bytes.
    private static func digit(_ bytes: Bytes, _ i: Int, _ end: Int) -> (UInt8, Int)? {
        guard i < end else { return nil }
        switch bytes[i] {
        case 0x30...0x39: return (bytes[i] - 0x30, 1)
        case 0xD9 where i + 1 < end && (0xA0...0xA9).contains(bytes[i + 1]): return (bytes[i + 1] - 0xA0, 2)
        case 0xDB where i + 1 < end && (0xB0...0xB9).contains(bytes[i + 1]): return (bytes[i + 1] - 0xB0, 2)
        default: return nil
        }
    }
}
