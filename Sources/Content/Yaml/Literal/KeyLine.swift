/// `key: value` on a line of its own, perhaps behind `- `.
struct KeyLine {
    /// The spaces before the key, a dash counted as one.
    let indent: Int
    let key: ArraySlice<UInt8>
    let value: ArraySlice<UInt8>

    /// Column of the value in characters behind the indentation, from 1.
    var valueColumn: Int {
        String(decoding: line[(line.startIndex + indent)..<value.startIndex], as: UTF8.self).unicodeScalars.count + 1
    }
    private let line: ArraySlice<UInt8>

    init?(_ line: ArraySlice<UInt8>) {
        guard let start = Self.start(of: line), let colon = line[start...].firstIndex(of: UInt8(ascii: ":")),
            colon + 1 < line.endIndex,
            line[colon + 1] <= 0x20
        else { return nil }
        self.line = line
        indent = start - line.startIndex
        key = trimmed(line[start..<colon])
        value = trimmed(line[(colon + 1)...])
    }

    /// Where a key may start: behind the spaces and the dashes of lists.
    static func start(of line: ArraySlice<UInt8>) -> Int? {
        var start = line.startIndex + indentation(line)
        while line[start...].starts(with: "- ".utf8) {
            start += 2
            while start < line.endIndex, line[start] == UInt8(ascii: " ") { start += 1 }
        }
        guard start < line.endIndex, !startsNoKey.contains(line[start]) else { return nil }
        return start
    }

    private static let startsNoKey = Array("\"'[{#&*!|>".utf8)

    var opensBlockScalar: Bool {
        guard let first = value.first, first == UInt8(ascii: "|") || first == UInt8(ascii: ">") else { return false }
        return withoutComment.dropFirst().allSatisfy {
            (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
        }
    }

    /// Whether all of the value stands on this line, so that what is indented beneath it is no part of a list or a
    /// mapping.
    var holdsScalar: Bool {
        guard let first = value.first, let last = value.last else { return false }
        switch first {
        case UInt8(ascii: "#"): return false
        case UInt8(ascii: "["): return last == UInt8(ascii: "]")
        case UInt8(ascii: "{"): return last == UInt8(ascii: "}")
        default: return true
        }
    }

    /// What stands behind the text that the value begins with between quotation marks; nil where it begins with none,
    /// or with one that nothing closes on this line.
    var behindQuotes: ArraySlice<UInt8>? {
        guard let mark = quotationMark, let end = closing(mark, in: value.dropFirst()) else { return nil }
        return trimmed(value[(end + 1)...])
    }

    /// Quotation mark that the value begins with and that nothing closes on this line.
    var openQuotationMark: UInt8? { behindQuotes == nil ? quotationMark : nil }

    private var quotationMark: UInt8? {
        value.first.flatMap { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") ? $0 : nil }
    }

    /// The value without a comment behind it: `2024-01-24 # note`.
    var withoutComment: ArraySlice<UInt8> {
        if isComment { return value[..<value.startIndex] }
        let sign = value.indices.dropFirst().first { value[$0] == UInt8(ascii: "#") && value[$0 - 1] <= 0x20 }
        return sign.map { trimmed(value[..<$0]) } ?? value
    }

    /// Whether there is no value but a comment, which a hashtag is not.
    var isComment: Bool { value.first == UInt8(ascii: "#") && value.dropFirst().first.map { $0 <= 0x20 } ?? true }
}
