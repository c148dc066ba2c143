private import CXXHash

/// 128 bits that stand for a sequence of bytes: XXH3-128, which is fast and not cryptographic.
///
/// Equal input, equal digest, on every machine. Used to tell whether something changed, never to keep a secret.
@usableFromInline package struct Digest: Sendable, Hashable {
    @usableFromInline package let high: UInt64
    @usableFromInline package let low: UInt64

    @inlinable package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// One half is enough: it spreads as well as both, and dictionaries of digests are read a million times a build.
    @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(low) }

    /// Digest of bytes, wherever they lie.
    @inlinable package init(of bytes: some Collection<UInt8>) {
        self = withBytes(of: bytes) { Digest(ofMemory: $0) }
    }

    /// Digest of the text's UTF-8, not normalised.
    @inlinable package init(of text: String) { self.init(of: text.utf8) }

    @usableFromInline init(ofMemory bytes: UnsafeBufferPointer<UInt8>) {
        let hash = xxh3_128(bytes.baseAddress, bytes.count)
        self.init(high: hash.high64, low: hash.low64)
    }

    /// 32 lower-case hexadecimal digits.
    package var hex: String { Self.hexDigits(high) + Self.hexDigits(low) }

    /// The first 16 of them.
    package var shortHex: String { Self.hexDigits(high) }

    /// The 16 lower-case hexadecimal digits of `value`.
    package static func hexDigits(_ value: UInt64) -> String {
        var bytes: [UInt8] = []
        appendHex(of: value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same, appended as ASCII.
    package static func appendHex(of value: UInt64, to output: inout [UInt8]) {
        for place in 0..<16 {
            let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * place) & 15)
            output.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
        }
    }

    /// What `hex` wrote; nil for anything else.
    package init?(hex: some StringProtocol) {
        guard hex.utf8.count == 32, let high = UInt64(hex.prefix(16), radix: 16),
            let low = UInt64(hex.suffix(16), radix: 16)
        else {
            return nil
        }
        self.init(high: high, low: low)
    }
}
