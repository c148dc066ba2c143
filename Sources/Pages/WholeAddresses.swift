import Base
import Content

/// HTML as it may leave the site: paths and anchors become whole addresses; scripts, styles and comments are left out, those in
/// attributes too.
///
/// A scan that knows tags from text, for only inside a tag does `href="/…"` mean a link.
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
            if starts("<!--") {
                skip(past: "-->")
            } else if starts("<script") {
                skip(past: "</script>")
            } else if starts("<style") {
                skip(past: "</style>")
            } else {
                copyTag()
            }
        }
        return output
    }

    /// Whether `word` stands here, whatever the case of its letters.
    private func starts(_ word: StaticString) -> Bool {
        guard place + word.utf8CodeUnitCount <= html.count else { return false }
        return word.withUTF8Buffer { letters in
            letters.indices.allSatisfy { index in
                let byte = html[place + index]
                return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == letters[index]
            }
        }
    }

    private mutating func skip(past end: StaticString) {
        while place < html.count, !starts(end) { place += 1 }
        place = min(html.count, place + end.utf8CodeUnitCount)
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
            return
        }
        for attribute in tag.attributes {
            if isLeftOut(attribute, of: tag) {
                var start = attribute.range.lowerBound
                while start > place, html[start - 1] <= 0x20 { start -= 1 }
                output += html[place..<start]
                place = attribute.range.upperBound
            } else if ["href", "src", "poster", "srcset"].contains(attribute.name) {
                copyAddresses(attribute)
            }
        }
        output += html[place..<tag.end]
        place = tag.end
    }

    /// Tags that style, that change where addresses lead or that set others' attributes; what is between them and their ends
    /// stays. The ends of scripts and styles may stand alone.
    private static let leftOut: Set<String> = ["link", "base", "meta", "script", "style", "animate", "set"]

    private func isLeftOut(_ attribute: HTMLTag.Attribute, of tag: HTMLTag) -> Bool {
        if attribute.name.hasPrefix("on") || attribute.name == "style" || attribute.name == "srcdoc" { return true }
        guard Self.addresses.contains(attribute.name) else { return false }
        return mayRun(attributeText(html[attribute.value]), asPicture: tag.name == "img")
    }

    private static let addresses: Set<String> = [
        "href", "xlink:href", "src", "action", "formaction", "poster", "data", "background", "cite",
    ]

    /// Whether an address has a scheme that no reader of a feed should follow, or one that is written so that nobody can tell.
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
            // Of a `srcset` each candidate; other values are one.
            let end = attribute.name == "srcset" ? endOfCandidate(from: start, to: value.upperBound) : value.upperBound
            var first = start
            while first < end, html[first] <= 0x20 || html[first] == UInt8(ascii: ",") { first += 1 }
            output += html[start..<first]
            if first < end, html[first] == UInt8(ascii: "/"), !html[first...].starts(with: "//".utf8) { output += origin }
            if first < end, html[first] == UInt8(ascii: "#") { output += page }
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
}
