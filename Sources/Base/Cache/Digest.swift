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

    /// A half spreads as well as both, and dictionaries of digests are asked a million times.
    @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(low) }

    @inlinable package init(of bytes: some Collection<UInt8>) {
        self = withBytes(of: bytes) { Digest(ofMemory: $0) }
    }

    @inlinable package init(of text: String) { self.init(of: text.utf8) }

    @usableFromInline init(ofMemory bytes: UnsafeBufferPointer<UInt8>) {
        let hash = xxh3_128(bytes.baseAddress, bytes.count)
        self.init(high: hash.high64, low: hash.low64)
    }

    /// 32 lower-case hexadecimal digits.
    package var hex: String { Self.hexDigits(high) + Self.hexDigits(low) }

    /// The first 16 of them.
    package var shortHex: String { Self.hexDigits(high) }

    package static func hexDigits(_ value: UInt64) -> String {
        var bytes: [UInt8] = []
        appendHex(of: value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

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

/// Collects parts and gives one digest of them all. Each part carries its length, so that `ab`+`c` and `a`+`bc` differ.
@usableFromInline package struct Fingerprint: Sendable {
    @usableFromInline var bytes: [UInt8] = []

    @inlinable package init() {
        // The parts of most pages need no more, and an array that grows is copied at each step.
        bytes.reserveCapacity(1024)
    }

    @inlinable package mutating func add(_ part: some Collection<UInt8>) {
        add(part.count)
        bytes.append(contentsOf: part)
    }

    @inlinable package mutating func add(_ text: String) { add(text.utf8) }

    @inlinable package mutating func add(_ text: String?) {
        add(text != nil)
        add(text ?? "")
    }

    @inlinable package mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    @inlinable package mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    @inlinable package mutating func add(_ digest: Digest) {
        withUnsafeBytes(of: (digest.high.littleEndian, digest.low.littleEndian)) { bytes.append(contentsOf: $0) }
    }

    @inlinable package var digest: Digest { Digest(of: bytes) }
}
