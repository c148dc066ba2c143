import Base

/// Tables that were pasted from a word processor or a spreadsheet: at the margin, two lines or more with as many tabs in
/// each. The first is the head.
extension BodyScan {
    mutating func startsPastedTable(_ first: Int, _ end: Int, next: Int, indented: LineCursor?) -> Bool {
        guard containers.isEmpty, indented == nil, next < body.count, leaf != .paragraph || !keepsLines else {
            return false
        }
        let tabs = Self.tabs(body, first, end)
        guard tabs > 0, tabs == Self.tabs(body, next, lineEnd(next)), body[next] != 0x20 else { return false }
        guard tabs < Self.widestTable else {
            report(.wideTable(Self.widestTable, at: first))
            return false
        }
        let index = tables.count
        tables.append(TableShape(alignments: Array(repeating: .none, count: tabs + 1), offset: first))
        write(Self.tabbedCells(body, first, end), first, end, start: "T", number: index)
        noteChild()
        leaf = .pastedTable(columns: tabs + 1)
        return true
    }

    /// Whether the line is a row of the table.
    mutating func continuesPastedTable(_ line: LineCursor, columns: Int) -> Bool {
        guard !line.isBlank, Self.tabs(body, line.offset, line.end) > 0 else {
            leaf = .none
            return line.isBlank
        }
        var cells = Self.tabbedCells(body, line.offset, line.end)
        if cells.count > columns {
            report(.longRow(cells.count, columns, at: cells[columns].start))
            cells[columns - 1].end = cells[cells.count - 1].end
            cells.removeSubrange(columns...)
        }
        write(cells, line.offset, line.end, start: "r", number: nil)
        return true
    }

    private static func tabs(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int {
        var count = 0
        var i = bytes.firstOffset(of: 0x09, from: start, to: end)
        while i < end {
            count += 1
            i = bytes.firstOffset(of: 0x09, from: i + 1, to: end)
        }
        return count
    }

    private static func tabbedCells(_ bytes: Bytes, _ first: Int, _ end: Int) -> [(start: Int, end: Int)] {
        var cells: [(start: Int, end: Int)] = []
        var start = first
        for i in first..<end where bytes[i] == 0x09 {
            cells.append(trimmed(bytes, start, i))
            start = i + 1
        }
        cells.append(trimmed(bytes, start, end))
        return cells
    }
}
