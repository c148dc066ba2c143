/// A buffer of bytes that grows, in raw memory: to append a piece costs one comparison and one copy.
@usableFromInline package struct ByteBuffer: ~Copyable {
    @usableFromInline var base: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    @usableFromInline package var count = 0

    /// - Parameter capacity: bytes that the first piece of memory holds.
    package init(capacity: Int = 256) {
        self.capacity = Swift.max(64, capacity)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// The last byte written; nil where none was.
    @inlinable
    package var last: UInt8? { count > 0 ? base[count - 1] : nil }

    @inlinable @inline(__always)
    package mutating func append(_ byte: UInt8) {
        room(for: 1).pointee = byte
        count += 1
    }

    /// - Parameter length: in bytes.
    @inlinable @inline(__always)
    package mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        room(for: length).update(from: bytes, count: length)
        count += length
    }

    @inlinable @inline(__always)
    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let start = bytes.baseAddress { append(start, bytes.count) }
    }

    @inlinable
    package mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    @inlinable @inline(__always)
    package mutating func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

    /// All that was written.
    package func withBytes<Result, Failure>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(start: base, count: count))
    }

    /// What was written since `start`.
    package func bytes(from start: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: base + start, count: count - start))
    }

    /// Drops what was written since `start`.
    package mutating func remove(from start: Int) { count = start }

    /// Removes and returns what was written since `start`. Memory beyond a megabyte is given back once all is taken.
    package mutating func take(from start: Int) -> [UInt8] {
        let taken = bytes(from: start)
        remove(from: start)
        if capacity > 1 << 20, start == 0 { self = ByteBuffer() }
        return taken
    }

    /// The memory for the next `more` bytes.
    @inlinable @inline(__always)
    mutating func room(for more: Int) -> UnsafeMutablePointer<UInt8> {
        if count + more > capacity { grow(more) }
        return base + count
    }

    @inline(never) @usableFromInline
    mutating func grow(_ more: Int) {
        let larger = Swift.max(capacity * 2, count + more)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        memory.update(from: base, count: count)
        base.deallocate()
        (base, capacity) = (memory, larger)
    }
}
