extension Rendering {
    /// Writes the gathered run, with its insertions.
    mutating func writeRun(of block: Node) {
        var next = 0
        // libcmark puts `<https://…>` into the text of a link; HTML knows no link in a link.
        var links: [Bool] = []
        for index in run.pieces.indices {
            let piece = run.pieces[index]
            switch piece.kind {
            case .text:
                if run.insertions.isEmpty {
                    html.writeEscaped(document.text, from: piece.start, to: piece.end)
                } else {
                    writeText(from: piece.start, to: piece.end, &next, block)
                }
            case .lineBreak: html.write("<br />\n")
            case .code:
                html.write(isPlain ? "<code>" : "<code dir=\"ltr\">")
                html.writeEscaped(document.text, from: piece.start, to: piece.end)
                html.write("</code>")
            case .html:
                guard let node = piece.node else { continue }
                writeRaw(node.literal, block)
                if let opens = opensRawLink(piece) { isInRawLink = opens && isRawLinkClosed(index, block) }
            case .note: writeNoteUse(piece.start)
            case .image: if let node = piece.node { writeImage(node, alt: piece.start..<piece.end, block) }
            case .openEmphasis: html.write("<em>")
            case .closeEmphasis: html.write("</em>")
            case .openStrong: html.write("<strong>")
            case .closeStrong: html.write("</strong>")
            case .openLink:
                guard let node = piece.node else { continue }
                let isOpen = (isPlain || !isInLink) && openLink(node, block)
                links.append(isOpen)
                if isOpen { isInLink = true }
            case .closeLink:
                guard links.popLast() ?? false else { continue }
                closeLink()
                isInLink = false
            }
        }
    }

    private mutating func writeText(from start: Int, to end: Int, _ next: inout Int, _ block: Node) {
        var written = start
        while next < run.insertions.count, run.insertions[next].offset <= end {
            let insertion = run.insertions[next]
            // What begins at the end belongs to the piece behind; what ends there ends here.
            if insertion.offset == end, !insertion.kind.ends { break }
            next += 1
            guard insertion.offset >= written else { continue }
            html.writeEscaped(document.text, from: written, to: insertion.offset)
            written = insertion.offset + insertion.length
            write(insertion, block)
        }
        html.writeEscaped(document.text, from: written, to: end)
    }

    private mutating func write(_ insertion: InlineInsertion, _ block: Node) {
        switch insertion.kind {
        case .openArabicIsolate:
            html.write("<bdi")
            writeLanguage(settings.arabicLanguage)
            html.write(">")
        case .openLatinIsolate: html.write("<bdi dir=\"ltr\">")
        case .closeIsolate: html.write("</bdi>")
        case .openStrike: html.write("<del>")
        case .closeStrike: html.write("</del>")
        case .openBareLink: openBareLink(at: insertion.offset, to: insertion.linkEnd, block)
        case .closeBareLink: html.write("</bdi></a>")
        case .rightToLeftMark: html.write("\u{200F}")
        case .quote: html.write(insertion.replacement)
        }
    }

    /// Nothing but `<!-- … -->`, closed.
    static func isComment(_ literal: Bytes) -> Bool {
        var (start, end) = (0, literal.count)
        while start < end, literal[start] <= 0x20 { start += 1 }
        while end > start, literal[end - 1] <= 0x20 { end -= 1 }
        guard end - start >= 7, literal[start..<start + 4].elementsEqual("<!--".utf8),
            literal[end - 3..<end].elementsEqual("-->".utf8)
        else { return false }
        let inside = Bytes(rebasing: literal[start + 4..<end - 3])
        return !inside.contains(Array("-->".utf8))
    }
}

extension InlineInsertion.Kind {
    /// Whether it closes, in the piece of text that it ends, what was opened in it.
    var ends: Bool { self == .closeIsolate || self == .closeBareLink }
}
