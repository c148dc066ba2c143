extension BlockBuilder {
    /// A picture, a gallery, a table, a quotation or another site's post, with the words below it.
    mutating func addFigure(_ element: HTMLElement, _ text: inout HTMLText) {
        let caption = element.children.lastElement { $0.tag == "figcaption" }
        let content = element.children.without { $0.tag == "figcaption" }
        if let inner = element.children.first("figure"), inner.children.first("img") != nil {
            // A gallery: its figures, then what is said of all.
            return addGroup(element, &text)
        }
        if element.hasClass("wp-block-pullquote"), let quote = element.children.first("blockquote") {
            let cite = quote.children.first("cite") ?? caption
            var inner = BlockBuilder()
            inner.add(quote.children.without { $0.tag == "cite" }, &text)
            return append(
                .box(kind: "pullquote", title: oneLine(cite?.text ?? "").trimmed(), inner.finish(&text)), &text)
        }
        if let table = element.children.first("table") { return addTable(table, caption: caption, &text) }
        let images = content.all { $0.tag == "img" }
        guard images.count == 1, content.text.trimmed().isEmpty, content.first("iframe") == nil else {
            closeLine(&text)
            add(content, &text)
            closeLine(&text)
            if let caption {
                add(caption.children, &text)
                closeLine(&text)
            }
            return
        }
        var inner = BlockBuilder()
        inner.add(content, &text)
        for block in inner.finish(&text) {
            if case .figure(var figure) = block {
                figure.caption = oneLine(caption?.text ?? "").trimmed()
                append(.figure(figure), &text)
            } else {
                append(block, &text)
            }
        }
    }

    private mutating func addGroup(_ element: HTMLElement, _ text: inout HTMLText) {
        closeLine(&text)
        for node in element.children {
            guard case .element(let child) = node, child.tag != "figcaption" else { continue }
            var inner = BlockBuilder()
            inner.add([node], &text)
            for block in inner.finish(&text) { append(block.ofGallery, &text) }
        }
        for case .element(let child) in element.children where child.tag == "figcaption" {
            add(child.children, &text)
            closeLine(&text)
        }
    }

    /// `[gallery]`: figures in the order of the numbers.
    mutating func addGallery(_ element: HTMLElement, _ text: inout HTMLText) {
        let ids = (element["ids"] ?? "").split { !$0.isNumber }.compactMap { Int($0) }
        let found = ids.isEmpty ? text.references.ownGallery() : text.references.gallery(ids)
        for (id, figure) in found {
            guard var figure, let answer = text.references.picture(figure.destination, id: id) else {
                text.report(.pictureMissing, "\(id)")
                continue
            }
            if let row = answer.row { text.rows.append(row) }
            if let use = answer.use { text.uses.append(use) }
            figure.destination = answer.destination
            figure.isOfGallery = true
            append(.figure(figure), &text)
        }
    }

    /// Another site's film or post as a card; of any other frame a link.
    mutating func addFrame(_ element: HTMLElement, _ text: inout HTMLText) {
        let source =
            ([element["src"], element["data-src"], element["data-lazy-src"]].compactMap { $0 }
            .first { !$0.isEmpty && $0 != "about:blank" } ?? "").trimmed()
        guard !source.isEmpty else { return }
        if let card = EmbeddedPost.card(frame: source) { return append(.card(card), &text) }
        text.report(.iframe, source)
        let whole = source.hasPrefix("//") ? "https:" + source : source
        let title = oneLine(element["title"] ?? "").trimmed()
        closeLine(&text)
        var line = InlineText()
        if let destination = text.destination(whole) {
            line.links.append(destination)
            line.append(.text(title.isEmpty ? PictureAddress.host(whole) : title), link: 0)
        } else {
            line.append(.text(title))
        }
        append(line.paragraphs().map { .paragraph($0) }, &text)
    }
}

extension Block {
    var isFigure: Bool { if case .figure = self { true } else { false } }

    var isOfGallery: Bool {
        if case .figure(let figure) = self { figure.isOfGallery } else { false }
    }

    var ofGallery: Block {
        guard case .figure(var figure) = self else { return self }
        figure.isOfGallery = true
        return .figure(figure)
    }
}

extension [HTMLNode] {
    func lastElement(where matches: (HTMLElement) -> Bool) -> HTMLElement? {
        for case .element(let element) in reversed() {
            if matches(element) { return element }
            if let found = element.children.lastElement(where: matches) { return found }
        }
        return nil
    }
}
