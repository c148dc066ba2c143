import ArabicText
import Base

/// The words of one paragraph, list or quotation of Markdown: its links, its pictures, its HTML.
struct MarkdownInline {
    /// What is known of the whole text, and told of it.
    private(set) var body: MarkdownBody
    /// Whether marks were written for elements of HTML.
    private(set) var hasMarks = false

    private let bytes: [UInt8]
    /// Whether elements become marks; else their words stand alone.
    private let isMarked: Bool
    private var place = 0
    private var out: [UInt8] = []
    /// Brackets that are open: where they stand in `out`, and whether a picture's.
    private var brackets: [(start: Int, isPicture: Bool)] = []
    /// Links of HTML that are open; nil for one that leads nowhere.
    private var anchors: [String?] = []
    private let isTable: Bool

    init(_ body: MarkdownBody, _ words: String, isMarked: Bool) {
        (self.body, self.isMarked) = (body, isMarked)
        bytes = Array(words.utf8)
        isTable = words.contains("|") && words.contains("--")
        out.reserveCapacity(bytes.count)
    }

    mutating func written() -> String {
        while place < bytes.count { step() }
        while let anchor = anchors.popLast() { close(anchor) }
        return String(decoding: out.filter { $0 != Self.gone }, as: UTF8.self)
    }

    /// Stands where a bracket was, until the end: taking bytes out one by one would take the square.
    private static let gone: UInt8 = 0

    private func byte(_ ahead: Int = 0) -> UInt8 { place + ahead < bytes.count ? bytes[place + ahead] : 0 }

    private mutating func copy(_ count: Int = 1) {
        let end = min(bytes.count, place + count)
        out += bytes[place..<end]
        place = end
    }

    private mutating func step() {
        switch byte() {
        case UInt8(ascii: "\\"): copy(2)
        case UInt8(ascii: "`"): copyCode()
        case UInt8(ascii: "!") where byte(1) == UInt8(ascii: "["):
            brackets.append((out.count, true))
            copy(2)
        case UInt8(ascii: "["):
            brackets.append((out.count, false))
            copy()
        case UInt8(ascii: "]"): closeBracket()
        case UInt8(ascii: "<"): readAngle()
        case UInt8(ascii: "{") where body.isKramdown && byte(1) == UInt8(ascii: ":") && isAttributed: skipAttributes()
        default: copy()
        }
    }

    private mutating func copyCode() {
        let length = bytes[place...].prefix { $0 == UInt8(ascii: "`") }.count
        var end = place + length
        while end < bytes.count {
            guard let start = bytes[end...].firstIndex(of: UInt8(ascii: "`")) else { break }
            let run = bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count
            end = start + run
            if run == length { return copy(end - place) }
        }
        copy(length)
    }

    /// Whether a list of attributes may stand here: behind a link, a picture, marks or code.
    private var isAttributed: Bool { out.last.map { ")*_`]>~".utf8.contains($0) } ?? false }

    private mutating func skipAttributes() {
        guard let end = bytes[place...].prefix(300).firstIndex(of: UInt8(ascii: "}")) else { return copy() }
        place = end + 1
        body.elements.append("{…}")
    }

    // MARK: - Links and pictures

    private mutating func closeBracket() {
        guard let open = brackets.popLast() else { return copy() }
        if byte(1) == UInt8(ascii: "("), let target = LinkTarget(bytes, from: place + 2, allowsBlanks: body.isKramdown)
        {
            place = target.end
            return close(open, target.address, target.title)
        }
        guard !body.definitions.isEmpty, out.count - open.start < 1000 else { return copy() }
        let label: String
        var end = place + 1
        let words = String(decoding: out[min(out.count, open.start + (open.isPicture ? 2 : 1))...], as: UTF8.self)
        if byte(1) == UInt8(ascii: "["), let close = bytes[end...].prefix(1000).firstIndex(of: UInt8(ascii: "]")) {
            let inner = String(decoding: bytes[(end + 1)..<close], as: UTF8.self)
            label = inner.isEmpty ? words : inner
            end = close + 1
        } else {
            label = words
        }
        guard let found = body.definitions.address(label) else { return copy() }
        let isPicture = PictureAddress.isPicture(found.address)
        if !open.isPicture, !found.isGone {
            return copy(end - place)
        } else if open.isPicture || isPicture {
            place = end
            return close(open, found.address, found.title)
        }
        // The link is gone; its words stay.
        place = end
        out[open.start] = Self.gone
    }

    private mutating func close(_ open: (start: Int, isPicture: Bool), _ address: String, _ title: String) {
        if open.isPicture { return closePicture(open.start, address, title) }
        let words = out[(open.start + 1)...]
        // A picture that leads to itself in full size.
        let isOwnPicture = words.starts(with: "![".utf8) && PictureAddress.isPicture(address)
        guard !isOwnPicture, let destination = body.text.destination(address) else {
            out[open.start] = Self.gone
            return
        }
        out += "](\(InlineMarkdown.destination(destination))\(Self.written(title)))".utf8
    }

    private mutating func closePicture(_ start: Int, _ address: String, _ title: String) {
        let alt = Array(out[(start + 2)...])
        out.removeSubrange(start...)
        guard let answer = body.text.references.picture(address, id: nil) else {
            // Words that stood for the picture stand alone.
            body.text.report(.pictureMissing, address)
            out += alt
            return
        }
        if let row = answer.row { body.text.rows.append(row) }
        if let use = answer.use { body.text.uses.append(use) }
        // A last bar parts the caption from whom the picture is by, which a tag may have said.
        let isCredited = title.contains(TemplateBlocks.creditMark)
        let caption =
            isCredited
            ? title.replacing(TemplateBlocks.creditMark, with: "|") : title.contains("|") ? title + " |" : title
        out += "![".utf8 + alt + "](\(InlineMarkdown.destination(answer.destination))\(Self.written(caption)))".utf8
    }

