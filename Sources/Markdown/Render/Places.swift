import Base

/// Where in the author's text something stands. Searched for only where something is reported or listed.
extension Rendering {
    /// The offset in the body that was given.
    func original(_ parsedOffset: Int) -> Int { original(cleanOffset: scanned.rewritten.original(of: parsedOffset)) }

    /// The offset in the body, from one in the cleaned text, which the scan gives.
    func original(cleanOffset: Int) -> Int { scanned.cleaned.original(of: cleanOffset) }

    /// The offset in the parsed text at which `line` starts, from 1.
    mutating func lineStart(_ line: Int) -> Int {
        if lineStarts.isEmpty { findLines() }
        return line >= 1 && line <= lineStarts.count ? lineStarts[line - 1] : parsed.count
    }

    private mutating func findLines() {
        lineStarts.append(0)
        var lines = BodyLines(parsed)
        while let line = lines.next() { lineStarts.append(line.next) }
    }

    mutating func place(of block: Node) -> Int {
        // Not in one: `self` would be copied for the call.
        let start = lineStart(block.startLine)
        return original(start)
    }

    /// Where `text`, which stands in `block`, is to be found in the body. Later calls for the same block go on from
    /// there; the block's own place where the author wrote it otherwise.
    mutating func place(of text: Bytes, in block: Node) -> Int {
        let line = block.startLine
        let start = lineStart(line)
        if line != searched.line { searched = SearchedBlock(line: line, end: start) }
        let end = min(lineStart(block.endLine + 1), searched.end + Self.searchWindow)
        guard !text.isEmpty, text.count <= end - searched.end else { return original(searched.end) }
        let window = Bytes(rebasing: parsed[searched.end..<end])
        guard let found = window.firstOffset(of: text) else { return original(searched.end) }
        searched.end += found + text.count
        return original(searched.end - text.count)
    }

    /// Where the byte at `offset` of the run stands in the body, found by the bytes around it, many first: fewer may
    /// stand elsewhere in the block too. The block's own place where the author wrote all of them otherwise.
    mutating func place(ofTextAt offset: Int, in block: Node) -> Int {
        let place = parsedPlace(ofTextAt: offset, in: block) ?? lineStart(block.startLine)
        return original(place)
    }

    /// The same in the parsed text; nil where the author wrote it otherwise.
    mutating func parsedPlace(ofTextAt offset: Int, in block: Node) -> Int? {
        let start = lineStart(block.startLine)
        let end = min(lineStart(block.endLine + 1), start + Self.searchWindow)
        let source = Bytes(rebasing: parsed[start..<max(start, end)])
        for (before, behind) in [(12, 24), (0, 24), (0, 12), (12, 2), (0, 2)] {
            let from = max(run.start, offset - before)
            let found = document.text.withUnsafeBufferPointer {
                source.firstOffset(of: Bytes(rebasing: $0[from..<min(run.end, offset + behind)]))
            }
            if let found { return start + found + offset - from }
        }
        return nil
    }

    /// Bytes to search at most, so that a block with many links costs no more than its length.
    private static var searchWindow: Int { 4096 }
}

/// How far a block has been searched for what stands in it: what is asked for next stands behind.
struct SearchedBlock {
    /// The block's first line, from 1; -1 before any.
    var line = -1
    /// In bytes of the parsed text.
    var end = 0
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the first two of `byte` in a row stand between `start` and `end`.
    func firstPair(of byte: UInt8, from start: Int, to end: Int) -> Int? {
        var i = firstOffset(of: byte, from: start, to: end)
        while i + 1 < end {
            if self[i + 1] == byte { return i }
            i = firstOffset(of: byte, from: i + 1, to: end)
        }
        return nil
    }
}
