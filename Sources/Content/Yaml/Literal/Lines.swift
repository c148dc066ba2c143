/// The lines of some bytes, each with its line break.
struct Lines: IteratorProtocol, Sequence {
    private let bytes: ArraySlice<UInt8>
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func next() -> ArraySlice<UInt8>? {
        guard position < bytes.endIndex else { return nil }
        let start = position
        position = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
        return bytes[start..<position]
    }
}

/// Where the quotation mark stands that ends a text; within it stand `\"` and `''`.
func closing(_ mark: UInt8, in text: ArraySlice<UInt8>) -> Int? {
    var index = text.startIndex
    while index < text.endIndex {
        if text[index] == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
            index += 1
        } else if text[index] == mark {
            guard mark == UInt8(ascii: "'"), index + 1 < text.endIndex, text[index + 1] == mark else { return index }
            index += 1
        }
        index += 1
    }
    return nil
}

/// Indentation as YAML counts it.
func indentation(_ line: ArraySlice<UInt8>) -> Int {
    line.prefix { $0 == UInt8(ascii: " ") }.count
}

/// Indentation as an editor sees it, who may have typed a tab.
func depth(_ line: ArraySlice<UInt8>) -> Int {
    line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
}

func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 <= 0x20 }
}

/// Bytes without the white space and control characters at both ends.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
}
