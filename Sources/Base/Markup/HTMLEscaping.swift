/// The five characters that HTML text and attributes must not hold, and what stands for them, as MarkupSafe writes it.
@inlinable @inline(__always)
package func isSpecialInHTML(_ byte: UInt8) -> Bool {
    // A bit for each of the five, which are all below 64.
    let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
    return byte < 64 && special >> UInt64(byte) & 1 != 0
}

/// - Parameter byte: one of the five.
@inlinable
package func htmlEscape(of byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&#34;"
    default: "&#39;"
    }
}

extension SixteenBytes {
    /// The same five: `&` and `'` differ in bit 0 alone, `<` and `>` in bit 1.
    @inlinable @inline(__always)
    package var specialInHTML: Mask { with(1).equal(0x27) | with(2).equal(0x3E) | equal(0x22) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Calls `append` with piece after piece of the text as it stands in HTML.
    @inlinable @inline(__always)
    package func escapedForHTML(_ append: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard let source = baseAddress else { return }
        var start = 0
        while true {
            let place = firstOffset(
                from: start, to: count, where: { isSpecialInHTML($0) }, inSixteen: { $0.specialInHTML })
            append(UnsafeBufferPointer(start: source + start, count: place - start))
            guard place < count else { return }
            let escape = htmlEscape(of: self[place])
            append(UnsafeBufferPointer(start: escape.utf8Start, count: escape.utf8CodeUnitCount))
            start = place + 1
        }
    }
}

extension ByteBuffer {
    /// For HTML, with every character that a template would print.
    package mutating func append(escapingHTML bytes: UnsafeBufferPointer<UInt8>) { bytes.escapedForHTML { append($0) } }
}