    /// A title as it stands behind an address.
    private static func written(_ title: String) -> String {
        title.isEmpty ? "" : " \"" + title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    // MARK: - HTML

    private mutating func readAngle() {
        if bytes[place...].starts(with: "<!--".utf8) {
            let end = bytes[place...].firstRange(of: Array("-->".utf8))?.upperBound ?? place + 1
            return copy(end - place)
        }
        if let end = autolinkEnd {
            let address = String(decoding: bytes[(place + 1)..<(end - 1)], as: UTF8.self)
            guard address.contains("://") else { return copy(end - place) }
            place = end
            guard let destination = body.text.destination(address) else { return out += address.utf8 }
            out +=
                (destination == address ? "<\(address)>" : "[\(address)](\(InlineMarkdown.destination(destination)))")
                .utf8
            return
        }
        guard let tag = InlineTag(bytes, from: place) else { return copy() }
        body.elements.append(tag.name)
        place = tag.end
        write(tag)
    }

    /// Behind `<https://…>` or `<name@host>`.
    private var autolinkEnd: Int? {
        guard let end = bytes[place...].prefix(2000).firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let words = bytes[(place + 1)..<end]
        guard !words.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "\"") }),
            words.contains(UInt8(ascii: "@")) || words.firstRange(of: Array("://".utf8)) != nil
                || words.starts(with: "mailto:".utf8)
        else { return nil }
        return end + 1
    }

    private mutating func write(_ tag: InlineTag) {
        switch tag.name {
        case "b", "strong": mark("**")
        case "i", "em", "cite", "dfn", "var": mark("*")
        case "s", "del", "strike": mark("~~")
        case "code", "kbd", "samp", "tt": writeCode(tag)
        case "br": writeBreak()
        case "a":
            if tag.isEnd {
                if let anchor = anchors.popLast() { close(anchor) }
            } else {
                let destination = tag["href"].flatMap { body.text.destination($0.trimmed()) }
                anchors.append(destination)
                if destination != nil { out.append(UInt8(ascii: "[")) }
            }
        case "sup", "sub": writeShifted(tag)
        case "img":
            let (nodes, _) = HTMLTree.fragment(Array(bytes[tag.start..<tag.end]))
            if let image = nodes.first("img"), let figure = body.text.figure(image) {
                var shown = figure
                shown.caption = oneLine(image["title"] ?? "").trimmed()
                out += InlineMarkdown.picture(shown).utf8
            }
        case "script", "style", "iframe", "video", "audio", "object", "svg", "button", "form", "select", "textarea":
            writeElement(tag)
        default: break
        }
    }

    private mutating func close(_ destination: String?) {
        if let destination { out += "](\(InlineMarkdown.destination(destination)))".utf8 }
    }

    private mutating func mark(_ sign: String) {
        hasMarks = true
        if isMarked { out += sign.utf8 }
    }

    /// Everything up to the end of the element that a tag begins; nil where it has none.
    private mutating func inner(of tag: InlineTag) -> ArraySlice<UInt8>? {
        guard !tag.isEnd else { return nil }
        let limit = bytes[place...].prefix(Self.longestElement)
        var next = limit.firstIndex(of: UInt8(ascii: "<"))
        while let start = next {
            if let end = InlineTag(bytes, from: start), end.isEnd, end.name == tag.name {
                defer { place = end.end }
                return bytes[place..<start]
            }
            next = limit[(start + 1)...].firstIndex(of: UInt8(ascii: "<"))
        }
        return nil
    }

    private static let longestElement = 20_000

    private mutating func writeCode(_ tag: InlineTag) {
        guard let inner = inner(of: tag) else { return }
        let code = HTMLTree.fragment(Array(inner)).nodes.text.trimmed()
        if !code.isEmpty { out += InlineMarkdown.code(code).utf8 }
    }

    private mutating func writeShifted(_ tag: InlineTag) {
        guard let inner = inner(of: tag) else { return }
        let words = HTMLTree.fragment(Array(inner)).nodes.text
        if let shifted = ShiftedText.of(words.trimmed(), raised: tag.name == "sup") { return out += shifted.utf8 }
        body.text.report(.inline, words)
        out += words.utf8
    }

    private mutating func writeBreak() {
        while out.last == UInt8(ascii: " ") { out.removeLast() }
        let line = out[((out.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)...]
        if isTable || line.first == UInt8(ascii: "#") { return out += " / ".utf8 }
        while byte() == UInt8(ascii: " ") { place += 1 }
        let rest = bytes[place...].drop { $0 <= 0x20 }
        // A break where a paragraph ends or begins breaks nothing.
        guard !rest.isEmpty, !line.allSatisfy({ $0 <= 0x20 }) else { return }
        if byte() == UInt8(ascii: "\n") { place += 1 }
        out += "\\\n".utf8
    }

    /// An element whose text is no word of the paragraph.
    private mutating func writeElement(_ tag: InlineTag) {
        guard inner(of: tag) != nil else { return }
        let (nodes, _) = HTMLTree.fragment(Array(bytes[tag.start..<place]))
        let blocks = body.text.blocks(nodes)
        guard !blocks.isEmpty else { return }
        var writer = MarkdownWriter()
        out += "\n\n\(writer.written(blocks))\n\n".utf8
        body.text.rows += writer.rows
    }
}
