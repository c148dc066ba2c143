/// Numbers and marks in a picture's file, read without ever leaving it.
extension [UInt8] {
    /// The number whose first byte counts most; nil where the file ends before.
    func big(_ offset: Int, _ count: Int) -> Int? {
        guard offset >= 0, count <= self.count - offset else { return nil }
        let number = self[offset..<(offset + count)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(exactly: number)
    }

    /// The number whose first byte counts least.
    func little(_ offset: Int, _ count: Int) -> Int? {
        guard offset >= 0, count <= self.count - offset else { return nil }
        let number = self[offset..<(offset + count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(exactly: number)
    }

    func has(_ text: String, at offset: Int) -> Bool {
        offset >= 0 && dropFirst(offset).starts(with: text.utf8)
    }

    /// Four letters that name a chunk or a box; nil where the file ends before. What is no ASCII comes out as other
    /// letters.
    func name(at offset: Int) -> String? {
        guard offset >= 0, offset <= count - 4 else { return nil }
        return String(decoding: self[offset..<(offset + 4)], as: UTF8.self)
    }

    mutating func append(big number: Int, _ count: Int) {
        for place in stride(from: 8 * (count - 1), through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> place))
        }
    }

    mutating func append(little number: Int, _ count: Int) {
        for place in stride(from: 0, to: 8 * count, by: 8) { append(UInt8(truncatingIfNeeded: number >> place)) }
    }
}
