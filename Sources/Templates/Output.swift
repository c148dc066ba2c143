import Base

/// The page as it grows: raw memory, so that a piece costs a comparison and a copy.
struct Output: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 256) {
        self.capacity = max(64, capacity)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    func bytes(from start: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: base + start, count: count - start))
    }

    func append(to array: inout [UInt8]) {
        array.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
    }

    mutating func remove(from start: Int) { count = start }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let larger = max(capacity * 2, count + more)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        memory.update(from: base, count: count)
        base.deallocate()
        base = memory
        capacity = larger
    }

    // MARK: Bytes

    mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        (base + count).update(from: bytes, count: length)
        count += length
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let start = bytes.baseAddress { append(start, bytes.count) }
    }

    mutating func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

    /// The five characters that mean something in HTML, as MarkupSafe writes them.
    mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        var start = 0
        while true {
            let place = bytes.firstOffset(
                from: start, to: bytes.count, where: Self.isSpecial,
                // `&` and `'` differ in bit 0 alone, `<` and `>` in bit 1, so that three comparisons do for the five.
                inSixteen: { $0.with(1).equal(0x27) | $0.with(2).equal(0x3E) | $0.equal(0x22) })
            append(source + start, place - start)
            guard place < bytes.count else { return }
            switch bytes[place] {
            case 0x22: append("&#34;")
            case 0x26: append("&amp;")
            case 0x27: append("&#39;")
            case 0x3C: append("&lt;")
            default: append("&gt;")
            }
            start = place + 1
        }
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        // A bit for each of the five, which are all below 64.
        let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
        return byte < 64 && special >> UInt64(byte) & 1 != 0
    }

    mutating func append(_ number: Int) {
        reserve(20)
        if number < 0 {
            base[count] = UInt8(ascii: "-")
            count += 1
        }
        var rest = number.magnitude
        var width = 1
        var probe = rest
        while probe >= 10 {
            probe /= 10
            width += 1
        }
        for position in stride(from: count + width - 1, through: count, by: -1) {
            base[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += width
    }

    // MARK: Values

    /// The value as `{{ … }}` shows it: escaped, unless it is markup.
    @inline(__always)
    mutating func print(_ value: borrowing Value) {
        switch value {
        case .undefined: break
        case .string(let text): print(text)
        case .markup(let bytes): bytes.withUnsafeBufferPointer { append($0) }
        case .int(let number): append(number)
        case .none: append("None")
        case .bool(let flag): append(flag ? "True" : "False")
        case .double, .list, .record, .map: print(value.python)
        }
    }

    mutating func print(_ text: String) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
        if done == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) } }
    }
}
