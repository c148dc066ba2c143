/// The seven kinds of HTML block of CommonMark 0.30, section 4.6.
enum HTMLBlockStart {
    /// 1–7, nil if the line begins none. Kind 7 can't interrupt a paragraph, nor one that the line might go on.
    static func kind(_ bytes: Bytes, _ start: Int, _ end: Int, inParagraph: Bool) -> Int? {
        guard start + 1 < end else { return nil }
        switch bytes[start + 1] {
        case UInt8(ascii: "!"):
            if begins(bytes, start + 2, end, "--") { return 2 }
            if begins(bytes, start + 2, end, "[cdata[") { return 5 }
            return start + 2 < end && isLetter(bytes[start + 2]) ? 4 : nil
        case UInt8(ascii: "?"): return 3
        default: break
        }
        let isClosing = bytes[start + 1] == UInt8(ascii: "/")
        let nameStart = start + (isClosing ? 2 : 1)
        var nameEnd = nameStart
        while nameEnd < end, isLetter(bytes[nameEnd]) || isDigit(bytes[nameEnd]) { nameEnd += 1 }
        guard nameEnd > nameStart, isLetter(bytes[nameStart]) else { return nil }
        let follower = nameEnd < end ? bytes[nameEnd] : 0x20
        let name = lowercased(bytes, nameStart, nameEnd)
        let endsName = follower == 0x20 || follower == 0x09 || follower == UInt8(ascii: ">")
        if !isClosing, endsName, verbatimNames.contains(name) { return 1 }
        let isSelfClosed = follower == UInt8(ascii: "/") && nameEnd + 1 < end && bytes[nameEnd + 1] == UInt8(ascii: ">")
        if endsName || isSelfClosed, blockNames.contains(name) { return 6 }
        return !inParagraph && isWholeTag(bytes, nameEnd, end, isClosing: isClosing) ? 7 : nil
    }

    /// Whether a line ends an open block of `kind`; 6 and 7 end at a blank line instead.
    static func isClosed(_ kind: Int, by bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
        for i in start..<end {
            switch (kind, bytes[i]) {
            case (1, UInt8(ascii: "<")):
                if verbatimNames.contains(where: { begins(bytes, i + 1, end, "/" + $0 + ">") }) { return true }
            case (2, UInt8(ascii: "-")): if begins(bytes, i, end, "-->") { return true }
            case (3, UInt8(ascii: "?")): if begins(bytes, i, end, "?>") { return true }
            case (4, UInt8(ascii: ">")): return true
            case (5, UInt8(ascii: "]")): if begins(bytes, i, end, "]]>") { return true }
            default: break
            }
        }
        return false
    }

    /// What ends a block of `kind` that its author left open, behind `ScanMark.letter`.
    static func closing(of kind: Int) -> StaticString {
        switch kind {
        case 1: "\u{7}</script>\n"
        case 2: "\u{7}-->\n"
        case 3: "\u{7}?>\n"
        case 4: "\u{7}>\n"
        case 5: "\u{7}]]>\n"
        default: "\n"
        }
    }

    /// Attributes up to `>`, then nothing but blanks.
    private static func isWholeTag(_ bytes: Bytes, _ start: Int, _ end: Int, isClosing: Bool) -> Bool {
        var i = start
        while i < end, bytes[i] == UInt8(ascii: "-") || isLetter(bytes[i]) || isDigit(bytes[i]) { i += 1 }
        var quote: UInt8 = 0
        while i < end {
            let byte = bytes[i]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if isClosing { return false }
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            } else if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "`") || (i == start && !isTagFiller(byte)) {
                return false
            }
            i += 1
        }
        guard i < end else { return false }
        i += 1
        while i < end, BlockStart.isBlank(bytes[i]) { i += 1 }
        return i == end
    }

    private static func isTagFiller(_ byte: UInt8) -> Bool { BlockStart.isBlank(byte) || byte == UInt8(ascii: "/") }

    private static func begins(_ bytes: Bytes, _ start: Int, _ end: Int, _ text: String) -> Bool {
        var i = start
        for expected in text.utf8 {
            guard i < end, lower(bytes[i]) == expected else { return false }
            i += 1
        }
        return true
    }

    private static func lowercased(_ bytes: Bytes, _ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<min(end, start + 16)].map(lower), as: UTF8.self)
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static let verbatimNames: Set<String> = ["script", "pre", "textarea", "style"]
    private static let blockNames: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend",
        "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param",
        "section", "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
    ]
}
