struct OpenQuote {
    enum Kind { case plain, attributed, box(BoxKind) }
    let kind: Kind
    /// The paragraph that ends with who is quoted, and the first node of that line.
    var attribution: (paragraph: Node, start: Node)?
    /// The paragraph that begins with `[!pull]`.
    var marker: Node?
}

extension Rendering {
    /// `> …` with `— name` in its last line is a figure with a caption; with `[!pull]`, `[!aside]` or `[!details]` as
    /// its first line it is the box of that name.
    mutating func beginQuote(_ node: Node) {
        startLine()
        if isPlain { return html.write("<blockquote>\n") }
        let box = boxMarker(node)
        let attribution = node.lastChild.flatMap { attributionStart($0) }
        let isQuote = box == nil || box == .pullquote
        let kind: OpenQuote.Kind = box.map { .box($0) } ?? (attribution == nil ? .plain : .attributed)
        openQuotes.append(
            OpenQuote(
                kind: kind, attribution: isQuote ? attribution.map { (node.lastChild ?? node, $0) } : nil,
                marker: box == nil ? nil : node.firstChild))
        switch kind {
        case .plain, .box(.poem), .box(.gallery): html.write("<blockquote>\n")
        case .attributed: html.write("<figure class=\"quote\">\n<blockquote>\n")
        case .box(.pullquote): html.write("<figure class=\"pullquote\">\n<blockquote>\n")
        case .box(.aside): html.write("<aside class=\"box\">\n")
        case .box(.details), .box(.transcript): html.write("<details>\n")
        }
    }

    mutating func endQuote() {
        startLine()
        guard let quote = openQuotes.popLast() else { return html.write("</blockquote>\n") }
        switch quote.kind {
        case .plain, .box(.poem), .box(.gallery): html.write("</blockquote>\n")
        case .attributed, .box(.pullquote):
            html.write("</blockquote>\n")
            endFigure(attribution: quote.attribution.map { attribution($0.paragraph, from: $0.start) } ?? [])
        case .box(.aside): html.write("</aside>\n")
        case .box(.details), .box(.transcript): html.write("</details>\n")
        }
    }

    private mutating func boxMarker(_ quote: Node) -> BoxKind? {
        guard let paragraph = quote.firstChild, paragraph.kind == .paragraph, let first = paragraph.firstChild,
            first.kind == .text, first.literal.starts(with: "[!".utf8)
        else { return nil }
        let before = document.text.count
        gather(paragraph)
        defer { document.text.removeSubrange(before...) }
        let kind = markerEnd().flatMap {
            BoxKind.named(String(decoding: document.text[run.start + 2..<$0], as: UTF8.self))
        }
        // The lines of a poem must be known before they are read, and pictures need no quotation.
        return kind == .poem || kind == .gallery ? nil : kind
    }

    /// The offset of `]` in a run that begins with `[!name]`.
    private func markerEnd() -> Int? {
        guard let piece = run.pieces.first, piece.kind == .text,
            document.text[piece.start..<piece.end].starts(with: "[!".utf8)
        else { return nil }
        let line = document.text[piece.start..<piece.end].prefix { $0 != 0x0A && $0 != UInt8(ascii: "]") }
        return line.endIndex < piece.end && document.text[line.endIndex] == UInt8(ascii: "]") ? line.endIndex : nil
    }

    /// Gathers a paragraph without what its quote or its box takes for itself.
    mutating func gatherParagraph(_ node: Node) {
        if let quote = openQuotes.last, quote.marker == node || quote.attribution?.paragraph == node {
            gather(node, until: quote.attribution?.paragraph == node ? quote.attribution?.start : nil)
            if quote.marker == node { takeMarkerLine(quote.kind) }
            return
        }
        if let box = openBoxes.last, box.kind == .pullquote, box.depth == depth, endsBox(node),
            let start = attributionStart(node)
        {
            let name = attribution(node, from: start)
            openBoxes.attribute(to: name)
            return gather(node, until: start)
        }
        gather(node)
    }

    private func endsBox(_ node: Node) -> Bool {
        guard let next = node.next else { return true }
        return next.kind == .heading
            && next.firstChild?.literal.starts(with: [ScanMark.structure, UInt8(ascii: "b")]) ?? false
    }

    /// Takes `[!aside] title` off the paragraph; writes the title of an aside or of details. Behind `[!pull]` the
    /// quotation begins.
    private mutating func takeMarkerLine(_ kind: OpenQuote.Kind) {
        guard let end = markerEnd(), let last = run.pieces.first?.end else { return }
        var lineEnd = end + 1
        while lineEnd < last, document.text[lineEnd] != 0x0A { lineEnd += 1 }
        let title = Self.trimmed(document.text[end + 1..<lineEnd])
        if case .box(.pullquote) = kind, !title.isEmpty {
            return dropText(upTo: document.text[(end + 1)...].firstIndex { $0 > 0x20 } ?? lineEnd)
        }
        dropText(upTo: min(last, lineEnd + 1))
        switch kind {
        case .box(.aside) where !title.isEmpty:
            html.write("<p class=\"box-title\">")
            writeLine(title)
            html.write("</p>\n")
        case .box(let kind) where kind == .details || kind == .transcript:
            let word = kind == .details ? settings.words.details : settings.words.transcript
            html.write("<summary>")
            writeLine(title.isEmpty ? Array(word.utf8) : title)
            html.write("</summary>\n")
        default: break
        }
    }

    /// Takes the beginning of the run's first piece out of the document's text.
    mutating func dropText(upTo end: Int) {
        let length = end - run.start
        document.text.removeSubrange(run.start..<end)
        for index in run.pieces.indices where run.pieces[index].kind != .image && run.pieces[index].kind != .note {
            run.pieces[index].start = max(run.start, run.pieces[index].start - length)
            run.pieces[index].end -= length
        }
        run.end -= length
        run.tildes = run.tildes.filter { $0.offset >= end }.map { ($0.offset - length, $0.parent) }
        if let first = run.pieces.first, first.start == first.end { run.pieces.removeFirst() }
    }

    /// The first node of a paragraph's last line, if that line is `— name`.
    private func attributionStart(_ paragraph: Node) -> Node? {
        guard paragraph.kind == .paragraph, var start = paragraph.lastChild else { return nil }
        while let previous = start.previous, previous.kind != .softBreak, previous.kind != .lineBreak {
            start = previous
        }
        guard start.kind == .text else { return nil }
        let length = dashLength(start.literal)
        return length > 0 && (start.literal.count > length || start.next != nil) ? start : nil
    }

    /// `— `, `– `, `― ` or `-- `: the length, 0 if there is none.
    private func dashLength(_ literal: Bytes) -> Int {
        let dashes: [StaticString] = ["— ", "– ", "― ", "-- "]
        for dash in dashes where literal.count >= dash.utf8CodeUnitCount {
            if (0..<dash.utf8CodeUnitCount).allSatisfy({ literal[$0] == dash.utf8Start[$0] }) {
                return dash.utf8CodeUnitCount
            }
        }
        return 0
    }

    private mutating func attribution(_ paragraph: Node, from start: Node) -> [UInt8] {
        gather(paragraph, from: start, skipping: dashLength(start.literal))
        let name = written { $0.writeInline(paragraph) }
        endTextLine()
        return name
    }
}
