import ArabicText
import Base

/// Examines a gathered block as one text, and notes what has to be written into it.
extension Rendering {
    mutating func mark(direction: Direction, block: Node) {
        if !unparsedSigns.isEmpty { reportUnparsed(in: block) }
        if features.contains(.tildes), run.tildes.count > 1 { markStrikes() }
        if features.contains(.strongRuns) { adviseOnStars(block) }
        if features.contains(.bareLinks) { markBareLinks(block) }
        if direction == .rtl { markIsolates() }
        if features.contains(.quotes) { markQuotes(block) }
        if run.marks.count > 1 {
            run.marks.sort { ($0.offset, $0.kind.rawValue) < ($1.offset, $1.kind.rawValue) }
        }
    }

    /// Two stars that are still to be seen were meant to make something bold. Once a block.
    private mutating func adviseOnStars(_ block: Node) {
        guard mayReport, let offset = firstStars() else { return }
        let place = place(ofTextAt: offset, in: block)
        report(.unclosedEmphasis("**", at: place))
    }

    private func firstStars() -> Int? {
        document.text.withUnsafeBufferPointer { text in
            for piece in run.pieces where piece.kind == .text {
                if let stars = text.firstPair(of: UInt8(ascii: "*"), from: piece.start, to: piece.end) { return stars }
            }
            return nil
        }
    }

    /// Pairs of `~~` under one parent: an opening one with no blank behind it, a closing one with none before it.
    private mutating func markStrikes() {
        var open: (offset: Int, parent: Node?)?
        for tilde in run.tildes {
            let before = tilde.offset > run.start ? document.text[tilde.offset - 1] : 0x20
            let after = tilde.offset + 2 < run.end ? document.text[tilde.offset + 2] : 0x20
            if let opening = open, opening.parent == tilde.parent, before > 0x20, tilde.offset > opening.offset + 2 {
                run.marks.append(InlineMark(offset: opening.offset, length: 2, kind: .openStrike))
                run.marks.append(InlineMark(offset: tilde.offset, length: 2, kind: .closeStrike))
                open = nil
            } else if after > 0x20 {
                open = tilde
            }
        }
    }

    mutating func markIsolates() {
        var cuts = Cuts(run.marks)
        var startsBlock = true
        for piece in run.pieces {
            guard piece.kind == .text else {
                if piece.kind == .code { startsBlock = false }
                continue
            }
            let repairs = document.text.withUnsafeBufferPointer {
                bidiRepairs(in: Bytes(rebasing: $0[piece.start..<piece.end]), startsBlock: startsBlock)
            }
            startsBlock = false
            for repair in repairs {
                let range = repair.range.lowerBound + piece.start..<repair.range.upperBound + piece.start
                if cuts.touch(range) { continue }
                if repair.kind == .mark {
                    run.marks.append(InlineMark(offset: range.lowerBound, length: 0, kind: .rightToLeftMark))
                } else {
                    run.marks.append(InlineMark(offset: range.lowerBound, length: 0, kind: .openLatinIsolate))
                    run.marks.append(InlineMark(offset: range.upperBound, length: 0, kind: .closeIsolate))
                }
            }
        }
    }

    private func nextQuote(from start: Int, to end: Int) -> Int {
        document.text.withUnsafeBufferPointer { $0.firstOffset(of: UInt8(ascii: "\""), from: start, to: end) }
    }

    /// The plain text shows quotes as the page does, and no `~~`.
    mutating func applyMarksToText() {
        guard run.marks.contains(where: { $0.length > 0 }) else { return }
        var text: [UInt8] = []
        var copied = run.start
        for mark in run.marks where mark.length > 0 && mark.offset >= copied {
            text.append(contentsOf: document.text[copied..<mark.offset])
            text.write(mark.replacement)
            copied = mark.offset + mark.length
        }
        text.append(contentsOf: document.text[copied..<run.end])
        document.text.replaceSubrange(run.start..<run.end, with: text)
        run.end = run.start + text.count
    }

    private mutating func markQuotes(_ block: Node) {
        guard nextQuote(from: run.start, to: run.end) < run.end else { return }
        quotes.reset()
        document.text.withUnsafeBufferPointer { text in
            for piece in run.pieces where piece.kind == .text {
                quotes.count(Bytes(rebasing: text[piece.start..<piece.end]))
            }
        }
        if quotes.isOdd, settings.quotes != .preserve {
            let place = place(of: block)
            report(.oddQuotes(at: place))
        }
        guard quotes.isNeeded else { return }
        for piece in run.pieces where piece.kind == .text {
            var offset = nextQuote(from: piece.start, to: piece.end)
            while offset < piece.end {
                if let quote = quotes.replacement() {
                    run.marks.append(InlineMark(offset: offset, length: 1, kind: .quote, replacement: quote))
                }
                offset = nextQuote(from: offset + 1, to: piece.end)
            }
        }
    }
}

/// The strikes' marks and the bare links of a block, in order: what an isolate must not reach into. A bare link is
/// isolated already.
private struct Cuts {
    private var ranges: [Range<Int>] = []
    private var next = 0

    init(_ marks: [InlineMark]) {
        guard !marks.isEmpty else { return }
        var linkStart = 0
        for mark in marks {
            switch mark.kind {
            case .openBareLink: linkStart = mark.offset
            case .closeBareLink: ranges.append(linkStart..<mark.offset)
            default: ranges.append(mark.offset..<mark.offset + mark.length)
            }
        }
        ranges.sort { $0.lowerBound < $1.lowerBound }
    }

    /// To be asked in order.
    mutating func touch(_ range: Range<Int>) -> Bool {
        while next < ranges.count, ranges[next].upperBound <= range.lowerBound { next += 1 }
        return next < ranges.count && ranges[next].lowerBound < max(range.upperBound, range.lowerBound + 1)
    }
}
