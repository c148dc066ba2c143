extension BlockBuilder {
    /// A pipe table; what Markdown's cannot hold is made simpler, and told.
    mutating func addTable(_ element: HTMLElement, caption: HTMLElement?, _ text: inout HTMLText) {
        closeLine(&text)
        let rows = Self.rows(of: element.children)
        var simplified: [String] = []
        var cells: [[InlineText]] = []
        for row in rows {
            var line: [InlineText] = []
            for cell in row {
                line.append(Self.cell(cell, &text, &simplified))
                guard let span = cell["colspan"].flatMap({ Int($0) }), span > 1 else { continue }
                simplified.append("colspan")
                line += Array(repeating: InlineText(), count: min(span, 60) - 1)
            }
            if row.contains(where: { ($0["rowspan"].flatMap { Int($0) } ?? 1) > 1 }) { simplified.append("rowspan") }
            cells.append(line)
        }
        let width = cells.map(\.count).max() ?? 0
        let caption = caption ?? element.children.first("caption")
        if width > 0, cells.contains(where: { $0.contains { !$0.isEmpty } }) {
            for place in cells.indices {
                cells[place] += Array(repeating: InlineText(), count: width - cells[place].count)
            }
            let hasHead = rows.first?.allSatisfy { $0.tag == "th" } ?? false
            let head = hasHead ? cells.removeFirst() : Array(repeating: InlineText(), count: width)
            let alignments = Self.alignments(rows, width)
            blocks.append(.table(TextTable(head: head, rows: cells, alignments: alignments)))
        }
        if !simplified.isEmpty {
            var seen: Set<String> = []
            text.report(.table, simplified.filter { seen.insert($0).inserted }.joined(separator: ", "))
        }
        if let caption {
            add(caption.children, &text)
            closeLine(&text)
        }
    }

    private static func rows(of nodes: [HTMLNode]) -> [[HTMLElement]] {
        var rows: [[HTMLElement]] = []
        for case .element(let child) in nodes {
            switch child.tag {
            case "tr":
                rows.append(
                    child.children.compactMap { node in
                        guard case .element(let cell) = node, cell.tag == "td" || cell.tag == "th" else { return nil }
                        return cell
                    })
            case "thead", "tbody", "tfoot": rows += self.rows(of: child.children)
            default: break
            }
        }
        return rows.filter { !$0.isEmpty }
    }

    /// The words of a cell on one line.
    private static func cell(_ element: HTMLElement, _ text: inout HTMLText, _ simplified: inout [String]) -> InlineText
    {
        var inner = BlockBuilder()
        inner.add(element.children, &text)
        let found = inner.finish(&text).flatMap { $0.lines }
        if found.count > 1 { simplified.append("…/…") }
        var result = InlineText()
        for (place, line) in found.enumerated() {
            if place > 0 { result.append(.text(" / ")) }
            let base = result.links.count
            result.links += line.links
            for piece in line.pieces {
                if case .lineBreak = piece.content {
                    result.append(.text(" / "))
                } else {
                    result.append(piece.content, piece.styles, link: piece.link.map { $0 + base })
                }
            }
        }
        return result
    }

    private static func alignments(_ rows: [[HTMLElement]], _ width: Int) -> [TextTable.Alignment] {
        (0..<width).map { column in
            guard let cell = rows.first(where: { $0.indices.contains(column) })?[column] else { return .none }
            switch cell["data-align"] ?? cell["align"] {
            case "center": return .centre
            case "left": return .start
            case "right": return .end
            default: return .none
            }
        }
    }
}

extension Block {
    /// The words of the block, a line each, for a cell.
    fileprivate var lines: [InlineText] {
        switch self {
        case .paragraph(let text), .heading(_, let text): return [text]
        case .list(_, let items): return items.flatMap { $0.flatMap(\.lines) }
        case .quote(let blocks, _), .box(_, _, let blocks): return blocks.flatMap(\.lines)
        case .code(let code):
            var text = InlineText()
            text.append(.code(code))
            return [text]
        case .table(let table): return ([table.head] + table.rows).flatMap { $0 }.filter { !$0.isEmpty }
        case .rule: return []
        case .figure(let figure):
            var text = InlineText()
            text.append(.picture(figure))
            return [text]
        case .card(let address): return [InlineText(address)]
        }
    }
}
