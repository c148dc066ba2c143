/// A value that a cache keeps as bytes. What `pack` writes, `init(from:)` reads; the order of the parts is the whole
/// format, and a cache that another build of the program wrote is never read.
@usableFromInline package protocol Packable {
    func pack(into packer: inout Packer)
    init(from unpacker: inout Unpacker) throws(Damaged)
}

/// Bytes that no `Packer` of this program wrote, or that the disk changed since.
@usableFromInline package struct Damaged: Error {
    @inlinable package init() {}
}

/// Appends values to bytes, little-endian, each text and list behind its length.
@usableFromInline package struct Packer: Sendable {
    @usableFromInline package internal(set) var bytes: [UInt8] = []

    @inlinable package init() {}

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

    @inlinable package mutating func add<Value>(_ value: Value?, _ pack: (inout Packer, Value) -> Void) {
        add(value != nil)
        if let value { pack(&self, value) }
    }

    @inlinable package mutating func add(_ text: String?) { add(text) { $0.add($1) } }

    @inlinable package mutating func add(_ value: (some Packable)?) { add(value) { $0.add($1) } }

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

    @inlinable package mutating func append(raw more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

    @inlinable package mutating func append(raw more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

    @inlinable package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }
}

/// Reads what a `Packer` wrote, each part with the method of the same shape. Never reads past the end.
@usableFromInline package struct Unpacker {
    @usableFromInline let bytes: UnsafeRawBufferPointer
    @usableFromInline package internal(set) var position: Int

    /// The memory must outlive the reader.
    @inlinable package init(_ bytes: UnsafeRawBufferPointer, at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

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

    /// As many bytes as `count` says, where they stand.
    @inlinable package mutating func skip(_ count: Int) throws(Damaged) -> Range<Int> {
        let start = position
        _ = try take(count)
        return start..<position
    }
}

extension Instant: Packable {
    package func pack(into packer: inout Packer) { packer.add(seconds) }
    package init(from unpacker: inout Unpacker) throws(Damaged) { self.init(seconds: try unpacker.int()) }
}

extension Message: Packable {
    package func pack(into packer: inout Packer) {
        packer.add(english)
        packer.add(arabic)
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        let english = try unpacker.text()
        self.init(en: english, ar: try unpacker.text())
    }
}

extension Location: Packable {
    package func pack(into packer: inout Packer) {
        packer.add(path)
        packer.add(line)
        packer.add(column)
        packer.add(via) { $0.add($1) }
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        let path = try unpacker.text()
        let line = try unpacker.int()
        let column = try unpacker.int()
        self.init(
            path: path, line: line, column: column,
            via: try unpacker.list { (part: inout Unpacker) throws(Damaged) in try part.text() })
    }
}

extension Diagnostic: Packable {
    package func pack(into packer: inout Packer) {
        packer.add(severity.rawValue)
        packer.add(id)
        packer.add(message)
        packer.add(location)
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        guard let severity = Severity(rawValue: try unpacker.text()) else { throw Damaged() }
        let id = try unpacker.text()
        let message: Message = try unpacker.value()
        self.init(severity, id: id, message, at: try unpacker.optionalValue())
    }
}
