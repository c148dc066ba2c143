/// A tag in HTML and where its attributes stand, as a browser reads it (HTML Living Standard, 13.2.5.6 to 13.2.5.40).
package struct HTMLTag {
    package struct Attribute {
        /// In lower case.
        package let name: String
        /// From the name to the end of the value, its quotes included.
        package let range: Range<Int>
        /// Without quotes; empty where there is none.
        package let value: Range<Int>
    }

    /// In lower case.
    package let name: String
    package let isClosing: Bool
    package let attributes: [Attribute]
    /// Behind the `>`.
    package let end: Int

    /// Whether what stands at `start` is a tag, or would be one if it had an end.
    package static func starts(at start: Int, in html: [UInt8]) -> Bool {
        guard start + 1 < html.count, html[start] == UInt8(ascii: "<") else { return false }
        let name = html[start + 1] == UInt8(ascii: "/") ? start + 2 : start + 1
        return name < html.count && (0x61...0x7A).contains(html[name] | 0x20)
    }

    /// Nil where `html` has no whole tag at `start`. One that is not whole takes all that follows with it: there is no
    /// sense in asking for the next.
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

    package func attribute(_ name: String) -> Attribute? { attributes.first { $0.name == name } }

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
        String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}

/// A comment in HTML, which browsers do not show.
package enum HTMLComment {
    package static func starts(at place: Int, in html: [UInt8]) -> Bool { html[place...].starts(with: "<!--".utf8) }

    /// Behind the comment that starts at `start`; nil where nothing ends it.
    package static func end(from start: Int, in html: [UInt8]) -> Int? {
        // `<!-->` and `<!--->` are whole comments.
        for short in ["<!-->", "<!--->"] where html[start...].starts(with: short.utf8) {
            return start + short.utf8.count
        }
        var i = start + 4
        while let hyphen = html[i...].firstIndex(of: UInt8(ascii: "-")) {
            if html[hyphen...].starts(with: "-->".utf8) { return hyphen + 3 }
            if html[hyphen...].starts(with: "--!>".utf8) { return hyphen + 4 }
            i = hyphen + 1
        }
        return nil
    }
}

/// The value of an attribute as text: numeric references and those that addresses need are decoded (`&amp;`, `&quot;`
/// …).
package func attributeText(_ value: ArraySlice<UInt8>) -> String {
    guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
    var text: [UInt8] = []
    var rest = value
    while let byte = rest.first {
        if byte == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
            let scalar = character(String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self))
        {
            text += String(Character(scalar)).utf8
            rest = rest[(end + 1)...]
        } else {
            text.append(byte)
            rest.removeFirst()
        }
    }
    return String(decoding: text, as: UTF8.self)
}

private func character(_ reference: String) -> Unicode.Scalar? {
    if reference.hasPrefix("#") {
        let digits = reference.dropFirst()
        let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap { $0 > 0 ? Unicode.Scalar($0) : nil }
    }
    return namedCharacters[reference]
}

private let namedCharacters: [String: Unicode.Scalar] = [
    "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "nbsp": "\u{A0}", "colon": ":", "Tab": "\t",
    "NewLine": "\n",
    "sol": "/", "num": "#", "lpar": "(", "rpar": ")",
]
