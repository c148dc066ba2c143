/// Bytes of a body or of a literal, borrowed while it is rendered.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension [UInt8] {
    mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    mutating func write(_ number: Int) {
        if number >= 0, number < 10 { append(0x30 + UInt8(number)) } else { append(contentsOf: String(number).utf8) }
    }

    mutating func write(_ bytes: Bytes, from start: Int, to end: Int) {
        if start < end { append(contentsOf: Bytes(rebasing: bytes[start..<end])) }
    }

    /// For text and for attributes in double quotes, as libcmark escapes them: `& < > "`.
    mutating func writeEscaped(_ bytes: Bytes) {
        var clean = 0
        for i in bytes.indices {
            let byte = bytes[i]
            // Of ASCII, only four bytes at most 0x3E matter.
            if byte > 0x3E || byte < 0x22 { continue }
            let entity: StaticString
            switch byte {
            case 0x22: entity = "&quot;"
            case 0x26: entity = "&amp;"
            case 0x3C: entity = "&lt;"
            case 0x3E: entity = "&gt;"
            default: continue
            }
            write(bytes, from: clean, to: i)
            write(entity)
            clean = i + 1
        }
        write(bytes, from: clean, to: bytes.count)
    }

    mutating func writeEscaped(_ text: String) {
        var text = text
        text.withUTF8 { writeEscaped($0) }
    }

    /// For `href` and `src`, as libcmark does it: percent-encodes what no URL may hold, keeps `%` as it is.
    mutating func writeDestination(_ bytes: Bytes) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "'"): write("&#x27;")
            case _ where isSafeInDestination(byte): append(byte)
            default:
                append(UInt8(ascii: "%"))
                append(upperHexadecimal(byte >> 4))
                append(upperHexadecimal(byte & 15))
            }
        }
    }

    mutating func writeDestination(_ text: String) {
        var text = text
        text.withUTF8 { writeDestination($0) }
    }
}

@inline(__always)
private func upperHexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }

/// Letters, digits and `-_.+!*(),%#@?=;:/$~`.
@inline(__always)
private func isSafeInDestination(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"), UInt8(ascii: "/")...UInt8(ascii: ";"),
        UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "%"), UInt8(ascii: "(")...UInt8(ascii: "."),
        UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        true
    default: false
    }
}
