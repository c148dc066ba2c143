import Markdown

/// A text of the old system on its way from HTML to Markdown.
struct HTMLText {
    let references: any References
    /// What was dropped, guessed or moved.
    var rows: [ReportRow.Finding] = []
    /// Files that the text needs, in order.
    var uses: [FileUse] = []
    /// Footnotes by their numbers from 1, as HTML.
    var notes: [[HTMLNode]] = []
    /// Contents of footnotes that stand elsewhere, by their ids.
    var notesByID: [String: [HTMLNode]] = [:]
    /// Numbers of those that were referred to.
    var noteNumbers: [String: Int] = [:]

    init(_ references: any References) { self.references = references }

    /// Blocks of the nodes.
    mutating func blocks(_ nodes: [HTMLNode]) -> [Block] {
        var builder = BlockBuilder()
        builder.add(nodes, &self)
        return builder.finish(&self)
    }

    /// Blocks as Markdown, footnotes behind.
    mutating func markdown(_ blocks: [Block]) -> String {
        var writer = MarkdownWriter()
        var text = writer.written(blocks)
        var number = 0
        // A footnote may hold others.
        while number < notes.count {
            let inner = self.blocks(notes[number])
            number += 1
            let lines = writer.written(inner).splitLines
            let note = lines.enumerated().map { place, line in place == 0 || line.isEmpty ? line : "    " + line }
            text += (text.isEmpty ? "" : "\n\n") + "[^\(number)]: " + note.joined(separator: "\n")
        }
        rows += writer.rows
        return text
    }

    mutating func number(ofNote nodes: [HTMLNode]) -> Int {
        notes.append(nodes)
        return notes.count
    }

    /// Number of the footnote with this id, counted from the first reference on.
    mutating func number(ofNote id: String) -> Int? {
        if let number = noteNumbers[id] { return number }
        guard let nodes = notesByID[id] else { return nil }
        let number = number(ofNote: nodes)
        noteNumbers[id] = number
        return number
    }

    mutating func report(_ kind: ReportRow.Kind, _ text: String) { rows.append(.init(kind, text)) }

    /// Where a link leads; nil where its words stay alone.
    mutating func destination(_ href: String) -> String? { take(references.link(href)) }

    mutating func take(_ answer: LinkAnswer) -> String? {
        if let row = answer.row { rows.append(row) }
        if let use = answer.use { uses.append(use) }
        return answer.destination
    }

    /// The figure of an `img`; nil where it names nothing.
    mutating func figure(_ image: HTMLElement) -> Figure? {
        let source = [image["data-src"], image["data-lazy-src"], image["data-orig-file"], image["src"]]
            .compactMap { $0 }.first { !$0.isEmpty && !$0.hasPrefix("data:") }
        let id = image.classes.compactMap { $0.hasPrefix("wp-image-") ? Int($0.dropFirst(9)) : nil }.first
        guard let source, let answer = references.picture(source.trimmed(), id: id) else { return nil }
        if let row = answer.row { rows.append(row) }
        if let use = answer.use { uses.append(use) }
        let alt = oneLine((image["alt"] ?? "").trimmed())
        return Figure(destination: answer.destination, alt: alt.isEmpty ? answer.alt : alt)
    }
}
