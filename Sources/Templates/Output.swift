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

    /// The five characters that mean something in HTML, as MarkupSafe writes them. Eight bytes at a time as long as none of
    /// them is there.
    mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        var index = 0
        while index + 8 <= bytes.count {
            let word = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
            if Self.mayNeedEscapes(word) {
                escape(source + index, 8)
                reserve(bytes.count - index)
            } else {
                UnsafeMutableRawPointer(base + count).storeBytes(of: word, as: UInt64.self)
                count += 8
            }
            index += 8
        }
        escape(source + index, bytes.count - index)
    }

    /// Whether one of the eight bytes may be special; rarely true where none is. `&` and `'` differ in bit 0 alone, `<` and
    /// `>` in bit 1, so that three comparisons do for the five.
    @inline(__always)
    private static func mayNeedEscapes(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // A byte is zero where subtracting one borrows and its top bit was clear.
        let quote = word ^ (ones * 0x22)
        let ampersand = (word | ones) ^ (ones * 0x27)
        let angle = (word | (ones * 2)) ^ (ones * 0x3E)
        let borrowed = (quote &- ones) & ~quote | (ampersand &- ones) & ~ampersand | (angle &- ones) & ~angle
        return borrowed & (ones * 0x80) != 0
    }

    private mutating func escape(_ source: UnsafePointer<UInt8>, _ length: Int) {
        // The longest replacement has five bytes.
        reserve(length * 5)
        // A bit for each of the five, which are all below 64.
        let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
        for index in 0..<length {
            let byte = source[index]
            if byte >= 64 || special >> UInt64(byte) & 1 == 0 {
                base[count] = byte
                count += 1
                continue
            }
            switch byte {
            case 0x22: append("&#34;")
            case 0x26: append("&amp;")
            case 0x27: append("&#39;")
            case 0x3C: append("&lt;")
            default: append("&gt;")
            }
        }
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
