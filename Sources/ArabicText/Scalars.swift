/// The Unicode scalar that starts at `index`, and how many bytes it takes; nil where the bytes are no UTF-8
/// (overlong forms, surrogates, values past U+10FFFF and truncated sequences included).
@inline(__always)
func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (value: UInt32, length: Int)? {
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

extension [UInt8] {
    /// Appends `value` as UTF-8. It must be a Unicode scalar.
    @inline(__always)
    mutating func append(scalar value: UInt32) {
        switch value {
        case 0..<0x80:
            append(UInt8(truncatingIfNeeded: value))
        case 0x80..<0x800:
            append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
            append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
        case 0x800..<0x10000:
            append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
            append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
            append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
        default:
            append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
            append(0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F))
            append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
            append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
        }
    }
}

/// The text that these scalars spell. Values that are no scalar are left out.
func text(_ scalars: some Sequence<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars {
        if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
}

@inline(__always)
func isASCIIAlphanumeric(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

@inline(__always)
func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

@inline(__always)
func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
