extension BlockBuilder {
    /// The list; text between its items stands before it.
    func listBlocks(_ element: HTMLElement, _ text: inout HTMLText) -> [Block] {
        var items: [[Block]] = []
        var stray: [Block] = []
        for node in element.children {
            switch node {
            case .element(let item) where item.tag == "li":
                var inner = BlockBuilder()
                inner.add(item.children, &text)
                let found = inner.finish(&text)
                if !found.isEmpty { items.append(found) }
            case .element(let nested) where nested.tag == "ul" || nested.tag == "ol":
                // A list between items belongs to the one before it.
                let inner = listBlocks(nested, &text)
                if items.isEmpty { stray += inner } else { items[items.count - 1] += inner }
            default:
                var inner = BlockBuilder()
                inner.add([node], &text)
                stray += inner.finish(&text)
            }
        }
        guard !items.isEmpty else { return stray }
        // Pictures and nothing else are a gallery, however they were laid out.
        let blocks = items.flatMap { $0 }
        if blocks.allSatisfy(\.isFigure) { return stray + blocks.map(\.ofGallery) }
        let start =
            element.tag == "ol" ? element["start"].flatMap { Int($0) }.map { min(max(0, $0), 99_999_999) } ?? 1 : nil
        return stray + [.list(start: start, items: items)]
    }
}
