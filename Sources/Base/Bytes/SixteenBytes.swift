/// Sixteen neighbouring bytes of a text. What is asked of them is answered for all at once: an article is mostly
/// letters in which a search finds nothing.
@usableFromInline package struct SixteenBytes {
    @usableFromInline let bytes: SIMD16<UInt8>

    /// Which of sixteen bytes are meant, as ones and zeros in all their bits.
    @usableFromInline package struct Answer {
        @usableFromInline let mask: SIMDMask<SIMD16<Int8>>

        @inlinable @inline(__always)
        init(_ mask: SIMDMask<SIMD16<Int8>>) { self.mask = mask }
    }

    @inlinable @inline(__always)
    package init(_ text: UnsafeRawPointer, at offset: Int) {
        bytes = text.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
    }

    @inlinable @inline(__always)
    init(bytes: SIMD16<UInt8>) { self.bytes = bytes }

    /// With the bits of `bit` set, as letters become small with 20.
    @inlinable @inline(__always)
    package func with(_ bit: UInt8) -> SixteenBytes { SixteenBytes(bytes: bytes | bit) }

    /// Which are `byte`.
    @inlinable @inline(__always)
    package func equal(_ byte: UInt8) -> Answer { Answer(bytes .== SIMD16(repeating: byte)) }

    /// Which are among the `count` values from `low`.
    @inlinable @inline(__always)
    package func among(_ low: UInt8, _ count: UInt8) -> Answer {
        Answer((bytes &- SIMD16(repeating: low)) .< SIMD16(repeating: count))
    }

    /// Which are not less than `low`.
    @inlinable @inline(__always)
    package func from(_ low: UInt8) -> Answer { Answer(bytes .>= SIMD16(repeating: low)) }

    /// ASCII letters.
    @inlinable @inline(__always)
    package var letters: Answer { with(0x20).among(0x61, 26) }
    /// ASCII digits.
    @inlinable @inline(__always)
    package var digits: Answer { among(0x30, 10) }
}

extension SixteenBytes.Answer {
    @inlinable
    package static var none: Self { Self(SIMDMask(repeating: false)) }

    @inlinable @inline(__always)
    package static func | (a: Self, b: Self) -> Self { Self(a.mask .| b.mask) }

    @inlinable @inline(__always)
    package static func & (a: Self, b: Self) -> Self { Self(a.mask .& b.mask) }

    @inlinable @inline(__always)
    package static func ^ (a: Self, b: Self) -> Self { Self(a.mask .^ b.mask) }

    @inlinable @inline(__always)
    package static prefix func ! (a: Self) -> Self { Self(.!a.mask) }

    @inlinable @inline(__always)
    var words: SIMD2<UInt64> { unsafeBitCast(mask, to: SIMD2<UInt64>.self) }

    @inlinable @inline(__always)
    package var isNone: Bool {
        let words = words
        return words.x | words.y == 0
    }

    /// The first that is meant; 16 or more if there is none.
    @inlinable @inline(__always)
    package var first: Int {
        let words = words
        if words.x != 0 { return UInt64(littleEndian: words.x).trailingZeroBitCount >> 3 }
        return 8 + UInt64(littleEndian: words.y).trailingZeroBitCount >> 3
    }

    /// Calls `body` with each that is meant, in order.
    @inlinable @inline(__always)
    package func forEach(_ body: (Int) -> Void) {
        for half in 0..<2 {
            var rest = UInt64(littleEndian: words[half])
            while rest != 0 {
                let place = rest.trailingZeroBitCount >> 3
                body(half * 8 + place)
                rest &= ~(0xFF << UInt64(place * 8))
            }
        }
    }
}

/// How often something was meant, for each of the sixteen places: 255 times at most.
@usableFromInline package struct SixteenCounts {
    @usableFromInline var counts = SIMD16<UInt8>()

    @inlinable @inline(__always)
    package init() {}

    @inlinable @inline(__always)
    package mutating func add(_ answer: SixteenBytes.Answer) {
        // All ones are minus one.
        counts &-= unsafeBitCast(answer.mask, to: SIMD16<UInt8>.self)
    }

    @inlinable @inline(__always)
    package var sum: Int {
        Int(SIMD16<UInt16>(truncatingIfNeeded: counts).wrappedSum())
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first byte from `start` on, before `end`, that `matches`; `end` if there is none. `inSixteen` asks the same.
    @inlinable @inline(__always)
    package func firstOffset(
        from start: Int, to end: Int, where matches: (UInt8) -> Bool,
        inSixteen: (SixteenBytes) -> SixteenBytes.Answer
    ) -> Int {
        guard let baseAddress, start < end else { return end }
        let bytes = UnsafeRawPointer(baseAddress)
        var i = start
        while i + 16 <= end {
            let found = inSixteen(SixteenBytes(bytes, at: i))
            if !found.isNone { return i + found.first }
            i += 16
        }
        if i < end, end - start >= 16 {
            // Nothing is found again in what was passed already.
            let found = inSixteen(SixteenBytes(bytes, at: end - 16))
            return found.isNone ? end : end - 16 + found.first
        }
        while i < end, !matches(bytes.load(fromByteOffset: i, as: UInt8.self)) { i += 1 }
        return i
    }
}
