import Content

/// HTML as it may leave the site: paths and anchors become whole addresses, scripts, styles and comments are left out.
///
/// A scan that knows tags from text, for only inside a tag does `href="/…"` mean a link. The renderer writes attributes in
/// double quotes; where an outlet allows HTML of its own, single quotes are understood too.
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
            guard html[place] == UInt8(ascii: "<") else {
                output.append(html[place])
                place += 1
                continue
            }
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
    private func starts(_ word: StaticString, at offset: Int? = nil) -> Bool {
        let start = offset ?? place
        guard start >= 0, start + word.utf8CodeUnitCount <= html.count else { return false }
        return word.withUTF8Buffer { letters in
            letters.indices.allSatisfy { index in
                let byte = html[start + index]
                return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == letters[index]
            }
        }
    }

    private mutating func skip(past end: StaticString) {
        while place < html.count, !starts(end) { place += 1 }
        place = min(html.count, place + end.utf8CodeUnitCount)
    }

    private mutating func copyTag() {
        while place < html.count {
            let byte = html[place]
            output.append(byte)
            place += 1
            if byte == UInt8(ascii: ">") { return }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { copyValue(quote: byte) }
        }
    }

    /// Behind the opening quote of an attribute.
    private mutating func copyValue(quote: UInt8) {
        if place < html.count, isAddress {
            if html[place] == UInt8(ascii: "/"), place + 1 < html.count, html[place + 1] != UInt8(ascii: "/") {
                output += origin
            } else if html[place] == UInt8(ascii: "#") {
                output += page
            }
        }
        while place < html.count, html[place] != quote {
            output.append(html[place])
            place += 1
        }
        guard place < html.count else { return }
        output.append(quote)
        place += 1
    }

    /// Whether the value that starts here is that of `href`, `src` or `poster`.
    private var isAddress: Bool {
        starts(" href=", at: place - 7) || starts(" src=", at: place - 6) || starts(" poster=", at: place - 9)
    }
}
