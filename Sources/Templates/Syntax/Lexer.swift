import Base

/// Cuts a template into tokens as Jinja does: text outside tags, names, numbers, strings and operators inside them.
///
/// One pass over the bytes. White space control (`{%-`, `-%}`), comments and `raw` are settled here, so that the parser
/// sees only text, outputs and tags.
struct Lexer {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Behind the last byte that counts: one line end at the end of the file does not, as in Jinja.
    let limit: Int
    var position = 0
    var tokens: [Token] = []
    var faults: [Fault] = []

    static func tokens(of source: [UInt8]) -> ([Token], [Fault]) {
        source.withUnsafeBufferPointer { bytes in
            var lexer = Lexer(bytes)
            lexer.scan()
            return (lexer.tokens, lexer.faults)
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        var limit = bytes.count
        if limit > 0, bytes[limit - 1] == UInt8(ascii: "\n") { limit -= 1 }
        if limit > 0, bytes[limit - 1] == UInt8(ascii: "\r"), limit == bytes.count || bytes[limit] == 0x0A {
            limit -= 1
        }
        self.limit = limit
        tokens.reserveCapacity(bytes.count / 16)
    }

    private mutating func scan() {
        var textStart = 0
        while position < limit {
            guard bytes[position] == UInt8(ascii: "{"), let opener = peek(1),
                opener == UInt8(ascii: "{") || opener == UInt8(ascii: "%") || opener == UInt8(ascii: "#")
            else {
                position = bytes.firstOffset(of: UInt8(ascii: "{"), from: position + 1, to: limit)
                continue
            }
            addText(textStart..<position, trimmed: peek(2) == UInt8(ascii: "-"))
            let start = position
            position += 2
            if peek(0) == UInt8(ascii: "-") || (peek(0) == UInt8(ascii: "+") && opener != UInt8(ascii: "{")) {
                position += 1
            }
            switch opener {
            case UInt8(ascii: "#"): comment(from: start)
            case UInt8(ascii: "{"): tag(from: start, closer: UInt8(ascii: "}"), begin: .outputBegin, end: .outputEnd)
            default:
                if !raw(from: start) {
                    tag(from: start, closer: UInt8(ascii: "%"), begin: .tagBegin, end: .tagEnd)
                }
            }
            textStart = position
        }
        addText(textStart..<limit, trimmed: false)
        add(.end, limit, limit)
    }

    // MARK: Text, comments, raw

    private mutating func addText(_ range: Range<Int>, trimmed: Bool) {
        let end = trimmed ? WhiteSpace.trimmedEnd(range, in: bytes) : range.upperBound
        if end > range.lowerBound { add(.text, range.lowerBound, end) }
    }

    private mutating func comment(from start: Int) {
        let content = position
        while position < limit {
            if bytes[position] == UInt8(ascii: "#"), peek(1) == UInt8(ascii: "}") {
                let dash = position > content && bytes[position - 1] == UInt8(ascii: "-")
                position += 2
                if dash { skipWhiteSpace() }
                return
            }
            position += 1
        }
        faults.append(
            Fault(
                .unclosedTag, at: start, en: "a comment needs “#}” at its end", ar: "ينقص التعليق «#}» في آخره"))
    }

    /// `{% raw %}…{% endraw %}`: its content is text.
    private mutating func raw(from start: Int) -> Bool {
        guard let opened = word("raw", from: position) else { return false }
        position = opened.end
        if opened.trims { skipWhiteSpace() }
        let textStart = position
        while position < limit {
            if bytes[position] == UInt8(ascii: "{"), peek(1) == UInt8(ascii: "%") {
                let trimmed = peek(2) == UInt8(ascii: "-")
                let inside = position + (trimmed || peek(2) == UInt8(ascii: "+") ? 3 : 2)
                if let closed = word("endraw", from: inside) {
                    addText(textStart..<position, trimmed: trimmed)
                    position = closed.end
                    if closed.trims { skipWhiteSpace() }
                    return true
                }
            }
            position += 1
        }
        faults.append(
            Fault(
                .unclosedBlock, at: start, en: "“raw” needs “{% endraw %}”",
                ar: "ينقص «raw» وسم الإغلاق «{% endraw %}»"))
        return true
    }

    /// Where a tag that holds nothing but `name` ends, and whether it takes the white space behind it.
    private func word(_ name: StaticString, from start: Int) -> (end: Int, trims: Bool)? {
        var index = start
        func skip() { while index < limit, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) { index += 1 } }
        skip()
        guard index + name.utf8CodeUnitCount <= limit else { return nil }
        for offset in 0..<name.utf8CodeUnitCount where bytes[index + offset] != name.utf8Start[offset] { return nil }
        index += name.utf8CodeUnitCount
        skip()
        let trims = index < limit && bytes[index] == UInt8(ascii: "-")
        if trims || (index < limit && bytes[index] == UInt8(ascii: "+")) { index += 1 }
        guard index + 1 < limit, bytes[index] == UInt8(ascii: "%"), bytes[index + 1] == UInt8(ascii: "}") else {
            return nil
        }
        return (index + 2, trims)
    }

    // MARK: Bytes

    func peek(_ distance: Int) -> UInt8? {
        position + distance < limit ? bytes[position + distance] : nil
    }

    mutating func skipWhiteSpace() {
        while position < limit {
            let length = WhiteSpace.length(at: position, in: bytes)
            if length == 0 { return }
            position += length
        }
    }

    mutating func add(_ kind: Token.Kind, _ start: Int, _ end: Int) {
        tokens.append(Token(kind: kind, start: Int32(start), end: Int32(end)))
    }
}
