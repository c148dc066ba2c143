/// Collects parts and gives one digest of them all. Each part carries its length, so that `ab`+`c` and `a`+`bc` differ.
@usableFromInline package struct Fingerprint: Sendable {
    @usableFromInline var bytes: [UInt8] = []

    @inlinable package init() {
        // Enough for the parts of most pages: an array that grows is copied.
        bytes.reserveCapacity(1024)
    }

    @inlinable package mutating func add(_ part: some Collection<UInt8>) {
        add(part.count)
        bytes.append(contentsOf: part)
    }

    @inlinable package mutating func add(_ text: String) { add(text.utf8) }

    /// An absent text differs from an empty one.
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

    /// Digest of all parts, in their order.
    @inlinable package var digest: Digest { Digest(of: bytes) }
}
