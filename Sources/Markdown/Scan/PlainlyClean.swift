import Base

/// A check of a body before `Hygiene` goes through it character by character.
///
/// Sixteen bytes at a time, and more closely where the first look leaves doubt. It takes a tenth of the time of the
/// scan of `Hygiene` on an ordinary text; `PlainlyCleanTests` hold that what passes is what `Hygiene` leaves alone.
enum PlainlyClean {
    /// Whether `bytes` are valid UTF-8 of usual letters and punctuation, with nothing that `Hygiene` would change or
    /// report. True for nearly every article; false decides nothing.
    static func isPlainlyClean(_ bytes: Bytes) -> Bool {
        guard let first = bytes.baseAddress, bytes.count >= 8 else { return false }
        // The text begins with a whole character.
        guard first[0] < 0x80 || first[0] >= 0xC2, follows(first[1], first[0]) else { return false }
        let text = UnsafeRawPointer(first)
        var i = 0
        while i <= bytes.count - 19 {
            if !mayBeRare(text, at: i).isNone, hasRareCharacter(text, at: i) { return false }
            i &+= 16
        }
        return isEndClean(Bytes(rebasing: bytes[i...]))
    }

    /// Whether the last eighteen bytes at most are clean: with blanks behind them, so that sixteen can be read at each
    /// place.
    private static func isEndClean(_ end: Bytes) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 35, alignment: 16) { padded in
            padded.initializeMemory(as: UInt8.self, repeating: 0x20)
            padded.copyMemory(from: UnsafeRawBufferPointer(end))
            guard let text = padded.baseAddress else { return false }
            return !hasRareCharacter(text, at: 0) && !hasRareCharacter(text, at: 16)
        }
    }

    private static func follows(_ byte: UInt8, _ lead: UInt8) -> Bool { (byte & 0xC0 == 0x80) == (lead >= 0xC0) }

    /// Bytes that `hasRareCharacter` must check: all but line feeds, ASCII, and whole characters that begin with D8 or
    /// D9, none of which is rare. Reads two bytes more than sixteen.
    @inline(__always)
    private static func mayBeRare(_ text: UnsafeRawPointer, at i: Int) -> SixteenBytes.Mask {
        let (a, b) = (SixteenBytes(text, at: i), SixteenBytes(text, at: i + 1))
        let other = (a.among(0, 0x20) & !a.equal(0x0A)) | a.equal(0x7F) | (a.from(0xC0) & !a.with(1).equal(0xD9))
        let signs = a.equal(0xD8) & b.among(0x90, 0x0D)
        let marks = a.equal(0xD9) & (b.among(0x8B, 0x15) | b.equal(0xB0))
        let broken = SixteenBytes(text, at: i + 2).among(0x80, 0x40) ^ b.from(0xC0)
        return (other | broken) | (signs | marks)
    }

    /// Where the third byte is no continuation although the second leads or the first leads two, or the reverse.
    @inline(__always)
    private static func brokenUTF8(_ a: SixteenBytes, _ b: SixteenBytes, _ c: SixteenBytes) -> SixteenBytes.Mask {
        c.among(0x80, 0x40) ^ (b.from(0xC0) | a.among(0xE0, 0x20))
    }

    /// Control characters other than tab and line endings, DEL; lead bytes of other scripts than Latin, Greek, Cyrillic
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
    private static func hasRareCharacter(_ text: UnsafeRawPointer, at i: Int) -> Bool {
        let (a, b) = (SixteenBytes(text, at: i), SixteenBytes(text, at: i + 1))
        let (c, d) = (SixteenBytes(text, at: i + 2), SixteenBytes(text, at: i + 3))
        let latin = a.equal(0xC2) & (b.among(0x80, 0x20) | b.equal(0xAD))
        let arabic = (a.equal(0xD8) & b.among(0x90, 0x0D) & !b.equal(0x9B)) | (a.equal(0xDA) & b.among(0xA9, 0x17))
        let isD9 = a.equal(0xD9)
        let isMark = isD9 & (b.among(0x8B, 0x15) | b.equal(0xB0))
        let marks = (isD9 & b.among(0x93, 3)) | (isMark & c.equal(0xD9) & (d.among(0x8B, 0x15) | d.equal(0xB0)))
        // Behind E2, dashes, quotes and dots (E2 80 90–A7) and currencies (E2 82) are not rare.
        let signs = a.equal(0xE2) & !(b.equal(0x82) | (b.equal(0x80) & c.among(0x90, 0x18)))
        return !((rareBytes(a) | brokenUTF8(a, b, c)) | (latin | arabic) | (marks | signs)).isNone
    }
}
