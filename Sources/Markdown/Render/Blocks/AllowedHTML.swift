import ArabicText
import Base

/// HTML of the author's own in outlets that allow it: pictures and links are those of the site, all else stays.
extension Rendering {
    /// - Parameter isBlock: whether the words in it are yet to be added to the document's.
    mutating func writeRaw(_ literal: Bytes, _ block: Node, isBlock: Bool = false) {
        if isPlain { return html.write(literal) }
        let text = restored(literal)
        var copied = 0
        var place = 0
        while let open = text[place...].firstIndex(of: UInt8(ascii: "<")) {
            if isBlock { addWords(text[place..<open]) }
            if HTMLComment.starts(at: open, in: text) {
                html.write(text[copied..<open])
                let end = HTMLComment.end(from: open, in: text)
                if end == nil { reportOpenComment(in: block) }
                (copied, place) = (end ?? open, end ?? text.count)
            } else if HTMLTag.starts(at: open, in: text) {
                guard let tag = HTMLTag(at: open, in: text) else {
                    follow(nil, text[open...], block)
                    place = text.count
                    break
                }
                follow(tag, text[open..<tag.end], block)
                if !tag.isClosing, tag.isActive(in: text) { note(tag, from: open, in: text, block) }
                if !tag.isClosing { write(tag, of: text, from: &copied, block) }
                if isBlock, tag.name == "a" { isInRawLink = !tag.isClosing && isRawLinkClosed(behind: block) }
                if isBlock, !elementsInLines.contains(tag.name) { endWords() }
                place =
                    elementsWithoutTags.contains(tag.name) && !tag.isClosing
                    ? HTMLTag.placeOfEnd(of: tag.name, in: text, from: tag.end) : tag.end
            } else {
                place = open + 1
            }
        }
        if isBlock { addWords(text[place...]) }
        html.write(text[copied...])
    }

    private mutating func note(_ tag: HTMLTag, from open: Int, in text: [UInt8], _ block: Node) {
        let end =
            elementsWithoutTags.contains(tag.name)
            ? HTMLTag.placeOfEnd(of: tag.name, in: text, from: tag.end) : tag.end
        swap(&searched, &activeSearched)
        let place = text[open..<tag.end].prefix(80).withUnsafeBufferPointer { self.place(of: $0, in: block) }
        swap(&searched, &activeSearched)
        let written = String(decoding: text[open..<end], as: UTF8.self)
        document.activeTags.append(ActiveTag(text: written, offset: place))
    }

    /// White space as browsers show it: one blank for any of it.
    private mutating func addWords(_ text: ArraySlice<UInt8>) {
        var words = CharacterReferences.resolved(text)
        if text.contains(UInt8(ascii: "&")) {
            // References may bring in what the body itself was cleaned of.
            words = Hygiene.clean(words).text
            words.unicodeScalars.removeAll { $0.properties.isNoncharacterCodePoint }
        }
        for byte in words.utf8 {
            if byte > 0x20 {
                document.text.append(byte)
            } else if let last = document.text.last, last > 0x20 {
                document.text.append(0x20)
            }
        }
    }

    /// A line a block, as the words of Markdown are added.
    mutating func endWords() {
        while document.text.last == 0x20 { document.text.removeLast() }
        if let last = document.text.last, last != 0x0A { document.text.append(0x0A) }
    }

    /// Writes the text from `copied` on as far as the tag has something to be replaced.
    private mutating func write(_ tag: HTMLTag, of text: [UInt8], from copied: inout Int, _ block: Node) {
        for attribute in tag.attributes {
            guard !attribute.value.isEmpty, let role = AddressRole(of: attribute.name, in: tag.name) else { continue }
            let value = CharacterReferences.resolved(text[attribute.value])
            let place = text[attribute.value].withUnsafeBufferPointer { self.place(of: $0, in: block) }
            let replacement: [UInt8]?
            switch role {
            case .picture: replacement = picture(value, of: tag, in: text, isWhole: attribute.name == "src", at: place)
            case .pictures: replacement = pictures(value, of: tag, in: text, at: place)
            case .link: replacement = link(value, mustLead: tag.name == "a" || tag.name == "area", at: place)
            case .anchor:
                document.anchors.append(value)
                replacement = nil
            }
            guard let replacement else { continue }
            html.write(text[copied..<attribute.range.lowerBound])
            html.write(attribute.name.utf8)
            html.write("=\"")
            html.write(replacement)
            html.write("\"")
            copied = attribute.range.upperBound
        }
        if tag.name == "img", tag.attribute("alt") == nil, let source = tag.attribute("src") {
            let place = text[source.value].withUnsafeBufferPointer { self.place(of: $0, in: block) }
            report(.noAlternative(CharacterReferences.resolved(text[source.value]), at: place))
        }
    }

