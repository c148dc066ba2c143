import Base

/// How values are printed on a page as it grows.
extension ByteBuffer {
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

    /// As the value that lies there is printed; a long text is not counted meanwhile.
    @inline(__always)
    mutating func print(at place: UnsafePointer<Value>) {
        if let text = place.longText { append(escapingHTML: text) } else { print(place.pointee) }
    }

    mutating func print(_ text: String) {
        var text = text
        text.withUTF8 { append(escapingHTML: $0) }
    }
}

extension UnsafePointer<Value> {
    /// The UTF-8 of a text that lies here, which stays as long as the value does and is not counted meanwhile. Nil for
    /// whatever is no text, and for one so short that the standard library may keep it in the value itself, from where
    /// no pointer leads away.
    @inline(__always)
    var longText: UnsafeBufferPointer<UInt8>? {
        guard case .string(let text) = pointee, text.utf8.count > MemoryLayout<String>.size else { return nil }
        return text.utf8.withContiguousStorageIfAvailable { $0 }
    }
}
