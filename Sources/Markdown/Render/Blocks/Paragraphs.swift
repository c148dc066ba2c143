import ArabicText
import Base

extension Rendering {
    mutating func renderParagraph(_ node: Node) {
        let isTight = (node.parent?.parent).map { $0.kind == .list && $0.isTight } ?? false
        if isPlain {
            gather(node)
            if !isTight {
                startLine()
                html.write("<p>")
            }
            writeRun(of: node)
            if !isTight { html.write("</p>\n") }
            return
        }
        if isInGallery { return gatherGallery(node) }
        gatherParagraph(node)
        defer { endTextLine() }
        if run.isEmpty { return }
        if renderFigure(node) || renderPictures(node) || renderCard(node) { return }
        // An item that runs against the list would have its marker on the other side, beyond the edge of the page.
        if isTight { return writeInline(node) }
        let direction = runDirection()
        startLine()
        noteGap()
        html.write("<p")
        writeDirection(of: direction)
        html.write(">")
        addInsertions(direction: direction, block: node)
        writeRun(of: node)
        html.write("</p>\n")
        if settings.notesParagraphs, standsAlone {
            (document.paragraphs.count, paragraphEnd) = (document.paragraphs.count + 1, html.count)
        }
    }

    /// Notes the place in front of a paragraph that follows another one.
    private mutating func noteGap() {
        guard settings.notesParagraphs, standsAlone, paragraphEnd == html.count else { return }
        document.paragraphs.gaps.append(.init(paragraph: document.paragraphs.count, offset: html.count))
    }

    /// Whether the block stands in nothing but the text. Updates of live coverage are put into another order.
    private var standsAlone: Bool {
        depth == 0 && openBoxes.isEmpty && !footnotes.isInNote && live == nil && htmlElements.open.isEmpty
    }

    /// The direction of the text in the run, code apart; the page's where it has no letters.
    func runDirection() -> Direction {
        document.text.withUnsafeBufferPointer { text in
            var count = DirectionCount()
            for piece in run.pieces where piece.kind == .text {
                count.add(Bytes(rebasing: text[piece.start..<piece.end]))
            }
            return count.direction ?? settings.direction
        }
    }

    mutating func writeDirection(of direction: Direction) {
        guard direction != settings.direction else { return }
        if direction == .ltr {
            html.write(" dir=\"ltr\"")
            writeLanguage(settings.latinLanguage)
        } else {
            html.write(" dir=\"rtl\"")
            writeLanguage(settings.arabicLanguage)
        }
    }

    mutating func writeLanguage(_ language: String?) {
        guard let language else { return }
        html.write(" lang=\"")
        html.writeEscaped(language)
        html.write("\"")
    }
}
