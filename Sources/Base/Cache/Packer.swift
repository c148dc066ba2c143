/// Appends values to bytes, little-endian, each text and list behind its length.
@usableFromInline package struct Packer: Sendable {
    @usableFromInline package internal(set) var bytes: [UInt8] = []

    @inlinable package init() {}

    /// Eight bytes.
    @inlinable package mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// One that is known to need four bytes at most.
    @inlinable package mutating func add(narrow number: Int) {
        withUnsafeBytes(of: Int32(truncatingIfNeeded: number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A length: one byte for most.
    @inlinable package mutating func add(count: Int) {
        if count < 0xFF {
            bytes.append(UInt8(count))
        } else {
            bytes.append(0xFF)
            add(count)
        }
    }

    @inlinable package mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    @inlinable package mutating func add(_ text: String) {
        add(count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    @inlinable package mutating func add(_ more: [UInt8]) {
        add(count: more.count)
        bytes.append(contentsOf: more)
    }

    @inlinable package mutating func add(_ digest: Digest) {
        add(Int(bitPattern: UInt(digest.high)))
        add(Int(bitPattern: UInt(digest.low)))
    }

    @inlinable package mutating func add(_ value: some Packable) { value.pack(into: &self) }

    /// A flag, and the value where there is one.
    @inlinable package mutating func add<Value>(_ value: Value?, _ pack: (inout Packer, Value) -> Void) {
        add(value != nil)
        if let value { pack(&self, value) }
    }

    @inlinable package mutating func add(_ text: String?) { add(text) { $0.add($1) } }

    @inlinable package mutating func add(_ value: (some Packable)?) { add(value) { $0.add($1) } }

    /// The number of values, and each.
    @inlinable package mutating func add<Value>(_ values: [Value], _ pack: (inout Packer, Value) -> Void) {
        add(count: values.count)
        for value in values { pack(&self, value) }
    }

    @inlinable package mutating func add(_ values: [some Packable]) { add(values) { $0.add($1) } }

    /// What `pack` adds, behind its length, which always takes the long form.
    @inlinable package mutating func addBehindLength(_ pack: (inout Packer) -> Void) {
        let start = bytes.count
        bytes.append(0xFF)
        add(0)
        pack(&self)
        let length = bytes.count - start - 9
        withUnsafeBytes(of: Int64(length).littleEndian) { length in
            for (offset, byte) in length.enumerated() { bytes[start + 1 + offset] = byte }
        }
    }

    /// Bytes as they are, without a length.
    @inlinable package mutating func append(raw more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

    /// Bytes as they are, without a length.
    @inlinable package mutating func append(raw more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

    /// Makes room for `count` more bytes.
    @inlinable package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }
}
