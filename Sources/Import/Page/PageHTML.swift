import ArabicText
import Base

/// The parts of an article's page by its HTML: what it tells machines first, what it shows people then.
struct PageHTML {
    var title = ""
    var date = ""
    var updated = ""
    var authors: [String] = []
    var section = ""
    var tags: [String] = []
    var image = ""
    /// Where the page was, by its own words.
    var canonical = ""
    /// The article's text.
    var body: [HTMLNode] = []
    /// Lines between the headline and the text.
    var head: [String] = []
    /// What was dropped before it was read.
    let rows: [ReportRow.Finding]

    init(_ source: [UInt8], outlet: String) {
        let (nodes, rows) = HTMLTree.document(source)
        self.rows = rows
        readData(nodes)
        readMeta(nodes)
        let heading = nodes.first { $0.tag == "h1" }
        let headline = PageText.headline(
            oneLine(heading?.text ?? nodes.first("title")?.text ?? "").trimmed(), outlet: outlet)
        if title.isEmpty { title = headline }
        title = PageText.headline(title, outlet: outlet)
        if date.isEmpty {
            date = nodes.first { $0.tag == "time" && $0["datetime"] != nil }?["datetime"] ?? ""
        }
        let text = Self.articleText(nodes)
        head = Self.lines(before: text, in: nodes, heading: heading)
        body = (text?.children ?? []).without(Self.isBesides)
    }

    // MARK: - What machines are told

    /// JSON-LD (schema.org, `Article` and its kinds).
    private mutating func readData(_ nodes: [HTMLNode]) {
        for script in nodes.all(where: { $0.tag == "script" && $0["type"]?.lowercased() == "application/ld+json" }) {
            guard let data = JSONText(script.scriptText) else { continue }
            let things = data.items.flatMap { [$0] + ($0["@graph"]?.items ?? []) }
            guard
                let article = things.first(where: { thing in
                    (thing["@type"]?.items ?? []).contains { $0.string?.hasSuffix("Article") ?? false }
                })
            else { continue }
            title = clean(article["headline"]?.string ?? article["name"]?.string)
            date = article["datePublished"]?.string ?? ""
            updated = article["dateModified"]?.string ?? ""
            authors = Self.names(article["author"], among: things)
            section = clean(article["articleSection"]?.items.first?.string)
            tags = (article["keywords"]?.items ?? []).flatMap { Self.words($0.string ?? "") }
            image = article["image"]?.items.first.flatMap { $0["url"]?.string ?? $0.string } ?? ""
            return
        }
    }

    private static func names(_ author: JSONText?, among things: [JSONText]) -> [String] {
        (author?.items ?? []).compactMap { person in
            let named = person["name"]?.string ?? person.string
            let referred = things.first { $0["@id"]?.string == person["@id"]?.string && $0["name"] != nil }?["name"]?
                .string
            let name = (named ?? referred ?? "").trimmed()
            return name.isEmpty ? nil : CharacterReferences.resolved(name)
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split { ",،".contains($0) }.map { CharacterReferences.resolved(String($0)).trimmed() }.filter {
            !$0.isEmpty
        }
    }

    private func clean(_ text: String?) -> String { CharacterReferences.resolved(oneLine(text ?? "")).trimmed() }

    /// `meta` of Open Graph and of HTML.
    private mutating func readMeta(_ nodes: [HTMLNode]) {
        let metas = nodes.all { $0.tag == "meta" }
        let value = { (name: String) -> String in
            metas.first { $0["property"] == name || $0["name"] == name }?["content"]?.trimmed() ?? ""
        }
        if title.isEmpty { title = clean(value("og:title")) }
        if date.isEmpty { date = value("article:published_time") }
        if updated.isEmpty { updated = value("article:modified_time") }
        if section.isEmpty { section = clean(value("article:section")) }
        if image.isEmpty { image = value("og:image") }
        if tags.isEmpty {
            tags = metas.filter { $0["property"] == "article:tag" }.compactMap { $0["content"] }.flatMap(Self.words)
        }
        if authors.isEmpty {
            let name = clean(value("author"))
            if !name.isEmpty { authors = [name] }
        }
        canonical = nodes.first { $0.tag == "link" && $0["rel"] == "canonical" }?["href"] ?? value("og:url")
    }

    // MARK: - What people are shown

    private static let bodyClasses = [
        "entry-content", "post-content", "td-post-content", "single-content", "article-content", "post-body",
        "article-body",
    ]

    private static func articleText(_ nodes: [HTMLNode]) -> HTMLElement? {
        if let body = nodes.first(where: { $0["itemprop"] == "articleBody" }) { return body }
        if let body = nodes.first(where: { element in bodyClasses.contains { element.hasClass($0) } }) { return body }
        if let article = nodes.first("article") { return article }
        // The element with most text in paragraphs of its own.
        var best: (element: HTMLElement, length: Int)?
        for element in nodes.withAllElements where element.tag != "p" && !isBesides(element) {
            let length = element.children.reduce(0) { sum, node in
                guard case .element(let child) = node, child.tag == "p" else { return sum }
                return sum + child.text.utf8.count
            }
            if length > best?.length ?? 0 { best = (element, length) }
        }
        return best?.element ?? nodes.first("body")
    }

    /// What stands beside an article's text on its page.
    private static func isBesides(_ element: HTMLElement) -> Bool {
        ["aside", "nav", "form", "footer", "header", "script", "style"].contains(element.tag)
            || element["id"] == "respond" || element["id"] == "comments"
            || element.classes.contains { besides.contains(String($0)) }
            || element.tag == "h1"
    }

    private static let besides: Set<String> = [
        "sharedaddy", "jp-relatedposts", "related", "related-posts", "share", "social-share", "comments-area",
        "adsbygoogle",
        "wp-block-buttons", "post-navigation", "addtoany_share_save_container", "entry-meta", "post-meta", "breadcrumb",
        "breadcrumbs", "author-box", "tags-links", "entry-footer",
    ]

    /// Lines of what stands between the headline and the text.
    private static func lines(before text: HTMLElement?, in nodes: [HTMLNode], heading: HTMLElement?) -> [String] {
        guard let heading, let text else { return [] }
        let whole = nodes.text
        guard let start = whole.firstRange(of: heading.text)?.upperBound else { return [] }
        let mark = text.text.trimmed().prefix(60)
        let rest = whole[start...]
        guard !mark.isEmpty, let end = rest.firstRange(of: mark)?.lowerBound else { return [] }
        return rest[..<end].split(whereSeparator: \.isNewline).map { String($0).trimmed() }.filter { !$0.isEmpty }
            .prefix(10)
            .map { $0 }
    }
}

extension HTMLElement {
    /// What stands in a script.
    var scriptText: String {
        children.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }
}

extension [HTMLNode] {
    /// All elements at any depth.
    fileprivate var withAllElements: [HTMLElement] {
        flatMap { node -> [HTMLElement] in
            guard case .element(let element) = node else { return [] }
            return [element] + element.children.withAllElements
        }
    }
}
