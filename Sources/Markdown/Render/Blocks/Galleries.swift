import Base

/// A gallery that has begun and not ended.
struct Gallery {
    /// A picture with what is said of it, which stands below it.
    struct Cell {
        let block: Node
        let image: Node
        /// The author's link around the picture; without one it opens large.
        let link: Node?
        /// HTML; what the picture's title says comes before it.
        var caption: [UInt8] = []
        /// HTML, the words of a paragraph below the picture.
        var paragraph: [UInt8] = []
        /// The first of these words without markup.
        var text: [UInt8] = []

        var words: [UInt8] {
            var words = caption
            words.joinLine(paragraph)
            return words
        }
    }

    /// HTML, what stands above the pictures, each a paragraph.
    var opening: [[UInt8]] = []
    var cells: [Cell] = []
    /// How many quotations were open where it began: what stands in a later one is no part of it.
    let quotes: Int
    /// Where it begins in the body.
    let place: Int
    /// Whether some of its pictures are written, since something else stood between them.
    var isDivided = false

    init(quotes: Int, place: Int) { (self.quotes, self.place) = (quotes, place) }

    /// A last paragraph is about all pictures, unless each has one.
    mutating func takeClosing() -> [UInt8] {
        guard let last = cells.indices.last, cells.count > 1, cells.dropLast().allSatisfy(\.paragraph.isEmpty) else {
            return []
        }
        defer { cells[last].paragraph = [] }
        return cells[last].paragraph
    }
}

/// Pictures in a grid of equal cells, each with a link to the whole of it. Whoever knows no style sheet, as feed
/// readers, shows them one below the other.
extension Rendering {
    /// Whether the block stands in a gallery, and in no quotation within it.
    var isInGallery: Bool { openBoxes.quotesAroundGallery == openQuotes.count }

    // MARK: Boxes

    /// Takes a paragraph for the gallery that it stands in: its pictures, each with the words up to the next one.
    mutating func gatherGallery(_ paragraph: Node) {
        guard var gallery = openBoxes.takeGallery() else { return }
        var ownsWords = false
        var current = paragraph.firstChild
        while let node = current {
            var next = node.next
            if let (image, link) = Self.picture(node) {
                gallery.cells.append(.init(block: paragraph, image: image, link: link))
                ownsWords = true
            } else {
                while let end = next, Self.picture(end) == nil { next = end.next }
                let (words, text) = words(of: paragraph, from: node, until: next)
                if let last = gallery.cells.indices.last {
                    if gallery.cells[last].text.isEmpty { gallery.cells[last].text = text }
                    if ownsWords {
                        gallery.cells[last].caption = words
                    } else {
                        gallery.cells[last].paragraph.joinLine(words)
                    }
                } else if !words.isEmpty {
                    gallery.opening.append(words)
                }
            }
            current = next
        }
        openBoxes.give(gallery)
    }

    /// Writes what has been read of the gallery that is open: something else stands between its pictures.
    mutating func divideGallery() {
        guard var gallery = openBoxes.takeGallery() else { return }
        let read = gallery
        if !read.cells.isEmpty { gallery.isDivided = true }
        (gallery.opening, gallery.cells) = ([], [])
        openBoxes.give(gallery)
        write(read)
    }

    mutating func endGallery(_ gallery: Gallery) {
        if gallery.cells.isEmpty, !gallery.isDivided { report(.emptyGallery(at: gallery.place)) }
        write(gallery)
    }

    /// The picture that a node is, or that it holds and nothing else.
    private static func picture(_ node: Node) -> (image: Node, link: Node?)? {
        if node.kind == .image { return (node, nil) }
        guard node.kind == .link, let child = node.firstChild, child.kind == .image, child.next == nil else {
            return nil
        }
        return (child, node)
    }

    /// HTML of some of a paragraph, without the blanks around it, and its text.
    private mutating func words(
        of paragraph: Node, from start: Node, until end: Node?
    ) -> (html: [UInt8], text: [UInt8]) {
        var start = start
        while start.kind == .softBreak || start.kind == .lineBreak {
            guard let next = start.next, next != end else { return ([], []) }
            start = next
        }
        let blanks = start.kind == .text ? start.literal.prefix { $0 == 0x20 }.count : 0
        gather(paragraph, from: start, until: end, skipping: blanks)
        return takeWords(of: paragraph)
    }

