import Base
import ArabicText

/// A box that has begun and not ended.
struct OpenBox {
    let kind: BoxKind?
    /// How many containers it stands in.
    let depth: Int
    /// Who is quoted, written when the box ends: what its last line says, and what stands behind the box's name.
    var attribution: [UInt8] = []
    /// What has been read of a poem.
    var poem: Poem?
    /// What has been read of a gallery.
    var gallery: Gallery?
}

/// The boxes that are open, the innermost last.
struct OpenBoxes {
    private var boxes: [OpenBox] = []
    /// How many of them stand around the note that is being rendered: nothing in it ends them.
    private var outsideNote = 0

    /// Whether none is open, be it around a note.
    var isEmpty: Bool { boxes.isEmpty }
    /// The last one, wherever it was opened.
    var last: OpenBox? { boxes.last }
    /// The last one, if a line in the same note or outside of notes may end it.
    var innermost: OpenBox? { boxes.count > outsideNote ? boxes.last : nil }

    /// How many quotations were open where the innermost one began, if that is a gallery.
    var quotesAroundGallery: Int? { boxes.count > outsideNote ? boxes[boxes.count - 1].gallery?.quotes : nil }

    mutating func append(_ box: OpenBox) { boxes.append(box) }
    mutating func popLast() -> OpenBox? { boxes.popLast() }
    mutating func beginNote() { outsideNote = boxes.count }
    mutating func endNote() { outsideNote = 0 }

    /// Changes the poem that the last one is; false where it is none.
    mutating func editPoem(_ edit: (inout Poem) -> Void) -> Bool {
        guard let last = boxes.indices.last, var poem = boxes[last].poem else { return false }
        boxes[last].poem = nil
        edit(&poem)
        boxes[last].poem = poem
        return true
    }

    /// The gallery that the innermost one is, to be changed and given back.
    mutating func takeGallery() -> Gallery? {
        guard innermost != nil, let last = boxes.indices.last else { return nil }
        defer { boxes[last].gallery = nil }
        return boxes[last].gallery
    }

    mutating func give(_ gallery: Gallery) {
        if let last = boxes.indices.last { boxes[last].gallery = gallery }
    }

    /// Puts `name` in front of who is quoted in the last one.
    mutating func attribute(to name: [UInt8]) {
        guard let last = boxes.indices.last else { return }
        let title = boxes[last].attribution
        boxes[last].attribution = title.isEmpty ? name : name + Array("<br />\n".utf8) + title
    }
}

extension Rendering {
    mutating func beginBox(_ index: Int, _ node: Node, skipping: Int) {
        endTable()
        guard scanned.boxes.indices.contains(index) else { return }
        let kind = scanned.boxes[index].kind
        var box = OpenBox(kind: kind, depth: depth)
        gather(node, skipping: skipping)
        endTextLine()
        startLine()
        if kind == .poem {
            box.poem = Poem(textStart: document.text.count)
            if !run.isEmpty { box.poem?.title = written { $0.writeInline(node) } }
        } else if kind == .gallery {
            box.gallery = Gallery(quotes: openQuotes.count, place: original(cleanOffset: scanned.boxes[index].offset))
            if !run.isEmpty { box.gallery?.opening = [takeWords(of: node).html] }
        } else if kind == .pullquote {
            if !run.isEmpty { box.attribution = written { $0.writeInline(node) } }
            html.write("<figure class=\"pullquote\">\n<blockquote>\n")
        } else {
            openBox(kind, title: run.isEmpty ? nil : written { $0.writeInline(node) })
        }
        openBoxes.append(box)
    }

    private mutating func openBox(_ kind: BoxKind?, title: [UInt8]?) {
        switch kind {
        case .aside:
            html.write("<aside class=\"box\">\n")
            guard let title else { return }
            html.write("<p class=\"box-title\">")
            html.write(title)
            html.write("</p>\n")
        case .details:
            html.write("<details>\n<summary>")
            if let title {
                html.write(title)
            } else {
                html.writeEscaped(settings.words.details)
            }
            html.write("</summary>\n")
        case .transcript:
            document.hasRareParts = true
            html.write("<details class=\"transcript\">\n<summary>")
            if let title { html.write(title) } else { html.writeEscaped(settings.words.transcript) }
            html.write("</summary>\n")
        case .pullquote, .poem, .gallery, nil:
            guard let title else { return }
            html.write("<p>")
            html.write(title)
            html.write("</p>\n")
        }
    }

    mutating func endBox() {
        guard let box = openBoxes.popLast() else { return }
        startLine()
        switch box.kind {
        case .aside: html.write("</aside>\n")
        case .details, .transcript: html.write("</details>\n")
        case .pullquote:
            html.write("</blockquote>\n")
            endFigure(attribution: box.attribution)
        case .poem: if let poem = box.poem { write(poem) }
        case .gallery: if let gallery = box.gallery { endGallery(gallery) }
        case nil: break
        }
    }

    mutating func endFigure(attribution: [UInt8]) {
        if !attribution.isEmpty {
            html.write("<figcaption>")
            html.write(attribution)
            html.write("</figcaption>\n")
        }
        html.write("</figure>\n")
    }

    /// What `write` writes, taken out of the document again.
    mutating func written(_ write: (inout Self) -> Void) -> [UInt8] {
        let start = html.count
        write(&self)
        return html.take(from: start)
    }

    /// The gathered run with all its insertions; isolated as a whole where it runs against the page.
    mutating func writeInline(_ block: Node) {
        let direction = runDirection()
        addInsertions(direction: direction, block: block)
        guard direction != settings.direction else { return writeRun(of: block) }
        html.write("<bdi")
        writeDirection(of: direction)
        html.write(">")
        writeRun(of: block)
        html.write("</bdi>")
    }
}
