private import CXXHash

/// 128 bits that stand for a sequence of bytes: XXH3-128, which is fast and not cryptographic.
///
/// Equal input, equal digest, on every machine. Used to tell whether something changed, never to keep a secret.
package struct Digest: Sendable, Hashable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package init(of bytes: some Collection<UInt8>) {
        let hash =
            bytes.withContiguousStorageIfAvailable { xxh3_128($0.baseAddress, $0.count) }
            ?? Array(bytes).withUnsafeBufferPointer { xxh3_128($0.baseAddress, $0.count) }
        self.init(high: hash.high64, low: hash.low64)
    }

    package init(of text: String) {
        self.init(of: text.utf8)
    }

    /// 32 lower-case hexadecimal digits.
    package var hex: String {
        String(decoding: Self.hexDigits(high) + Self.hexDigits(low), as: UTF8.self)
    }

    private static func hexDigits(_ value: UInt64) -> [UInt8] {
        (0..<16).map { Array("0123456789abcdef".utf8)[Int(value >> UInt64(60 - 4 * $0) & 15)] }
    }
}

/// Collects parts and gives one digest of them all. Each part carries its length, so that `ab`+`c` and `a`+`bc` differ.
package struct Fingerprint: Sendable {
    private var bytes: [UInt8] = []

    package init() {}

    package mutating func add(_ part: some Collection<UInt8>) {
        add(part.count)
        bytes.append(contentsOf: part)
    }

    package mutating func add(_ text: String) { add(text.utf8) }

    package mutating func add(_ text: String?) {
        add(text != nil)
        add(text ?? "")
    }

    package mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    package mutating func add(_ digest: Digest) {
        withUnsafeBytes(of: (digest.high.littleEndian, digest.low.littleEndian)) { bytes.append(contentsOf: $0) }
    }

    package var digest: Digest { Digest(of: bytes) }
}
