/// The characters of ASCII that percent-encoding leaves as they are (RFC 3986, sections 2.3 and 3.3).
package struct Unreserved: Sendable {
    /// One bit for each character below 64, and from 64 on.
    private let low: UInt64
    private let high: UInt64

    private init(besides more: String = "") {
        var bits: (low: UInt64, high: UInt64) = (0, 0)
        for byte in ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~" + more).utf8 {
            if byte < 64 { bits.low |= 1 << UInt64(byte) } else { bits.high |= 1 << UInt64(byte - 64) }
        }
        (low, high) = bits
    }

    /// Letters, digits and `-._~`: what a part of a path or a value of a query may hold.
    package static let inComponent = Unreserved()
    /// The slash too.
    package static let inPath = Unreserved(besides: "/")
    /// What browsers leave in a path as well, but for the star.
    package static let inSentPath = Unreserved(besides: "/!$&'()+,;=:@")

    fileprivate func contains(_ byte: UInt8) -> Bool {
        let bits = byte < 64 ? low : byte < 128 ? high : 0
        return bits >> UInt64(byte & 63) & 1 != 0
    }
}

/// `text` with every byte that is not in `unreserved` as `%XX`, in upper-case hex (RFC 3986, section 2.1).
package func percentEncoded(_ text: String, keeping unreserved: Unreserved = .inPath) -> String {
    var text = text
    return text.withUTF8 { bytes in
        String(unsafeUninitializedCapacity: bytes.count * 3) { output in
            output.baseAddress.map { percentEncode(bytes, keeping: unreserved, into: $0) } ?? 0
        }
    }
}

/// Writes what `percentEncoded` returns to `output`, and returns the number of bytes written.
///
/// - Parameter output: has room for three times as many bytes.
package func percentEncode(
    _ bytes: UnsafeBufferPointer<UInt8>, keeping unreserved: Unreserved, into output: UnsafeMutablePointer<UInt8>
) -> Int {
    var end = 0
    for byte in bytes {
        if unreserved.contains(byte) {
            output[end] = byte
            end += 1
        } else {
            output[end] = UInt8(ascii: "%")
            output[end + 1] = hexDigit(byte >> 4)
            output[end + 2] = hexDigit(byte & 15)
            end += 3
        }
    }
    return end
}

/// `text` with each `%XX` as its byte; nil where an escape is cut short or the bytes are no UTF-8.
package func percentDecoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var output: [UInt8] = []
    var bytes = text.utf8[...]
    while let byte = bytes.popFirst() {
        guard byte == UInt8(ascii: "%") else {
            output.append(byte)
            continue
        }
        guard let high = bytes.popFirst().flatMap(hexValue), let low = bytes.popFirst().flatMap(hexValue) else {
            return nil
        }
        output.append(high << 4 | low)
    }
    return String(validating: output, as: UTF8.self)
}

@inline(__always)
private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }

private func hexValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
}
