import Base

/// HTML of the author's own. Comments in it are editors' notes and never reach a page. Where an outlet allows HTML, its
/// pictures and links are those of the site, followed and reported as Markdown's are; all else stays as it is.
extension Rendering {
    /// A block of HTML: as it is, or as text.
    mutating func renderHTML(_ node: Node) {
        if !isPlain, renderPastedEmbeds(node) { return }
        startLine()
        if settings.html == .allow {
            let isComment = node.literal.starts(with: "<!--".utf8)
            writeRaw(isComment ? written(node.literal) : node.literal, node, isBlock: true)
            reportForeignMarkup(in: restored(node.literal), of: node)
            endWords()
            return startLine()
        }
        var text = withoutComments(restored(written(node.literal)), in: node)
        reportForeignMarkup(in: text, of: node)
        while let last = text.last, last == 0x0A || last == 0x0D || last == 0x20 { text.removeLast() }
        guard text.contains(where: { $0 > 0x20 }) else { return }
        reportHTML(node)
        html.write("<p>")
        text.withUnsafeBufferPointer { html.writeEscaped($0) }
        html.write("</p>\n")
        document.text.append(contentsOf: text)
        document.text.append(0x0A)
    }

    /// Without the end that the scan gave it.
    func written(_ literal: Bytes) -> Bytes {
        guard scanned.isRewritten, let end = literal.firstIndex(of: ScanMark.letter) else { return literal }
        return Bytes(rebasing: literal[..<end])
    }

    /// Once a body.
    mutating func reportHTML(_ block: Node?) {
        guard !isHTMLReported, let block else { return }
        isHTMLReported = true
        let place = place(of: block)
        report(.escapedHTML(at: place))
    }

    /// What stands between the quotes of a link or a picture.
    mutating func title(of node: Node, in block: Node) -> [UInt8] {
        isPlain ? Array(node.title) : withoutComments(restored(node.title), in: block)
    }

    /// One that has no end is reported, and stays: what of it is a note, nobody can tell.
    private mutating func withoutComments(_ text: [UInt8], in block: Node) -> [UInt8] {
        var rest: [UInt8] = []
        var copied = 0
        while let open = Self.nextComment(in: text, from: copied) {
            guard let end = HTMLComment.end(from: open, in: text) else {
                reportOpenComment(in: block)
                break
            }
            rest += text[copied..<open]
            copied = end
        }
        return rest + text[copied...]
    }

    private static func nextComment(in text: [UInt8], from start: Int) -> Int? {
        text[start...].indices.first { text[$0] == UInt8(ascii: "<") && HTMLComment.starts(at: $0, in: text) }
    }

    mutating func reportOpenComment(in block: Node) {
        let place = Array("<!--".utf8).withUnsafeBufferPointer { self.place(of: $0, in: block) }
        report(.openComment(at: place))
    }
}
