/// What a line may begin with, each as libcmark's scanners define it, in `bytes[start..<end]`, one line's rest.
enum BlockStart {
    /// `#` to `######`, then a blank or the end.
    static func isHeading(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
        var i = start
        while i < end, bytes[i] == UInt8(ascii: "#") { i += 1 }
        return i - start <= 6 && (i == end || isBlank(bytes[i]))
    }

    /// Three or more of `-`, `_` or `*`, blanks between them allowed.
    static func isThematicBreak(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
        let delimiter = bytes[start]
        var count = 0
        for i in start..<end {
            if bytes[i] == delimiter { count += 1 } else if !isBlank(bytes[i]) { return false }
        }
        return count >= 3
    }

    /// A line of `=` or of `-`.
    static func isUnderline(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
        var i = start
        while i < end, bytes[i] == bytes[start] { i += 1 }
        while i < end, isBlank(bytes[i]) { i += 1 }
        return i == end
    }

    /// The length of an opening fence, nil if there is none.
    static func fence(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int? {
        let delimiter = bytes[start]
        var i = start
        while i < end, bytes[i] == delimiter { i += 1 }
        let length = i - start
        guard length >= 3 else { return nil }
        if delimiter == UInt8(ascii: "`") {
            while i < end {
                if bytes[i] == delimiter { return nil }
                i += 1
            }
        }
        return length
    }

    static func closesFence(_ bytes: Bytes, _ start: Int, _ end: Int, delimiter: UInt8, length: Int) -> Bool {
        var i = start
        while i < end, bytes[i] == delimiter { i += 1 }
        guard i - start >= length else { return false }
        while i < end, isBlank(bytes[i]) { i += 1 }
        return i == end
    }

    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
