import ArabicText

/// An article as a page showed it, taken out of what stands around it: from lines of text.
struct PageText {
    var title = ""
    var head = PageHead([], title: "")
    /// Lines of the article.
    var lines: [String] = []
    var source: String?
    /// Lines “read also”.
    var related: [String] = []

    /// - Parameters:
    ///   - text: the page's text.
    ///   - outlet: the site's name, which pages add to their headlines.
    init(_ text: String, outlet: String) {
        var lines = text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
            .map { String(String.UnicodeScalarView($0.unicodeScalars.filter { !Self.isMark($0) })).trimmed() }
            .filter { !$0.isEmpty }
        guard !lines.isEmpty else { return }
        title = Self.headline(lines.removeFirst(), outlet: outlet)
        let start = lines.prefix(10).filter {
            folded($0) != folded(title) && folded(Self.headline($0, outlet: outlet)) != folded(title)
        }
        lines = start + lines.dropFirst(10)
        let headEnd = lines.prefix(10).firstIndex { PageWords.isTextLine($0) } ?? min(10, lines.count)
        head = PageHead(Array(lines[..<headEnd]), title: title)
        // A dateline or a subhead before the text is text.
        read(head.rest + lines[headEnd...])
    }

    /// Takes the lines below the head: without the form, the lists of other stories and the source.
    mutating func read(_ all: [String]) {
        var lines = Self.withoutTail(all)
        lines.removeAll { line in
            guard PageWords.readAlso(line) != nil else { return false }
            related.append(line)
            return true
        }
        for place in lines.indices.suffix(3).reversed() {
            guard let name = SourceCredit.name(in: lines[place]) else { continue }
            source = name
            lines.remove(at: place)
            break
        }
        self.lines = lines
    }

    /// The line without the outlet's name behind a dash or a bar.
    static func headline(_ line: String, outlet: String) -> String {
        guard !outlet.isEmpty else { return line }
        for sign in [" - ", " | ", " – ", " — "] where line.hasSuffix(sign + outlet) {
            return String(line.dropLast(sign.count + outlet.count)).trimmed()
        }
        return line
    }

    /// Lines without the form below the article and what stands about it.
    static func withoutTail(_ lines: [String]) -> [String] {
        let lastText = lines.lastIndex { PageWords.isTextLine($0) && !PageWords.isFormLine($0) } ?? -1
        var end = lines.indices.first { $0 > lastText && PageWords.isFormLine(lines[$0]) } ?? lines.count
        if let related = lines[..<end].indices.first(where: { $0 > lastText && PageWords.startsRelated(lines[$0]) }) {
            end = related
        }
        while end > lastText + 1, PageWords.isShareLine(lines[end - 1]) || PageWords.isCountLine(lines[end - 1]) {
            end -= 1
        }
        return Array(lines[..<end])
    }

    /// Marks of direction and invisible signs that copying brings along.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

/// The line below an article that says whom it comes from.
enum SourceCredit {
    /// The name; nil for any other line.
    static func name(in line: String) -> String? {
        // No such line has its colon far behind its start.
        guard line.utf8.prefix(200).contains(UInt8(ascii: ":")) else { return nil }
        var text = line.trimmed()[...]
        while let first = text.first, first == "(" || first == "*" || first == " " { text.removeFirst() }
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let words = PageWords.words(String(text[..<colon])).joined(separator: " ")
        guard starts.contains(words) else { return nil }
        var name = String(text[text.index(after: colon)...]).trimmed()
        while name.hasSuffix("*") || name.hasSuffix(")") && !name.contains("(") {
            name = String(name.dropLast()).trimmed()
        }
        name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return name.isEmpty || name.count > 120 ? nil : name
    }

    private static let starts = Set(PageWords.all(["المصدر", "المصادر", "نقلًا عن", "نقلا عن", "مصدر"]))
}
