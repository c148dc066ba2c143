/// Goes through one line as libcmark's block parser does, with tab stops of four columns.
struct LineCursor {
    let bytes: Bytes
    /// The place behind the line's last byte, its line ending excluded.
    let end: Int
    private(set) var offset: Int
    private(set) var column = 0
    /// The first byte that is neither space nor tab; `end` in a blank rest.
    private(set) var first = 0
    private var firstColumn = 0

    init(_ bytes: Bytes, from start: Int, to end: Int) {
        self.bytes = bytes
        self.end = end
        offset = start
        findFirst()
    }

    /// Columns from the cursor to `first`.
    var indent: Int { firstColumn - column }
    var isBlank: Bool { first == end }
    /// The byte at `first`, 0 in a blank rest.
    var byte: UInt8 { first < end ? bytes[first] : 0 }

    mutating func findFirst() {
        first = offset
        firstColumn = column
        while first < end {
            switch bytes[first] {
            case 0x20: firstColumn += 1
            case 0x09: firstColumn += 4 - firstColumn % 4
            default: return
            }
            first += 1
        }
    }

    /// Over blanks only; may stop inside a tab.
    mutating func advance(columns: Int) {
        var rest = columns
        while rest > 0, offset < end {
            if bytes[offset] == 0x09 {
                let width = 4 - column % 4
                column += min(rest, width)
                if width <= rest { offset += 1 }
                rest -= min(rest, width)
            } else {
                offset += 1
                column += 1
                rest -= 1
            }
        }
        findFirst()
    }

    /// To `target`, a place at or behind `first`, which stands `columns` columns behind it.
    mutating func advance(to target: Int, columns: Int) {
        column = firstColumn + columns
        offset = target
        findFirst()
    }

    /// The rest of the line from `target` on becomes a line of its own.
    mutating func restart(at target: Int) {
        offset = target
        column = 0
        findFirst()
    }

    mutating func skipToFirst() { advance(to: first, columns: 0) }

    /// Takes one space, or one column of a tab.
    mutating func skipOneBlank() {
        if offset < end, bytes[offset] == 0x20 || bytes[offset] == 0x09 { advance(columns: 1) }
    }
}
