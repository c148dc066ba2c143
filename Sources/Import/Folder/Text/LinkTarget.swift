import Base

/// What stands between the parentheses of a link or a picture: `address "title"` (CommonMark 0.31, section 6.3).
struct LinkTarget {
    private(set) var address = ""
    private(set) var title = ""
    /// Behind the closing parenthesis.
    private(set) var end = 0

    /// - Parameters:
    ///   - start: behind the opening parenthesis.
    ///   - allowsBlanks: whether an address may hold blanks, as kramdown takes them.
    init?(_ bytes: [UInt8], from start: Int, allowsBlanks: Bool) {
        var place = start
        func skip() { while place < bytes.count, bytes[place] <= 0x20 { place += 1 } }
        skip()
        let from = place
        var raw: ArraySlice<UInt8>
        if place < bytes.count, bytes[place] == UInt8(ascii: "<") {
            guard let close = bytes[place...].prefix(4000).firstIndex(of: UInt8(ascii: ">")) else { return nil }
            raw = bytes[(place + 1)..<close]
            place = close + 1
        } else {
            var depth = 0
            // A picture that is written out has any length, and no bracket.
            let isData = bytes[from...].starts(with: "data:".utf8)
            while place < bytes.count, isData || place - from < 4000 {
                let byte = bytes[place]
                if byte == UInt8(ascii: "\\") {
                    place += 2
                    continue
                }
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") {
                    if depth == 0 { break }
                    depth -= 1
                }
                if byte < 0x20 || isData && "[]<".utf8.contains(byte) { break }
                if byte == 0x20, !allowsBlanks || Self.titleStarts(bytes, behind: place) { break }
                place += 1
            }
            guard place <= bytes.count, depth == 0 else { return nil }
            raw = bytes[from..<place]
            while raw.last == 0x20 { raw.removeLast() }
        }
        skip()
        guard place < bytes.count else { return nil }
        let mark = bytes[place]
        if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") || mark == UInt8(ascii: "(") {
            let closing = mark == UInt8(ascii: "(") ? UInt8(ascii: ")") : mark
            var close = place + 1
            while close < bytes.count, close - place < 4000, bytes[close] != closing {
                close += bytes[close] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard close < bytes.count, bytes[close] == closing else { return nil }
            title = Self.unescaped(bytes[(place + 1)..<close])
            place = close + 1
            skip()
        }
        guard place < bytes.count, bytes[place] == UInt8(ascii: ")") else { return nil }
        address = Self.unescaped(raw)
        end = place + 1
    }

    private static func titleStarts(_ bytes: [UInt8], behind place: Int) -> Bool {
        guard let next = bytes[place...].first(where: { $0 > 0x20 }) else { return false }
        return next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
    }

    private static func unescaped(_ raw: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var rest = raw
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), let next = rest.first, Escaping.isSign(next) {
                text.append(next)
                rest.removeFirst()
            } else {
                text.append(byte)
            }
        }
        let words = String(decoding: text, as: UTF8.self)
        return words.contains("&") ? CharacterReferences.resolved(words) : words
    }
}

/// A tag of HTML within a line.
struct InlineTag {
    let start: Int
    /// Behind its `>`.
    let end: Int
    /// In lower case.
    let name: String
    let isEnd: Bool
    private let source: ArraySlice<UInt8>

    init?(_ bytes: [UInt8], from start: Int) {
        self.start = start
        var place = start + 1
        isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
        if isEnd { place += 1 }
        let from = place
        while place < bytes.count, Self.isWord(bytes[place]) || place > from && bytes[place] == UInt8(ascii: "-") {
            place += 1
        }
        guard place > from, (0x61...0x7A).contains(bytes[from] | 0x20) else { return nil }
        name = String(decoding: bytes[from..<place], as: UTF8.self).lowercased()
        guard place < bytes.count, bytes[place] <= 0x20 || ">/".utf8.contains(bytes[place]) else { return nil }
        var quote: UInt8 = 0
        while place < bytes.count, place - start < 20_000 {
            let byte = bytes[place]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                end = place + 1
                source = bytes[start..<end]
                return
            } else if byte == UInt8(ascii: "<") {
                return nil
            }
            place += 1
        }
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    /// Value of an attribute, decoded.
    subscript(attribute: String) -> String? {
        guard case .element(let element)? = HTMLTree.fragment(Array(source)).nodes.first else { return nil }
        return element[attribute]
    }
}
