/// A block's inline content, flattened: first gathered from libcmark's nodes, then examined as one text, then written.
struct InlineRun {
    enum Kind: UInt8 {
        case text, lineBreak, code, html, note, image
        case openEmphasis, closeEmphasis, openStrong, closeStrong, openLink, closeLink
    }

    struct Piece {
        let kind: Kind
        /// Places of text and code in the document's text, of an image in `alternatives`; of a note, the number of the
        /// use.
        var start: Int
        var end: Int
        /// The node of links, images and HTML.
        let node: Node?
    }

    var pieces: [Piece] = []
    /// The text of the block lies at `start..<end` of the document's text.
    var start = 0
    var end = 0
    var hasCode = false
    var hasSoftBreaks = false
    /// Where `~~` stands, each in one text node, with the node that holds it.
    var tildes: [(offset: Int, parent: Node?)] = []
    /// Where tildes stand that the author escaped.
    var escapedTildes: [Int] = []
    /// The texts of images, one after the other.
    var alternatives: [UInt8] = []
    var insertions: [InlineInsertion] = []
    /// The last piece that is a `</a>` of the author's own; -1 where there is none.
    var lastRawLinkEnd = -1

    mutating func reset(at offset: Int) {
        pieces.removeAll(keepingCapacity: true)
        tildes.removeAll(keepingCapacity: true)
        escapedTildes.removeAll(keepingCapacity: true)
        alternatives.removeAll(keepingCapacity: true)
        insertions.removeAll(keepingCapacity: true)
        (start, end) = (offset, offset)
        (hasCode, hasSoftBreaks, lastRawLinkEnd) = (false, false, -1)
    }

    var isEmpty: Bool { pieces.isEmpty }

    mutating func add(_ kind: Kind, _ node: Node? = nil) {
        pieces.append(Piece(kind: kind, start: end, end: end, node: node))
    }

    /// Text that has just been put at the end of the document's text. Joins the piece before it.
    mutating func addText(upTo newEnd: Int) {
        guard newEnd > end else { return }
        if let last = pieces.indices.last, pieces[last].kind == .text {
            pieces[last].end = newEnd
        } else {
            pieces.append(Piece(kind: .text, start: end, end: newEnd, node: nil))
        }
        end = newEnd
    }

    mutating func addCode(upTo newEnd: Int) {
        pieces.append(Piece(kind: .code, start: end, end: newEnd, node: nil))
        end = newEnd
        hasCode = true
    }
}

/// Something to write between two bytes of a block's text, or in place of some.
struct InlineInsertion {
    enum Kind: UInt8 {
        // In the order in which they are written where they meet.
        case closeIsolate, closeBareLink, closeStrike
        case openBareLink, openStrike, openArabicIsolate, openLatinIsolate
        case rightToLeftMark, quote
    }

    let offset: Int
    /// Bytes of the text that it takes the place of; 0 where it stands between two.
    let length: Int
    let kind: Kind
    /// What a quote becomes.
    var replacement: StaticString = ""
    /// Where the bare link that opens here ends.
    var linkEnd = 0
}
