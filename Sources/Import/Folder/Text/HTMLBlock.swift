/// A block of HTML in Markdown (CommonMark 0.31, section 4.6), with those that hold blank lines taken to their end.
struct HTMLBlock {
    /// As it stands.
    private(set) var text = ""
    /// How many lines it has.
    private(set) var count = 0
    private(set) var isComment = false
    /// Name of the element that it begins with, and of all that begin in it.
    private var name = ""
    private(set) var names: [String] = []

    /// - Parameters:
    ///   - lines: those from the block's first on.
    ///   - interrupts: whether they stand behind a line of a paragraph.
    init?(_ lines: ArraySlice<String>, interrupts: Bool) {
        guard let first = lines.first, first.utf8.contains(UInt8(ascii: "<")) else { return nil }
        let words = first.drop { $0 == " " }
        guard first.count - words.count < 4, words.hasPrefix("<") else { return nil }
        if words.hasPrefix("<!--") {
            isComment = true
            count = (lines.firstIndex { $0.holds("-->") }.map { $0 - lines.startIndex } ?? 0) + 1
            let last = lines[lines.startIndex + count - 1]
            // Words behind a comment are none of it.
            guard last.hasSuffix("-->") || last.trimmed().hasSuffix("-->") else { return nil }
            text = lines.prefix(count).joined(separator: "\n")
            return
        }
        guard let name = Self.name(words) else { return nil }
        let isBlock = Self.blocks.contains(name)
        guard isBlock || !interrupts && Self.isAlone(words) else { return nil }
        self.name = name
        var isOpen = Self.whole.contains(name) && !words.hasPrefix("</")
        var depth = 0
        var fence: CodeFence?
        for line in lines {
            if count > 0, !isOpen, line.trimmed().isEmpty { break }
            count += 1
            guard isOpen else { continue }
            // Markdown may stand in it, and code with the same tags.
            if name == "details" {
                if let open = fence {
                    if open.isEnded(by: line) { fence = nil }
                    continue
                }
                fence = CodeFence(line)
                if fence != nil { continue }
            }
            let tags = line.lowercased()
            depth += tags.ranges(of: "<\(name)").count - tags.ranges(of: "</\(name)").count
            if depth <= 0 { isOpen = false }
        }
        // One that never ends goes to the next blank line.
        if isOpen { count = lines.prefix { !$0.trimmed().isEmpty }.count }
        if Self.voids.contains(name), isBlock == false { count = 1 }
        text = lines.prefix(count).joined(separator: "\n")
        names = Self.names(in: text)
    }

    private static func name(_ words: Substring) -> String? {
        var rest = words.dropFirst()
        if rest.first == "/" { rest = rest.dropFirst() }
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
        guard name.first?.isLetter == true, let next = rest.dropFirst(name.count).first ?? Optional(" "),
            next == ">" || next == "/" || next.isWhitespace
        else { return nil }
        return name
    }

    /// Whether nothing but one tag stands in the line.
    private static func isAlone(_ words: Substring) -> Bool {
        guard let end = words.firstIndex(of: ">") else { return false }
        return words[words.index(after: end)...].allSatisfy(\.isWhitespace)
    }

    private static func names(in text: String) -> [String] {
        text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1).compactMap { part in
            let name = part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            return name.isEmpty ? nil : name.lowercased()
        }
    }

    // MARK: - What it holds

    var isDetails: Bool { name == "details" && text.lowercased().contains("</details") }

    /// Whether kramdown reads Markdown in it.
    var holdsMarkdown: Bool {
        let head = text.prefix { $0 != ">" }
        return head.holds("markdown=")
    }

    /// What stands between its first tag and its last, a summary left out.
    var inner: String {
        guard let open = text.firstIndex(of: ">") else { return "" }
        var words = text[text.index(after: open)...]
        if let close = words.range(ofLast: "</\(name)") { words = words[..<close.lowerBound] }
        if let end = words.byteRange(of: "</summary>") { words = words[end.upperBound...] }
        return String(words)
    }

    /// Words of its summary.
    var title: String {
        guard let start = text.byteRange(of: "<summary"), let end = text.byteRange(of: "</summary>"),
            start.upperBound < end.lowerBound,
            let open = text[start.upperBound..<end.lowerBound].firstIndex(of: ">")
        else { return "" }
        return WordPressName.plain(String(text[text.index(after: open)..<end.lowerBound]))
    }

    /// Elements that CommonMark takes for blocks.
    private static let blocks: Set<String> = HTMLElement.blocks.union([
        "base", "basefont", "body", "col", "colgroup", "dir", "frame", "frameset", "head", "html", "iframe", "legend",
        "link", "menuitem", "noframes", "param", "search", "title", "track", "script", "style", "pre", "textarea",
        "video", "audio", "svg", "object", "embed", "noscript", "picture", "source",
    ])
    /// Those that hold blank lines and are not read apart.
    private static let whole: Set<String> = [
        "table", "ul", "ol", "dl", "figure", "iframe", "script", "style", "pre", "textarea", "video", "audio", "svg",
        "object", "noscript", "picture", "details", "form", "blockquote",
    ]
    private static let voids: Set<String> = ["img", "br", "hr", "input", "wbr"]
}

extension Substring {
    fileprivate func range(ofLast part: String) -> Range<Index>? { ranges(of: part).last }
}