    /// What to write for the address of a picture, with its size behind the quote where the tag has none.
    private mutating func picture(_ source: String, of tag: HTMLTag, in text: [UInt8], isWhole: Bool, at place: Int)
        -> [UInt8]?
    {
        guard let picture = use(source, of: tag, in: text, at: place) else { return nil }
        var value: [UInt8] = []
        value.writeEscaped(picture.source)
        if isWhole, picture.width > 0, tag.attribute("width") == nil, tag.attribute("height") == nil {
            value.write("\" width=\"")
            value.write(picture.width)
            value.write("\" height=\"")
            value.write(picture.height)
        }
        return value
    }

    /// `a.jpg 1x, b.jpg 2x` (HTML Living Standard, 4.8.4.2.1).
    private mutating func pictures(_ set: String, of tag: HTMLTag, in text: [UInt8], at place: Int) -> [UInt8]? {
        var value: [UInt8] = []
        for candidate in set.pictureCandidates {
            let picture = use(candidate.source, of: tag, in: text, at: place)
            if !value.isEmpty { value.write(", ") }
            value.writeEscaped(picture?.source ?? candidate.source)
            if !candidate.descriptor.isEmpty {
                value.write(" ")
                value.writeEscaped(candidate.descriptor)
            }
        }
        return value.isEmpty ? nil : value
    }

    private mutating func use(_ source: String, of tag: HTMLTag, in text: [UInt8], at place: Int) -> ResolvedPicture? {
        let alternative = tag.attribute("alt").map { CharacterReferences.resolved(text[$0.value]) } ?? ""
        document.pictures.append(PictureUse(destination: source, alt: alternative, offset: place))
        return resolver.picture(source)
    }

    /// - Parameter mustLead: whether readers follow it, who are not to be led into scripts.
    private mutating func link(_ destination: String, mustLead: Bool, at place: Int) -> [UInt8]? {
        var destination = destination
        guard destination.withUTF8({ LinkScheme.isAllowed($0) }) else {
            if mustLead { report(.schemeInHTML(destination, at: place)) }
            return nil
        }
        reportHalfAddress(destination, at: place)
        document.links.append(Link(destination: destination, offset: place))
        guard let resolved = resolver.link(destination).href else { return nil }
        var value: [UInt8] = []
        value.writeEscaped(resolved)
        return value
    }
}

extension HTMLTag {
    /// Whether it may load, run or send something that is no picture.
    fileprivate func isActive(in text: [UInt8]) -> Bool {
        activeElements.contains(name)
            || attributes.contains { attribute in
                attribute.name == "style" || attribute.name.hasPrefix("on") || attribute.name == "formaction"
                    || text[attribute.value].prefix(11).elementsEqual("javascript:".utf8)
            }
    }
}

private let activeElements: Set<String> = [
    "script", "style", "link", "iframe", "frame", "form", "object", "embed", "video", "audio", "source", "track",
    "base",
]

/// Elements that begin no line of their own.
private let elementsInLines: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "del", "em", "font", "i", "img", "ins", "kbd",
    "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
]

/// What stands in these is no HTML to a browser.
private let elementsWithoutTags: Set<String> = ["script", "textarea", "style", "title", "xmp"]

/// What an attribute's value means to the site.
private enum AddressRole {
    case picture, pictures, link, anchor

    init?(of attribute: String, in tag: String) {
        switch (attribute, tag) {
        case ("src", "img"), ("poster", "video"), ("src", "input"): self = .picture
        case ("srcset", _): self = .pictures
        case ("href", "a"), ("href", "area"), ("href", "link"), ("src", _), ("data", "object"): self = .link
        case ("id", _), ("name", "a"): self = .anchor
        default: return nil
        }
    }
}
