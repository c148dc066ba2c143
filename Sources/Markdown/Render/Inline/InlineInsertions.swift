import ArabicText
import Base

/// Examines a gathered block as one text, and collects what has to be written into it.
extension Rendering {
    /// Finds all insertions of the run, in the order of their places, and reports what readers should not see.
    mutating func addInsertions(direction: Direction, block: Node) {
        if !unparsedSigns.isEmpty { reportUnparsed(in: block) }
        if scanned.features.contains(.tildes), run.tildes.count > 1 { addStrikes() }
        if scanned.features.contains(.strongRuns) { adviseOnStars(block) }
        if scanned.features.contains(.bareLinks) { addBareLinks(block) }
        if direction == .rtl { addIsolates() } else if settings.direction == .ltr { addPassages() }
        if scanned.features.contains(.quotes) { addQuotes(block) }
        if run.insertions.count > 1 {
            run.insertions.sort { ($0.offset, $0.kind.rawValue) < ($1.offset, $1.kind.rawValue) }
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
    private mutating func addStrikes() {
        var open: (offset: Int, parent: Node?)?
        for tilde in run.tildes {
            let before = tilde.offset > run.start ? document.text[tilde.offset - 1] : 0x20
            let after = tilde.offset + 2 < run.end ? document.text[tilde.offset + 2] : 0x20
            if let opening = open, opening.parent == tilde.parent, before > 0x20, tilde.offset > opening.offset + 2 {
                run.insertions.append(InlineInsertion(offset: opening.offset, length: 2, kind: .openStrike))
                run.insertions.append(InlineInsertion(offset: tilde.offset, length: 2, kind: .closeStrike))
                open = nil
            } else if after > 0x20 {
                open = tilde
            }
        }
    }

    mutating func addIsolates() {
        var cuts = Cuts(run.insertions)
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
                    run.insertions.append(InlineInsertion(offset: range.lowerBound, length: 0, kind: .rightToLeftMark))
                } else {
                    run.insertions.append(InlineInsertion(offset: range.lowerBound, length: 0, kind: .openLatinIsolate))
                    run.insertions.append(InlineInsertion(offset: range.upperBound, length: 0, kind: .closeIsolate))
                }
            }
        }
    }

    /// Arabic words and sentences in a text that runs from left to right.
    private mutating func addPassages() {
        var cuts = Cuts(run.insertions)
        for piece in run.pieces where piece.kind == .text {
            let passages = document.text.withUnsafeBufferPointer {
                arabicPassages(in: Bytes(rebasing: $0[piece.start..<piece.end]))
            }
            for passage in passages {
                let range = passage.lowerBound + piece.start..<passage.upperBound + piece.start
                if cuts.touch(range) { continue }
                run.insertions.append(InlineInsertion(offset: range.lowerBound, length: 0, kind: .openArabicIsolate))
                run.insertions.append(InlineInsertion(offset: range.upperBound, length: 0, kind: .closeIsolate))
            }
        }
    }

    private func nextQuote(from start: Int, to end: Int) -> Int {
        document.text.withUnsafeBufferPointer { $0.firstOffset(of: UInt8(ascii: "\""), from: start, to: end) }
    }

    /// The plain text shows quotes as the page does, and no `~~`.
    mutating func applyInsertionsToText() {
        guard run.insertions.contains(where: { $0.length > 0 }) else { return }
        var text: [UInt8] = []
        var copied = run.start
        for insertion in run.insertions where insertion.length > 0 && insertion.offset >= copied {
            text.append(contentsOf: document.text[copied..<insertion.offset])
            text.write(insertion.replacement)
            copied = insertion.offset + insertion.length
        }
        text.append(contentsOf: document.text[copied..<run.end])
        document.text.replaceSubrange(run.start..<run.end, with: text)
        run.end = run.start + text.count
    }

    private mutating func addQuotes(_ block: Node) {
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
                    run.insertions.append(InlineInsertion(offset: offset, length: 1, kind: .quote, replacement: quote))
                }
                offset = nextQuote(from: offset + 1, to: piece.end)
            }
        }
    }
}

/// The signs of strikes and the bare links of a block, in order: what an isolate must not reach into. A bare link is
/// isolated already.
private struct Cuts {
    private var ranges: [Range<Int>] = []
    private var next = 0

    init(_ insertions: [InlineInsertion]) {
        guard !insertions.isEmpty else { return }
        var linkStart = 0
        for insertion in insertions {
            switch insertion.kind {
            case .openBareLink: linkStart = insertion.offset
            case .closeBareLink: ranges.append(linkStart..<insertion.offset)
            default: ranges.append(insertion.offset..<insertion.offset + insertion.length)
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
