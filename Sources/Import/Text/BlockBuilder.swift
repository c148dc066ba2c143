/// Gathers words into paragraphs until a block begins, and blocks one behind the other.
struct BlockBuilder {
    var blocks: [Block] = []
    private var line = InlineText()

    mutating func finish(_ text: inout HTMLText) -> [Block] {
        closeLine(&text)
        return blocks
    }

    mutating func append(_ block: Block, _ text: inout HTMLText) {
        closeLine(&text)
        blocks.append(block)
    }

    mutating func append(_ more: [Block], _ text: inout HTMLText) {
        closeLine(&text)
        blocks += more
    }

    /// Ends the paragraph that is being gathered.
    mutating func closeLine(_ text: inout HTMLText) {
        guard !line.pieces.isEmpty else { return }
        for paragraph in line.paragraphs() {
            if let figure = paragraph.loneFigure {
                blocks.append(.figure(figure))
            } else if let card = EmbeddedPost.card(bare: paragraph.plain.trimmed()) {
                blocks.append(.card(card))
            } else {
                blocks.append(.paragraph(paragraph))
            }
        }
        // A link may go on behind a block that stands in it.
        let links = line.links
        line = InlineText()
        line.links = links
    }

    mutating func add(_ nodes: [HTMLNode], _ text: inout HTMLText, styles: Styles = [], link: Int? = nil) {
        for node in nodes {
            switch node {
            case .text(let words): line.append(.text(words), styles, link: link)
            case .comment: break
            case .element(let element): add(element, &text, styles, link)
            }
        }
    }

    /// Not inlined, which would put all kinds of elements into whatever holds elements, and take half as long again to
    /// compile the room.
    @inline(never)
    private mutating func add(_ element: HTMLElement, _ text: inout HTMLText, _ styles: Styles, _ link: Int?) {
        if addInline(element, &text, styles, link) || addBlock(element, &text) { return }
        // Whatever only sets things apart or off gives its content.
        let isBlock = HTMLElement.blocks.contains(element.tag)
        if isBlock { closeLine(&text) }
        add(element.children, &text, styles: styles, link: link)
        if isBlock { closeLine(&text) }
    }

    // MARK: - In the line

    private mutating func addInline(
        _ element: HTMLElement, _ text: inout HTMLText, _ styles: Styles, _ link: Int?
    ) -> Bool {
        switch element.tag {
        case "br": line.append(.lineBreak)
        case "strong", "b": add(element.children, &text, styles: styles.union(.strong), link: link)
        case "em", "i", "cite", "dfn", "var":
            add(element.children, &text, styles: styles.union(.emphasis), link: link)
        case "s", "del", "strike": add(element.children, &text, styles: styles.union(.deleted), link: link)
        case "code", "kbd", "samp", "tt":
            let code = element.text
            if !code.trimmed().isEmpty { line.append(.code(code.trimmed()), styles, link: link) }
        case "sup", "sub": addShifted(element, &text, styles, link)
        case "a": addLink(element, &text, styles, link)
        case "img":
            if let figure = text.figure(element) { line.append(.picture(figure), link: link) }
        case HTMLMarks.note: line.append(.note(text.number(ofNote: element.children)))
        case "script", "style", "template", "noscript", "form", "object", "svg", "input", "button", "select",
            "textarea",
            "link", "meta", "head", "title", "math", "canvas", "map", "param", "source", "track":
            return addDropped(element, &text)
        default: return false
        }
        return true
    }

    /// What readers never see as text; of a plug-in's player or button something may stay.
    private mutating func addDropped(_ element: HTMLElement, _ text: inout HTMLText) -> Bool {
        if element.tag == "script", let post = element["data-telegram-post"] {
            append(.card("https://t.me/\(post)"), &text)
        } else if element.tag == "object", let card = EmbeddedPost.card(frame: element["data"] ?? "") {
            append(.card(card), &text)
        } else if element.tag == "noscript" {
            // A picture that is loaded late stands here a second time, or alone.
            let inner = HTMLTree.fragment(Array(element.children.text.utf8)).nodes
            if inner.first("iframe") != nil { add(inner, &text) }
        } else if element.tag == "button" {
            add(element.children, &text)
        }
        return true
    }

    private mutating func addShifted(_ element: HTMLElement, _ text: inout HTMLText, _ styles: Styles, _ link: Int?) {
        if let id = element["data-fn"], let number = text.number(ofNote: id) {
            return line.append(.note(number))
        }
        let words = element.text
        if words.trimmed().isEmpty { return }
        if let shifted = ShiftedText.of(words, raised: element.tag == "sup") {
            return line.append(.text(shifted), styles, link: link)
        }
        text.report(.inline, words)
        add(element.children, &text, styles: styles, link: link)
    }

    private mutating func addLink(_ element: HTMLElement, _ text: inout HTMLText, _ styles: Styles, _ link: Int?) {
        guard let href = element["href"]?.trimmed(), !href.isEmpty, link == nil else {
            return add(element.children, &text, styles: styles, link: link)
        }
        // A picture that leads to itself in full size.
        if let image = element.children.first("img"), element.text.trimmed().isEmpty,
            PictureAddress.isPicture(href) || PictureAddress.same(href, image["src"] ?? "")
        {
            return add(element.children, &text, styles: styles, link: link)
        }
        guard let destination = text.destination(href) else {
            return add(element.children, &text, styles: styles, link: link)
        }
        line.links.append(destination)
        add(element.children, &text, styles: styles, link: line.links.count - 1)
    }

    // MARK: - Blocks

