/// A piece of HTML as browsers understand it.
package enum HTMLNode: Sendable {
    case text(String)
    case comment(String)
    case element(HTMLElement)
}

/// An element with its attributes, in the order of the source, and what it holds.
package struct HTMLElement: Sendable {
    /// Name in lower case.
    package let tag: String
    /// Names in lower case; values decoded.
    package let attributes: [(name: String, value: String)]
    package var children: [HTMLNode]

    package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// Words of `class`.
    var classes: [Substring] { (self["class"] ?? "").split(whereSeparator: \.isWhitespace) }

    func hasClass(_ name: String) -> Bool { classes.contains { $0 == name } }

    /// Text of the element and all inside of it, as a reader sees it.
    var text: String { children.text }
}

extension [HTMLNode] {
    /// Text of the nodes and all inside of them; nothing of scripts and styles.
    var text: String {
        var result = ""
        for node in self {
            switch node {
            case .text(let text): result += text
            case .comment: break
            case .element(let element) where Self.silent.contains(element.tag): break
            case .element(let element) where element.tag == "br": result += "\n"
            case .element(let element):
                result += element.text
                if HTMLElement.blocks.contains(element.tag) { result += "\n" }
            }
        }
        return result
    }

    private static let silent: Set<String> = ["script", "style", "template", "noscript"]

    /// The first element, in the order of the text, for which `matches` holds.
    func first(where matches: (HTMLElement) -> Bool) -> HTMLElement? {
        for case .element(let element) in self {
            if matches(element) { return element }
            if let found = element.children.first(where: matches) { return found }
        }
        return nil
    }

    func first(_ tag: String) -> HTMLElement? { first { $0.tag == tag } }

    /// All elements, at any depth, for which `matches` holds; nothing inside of one of them.
    func all(where matches: (HTMLElement) -> Bool) -> [HTMLElement] {
        var found: [HTMLElement] = []
        for case .element(let element) in self {
            if matches(element) { found.append(element) } else { found += element.children.all(where: matches) }
        }
        return found
    }
}

extension HTMLElement {
    /// Elements that stand as blocks.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li",
        "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul", "caption", "optgroup", "option",
    ]
}
