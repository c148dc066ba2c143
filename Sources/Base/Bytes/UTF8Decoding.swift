/// The Unicode scalar that starts at `index`, and its length in bytes; nil where the bytes are not well-formed UTF-8
/// (Unicode 16, table 3-7), as overlong forms, surrogates and truncated sequences are not.
@inlinable @inline(__always)
package func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (value: UInt32, length: Int)? {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let left = bytes.count - index
    func tail(_ offset: Int) -> UInt32? {
        let byte = bytes[index + offset]
        return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
    }
    switch lead {
    case 0xC2...0xDF:
        guard left > 1, let a = tail(1) else { return nil }
        return (UInt32(lead & 0x1F) << 6 | a, 2)
    case 0xE0...0xEF:
        guard left > 2, let a = tail(1), let b = tail(2) else { return nil }
        let value = UInt32(lead & 0x0F) << 12 | a << 6 | b
        return value >= 0x800 && !(0xD800...0xDFFF).contains(value) ? (value, 3) : nil
    case 0xF0...0xF4:
        guard left > 3, let a = tail(1), let b = tail(2), let c = tail(3) else { return nil }
        let value = UInt32(lead & 0x07) << 18 | a << 12 | b << 6 | c
        return (0x10000...0x10FFFF).contains(value) ? (value, 4) : nil
    default:
        return nil
    }
}