    private mutating func addBlock(_ element: HTMLElement, _ text: inout HTMLText) -> Bool {
        switch element.tag {
        case "h1", "h2", "h3", "h4", "h5", "h6": addHeading(element, &text)
        case "ul", "ol", "menu": append(listBlocks(element, &text), &text)
        case "dl": addDefinitions(element, &text)
        case "blockquote": addQuote(element, &text)
        case "details": addDetails(element, &text)
        case "pre": addPreformatted(element, &text)
        case "hr": append(.rule, &text)
        case "table": addTable(element, caption: nil, &text)
        case "figure": addFigure(element, &text)
        case "iframe", "embed": addFrame(element, &text)
        case "audio", "video": addPlayer(element, &text)
        case HTMLMarks.gallery: addGallery(element, &text)
        case HTMLMarks.embed:
            let address = element.text.trimmed()
            if let card = EmbeddedPost.card(bare: address) {
                append(.card(card), &text)
            } else {
                addBareLink(address, &text)
            }
        default: return false
        }
        return true
    }

    private mutating func addHeading(_ element: HTMLElement, _ text: inout HTMLText) {
        closeLine(&text)
        var inner = BlockBuilder()
        inner.add(element.children, &text)
        let found = inner.finish(&text)
        for block in found {
            guard case .paragraph(var words) = block, let level = element.tag.last?.wholeNumberValue else {
                blocks.append(block)
                continue
            }
            words.drop(.strong)
            blocks.append(.heading(level, words))
        }
    }

    private mutating func addDefinitions(_ element: HTMLElement, _ text: inout HTMLText) {
        closeLine(&text)
        for case .element(let child) in element.children {
            if child.tag == "dt" {
                line.append(.lineBreak)
                line.append(.lineBreak)
                add(child.children, &text, styles: .strong)
            } else {
                line.append(.lineBreak)
                add(child.children, &text)
            }
        }
        closeLine(&text)
    }

    private mutating func addQuote(_ element: HTMLElement, _ text: inout HTMLText) {
        if let card = EmbeddedPost.card(quote: element) { return append(.card(card), &text) }
        let cite = element.children.first { $0.tag == "cite" || $0.tag == "footer" }
        var inner = BlockBuilder()
        inner.add(element.children.without { $0.tag == "cite" || $0.tag == "footer" }, &text)
        let words = oneLine(cite?.text ?? "").trimmed().trimmingDash
        let isPulled = element.hasClass("wp-block-pullquote")
        let found = inner.finish(&text)
        guard !found.isEmpty || !words.isEmpty else { return }
        append(isPulled ? .box(kind: "pullquote", title: words, found) : .quote(found, cite: words), &text)
    }

    private mutating func addDetails(_ element: HTMLElement, _ text: inout HTMLText) {
        let title = element.children.first("summary")
        var inner = BlockBuilder()
        inner.add(element.children.without { $0.tag == "summary" }, &text)
        append(.box(kind: "details", title: oneLine(title?.text ?? "").trimmed(), inner.finish(&text)), &text)
    }

    private mutating func addPreformatted(_ element: HTMLElement, _ text: inout HTMLText) {
        guard element.hasClass("wp-block-verse") else {
            var code = element.text
            while code.hasSuffix("\n") { code.removeLast() }
            if code.hasPrefix("\n") { code.removeFirst() }
            if !code.trimmed().isEmpty { append(.code(code), &text) }
            return
        }
        closeLine(&text)
        for (place, words) in element.text.trimmed().splitLines.enumerated() {
            if place > 0 { line.append(.lineBreak) }
            line.append(.text(words))
        }
        closeLine(&text)
    }

    private mutating func addBareLink(_ address: String, _ text: inout HTMLText) {
        guard !address.isEmpty else { return }
        closeLine(&text)
        if let destination = text.destination(address) {
            line.links.append(destination)
            line.append(.text(address), link: line.links.count - 1)
        } else {
            line.append(.text(address))
        }
        closeLine(&text)
    }

    mutating func addPlayer(_ element: HTMLElement, _ text: inout HTMLText) {
        let inner = element.children.first("source")?["src"]
        guard let source = (element["src"] ?? inner)?.trimmed(), !source.isEmpty else { return }
        text.report(.mediaPlayer, source)
        if let card = EmbeddedPost.card(bare: source) { return append(.card(card), &text) }
        let title = element["title"].map { oneLine($0).trimmed() } ?? ""
        addFileLink(source, title: title, &text)
    }

    mutating func addFileLink(_ source: String, title: String, _ text: inout HTMLText) {
        closeLine(&text)
        let answer = text.references.file(source)
        guard let destination = text.take(answer) else {
            if !title.isEmpty { line.append(.text(title)) }
            return closeLine(&text)
        }
        line.links.append(destination)
        line.append(
            .text(title.isEmpty ? PictureAddress.name(source) : title), link: line.links.count - 1)
        closeLine(&text)
    }
}

/// Names of elements that stand for shortcodes.
enum HTMLMarks {
    static let gallery = "sitegen-gallery"
    static let note = "sitegen-note"
    static let embed = "sitegen-embed"
}

extension [HTMLNode] {
    /// The nodes without those elements, at any depth.
    func without(_ matches: (HTMLElement) -> Bool) -> [HTMLNode] {
        compactMap { node in
            guard case .element(var element) = node else { return node }
            guard !matches(element) else { return nil }
            element.children = element.children.without(matches)
            return .element(element)
        }
    }
}

extension String {
    /// Words behind a dash that begins them.
    var trimmingDash: String {
        guard let first = unicodeScalars.first, "—–-―".unicodeScalars.contains(first) else { return self }
        return String(unicodeScalars.dropFirst()).trimmed()
    }
}

extension InlineText {
    mutating func drop(_ styles: Styles) {
        var other = InlineText()
        other.links = links
        for piece in pieces { other.append(piece.content, piece.styles.subtracting(styles), link: piece.link) }
        self = other
    }
}
