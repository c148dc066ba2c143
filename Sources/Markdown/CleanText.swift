/// Whether a body is plainly in order: valid UTF-8, of the usual letters and punctuation, with nothing that `Hygiene`
/// would change or report. True for nearly every article; false means that nobody knows yet.
///
/// Three passes without a branch, which the compiler turns into ones over sixteen bytes at a time. `Hygiene` decides by
/// character, and its own scan takes ten times as long on an ordinary text.
enum CleanText {
    static func holds(_ bytes: Bytes) -> Bool {
        guard let first = bytes.baseAddress, bytes.count >= 8 else { return false }
        let count = bytes.count
        // Ends within no character; begins with none half.
        guard first[0] < 0x80 || first[0] >= 0xC2, follows(first[1], first[0]), first[count - 1] < 0xC0,
            first[count - 2] < 0xE0
        else { return false }
        return !hasRareBytes(bytes) && !hasRarePairs(first, count) && !hasMarksInRows(first, count)
    }

    private static func follows(_ byte: UInt8, _ lead: UInt8) -> Bool { (byte & 0xC0 == 0x80) == (lead >= 0xC0) }

    @inline(__always)
    private static func equal(_ a: UInt8, _ b: UInt8) -> UInt8 { a == b ? 1 : 0 }

    /// Of `a`, whether it is one of the `count` values from `low`.
    @inline(__always)
    private static func isIn(_ a: UInt8, _ low: UInt8, _ count: UInt8) -> UInt8 { a &- low < count ? 1 : 0 }

    // In the loops below, each question has a variable of its own: put together, they would become tests of bits that are
    // done byte by byte.

    /// Control characters but for tab and line endings, DEL; lead bytes of other scripts than Latin, Greek, Cyrillic and
    /// Arabic, and of other signs than those of E2.
    private static func hasRareBytes(_ bytes: Bytes) -> Bool {
        has(bytes, 0, 0x09) || has(bytes, 0x0B, 2) || has(bytes, 0x0E, 0x12) || has(bytes, 0x7F, 1)
            || has(bytes, 0xC0, 2) || has(bytes, 0xCC, 3) || has(bytes, 0xD2, 6) || has(bytes, 0xDC, 6)
            || has(bytes, 0xE3, 0x1D)
    }

    /// Whether there is one of the `count` values from `low`. Never in line, where its calls would become one test of bits.
    @inline(never)
    private static func has(_ bytes: Bytes, _ low: UInt8, _ count: UInt8) -> Bool {
        var found: UInt8 = 0
        for a in bytes { found |= isIn(a, low, count) }
        return found != 0
    }

    /// Broken UTF-8, invisible characters, Persian letters, marks that compose.
    private static func hasRarePairs(_ first: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let (second, third) = (first + 1, first + 2)
        var broken: UInt8 = 0
        for i in 0..<count - 2 {
            // The third is a continuation if and only if the second leads, or the first leads two.
            broken |= isIn(third[i], 0x80, 0x40) ^ (isIn(second[i], 0xC0, 0x40) | isIn(first[i], 0xE0, 0x20))
        }
        var (latin, arabic, marks, persian): (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
        for i in 0..<count - 1 {
            let (a, b) = (first[i], second[i])
            latin |= equal(a, 0xC2) & isIn(b, 0x80, 0x20)
            arabic |= equal(a, 0xD8) & isIn(b, 0x90, 0x0D)
            marks |= equal(a, 0xD9) & isIn(b, 0x93, 3)
            persian |= equal(a, 0xDB)
        }
        var (keheh, hyphen, signs, letters): (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
        for i in 0..<count - 2 {
            let (a, b, c) = (first[i], second[i], third[i])
            keheh |= equal(a, 0xDA) & isIn(b, 0xA9, 0x17)
            hyphen |= equal(a, 0xC2) & equal(b, 0xAD)
            // Of E2, dashes, quotes and dots (E2 80 90–A7) and currencies (E2 82).
            signs |= equal(a, 0xE2) & (1 ^ equal(b & 0xFD, 0x80))
            letters |= equal(a, 0xE2) & equal(b, 0x80) & (1 ^ isIn(c, 0x90, 0x18))
        }
        return broken | latin | arabic | marks | persian | keheh | hyphen | signs | letters != 0
    }

    /// Two vowel marks in a row may stand in the wrong order.
    private static func hasMarksInRows(_ first: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let (second, third, fourth) = (first + 1, first + 2, first + 3)
        var rare: UInt8 = 0
        for i in 0..<count - 3 {
            let isMark = equal(first[i], 0xD9) & (isIn(second[i], 0x8B, 0x15) | equal(second[i], 0xB0))
            let follower = equal(third[i], 0xD9) & (isIn(fourth[i], 0x8B, 0x15) | equal(fourth[i], 0xB0))
            rare |= isMark & (follower | equal(third[i], 0xDB))
        }
        return rare != 0
    }
}
