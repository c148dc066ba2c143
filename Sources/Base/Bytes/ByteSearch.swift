import Libc

// Searches and comparisons by memchr and memcmp. Those of the standard library are generic: where they are not
// specialised, they call a witness for each byte.

extension RandomAccessCollection<UInt8> where Index == Int {
    /// The first place of `needle` from the index `start` on; nil where it is nowhere. An empty one is everywhere.
    @inlinable package func place(of needle: some Collection<UInt8>, from start: Int? = nil) -> Int? {
        let skipped = (start ?? startIndex) - startIndex
        let found = withBytes(of: self) { bytes in withBytes(of: needle) { bytes.firstOffset(of: $0, from: skipped) } }
        return found.map { startIndex + $0 }
    }
}

/// Calls `body` with the memory of `bytes`, or of a copy where they are not contiguous.
@inlinable func withBytes<Result>(of bytes: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
    -> Result
{
    bytes.withContiguousStorageIfAvailable(body) ?? Array(bytes).withUnsafeBufferPointer(body)
}

extension [UInt8] {
    /// Whether both are the same bytes.
    package func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count, let start = other.baseAddress else { return count == other.count }
        return withUnsafeBufferPointer { bytes in bytes.baseAddress.map { memcmp($0, start, count) == 0 } ?? true }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The place of the next `byte`; `count` if there is none.
    package func firstOffset(of byte: UInt8, from start: Int) -> Int { firstOffset(of: byte, from: start, to: count) }

    /// The place of the next `byte` before `end`; `end` if there is none.
    package func firstOffset(of byte: UInt8, from start: Int, to end: Int) -> Int {
        guard start < end, let base = baseAddress, let found = memchr(base + start, Int32(byte), end - start) else {
            return end
        }
        return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }

    /// The place where `needle` next begins; nil if it does nowhere.
    @usableFromInline package func firstOffset(of needle: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        guard let base = baseAddress, let other = needle.baseAddress, !needle.isEmpty else {
            return needle.isEmpty && start <= count ? start : nil
        }
        let end = count - needle.count + 1
        var place = firstOffset(of: needle[0], from: start, to: end)
        while place < end {
            if memcmp(base + place, other, needle.count) == 0 { return place }
            place = firstOffset(of: needle[0], from: place + 1, to: end)
        }
        return nil
    }
}
