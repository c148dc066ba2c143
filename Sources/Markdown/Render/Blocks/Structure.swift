/// Block-level extensions, which the scan made into headings that start with a control byte.
extension Rendering {
    /// False for a heading of the author's.
    mutating func renderStructure(_ node: Node) -> Bool {
        guard scanned.isRewritten, let first = node.firstChild, first.kind == .text,
            let (kind, number, length) = structure(first.literal), isMarked(node)
        else { return false }
        if isInGallery, kind == UInt8(ascii: "T") || kind == UInt8(ascii: "B") { divideGallery() }
        switch kind {
        case UInt8(ascii: "T"): beginTable(number, node, skipping: length)
        case UInt8(ascii: "r"): renderCell(node, startsRow: true, skipping: length)
        case UInt8(ascii: "c"): renderCell(node, startsRow: false, skipping: length)
        case UInt8(ascii: "B"): beginBox(number, node, skipping: length)
        case UInt8(ascii: "b"):
            endTable()
            if openBoxes.innermost?.depth == depth { endBox() }
        case UInt8(ascii: "V"): renderHemistich(node, place: number, skipping: length)
        case UInt8(ascii: "v"): renderHemistich(node, place: nil, skipping: length)
        case PoemFact.poet.rawValue, PoemFact.metre.rawValue, PoemFact.title.rawValue:
            renderPoemFact(kind, node, skipping: length)
        case UInt8(ascii: "N"):
            endTable()
            if depth == 0 { beginNote(number) }
        case UInt8(ascii: "n"):
            if depth == 0 { endNote() }
        default: return false
        }
        return true
    }

    /// Whether the byte is the scan's own: `&#1;` gives the same literal.
    private mutating func isMarked(_ node: Node) -> Bool {
        let start = lineStart(node.startLine)
        let end = lineStart(node.startLine + 1)
        return start < end && parsed[start..<end].contains(ScanMark.structure)
    }

    /// `␁T12␁ `: the letter, the number, and the length of it all.
    private func structure(_ literal: Bytes) -> (kind: UInt8, number: Int, length: Int)? {
        guard literal.count >= 3, literal[0] == ScanMark.structure else { return nil }
        var number = 0
        var i = 2
        while i < literal.count, (0x30...0x39).contains(literal[i]), i < 12 {
            number = number * 10 + Int(literal[i]) - 0x30
            i += 1
        }
        guard i < literal.count, literal[i] == ScanMark.structure else { return nil }
        i += 1
        if i < literal.count, literal[i] == 0x20 { i += 1 }
        return (literal[1], number, i)
    }

    /// Closes the table that is open, and the boxes whose container has come to its end.
    mutating func endExtensions(deeperThan depth: Int) {
        endTable()
        while let box = openBoxes.innermost, box.depth > depth { endBox() }
    }
}
