/// A table that has begun and not ended.
struct OpenTable {
    let shape: TableShape
    /// The column of the next cell, from 0.
    var column = 0
    var isHead = true
    /// Cells that rows lacked. Beyond a limit they stay short: many short rows below a wide head would cost more than
    /// the article is long.
    var filled = 0

    /// The alignment of the next cell.
    var alignment: TableAlignment { column < shape.alignments.count ? shape.alignments[column] : .none }
}

extension Rendering {
    mutating func beginTable(_ index: Int, _ node: Node, skipping: Int) {
        endTable()
        guard scanned.tables.indices.contains(index) else { return }
        table = OpenTable(shape: scanned.tables[index])
        startLine()
        html.write("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.writeEscaped(settings.words.table)
        html.write("\">\n<table>\n<thead>\n<tr>\n")
        renderCell(node, startsRow: false, skipping: skipping)
    }

    mutating func renderCell(_ node: Node, startsRow: Bool, skipping: Int) {
        if startsRow, table != nil { beginRow() }
        guard let open = table else { return }
        gather(node, skipping: skipping)
        let direction = runDirection()
        html.write(open.isHead ? "<th scope=\"col\"" : "<td")
        switch open.alignment {
        case .none: break
        case .start: html.write(" class=\"start\"")
        case .center: html.write(" class=\"center\"")
        case .end: html.write(" class=\"end\"")
        }
        writeDirection(of: direction)
        html.write(">")
        addInsertions(direction: direction, block: node)
        writeRun(of: node)
        html.write(open.isHead ? "</th>\n" : "</td>\n")
        table?.column += 1
        document.text.append(0x09)
    }

    private mutating func beginRow() {
        endRow()
        if table?.isHead ?? false { html.write("</thead>\n<tbody>\n") }
        table?.isHead = false
        table?.column = 0
        html.write("<tr>\n")
    }

    private mutating func endRow() {
        guard var open = table else { return }
        while open.column < open.shape.alignments.count, open.filled < 10_000 {
            html.write("<td></td>\n")
            open.column += 1
            open.filled += 1
        }
        table = open
        html.write("</tr>\n")
        if document.text.last == 0x09 { document.text.removeLast() }
        document.text.append(0x0A)
    }

    mutating func endTable() {
        guard table != nil else { return }
        endRow()
        html.write(table?.isHead ?? false ? "</thead>\n" : "</tbody>\n")
        html.write("</table>\n</div>\n")
        table = nil
    }
}
