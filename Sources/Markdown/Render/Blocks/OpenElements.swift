import Base

/// The elements of the author's own HTML that are open, over all of a body: one may hold Markdown.
struct OpenElements {
    struct Element {
        let name: String
        /// The offset in the body.
        let place: Int
    }

    private(set) var open: [Element] = []
    /// How far tags have been searched for.
    var searched = SearchedBlock()

    enum Problem {
        case notClosed(Element)
        case notOpen(Element)
    }

    /// What the tag shows to be wrong.
    mutating func follow(_ name: String, isClosing: Bool, closesItself: Bool, at place: Int) -> [Problem] {
        guard isClosing else {
            let isDone = Self.empty.contains(name) || closesItself && (name == "svg" || name == "math" || isInPicture)
            if !isDone { open.append(Element(name: name, place: place)) }
            return []
        }
        guard let start = open.suffix(Self.deepest).lastIndex(where: { $0.name == name }) else {
            // Browsers make something of these.
            return name == "p" || name == "br" ? [] : [.notOpen(Element(name: name, place: place))]
        }
        defer { open.removeSubrange(start...) }
        return Self.unclosed(open[(start + 1)...])
    }

    var problems: [Problem] { Self.unclosed(open[...]) }

    private static func unclosed(_ elements: ArraySlice<Element>) -> [Problem] {
        elements.filter { !endsByItself.contains($0.name) }.map { .notClosed($0) }
    }

    private var isInPicture: Bool { open.suffix(Self.deepest).contains { $0.name == "svg" || $0.name == "math" } }

    /// Browsers stop at 512.
    private static let deepest = 512
    /// HTML Living Standard, 13.1.2.
    private static let empty: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
    /// HTML Living Standard, 13.1.2.4.
    private static let endsByItself: Set<String> = [
        "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt", "tbody",
        "td", "tfoot",
        "th", "thead", "tr",
    ]
}

extension Rendering {
    /// - Parameter tag: nil where it has no end.
    mutating func follow(_ tag: HTMLTag?, _ text: ArraySlice<UInt8>, _ block: Node) {
        // Attributes are searched for behind their tags.
        swap(&searched, &htmlElements.searched)
        let place = text.prefix(80).withUnsafeBufferPointer { self.place(of: $0, in: block) }
        swap(&searched, &htmlElements.searched)
        guard let tag else { return report(.tagNotWhole(at: place)) }
        let closesItself = text.dropLast().last == UInt8(ascii: "/")
        for problem in htmlElements.follow(tag.name, isClosing: tag.isClosing, closesItself: closesItself, at: place) {
            report(problem)
        }
    }

    mutating func reportOpenElements() {
        for problem in htmlElements.problems { report(problem) }
    }

    private mutating func report(_ problem: OpenElements.Problem) {
        switch problem {
        case .notClosed(let element): report(.elementNotClosed(element.name, at: element.place))
        case .notOpen(let element): report(.elementNotOpen(element.name, at: element.place))
        }
    }
}
