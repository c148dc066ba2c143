/// Reads what a `Packer` wrote, each part with the method of the same shape. Never reads past the end.
@usableFromInline package struct Unpacker {
    @usableFromInline let bytes: UnsafeRawBufferPointer
    @usableFromInline package internal(set) var position: Int

    /// The memory must outlive the reader.
    @inlinable package init(_ bytes: UnsafeRawBufferPointer, at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// Whether all has been read.
    @inlinable package var isAtEnd: Bool { position == bytes.count }

    @inlinable @inline(__always)
    mutating func take(_ count: Int) throws(Damaged) -> UnsafeRawBufferPointer {
        guard count >= 0, count <= bytes.count - position else { throw Damaged() }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<(position + count)])
    }

    @inlinable package mutating func int() throws(Damaged) -> Int {
        Int(Int64(littleEndian: try take(8).loadUnaligned(as: Int64.self)))
    }

    /// Never negative.
    @inlinable package mutating func narrow() throws(Damaged) -> Int {
        let number = Int(Int32(littleEndian: try take(4).loadUnaligned(as: Int32.self)))
        guard number >= 0 else { throw Damaged() }
        return number
    }

    /// A length, as `add(count:)` wrote it; never more than there are bytes left.
    @inlinable package mutating func count() throws(Damaged) -> Int {
        let short = try take(1)[0]
        guard short == 0xFF else { return Int(short) }
        let long = try int()
        guard long >= 0, long <= bytes.count else { throw Damaged() }
        return long
    }

    @inlinable package mutating func flag() throws(Damaged) -> Bool { try take(1)[0] != 0 }

    @inlinable package mutating func text() throws(Damaged) -> String {
        String(decoding: try take(try count()), as: UTF8.self)
    }

    @inlinable package mutating func byteArray() throws(Damaged) -> [UInt8] { Array(try take(try count())) }

    @inlinable package mutating func digest() throws(Damaged) -> Digest {
        let high = try int()
        return Digest(high: UInt64(UInt(bitPattern: high)), low: UInt64(UInt(bitPattern: try int())))
    }

    @inlinable package mutating func value<Value: Packable>() throws(Damaged) -> Value { try Value(from: &self) }

    @inlinable package mutating func optional<Value>(_ read: (inout Unpacker) throws(Damaged) -> Value) throws(Damaged)
        -> Value?
    {
        try flag() ? try read(&self) : nil
    }

    @inlinable package mutating func optionalText() throws(Damaged) -> String? {
        try optional { (unpacker: inout Unpacker) throws(Damaged) in try unpacker.text() }
    }

    @inlinable package mutating func optionalValue<Value: Packable>() throws(Damaged) -> Value? {
        try flag() ? try Value(from: &self) : nil
    }

    @inlinable package mutating func list<Value>(_ read: (inout Unpacker) throws(Damaged) -> Value) throws(Damaged)
        -> [Value]
    {
        let count = try count()
        var values: [Value] = []
        values.reserveCapacity(min(count, 4096))
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    @inlinable package mutating func values<Value: Packable>() throws(Damaged) -> [Value] {
        try list { (unpacker: inout Unpacker) throws(Damaged) in try Value(from: &unpacker) }
    }

    /// Skips `count` bytes and returns where they lie.
    @inlinable package mutating func skip(_ count: Int) throws(Damaged) -> Range<Int> {
        let start = position
        _ = try take(count)
        return start..<position
    }
}
