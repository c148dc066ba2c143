import Base

/// HTML knows no link in a link. Where an outlet allows HTML, of a link of Markdown's and an `<a>` of the author's own
/// the outer one stays.
extension Rendering {
    /// Takes inner links out of the gathered run; their texts stay.
    mutating func partLinks(_ block: Node) {
        run.lastRawLinkEnd = run.pieces.lastIndex { opensRawLink($0) == false } ?? -1
        guard isInRawLink || run.pieces.contains(where: { opensRawLink($0) != nil }) else { return }
        var isRaw = isInRawLink
        /// Which of the open links of Markdown's are taken out.
        var links: [Bool] = []
        var inner: [Int] = []
        for (index, piece) in run.pieces.enumerated() {
            switch piece.kind {
            case .openLink:
                links.append(isRaw)
                if isRaw { inner.append(index) }
            case .closeLink: if links.popLast() ?? false { inner.append(index) }
            case .html:
                guard let opens = opensRawLink(piece) else { continue }
                if links.contains(false) { inner.append(index) } else { isRaw = opens && isRawLinkClosed(index, block) }
            default: break
            }
        }
        guard !inner.isEmpty else { return }
        for index in inner { reportInnerLink(run.pieces[index], block) }
        let taken = Set(inner)
        run.pieces = run.pieces.indices.filter { !taken.contains($0) }.map { run.pieces[$0] }
        run.lastRawLinkEnd = run.pieces.lastIndex { opensRawLink($0) == false } ?? -1
    }

    /// `<https://…>` shows where it leads.
    private mutating func reportInnerLink(_ piece: InlineRun.Piece, _ block: Node) {
        guard mayReport, let node = piece.node else { return }
        var destination = restored(node.destination)
        if piece.kind == .html {
            let text = restored(node.literal)
            guard let value = HTMLTag(at: 0, in: text)?.attribute("href")?.value else { return }
            destination = Array(text[value])
        } else if let text = node.firstChild, text.kind == .text, text.literal.elementsEqual(node.destination) {
            return
        }
        let place = destination.withUnsafeBufferPointer { self.place(of: $0, in: block) }
        report(.linkInLink(String(decoding: destination, as: UTF8.self), at: place))
    }

    /// Whether a piece is an `<a …>` of the author's own, or an `</a>`; nil for all else.
    func opensRawLink(_ piece: InlineRun.Piece) -> Bool? {
        guard piece.kind == .html, let literal = piece.node?.literal, literal.count > 2 else { return nil }
        let isClosing = literal[1] == UInt8(ascii: "/")
        let name = isClosing ? 2 : 1
        guard literal[name] | 0x20 == UInt8(ascii: "a"), name + 1 < literal.count else { return nil }
        let next = literal[name + 1]
        return next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") ? !isClosing : nil
    }

    /// One that is never closed is a link to nobody's mind, and hides none behind it.
    mutating func isRawLinkClosed(_ index: Int, _ block: Node) -> Bool {
        index < run.lastRawLinkEnd || isRawLinkClosed(behind: block)
    }

    mutating func isRawLinkClosed(behind block: Node) -> Bool {
        let end = lineStart(block.endLine + 1)
        return lastRawLinkEnd >= end
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the last `text` begins; -1 where there is none.
    func lastPlace(of text: StaticString) -> Int {
        var place = count - text.utf8CodeUnitCount
        while place >= 0, (0..<text.utf8CodeUnitCount).contains(where: { self[place + $0] != text.utf8Start[$0] }) {
            place -= 1
        }
        return place
    }
}
