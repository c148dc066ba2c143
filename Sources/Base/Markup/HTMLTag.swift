/// A tag in HTML and where its attributes stand, as a browser reads it (HTML Living Standard, 13.2.5.6 to 13.2.5.40).
package struct HTMLTag {
    /// An attribute of the tag; offsets count bytes of the HTML.
    package struct Attribute {
        /// In lower case.
        package let name: String
        /// Bytes from the name to the end of the value, its quotes included.
        package let range: Range<Int>
        /// Without quotes; empty where there is none.
        package let value: Range<Int>
    }

    /// In lower case.
    package let name: String
    /// Whether it is an end tag, `</name>`.
    package let isClosing: Bool
    /// In the order in which they stand, doubles included.
    package let attributes: [Attribute]
    /// The place behind the `>`.
    package let end: Int

    /// Whether what stands at `start` is a tag, or would be one if it had an end.
    package static func starts(at start: Int, in html: [UInt8]) -> Bool {
        guard start + 1 < html.count, html[start] == UInt8(ascii: "<") else { return false }
        let name = html[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
        return name < html.count && (0x61...0x7A).contains(html[name] | 0x20)
    }

    /// Nil where `html` has no whole tag at `start`. All that follows belongs to one that is not whole, so that a
    /// caller need not look for the next.
    package init?(at start: Int, in html: [UInt8]) {
        guard Self.starts(at: start, in: html) else { return nil }
        let isClosing = html[start + 1] == UInt8(ascii: "/")
        var i = isClosing ? start + 2 : start + 1
        let nameStart = i
        while i < html.count, !Self.endsName(html[i]) { i += 1 }
        let name = Self.lowercased(html[nameStart..<i])
        var attributes: [Attribute] = []
        while true {
            while i < html.count, html[i] <= 0x20 || html[i] == UInt8(ascii: "/") { i += 1 }
            guard i < html.count else { return nil }
            if html[i] == UInt8(ascii: ">") { break }
            guard let attribute = Self.attribute(at: i, in: html) else { return nil }
            attributes.append(attribute)
            i = attribute.range.upperBound
        }
        (self.name, self.isClosing, self.attributes, end) = (name, isClosing, attributes, i + 1)
    }

    /// The first attribute of that name, which is the one that counts (13.2.5.33).
    ///
    /// - Parameter name: in lower case.
    package func attribute(_ name: String) -> Attribute? { attributes.first { $0.name == name } }

    /// Where the tag begins that ends the element `name` whose content begins at `start`; the end of `html` where none
    /// does. For elements whose content is text to a browser, such as `script` (an appropriate end tag, 13.2.5).
    ///
    /// - Parameter name: in lower case.
    package static func placeOfEnd(of name: String, in html: [UInt8], from start: Int) -> Int {
        var place = start
        while let open = html[place...].firstIndex(of: UInt8(ascii: "<")) {
            let behind = open + 2 + name.utf8.count
            if behind < html.count, html[open + 1] == UInt8(ascii: "/"), endsName(html[behind]),
                html[(open + 2)..<behind].lazy.map({ lowercased($0) }).elementsEqual(name.utf8)
            {
                return open
            }
            place = open + 1
        }
        return html.count
    }

    private static func attribute(at start: Int, in html: [UInt8]) -> Attribute? {
        var i = start + 1
        while i < html.count, !endsName(html[i]), html[i] != UInt8(ascii: "=") { i += 1 }
        let name = lowercased(html[start..<i])
        var next = i
        while next < html.count, html[next] <= 0x20 { next += 1 }
        guard next < html.count, html[next] == UInt8(ascii: "=") else {
            return Attribute(name: name, range: start..<i, value: i..<i)
        }
        i = next + 1
        while i < html.count, html[i] <= 0x20 { i += 1 }
        guard i < html.count else { return nil }
        let quote = html[i]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let value = i
            while i < html.count, html[i] > 0x20, html[i] != UInt8(ascii: ">") { i += 1 }
            return Attribute(name: name, range: start..<i, value: value..<i)
        }
        guard let close = html[(i + 1)...].firstIndex(of: quote) else { return nil }
        return Attribute(name: name, range: start..<(close + 1), value: (i + 1)..<close)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { lowercased($0) }, as: UTF8.self)
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
