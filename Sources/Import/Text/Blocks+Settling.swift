import ArabicText

extension [Block] {
    /// Headings one level down where there is one of the first, which is the page's; without one that repeats the
    /// headline.
    func settlingHeadings(title: String) -> [Block] {
        var blocks = self
        if case .heading(_, let words)? = blocks.first, folded(words.plain) == folded(title) { blocks.removeFirst() }
        let hasFirst = blocks.contains { if case .heading(1, _) = $0 { true } else { false } }
        guard hasFirst else { return blocks }
        return blocks.map { block in
            guard case .heading(let level, let words) = block else { return block }
            return .heading(Swift.min(6, level + 1), words)
        }
    }
}

extension Block {
    /// Whom the text comes from, where the block says only that.
    var credit: (name: String, url: String, canonical: String)? {
        guard case .paragraph(let words) = self, let name = SourceCredit.name(in: words.plain) else { return nil }
        let url = words.links.count == 1 && words.links[0].contains("://") ? words.links[0] : ""
        return (name, url, "")
    }
}
