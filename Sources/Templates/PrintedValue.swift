import Base

/// How values are printed on a page as it grows.
extension Sheet {
    /// The value as `{{ … }}` shows it: escaped, unless it is markup.
    @inline(__always)
    mutating func print(_ value: borrowing Value) {
        switch value {
        case .undefined: break
        case .string(let text): print(text)
        case .markup(let bytes): bytes.withUnsafeBufferPointer { append($0) }
        case .int(let number): withDecimal(number) { append($0) }
        case .none: append("None")
        case .bool(let flag): append(flag ? "True" : "False")
        case .double, .list, .record, .map: print(value.python)
        }
    }

    mutating func print(_ text: String) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { print(escaping: $0) }
        if done == nil { Array(text.utf8).withUnsafeBufferPointer { print(escaping: $0) } }
    }

    private mutating func print(escaping bytes: UnsafeBufferPointer<UInt8>) {
        bytes.escapedForHTML { append($0) }
    }
}
