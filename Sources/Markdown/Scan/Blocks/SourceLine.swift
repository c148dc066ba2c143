import Base

/// `*المصدر: Transparency News` on a line of its own, at the margin: a literal star to CommonMark, the article's source
/// to the newsroom. The first such line is taken out of the text.
extension BodyScan {
    mutating func takeSourceLine(_ line: LineCursor, _ state: inout OpenState) -> Bool {
        guard source == nil, state.matched == 0, containers.isEmpty || state.unclosed,
            line.byte == UInt8(ascii: "*"), let words = SourceLine.words(body, line.first, line.end)
        else { return false }
        close(&state)
        source = SourceLine(words: words, offset: line.first)
        rewriting.replace(line.first, line.end, with: "")
        return true
    }
}

struct SourceLine {
    /// Whom the text comes from, as plain text: of a link its words.
    let name: String
    /// Where the name leads, if all of it is one link.
    let link: String?
    /// The offset in the cleaned text.
    let offset: Int

    private static let word = Array("المصدر".utf8)

    /// What stands behind the colon, without a closing star and without comments; nil for any other line.
    static func words(_ bytes: Bytes, _ start: Int, _ end: Int) -> [UInt8]? {
        var i = start + 1
        guard i + word.count < end, bytes[i..<i + word.count].elementsEqual(word) else { return nil }
        i += word.count
        while i < end, BlockStart.isBlank(bytes[i]) { i += 1 }
        guard i < end, bytes[i] == UInt8(ascii: ":") else { return nil }
        let line = Array(bytes[(i + 1)..<end])
        var words: [UInt8] = []
        var copied = 0
        // An editor's note beside the name is not part of it.
        while let open = line[copied...].indices.first(where: { HTMLComment.starts(at: $0, in: line) }) {
            guard let close = HTMLComment.end(from: open, in: line) else { return nil }
            words += line[copied..<open]
            copied = close
        }
        words += line[copied...]
        while let last = words.last, BlockStart.isBlank(last) || last == UInt8(ascii: "*") { words.removeLast() }
        words.removeFirst(words.prefix(while: BlockStart.isBlank).count)
        return words.isEmpty ? nil : words
    }

    /// - Parameter words: may hold links, `[name](address)`.
    init(words: [UInt8], offset: Int) {
        self.offset = offset
        var name: [UInt8] = []
        var link: Range<Int>?
        var place = 0
        while place < words.count {
            guard let (text, address, end) = Self.link(in: words, at: place) else {
                name.append(words[place])
                place += 1
                continue
            }
            if place == 0, end == words.count { link = address }
            name += words[text]
            place = end
        }
        self.name = String(decoding: name, as: UTF8.self)
        self.link = link.map { String(decoding: words[$0], as: UTF8.self) }
    }

    /// The words and the address of a link that begins at `start`, and where it ends.
    private static func link(in bytes: [UInt8], at start: Int) -> (text: Range<Int>, address: Range<Int>, end: Int)? {
        let (open, close) = (UInt8(ascii: "["), UInt8(ascii: "]"))
        guard bytes[start] == open, let behind = bytes[(start + 1)...].firstIndex(where: { $0 == open || $0 == close }),
            bytes[behind] == close, behind > start + 1, behind + 1 < bytes.count, bytes[behind + 1] == UInt8(ascii: "(")
        else { return nil }
        // Addresses hold pairs of parentheses, as Wikipedia's do.
        var depth = 0
        for place in (behind + 1)..<bytes.count {
            if bytes[place] == UInt8(ascii: "(") { depth += 1 }
            if bytes[place] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 {
                // Behind a space stands the link's title.
                let address = bytes[(behind + 2)..<place].prefix { !BlockStart.isBlank($0) }
                return (start + 1..<behind, address.indices, place + 1)
            }
        }
        return nil
    }
}
