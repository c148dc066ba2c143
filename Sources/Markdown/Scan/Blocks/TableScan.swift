enum TableAlignment { case none, start, center, end }

struct TableShape {
    var alignments: [TableAlignment]
    let offset: Int
}

/// Pipe tables as GitHub has them: a row of heads, a row of dashes with as many cells, then rows up to a blank line or
/// another block. Every cell becomes a heading of its own, `# ␁r␁ text ␁`.
extension BodyScan {
    static let widestTable = 100

    /// - Parameter indented: a line of a paragraph whose blanks would keep a heading from being one.
    mutating func startsTable(_ first: Int, _ end: Int, next: Int, indented: LineCursor?) -> Bool {
        guard next < body.count, let rowStart = cellRowStart(next) else { return false }
        let rowEnd = lineEnd(rowStart)
        guard let alignments = Self.alignments(body, rowStart, rowEnd) else { return false }
        let cells = Self.cells(body, first, end)
        guard cells.count == alignments.count, cells.count > 1 || body[first] == UInt8(ascii: "|") && first + 1 < end
        else { return false }
        guard cells.count <= Self.widestTable else {
            report(.wideTable(Self.widestTable, at: first))
            return false
        }
        if let indented {
            let margin = [UInt8](repeating: 0x20, count: indented.column % 4)
            rewriting.replace(indented.offset, first, with: margin)
        }
        let index = tables.count
        tables.append(TableShape(alignments: alignments, offset: first))
        write(cells, first, end, start: "T", number: index)
        // The row of dashes goes, with its line ending: a blank line would make a list loose.
        dashesStart = next
        noteChild()
        leaf = .table(columns: alignments.count)
        return true
    }

    mutating func addRow(_ first: Int, _ end: Int, columns: Int) {
        var cells = Self.cells(body, first, end)
        if cells.count > columns {
            report(.longRow(cells.count, columns, at: cells[columns].start))
            cells[columns - 1].end = cells[cells.count - 1].end
            cells.removeSubrange(columns...)
        }
        write(cells, first, end, start: "r", number: nil)
    }

    mutating func write(
        _ cells: [(start: Int, end: Int)], _ first: Int, _ end: Int, start: StaticString, number: Int?
    ) {
        let prefix = linePrefix
        var written = first
        for (index, cell) in cells.enumerated() {
            var heading: [UInt8] = []
            if index > 0 {
                heading.write(" \u{1}\n")
                heading.append(contentsOf: prefix)
            }
            heading.write("# \u{1}")
            heading.write(index == 0 ? start : "c")
            if index == 0, let number { heading.write(number) }
            heading.write("\u{1} ")
            rewriting.replace(written, cell.start, with: heading)
            startInline()
            scanCell(cell.start, cell.end)
            written = cell.end
        }
        rewriting.replace(written, end, with: " \u{1}")
    }

    /// A cell's text: `\|` is a pipe, in code as well.
    private mutating func scanCell(_ start: Int, _ end: Int) {
        var from = start
        var i = start
        while i + 1 < end {
            if body[i] == UInt8(ascii: "\\") {
                if body[i + 1] == UInt8(ascii: "|") {
                    scanInline(from, i)
                    rewriting.replace(i, i + 1, with: "")
                    from = i + 1
                }
                i += 1
            }
            i += 1
        }
        scanInline(from, end)
    }

    /// Where a line's text begins if it is in all open containers and may be a row of dashes.
    private func cellRowStart(_ lineStart: Int) -> Int? {
        if body[lineStart] == 0x0A || body[lineStart] >= 0x80 { return nil }
        if containers.isEmpty { return Self.mayBeDashes(body[lineStart]) ? skipBlanks(lineStart, upTo: 3) : nil }
        var line = LineCursor(body, from: lineStart, to: lineEnd(lineStart))
        for container in containers {
            switch container.kind {
            case .quote:
                guard line.indent <= 3, line.byte == UInt8(ascii: ">") else { return nil }
                line.advance(to: line.first + 1, columns: 1)
                line.skipOneBlank()
            case .item, .note:
                let width = container.kind == .item ? container.width : 4
                guard line.indent >= width else { return nil }
                line.advance(columns: width)
            }
        }
        return line.indent <= 3 && Self.mayBeDashes(line.byte) ? line.first : nil
    }

    private static func mayBeDashes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == 0x20
    }

    private func skipBlanks(_ start: Int, upTo limit: Int) -> Int? {
        var i = start
        while i < body.count, body[i] == 0x20 { i += 1 }
        return i - start <= limit ? i : nil
    }

    func lineEnd(_ start: Int) -> Int {
        var i = start
        while i < body.count, body[i] != 0x0A, body[i] != 0x0D { i += 1 }
        return i
    }

    /// The alignments that a row of dashes gives; nil for any other line.
    static func alignments(_ bytes: Bytes, _ start: Int, _ end: Int) -> [TableAlignment]? {
        var hasPipe = false
        for i in start..<end {
            switch bytes[i] {
            case UInt8(ascii: "|"): hasPipe = true
            case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: break
            default: return nil
            }
        }
        guard hasPipe else { return nil }
        var alignments: [TableAlignment] = []
        for cell in cells(bytes, start, end) {
            guard cell.start < cell.end else { return nil }
            let starts = bytes[cell.start] == UInt8(ascii: ":")
            let ends = bytes[cell.end - 1] == UInt8(ascii: ":")
            let dashes = bytes[cell.start + (starts ? 1 : 0)..<max(cell.start + 1, cell.end - (ends ? 1 : 0))]
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            alignments.append(starts ? (ends ? .center : .start) : ends ? .end : .none)
        }
        return alignments
    }

    /// The cells of a row, trimmed, one at least; the outer pipes may be missing.
    static func cells(_ bytes: Bytes, _ first: Int, _ lineEnd: Int) -> [(start: Int, end: Int)] {
        var start = first
        var end = lineEnd
        while end > start, BlockStart.isBlank(bytes[end - 1]) { end -= 1 }
        if start < end, bytes[start] == UInt8(ascii: "|") { start += 1 }
        var cells: [(start: Int, end: Int)] = []
        var i = start
        while i < end {
            if bytes[i] == UInt8(ascii: "\\") {
                i += 2
                continue
            }
            if bytes[i] == UInt8(ascii: "|") {
                cells.append(trimmed(bytes, start, i))
                start = i + 1
            }
            i += 1
        }
        if start < end || cells.isEmpty { cells.append(trimmed(bytes, start, end)) }
        return cells
    }

    static func trimmed(_ bytes: Bytes, _ start: Int, _ end: Int) -> (start: Int, end: Int) {
        var (start, end) = (start, end)
        while start < end, BlockStart.isBlank(bytes[start]) { start += 1 }
        while end > start, BlockStart.isBlank(bytes[end - 1]) { end -= 1 }
        return (start, end)
    }
}
