import ArabicText

struct OpenBox {
    let kind: BoxKind?
    /// Of the containers it stands in.
    let depth: Int
    /// Who is quoted, written when the box ends.
    var attribution: [UInt8] = []
}

extension Rendering {
    mutating func beginBox(_ index: Int, _ node: Node, skipping: Int) {
        endTable()
        guard boxes.indices.contains(index) else { return }
        let kind = boxes[index].kind
        var box = OpenBox(kind: kind, depth: depth)
        gather(node, skipping: skipping)
        endTextLine()
        startLine()
        if kind == .pullquote {
            if !run.isEmpty { box.attribution = written { $0.writeInline(node) } }
            document.html.write("<figure class=\"pullquote\">\n<blockquote>\n")
        } else {
            openBox(kind, title: run.isEmpty ? nil : written { $0.writeInline(node) })
        }
        openBoxes.append(box)
    }

    private mutating func openBox(_ kind: BoxKind?, title: [UInt8]?) {
        switch kind {
        case .aside:
            document.html.write("<aside class=\"box\">\n")
            guard let title else { return }
            document.html.write("<p class=\"box-title\">")
            document.html.append(contentsOf: title)
            document.html.write("</p>\n")
        case .details:
            document.html.write("<details>\n<summary>")
            if let title {
                document.html.append(contentsOf: title)
            } else {
                document.html.writeEscaped(settings.words.details)
            }
            document.html.write("</summary>\n")
        case .pullquote, nil:
            guard let title else { return }
            document.html.write("<p>")
            document.html.append(contentsOf: title)
            document.html.write("</p>\n")
        }
    }

    mutating func endBox() {
        guard let box = openBoxes.popLast() else { return }
        startLine()
        switch box.kind {
        case .aside: document.html.write("</aside>\n")
        case .details: document.html.write("</details>\n")
        case .pullquote:
            document.html.write("</blockquote>\n")
            endFigure(attribution: box.attribution)
        case nil: break
        }
    }

    mutating func endFigure(attribution: [UInt8]) {
        if !attribution.isEmpty {
            document.html.write("<figcaption>")
            document.html.append(contentsOf: attribution)
            document.html.write("</figcaption>\n")
        }
        document.html.write("</figure>\n")
    }

    /// What `write` writes, taken out of the document again.
    mutating func written(_ write: (inout Self) -> Void) -> [UInt8] {
        let start = document.html.count
        write(&self)
        let bytes = Array(document.html[start...])
        document.html.removeSubrange(start...)
        return bytes
    }

    /// The gathered run with all its marks; isolated as a whole where it runs against the page.
    mutating func writeInline(_ block: Node) {
        let direction = runDirection()
        mark(direction: direction, block: block)
        guard direction != settings.direction else { return writeRun(of: block) }
        document.html.write(direction == .ltr ? "<bdi dir=\"ltr\">" : "<bdi dir=\"rtl\">")
        writeRun(of: block)
        document.html.write("</bdi>")
    }
}
