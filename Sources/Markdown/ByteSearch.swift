/// Searches that look at eight bytes at once, as one number: an article is mostly Arabic letters, in which nothing is to be
/// found. The tricks are those of Warren's "Hacker's Delight", chapter 6.
extension UnsafeBufferPointer<UInt8> {
    /// The first byte from `start` on, before `end`, for which `matches` holds; `end` if there is none.
    ///
    /// `inEight` sets the top bit of each byte of eight that may match. Bits above the lowest true one may be wrong.
    @inline(__always)
    func firstOffset(
        from start: Int, to end: Int, where matches: (UInt8) -> Bool, inEight: (EightBytes) -> UInt64
    ) -> Int {
        guard let baseAddress, start < end else { return end }
        let bytes = UnsafeRawPointer(baseAddress)
        var i = start
        while i + 8 <= end {
            let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self))
            let found = inEight(EightBytes(word: eight))
            if found != 0 { return i + found.trailingZeroBitCount / 8 }
            i += 8
        }
        while i < end, !matches(bytes.load(fromByteOffset: i, as: UInt8.self)) { i += 1 }
        return i
    }

    /// ASCII letters, and lead bytes of Arabic (D8–DF).
    func countLetters() -> (latin: Int, arabic: Int) {
        guard let baseAddress else { return (0, 0) }
        let bytes = UnsafeRawPointer(baseAddress)
        var (latin, arabic) = (0, 0)
        var i = 0
        while i + 8 <= count {
            var (someLatin, someArabic): (UInt64, UInt64) = (0, 0)
            // Each byte of the sums counts to 255 at most.
            let stop = Swift.min(count - 7, i + 8 * 255)
            while i < stop {
                let eight = EightBytes(word: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self))
                someLatin &+= eight.letters >> 7
                someArabic &+= eight.arabicLeads >> 7
                i += 8
            }
            latin += EightBytes(word: someLatin).sum
            arabic += EightBytes(word: someArabic).sum
        }
        while i < count {
            latin += (self[i] | 0x20) &- 0x61 < 26 ? 1 : 0
            arabic += self[i] & 0xF8 == 0xD8 ? 1 : 0
            i += 1
        }
        return (latin, arabic)
    }
}

/// Eight bytes of a text. What is asked of them is answered in the top bit of each.
struct EightBytes {
    let word: UInt64

    @inline(__always)
    private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Exact up to the lowest that is set.
    @inline(__always)
    func has(_ byte: UInt8) -> UInt64 {
        let difference = word ^ Self.all(byte)
        return (difference &- Self.all(1)) & ~difference & Self.all(0x80)
    }

    /// ASCII bytes from `low` to `high`. Exact.
    @inline(__always)
    private func isASCII(_ value: UInt64, from low: UInt8, to high: UInt8) -> UInt64 {
        let bits = value & Self.all(0x7F)
        return (bits &+ Self.all(0x80 - low)) & ~(bits &+ Self.all(0x7F - high)) & ~word & Self.all(0x80)
    }

    /// ASCII letters. Exact.
    @inline(__always)
    var letters: UInt64 { isASCII(word | Self.all(0x20), from: 0x61, to: 0x7A) }

    /// ASCII bytes that are neither letters, digits nor blanks. Exact.
    @inline(__always)
    var signs: UInt64 {
        ~(letters | isASCII(word, from: 0x30, to: 0x39) | isASCII(word, from: 0x20, to: 0x20) | word) & Self.all(0x80)
    }

    /// D8–DF. Exact.
    @inline(__always)
    var arabicLeads: UInt64 {
        let difference = (word & Self.all(0xF8)) ^ Self.all(0xD8)
        return ~((difference & Self.all(0x7F) &+ Self.all(0x7F)) | difference) & Self.all(0x80)
    }

    /// Of the bytes as numbers.
    var sum: Int {
        let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ (word >> 8 & 0x00FF_00FF_00FF_00FF)
        return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
}
