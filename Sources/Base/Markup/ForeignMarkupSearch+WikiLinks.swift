/// Links, pictures and callouts of Obsidian, MediaWiki and GitHub.
extension ForeignMarkupSearch {
    /// `[[page]]`, `[[page|words]]` or `![[picture]]`.
    func wikiLink(_ start: Int) -> ForeignMarkup? {
        let line = text[(start + 2)..<min(block.upperBound, start + 300)]
        guard let end = line.firstIndex(of: UInt8(ascii: "]")), byte(end + 1) == UInt8(ascii: "]"),
            let first = line.first, first > 0x20
        else { return nil }
        let content = line[..<end]
        guard !content.contains(where: { $0 == 0x0A || $0 == UInt8(ascii: "[") }), holdsLetter(content)
        else { return nil }
        let isPicture = start > block.lowerBound && text[start - 1] == UInt8(ascii: "!")
        return .init(kind: isPicture ? .picture : .link, range: (isPicture ? start - 1 : start)..<(end + 2))
    }

    /// `[!NOTE]` at the beginning of a block.
    func callout(_ start: Int) -> ForeignMarkup? {
        guard start == block.lowerBound, byte(start + 1) == UInt8(ascii: "!") else { return nil }
        let name = word(at: start + 2)
        let end = start + 2 + name.utf8.count
        return name.isEmpty || byte(end) != UInt8(ascii: "]") ? nil : .init(kind: .callout, range: start..<(end + 1))
    }
}
