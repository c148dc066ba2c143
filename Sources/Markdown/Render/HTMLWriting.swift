import Base

/// Bytes of a body or of a literal, borrowed while it is rendered.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// What grows byte by byte: an array, or a `ByteBuffer`.
protocol Writer: ~Copyable {
    mutating func append(_ byte: UInt8)
    mutating func write(_ bytes: Bytes)
}

extension [UInt8]: Writer {
    mutating func write(_ bytes: Bytes) { append(contentsOf: bytes) }
}

extension ByteBuffer: Writer {
    @inline(__always)
    mutating func write(_ bytes: Bytes) { append(bytes) }
}

extension Writer where Self: ~Copyable {
    @inline(__always)
    mutating func write(_ text: StaticString) { write(Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount)) }

    mutating func write(_ bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { write($0) }
        if done == nil { for byte in bytes { append(byte) } }
    }

    mutating func write(_ number: Int) {
        if number >= 0, number < 10 { append(0x30 + UInt8(number)) } else { write(String(number).utf8) }
    }

    mutating func write(_ bytes: Bytes, from start: Int, to end: Int) {
        if start < end { write(Bytes(rebasing: bytes[start..<end])) }
    }

    /// For text and for attributes in double quotes, as libcmark escapes them: `& < > "`.
    mutating func writeEscaped(_ bytes: Bytes) {
        var clean = 0
        while true {
            let i = bytes.firstOffset(
                from: clean, to: bytes.count, where: { $0 == 0x22 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E },
                inSixteen: { $0.equal(0x22) | $0.equal(0x26) | $0.with(2).equal(0x3E) })
            write(bytes, from: clean, to: i)
            guard i < bytes.count else { return }
            switch bytes[i] {
            case 0x22: write("&quot;")
            case 0x26: write("&amp;")
            case 0x3C: write("&lt;")
            default: write("&gt;")
            }
            clean = i + 1
        }
    }

    mutating func writeEscaped(_ text: [UInt8], from start: Int, to end: Int) {
        if start < end { text.withUnsafeBufferPointer { writeEscaped(Bytes(rebasing: $0[start..<end])) } }
    }

    mutating func writeEscaped(_ text: String) {
        var text = text
        text.withUTF8 { writeEscaped($0) }
    }

    /// For `href` and `src`, as libcmark does it: percent-encodes what no URL may hold, keeps `%` as it is.
    mutating func writeDestination(_ bytes: Bytes) {
        var written = 0
        var i = 0
        while true {
            while i < bytes.count, isSafeInDestination(bytes[i]) { i += 1 }
            write(bytes, from: written, to: i)
            guard i < bytes.count else { return }
            switch bytes[i] {
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "'"): write("&#x27;")
            case let byte:
                append(UInt8(ascii: "%"))
                append(upperHexadecimal(byte >> 4))
                append(upperHexadecimal(byte & 15))
            }
            i += 1
            written = i
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
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
        UInt8(ascii: "/")...UInt8(ascii: ";"),
        UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "%"), UInt8(ascii: "(")...UInt8(ascii: "."),
        UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        true
    default: false
    }
}
