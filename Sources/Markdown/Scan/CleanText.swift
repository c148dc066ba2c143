import Base

/// Whether a body is plainly in order: valid UTF-8, of the usual letters and punctuation, with nothing that `Hygiene`
/// would change or report. True for nearly every article; false means that nobody knows yet.
///
/// One pass over sixteen bytes at a time, with a second question where the first leaves doubt. `Hygiene` decides by
/// character, and its own scan takes ten times as long on an ordinary text.
enum CleanText {
    static func holds(_ bytes: Bytes) -> Bool {
        guard let first = bytes.baseAddress, bytes.count >= 8 else { return false }
        // Begins with no half of a character.
        guard first[0] < 0x80 || first[0] >= 0xC2, follows(first[1], first[0]) else { return false }
        let text = UnsafeRawPointer(first)
        var i = 0
        while i <= bytes.count - 19 {
            if !mayBeRare(text, at: i).isNone, holdsRarity(text, at: i) { return false }
            i &+= 16
        }
        return isEndClean(Bytes(rebasing: bytes[i...]))
    }

    /// The last eighteen bytes at most: with blanks behind them, so that sixteen can be read at each place.
    private static func isEndClean(_ end: Bytes) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 35, alignment: 16) { padded in
            padded.initializeMemory(as: UInt8.self, repeating: 0x20)
            padded.copyMemory(from: UnsafeRawBufferPointer(end))
            guard let text = padded.baseAddress else { return false }
            return !holdsRarity(text, at: 0) && !holdsRarity(text, at: 16)
        }
    }

    private static func follows(_ byte: UInt8, _ lead: UInt8) -> Bool { (byte & 0xC0 == 0x80) == (lead >= 0xC0) }

    /// Where all that follows need not be asked: of line feeds, ASCII, and letters D8 and D9, in whole characters,
    /// nothing is rare. Reads two bytes more than sixteen.
    @inline(__always)
    private static func mayBeRare(_ text: UnsafeRawPointer, at i: Int) -> SixteenBytes.Mask {
        let (a, b) = (SixteenBytes(text, at: i), SixteenBytes(text, at: i + 1))
        let other = (a.among(0, 0x20) & !a.equal(0x0A)) | a.equal(0x7F) | (a.from(0xC0) & !a.with(1).equal(0xD9))
        let signs = a.equal(0xD8) & b.among(0x90, 0x0D)
        let marks = a.equal(0xD9) & (b.among(0x8B, 0x15) | b.equal(0xB0))
        let broken = SixteenBytes(text, at: i + 2).among(0x80, 0x40) ^ b.from(0xC0)
        return (other | broken) | (signs | marks)
    }

    /// The third is a continuation if and only if the second leads, or the first leads two.
    @inline(__always)
    private static func brokenUTF8(_ a: SixteenBytes, _ b: SixteenBytes, _ c: SixteenBytes) -> SixteenBytes.Mask {
        c.among(0x80, 0x40) ^ (b.from(0xC0) | a.among(0xE0, 0x20))
    }

    /// Control characters but for tab and line endings, DEL; lead bytes of other scripts than Latin, Greek, Cyrillic
    /// and Arabic, and of other signs than those of E2.
    @inline(__always)
    private static func rareBytes(_ a: SixteenBytes) -> SixteenBytes.Mask {
        let controls = a.among(0, 9) | a.among(0x0B, 2) | a.among(0x0E, 0x12) | a.equal(0x7F)
        let usual = a.among(0xC2, 10) | a.among(0xCF, 3) | a.among(0xD8, 3) | a.equal(0xE2)
        return controls | (a.from(0xC0) & !usual)
    }

    /// Broken UTF-8, invisible characters, Persian letters, marks that compose, and marks in rows, whose order may be
    /// wrong: of characters that begin in the sixteen bytes at `i`. Reads three bytes more.
    @inline(never)
    private static func holdsRarity(_ text: UnsafeRawPointer, at i: Int) -> Bool {
        let (a, b) = (SixteenBytes(text, at: i), SixteenBytes(text, at: i + 1))
        let (c, d) = (SixteenBytes(text, at: i + 2), SixteenBytes(text, at: i + 3))
        let latin = a.equal(0xC2) & (b.among(0x80, 0x20) | b.equal(0xAD))
        let arabic = (a.equal(0xD8) & b.among(0x90, 0x0D) & !b.equal(0x9B)) | (a.equal(0xDA) & b.among(0xA9, 0x17))
        let isD9 = a.equal(0xD9)
        let isMark = isD9 & (b.among(0x8B, 0x15) | b.equal(0xB0))
        let marks = (isD9 & b.among(0x93, 3)) | (isMark & c.equal(0xD9) & (d.among(0x8B, 0x15) | d.equal(0xB0)))
        // Of E2, dashes, quotes and dots (E2 80 90–A7) and currencies (E2 82) are not rare.
        let signs = a.equal(0xE2) & !(b.equal(0x82) | (b.equal(0x80) & c.among(0x90, 0x18)))
        return !((rareBytes(a) | brokenUTF8(a, b, c)) | (latin | arabic) | (marks | signs)).isNone
    }
}
