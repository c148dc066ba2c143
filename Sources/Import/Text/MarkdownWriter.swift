import Markdown

/// Blocks as Markdown, each proved: rendered by the site's own Markdown it gives the text that it was made from.
struct MarkdownWriter {
    /// What could not be kept.
    private(set) var rows: [ReportRow.Finding] = []
    private let proof = SameText()

    /// Blocks with an empty line between two, but for pictures of a gallery, which are one paragraph.
    mutating func written(_ blocks: [Block]) -> String { lines(of: blocks).joined(separator: "\n") }

    private mutating func lines(of block: Block) -> [String] {
        switch block {
        case .rule: return ["* * *"]
        case .card(let address): return [address]
        case .figure(let figure): return [InlineMarkdown.picture(figure)]
        case .quote(let blocks, let cite):
            var inner = lines(of: blocks)
            if !cite.isEmpty { inner += ["", "— " + proved(.paragraph(InlineText(cite))).joined(separator: " ")] }
            return inner.map { $0.isEmpty ? ">" : "> " + $0 }
        case .box(let kind, let title, let blocks):
            let title = title.isEmpty ? "" : " " + proved(.paragraph(InlineText(title))).joined(separator: " ")
            return ["::: \(kind)\(title)"] + lines(of: blocks) + [":::"]
        case .paragraph, .heading, .list, .code, .table: return proved(block)
        }
    }

    private mutating func lines(of blocks: [Block]) -> [String] {
        var result: [String] = []
        for (place, block) in blocks.enumerated() {
            if place > 0, !(block.isOfGallery && blocks[place - 1].isOfGallery) { result.append("") }
            result += lines(of: block)
        }
        return result
    }

    /// The plainest form that says what the block says.
    private mutating func proved(_ block: Block) -> [String] {
        if let lines = block.plainLines { return lines }
        let forms = [
            InlineMarkdown(escaping: .minimal), InlineMarkdown(escaping: .full),
            InlineMarkdown(escaping: .full, isMarked: false),
        ]
        let meant = SameText.key(block.plain)
        for form in forms {
            let lines = block.lines(form)
            if proof.key(ofMarkdown: lines) == meant {
                if !form.isMarked { rows.append(.init(.inline, block.plain)) }
                return lines
            }
        }
        rows.append(.init(.text, block.plain))
        return block.lines(forms[1])
    }
}

extension Block {
    /// The words that a reader sees.
    var plain: String {
        switch self {
        case .paragraph(let text), .heading(_, let text): text.plain
        case .list(_, let items): items.map { $0.map(\.plain).joined(separator: "\n") }.joined(separator: "\n")
        case .quote(let blocks, _), .box(_, _, let blocks): blocks.map(\.plain).joined(separator: "\n")
        case .code(let code): code
        case .table(let table):
            ([table.head] + table.rows).flatMap { $0 }.map { $0.plain.replacing("\n", with: " / ") }
                .joined(separator: "\n")
        case .rule, .figure, .card: ""
        }
    }

    /// Lines of Markdown in the given form.
    func lines(_ form: InlineMarkdown) -> [String] {
        switch self {
        case .paragraph(let text): return form.written(text).splitLines
        case .heading(let level, let text):
            return [String(repeating: "#", count: level) + " " + form.written(text).splitLines.joined(separator: " ")]
        case .list(let start, let items): return Self.list(start, items, form)
        case .code(let code):
            let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: code) + 1))
            return [fence] + code.splitLines + [fence]
        case .table(let table): return table.lines(form)
        case .rule: return ["* * *"]
        case .card(let address): return [address]
        case .figure(let figure): return [InlineMarkdown.picture(figure)]
        case .quote(let blocks, let cite):
            var inner = Self.lines(blocks, form)
            if !cite.isEmpty { inner += ["", "— " + form.written(InlineText(cite))] }
            return inner.map { $0.isEmpty ? ">" : "> " + $0 }
        case .box(_, _, let blocks): return Self.lines(blocks, form)
        }
    }

    private static func lines(_ blocks: [Block], _ form: InlineMarkdown) -> [String] {
        var result: [String] = []
        for block in blocks {
            if !result.isEmpty { result.append("") }
            result += block.lines(form)
        }
        return result
    }

    private static func list(_ start: Int?, _ items: [[Block]], _ form: InlineMarkdown) -> [String] {
        // A list whose items hold several blocks is a loose one.
        let isLoose = items.contains { item in
            item.dropFirst().contains { if case .list = $0 { false } else { true } }
        }
        var result: [String] = []
        for (place, item) in items.enumerated() {
            let marker = start.map { "\($0 + place). " } ?? "- "
            let indent = String(repeating: " ", count: marker.count)
            var lines: [String] = []
            for block in item {
                if isLoose, !lines.isEmpty { lines.append("") }
                lines += block.lines(form)
            }
            if isLoose, place > 0 { result.append("") }
            result.append(marker + (lines.first ?? ""))
            result += lines.dropFirst().map { $0.isEmpty ? "" : indent + $0 }
        }
        return result
    }
}

extension TextTable {
    fileprivate func lines(_ form: InlineMarkdown) -> [String] {
        var form = form
        form.inTable = true
        let row = { (cells: [InlineText]) -> String in
            "| " + cells.map { form.written($0) }.joined(separator: " | ") + " |"
        }
        let rule = alignments.map { alignment in
            switch alignment {
            case .none: "---"
            case .start: ":--"
            case .centre: ":-:"
            case .end: "--:"
            }
        }
        return [row(head), "|" + rule.joined(separator: "|") + "|"] + rows.map(row)
    }
}
