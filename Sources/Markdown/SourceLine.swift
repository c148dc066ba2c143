import Base

/// `*المصدر: Transparency News` on a line of its own, at the margin: a literal star to CommonMark, the article's source to
/// the newsroom. The first such line is taken out of the text.
extension BodyScan {
    mutating func takeSourceLine(_ line: LineCursor, _ state: inout OpenState) -> Bool {
        guard source == nil, state.matched == 0, containers.isEmpty || state.unclosed,
            line.byte == UInt8(ascii: "*"), let name = SourceLine.name(body, line.first, line.end)
        else { return false }
        close(&state)
        source = SourceLine(name: name, offset: line.first)
        rewriting.replace(line.first, line.end, with: "")
        return true
    }
}

struct SourceLine {
    let name: String
    /// In the body as the scan sees it.
    let offset: Int

    private static let word = Array("المصدر".utf8)

    /// What stands behind the colon, without a closing star; nil for any other line.
    static func name(_ bytes: Bytes, _ start: Int, _ end: Int) -> String? {
        var i = start + 1
        guard i + word.count < end, bytes[i..<i + word.count].elementsEqual(word) else { return nil }
        i += word.count
        while i < end, BlockStart.isBlank(bytes[i]) { i += 1 }
        guard i < end, bytes[i] == UInt8(ascii: ":") else { return nil }
        i += 1
        // An editor's note behind the name is not part of it.
        var last = bytes.place(of: "<!--".utf8, from: i).flatMap { $0 < end ? $0 : nil } ?? end
        while i < last, BlockStart.isBlank(bytes[i]) { i += 1 }
        while last > i, BlockStart.isBlank(bytes[last - 1]) || bytes[last - 1] == UInt8(ascii: "*") { last -= 1 }
        return i < last ? String(decoding: bytes[i..<last], as: UTF8.self) : nil
    }
}
