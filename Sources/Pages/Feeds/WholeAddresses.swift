import Base
import Content

/// HTML as it may leave the site: whatever is less than a whole address becomes one; scripts, styles and comments are
/// left out, those in attributes too.
///
/// A scan that knows tags from text, for only inside a tag does `href="/…"` mean a link. What one parser takes for text
/// and another for tags (the contents of `xmp` or `noscript`, `<![CDATA[`) leaves as what is the same to all of them.
func withWholeAddresses(_ html: [UInt8], page: URLPath, _ address: SiteAddress) -> [UInt8] {
    var own: [UInt8] = []
    own.append(page, at: address)
    var scan = AddressScan(html: html, origin: Array(address.origin.utf8), page: own)
    return scan.run()
}

private struct AddressScan {
    let html: [UInt8]
    let origin: [UInt8]
    let page: [UInt8]
    private var place = 0
    private var output: [UInt8] = []

    init(html: [UInt8], origin: [UInt8], page: [UInt8]) {
        (self.html, self.origin, self.page) = (html, origin, page)
        output.reserveCapacity(html.count + html.count / 8)
    }

    mutating func run() -> [UInt8] {
        while place < html.count {
            let tag = html.withUnsafeBufferPointer { $0.firstOffset(of: UInt8(ascii: "<"), from: place) }
            output += html[place..<tag]
            place = tag
            if place == html.count { break }
            if HTMLComment.starts(at: place, in: html) {
                place = HTMLComment.end(from: place, in: html) ?? html.count
            } else if startsNothing {
                place = html[place...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? html.count
            } else {
                copyTag()
            }
        }
        return output
    }

    /// Whether what browsers show nothing of is here: `<!…>`, `<?…>`, and ends without a name.
    private var startsNothing: Bool {
        guard place + 1 < html.count, !HTMLTag.starts(at: place, in: html) else { return false }
        return "!?/".utf8.contains(html[place + 1])
    }

    private mutating func copyTag() {
        guard let tag = HTMLTag(at: place, in: html) else {
            guard HTMLTag.starts(at: place, in: html) else {
                output.append(html[place])
                place += 1
                return
            }
            // Without an end it would take what follows the text into itself.
            output += escaped(html[place...])
            place = html.count
            return
        }
        if Self.leftOut.contains(tag.name) {
            place = tag.end
            if !tag.isClosing, let text = RawText(tag.name), text != .tags { place = endOfText(of: tag) }
            return
        }
        if RawText(tag.name) == .shown { return copyText(of: tag) }
        copyAttributes(of: tag)
        guard !tag.isClosing, let text = RawText(tag.name) else { return }
        let end = endOfText(of: tag)
        // A value without an end is none to some, and text alone to all others.
        if text == .value, end == html.count { return }
        if text == .value { output += Self.withoutTags(html[place..<end]) }
        place = end
    }

    /// What stands between the tags of such an element is no markup to a browser.
    private enum RawText {
        case shown, value, hidden
        /// Markup to those that run no scripts: only without its element it is the same to all.
        case tags

        init?(_ name: String) {
            switch name {
            case "xmp", "plaintext": self = .shown
            case "textarea", "title": self = .value
            case "script", "style", "iframe", "noembed", "noframes": self = .hidden
            case "noscript": self = .tags
            default: return nil
            }
        }
    }

    private func endOfText(of tag: HTMLTag) -> Int { HTMLTag.placeOfEnd(of: tag.name, in: html, from: place) }

    /// As a browser shows it, in an element that is the same to all.
    private mutating func copyText(of tag: HTMLTag) {
        place = tag.end
        if tag.isClosing { return }
        let end = tag.name == "plaintext" ? html.count : endOfText(of: tag)
        output += "<pre>".utf8
        output += escaped(html[place..<end])
        output += "</pre>".utf8
        place = end
        if let closing = HTMLTag(at: place, in: html) { place = closing.end }
    }

    /// A value may hold references, which stay.
    private static func withoutTags(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.flatMap {
            $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") ? Array(htmlEscape(of: $0).description.utf8) : [$0]
        }
    }

    /// No `<` but the first: a parser that took what is around for text would begin to see tags there.
    private mutating func copyAttributes(of tag: HTMLTag) {
        let start = output.count + 1
        for attribute in tag.attributes {
            if isLeftOut(attribute, of: tag) {
                var start = attribute.range.lowerBound
                while start > place, html[start - 1] <= 0x20 { start -= 1 }
                output += html[place..<start]
                place = attribute.range.upperBound
            } else if attribute.name == "srcset"
                || attribute.name != "xlink:href" && Self.addresses.contains(attribute.name)
            {
                copyAddresses(attribute)
            }
        }
        output += html[place..<tag.end]
        place = tag.end
        let attributes = output[start...]
        guard attributes.contains(UInt8(ascii: "<")) else { return }
        output.replaceSubrange(
            start..., with: attributes.flatMap { $0 == UInt8(ascii: "<") ? Array("&lt;".utf8) : [$0] })
    }

    /// What runs or styles, changes where addresses lead or sets others' attributes, with what is text in it; and the
    /// ends of such, which may stand alone.
    private static let leftOut: Set<String> = [
        "link", "base", "meta", "script", "style", "animate", "set", "noembed", "noframes", "noscript",
    ]

    private func isLeftOut(_ attribute: HTMLTag.Attribute, of tag: HTMLTag) -> Bool {
        // How wide a picture is, is the theme's to say: without it readers take the width of their own column.
        if attribute.name.hasPrefix("on") || ["style", "srcdoc", "sizes"].contains(attribute.name) { return true }
        guard Self.addresses.contains(attribute.name) else { return false }
        return mayRun(CharacterReferences.resolved(html[attribute.value]), asPicture: tag.name == "img")
    }

    private static let addresses: Set<String> = [
        "href", "xlink:href", "src", "action", "formaction", "poster", "data", "background", "cite",
    ]

    /// Whether an address has a scheme that no reader of a feed should follow, or one that is written so that nobody
    /// can tell.
    private func mayRun(_ address: String, asPicture: Bool) -> Bool {
        let plain = address.unicodeScalars.filter { $0.value > 0x20 }
        let start = plain.prefix { !"/?#".unicodeScalars.contains($0) }
        if start.last == "&" { return true }
        guard let colon = start.firstIndex(of: ":") else { return false }
        let scheme = String(String.UnicodeScalarView(start[..<colon])).lowercased()
        return !["http", "https", "mailto", "tel"].contains(scheme) && !(asPicture && scheme == "data")
    }

    private mutating func copyAddresses(_ attribute: HTMLTag.Attribute) {
        let value = attribute.value
        let isQuoted = attribute.range.upperBound > value.upperBound
        output += html[place..<value.lowerBound]
        if !isQuoted { output.append(UInt8(ascii: "\"")) }
        var start = value.lowerBound
        while start < value.upperBound {
            // Each candidate of a `srcset`; any other value is one address.
            let end = attribute.name == "srcset" ? endOfCandidate(from: start, to: value.upperBound) : value.upperBound
            var first = start
            while first < end, html[first] <= 0x20 || html[first] == UInt8(ascii: ",") { first += 1 }
            output += html[start..<first]
            if first < end { output += missingStart(of: html[first..<end]) }
            output += html[first..<end]
            start = end
        }
        if !isQuoted { output.append(UInt8(ascii: "\"")) }
        place = value.upperBound
    }

    /// The comma between two candidates has a blank behind it, or the first would hold it.
    private func endOfCandidate(from start: Int, to end: Int) -> Int {
        var place = start
        while place < end, html[place] <= 0x20 || html[place] == UInt8(ascii: ",") { place += 1 }
        while place < end, html[place] > 0x20 { place += 1 }
        while place < end, html[place - 1] != UInt8(ascii: ","), html[place] != UInt8(ascii: ",") { place += 1 }
        return place
    }

    /// What an address counts from, where it does not say so itself (RFC 3986, section 4.2).
    private func missingStart(of address: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        switch address.first {
        case UInt8(ascii: "#"), UInt8(ascii: "?"): return page[...]
        case UInt8(ascii: "/"), UInt8(ascii: "\\"):
            guard let second = address.dropFirst().first, second == UInt8(ascii: "/") || second == UInt8(ascii: "\\")
            else {
                return origin[...]
            }
            return origin.prefix { $0 != UInt8(ascii: "/") }
        default:
            // One whose scheme is written with references is left as it is.
            let start = address.prefix { !"/?#".utf8.contains($0) }
            if start.contains(UInt8(ascii: ":")) || start.contains(UInt8(ascii: "&")) { return [] }
            return page[..<(page.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)]
        }
    }
}