    /// What has been gathered. Its words come behind all others in the document's text: they belong to pictures, and a
    /// summary begins with the story.
    mutating func takeWords(of block: Node) -> (html: [UInt8], text: [UInt8]) {
        let html = run.isEmpty ? [] : written { $0.writeInline(block) }
        endTextLine()
        let text = Array(document.text[run.start...])
        document.text.removeSubrange(run.start...)
        pictureText += text
        return (html, Self.trimmed(text[...]))
    }

    // MARK: Paragraphs

    /// Several pictures in one paragraph, links around them or not, and nothing else.
    mutating func renderPictures(_ block: Node) -> Bool {
        guard run.pieces.count > 1, run.pieces.allSatisfy({ isOfPictures($0) }) else { return false }
        var cells: [Gallery.Cell] = []
        var current = block.firstChild
        while let node = current {
            if let (image, link) = Self.picture(node) {
                // What is so small stands in a line, as icons do.
                let destination = destinationText(image)
                guard isAllowedSource(destination), !isSmall(destination) else { return false }
                cells.append(.init(block: block, image: image, link: link))
            } else if node.kind == .link {
                return false
            }
            current = node.next
        }
        guard cells.count > 1 else { return false }
        document.text.removeSubrange(run.start...)
        var gallery = Gallery(quotes: openQuotes.count, place: 0)
        gallery.cells = cells
        write(gallery)
        return true
    }

    private func isOfPictures(_ piece: InlineRun.Piece) -> Bool {
        switch piece.kind {
        case .image, .openLink, .closeLink, .lineBreak: true
        case .text: document.text[piece.start..<piece.end].allSatisfy { $0 <= 0x20 }
        default: false
        }
    }

    private func isSmall(_ destination: String) -> Bool {
        resolver.picture(destination).map { (1..<100).contains($0.width) } ?? false
    }

    // MARK: Writing

    private mutating func write(_ gallery: Gallery) {
        var gallery = gallery
        startLine()
        guard gallery.cells.count > 1 else {
            writeOpening(gallery)
            for cell in gallery.cells { write(cell, .text) }
            return
        }
        document.hasRareParts = true
        let closing = gallery.takeClosing()
        // Two pictures, and four, fill rows of two.
        let isInPairs = gallery.cells.count == 2 || gallery.cells.count == 4
        html.write(isInPairs ? "<figure class=\"gallery pairs\">\n" : "<figure class=\"gallery\">\n")
        writeOpening(gallery)
        for cell in gallery.cells { write(cell, isInPairs ? .half : .third) }
        endFigure(attribution: closing)
    }

    private mutating func write(_ cell: Gallery.Cell, _ place: PicturePlace) {
        // Its alternative text, which the image is written with.
        gather(cell.block, from: cell.image, until: cell.image.next)
        guard let piece = run.pieces.first else { return }
        let destination = destinationText(cell.image)
        let isShown = isAllowedSource(destination)
        html.write("<figure>\n")
        var isLinked = false
        if let link = cell.link {
            isLinked = openLink(link, cell.block)
        } else if isShown, place != .text, !isInLink, !isInRawLink {
            openPicture(destination)
            isLinked = true
        }
        writeImage(
            cell.image, alt: piece.start..<piece.end, cell.block, inFigure: isShown, place,
            linkName: isLinked ? cell.text : nil)
        html.write(isLinked ? "</a>\n" : "\n")
        writeCaption(cell.image, cell.block, words: cell.words)
        html.write("</figure>\n")
    }

    /// A link to the file that every browser shows.
    private mutating func openPicture(_ destination: String) {
        html.write("<a href=\"")
        if let picture = resolver.picture(destination) {
            html.writeEscaped(picture.source)
        } else {
            html.writeDestination(InternationalHost.encoded(destination))
        }
        html.write("\">")
    }

    private mutating func writeOpening(_ gallery: Gallery) {
        for words in gallery.opening {
            html.write("<p>")
            html.write(words)
            html.write("</p>\n")
        }
    }
}

extension [UInt8] {
    /// Adds HTML on a line of its own.
    fileprivate mutating func joinLine(_ html: [UInt8]) {
        guard !html.isEmpty else { return }
        if !isEmpty { write("<br />\n") }
        append(contentsOf: html)
    }
}
