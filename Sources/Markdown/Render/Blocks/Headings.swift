import ArabicText

extension Rendering {
    mutating func renderHeading(_ node: Node) {
        gather(node)
        if isPlain {
            openHeading(node.headingLevel)
            html.write(">")
            writeRun(of: node)
            return closeHeading(node.headingLevel)
        }
        if live != nil, beginUpdate(node) { return }
        let wanted = takeExplicitID()
        if isFirstBlock, headline != nil, repeatsHeadline() {
            document.text.removeSubrange(run.start...)
            return
        }
        if run.end == run.start, !run.pieces.contains(where: { [.image, .note, .html].contains($0.kind) }) {
            let place = place(of: node)
            report(.emptyHeading(at: place))
        }
        let level = node.headingLevel
        let (id, title) = identify(node, wanted: wanted)
        let offset = place(of: node)
        document.outline.append(Heading(level: level, id: id, title: title, offset: offset))
        document.anchors.append(id)
        let direction = runDirection()
        openHeading(level)
        html.write(" id=\"")
        html.writeEscaped(id)
        html.write("\"")
        writeDirection(of: direction)
        html.write(">")
        addInsertions(direction: direction, block: node)
        writeRun(of: node)
        closeHeading(level)
        endTextLine()
    }

    private mutating func openHeading(_ level: Int) {
        startLine()
        html.write("<h")
        html.write(level)
    }

    private mutating func closeHeading(_ level: Int) {
        html.write("</h")
        html.write(level)
        html.write(">\n")
    }

    private func repeatsHeadline() -> Bool {
        guard let headline else { return false }
        let title = String(decoding: document.text[run.start..<run.end], as: UTF8.self)
        return folded(title) == folded(String(decoding: headline, as: UTF8.self))
    }

    private mutating func identify(_ node: Node, wanted: String?) -> (id: String, title: String) {
        var bytes = Array(document.text[run.start..<run.end])
        for i in bytes.indices where bytes[i] == 0x0A { bytes[i] = 0x20 }
        let title = String(decoding: bytes, as: UTF8.self)
        if let wanted, headingIDs.contains(wanted) {
            let place = place(of: node)
            report(.doubleID(wanted, at: place))
        }
        var base = Array((wanted ?? slug(title, style: .arabic)).utf8)
        if base.isEmpty { base = Array("section".utf8) }
        let isForeign = settings.takenIDs.contains { $0.utf8.elementsEqual(base) }
        return (String(decoding: headingIDs.take(base, isForeign: isForeign), as: UTF8.self), title)
    }

    /// Takes `{#id}` off the end of a heading's text.
    private mutating func takeExplicitID() -> String? {
        guard let last = run.pieces.indices.last, run.pieces[last].kind == .text, run.end > run.start,
            document.text[run.end - 1] == UInt8(ascii: "}")
        else { return nil }
        var open = run.end - 2
        while open > run.pieces[last].start, isIDByte(document.text[open]) { open -= 1 }
        guard open - 1 >= run.pieces[last].start, open + 1 < run.end - 1, document.text[open] == UInt8(ascii: "#"),
            document.text[open - 1] == UInt8(ascii: "{")
        else { return nil }
        let id = String(decoding: document.text[open + 1..<run.end - 1], as: UTF8.self)
        var end = open - 1
        while end > run.pieces[last].start, document.text[end - 1] == 0x20 { end -= 1 }
        document.text.removeSubrange(end...)
        run.end = end
        run.pieces[last].end = end
        return id
    }

    /// Letters, digits and `-_.:`.
    private func isIDByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x3A).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-_.".utf8.contains(byte)
    }
}
