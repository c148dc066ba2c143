/// A mark that means something to another system and nothing here: a shortcode, a template's tag, a wiki's link.
/// Readers would see it as it stands.
package struct ForeignMarkup: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// `{{< youtube X >}}`, `{% include v.html %}`, `[gallery ids="1,2"]`
        case tag
        /// The end of one that was opened: `{% endraw %}`, `[/caption]`
        case end
        /// `{: .wide}`, `{.wide}`
        case attributes
        /// `![[rain.png]]`
        case picture
        /// `[[page|words]]`
        case link
        /// `[!NOTE]`, where a quotation begins
        case callout
    }

    package let kind: Kind
    package let range: Range<Int>
}

/// Finds them in one block of a text, whose code is no part of it.
package struct ForeignMarkupSearch {
    private let text: UnsafeBufferPointer<UInt8>
    private let block: Range<Int>

    /// - Parameter block: the part of `text` to look through.
    package init(_ text: UnsafeBufferPointer<UInt8>, in block: Range<Int>) { (self.text, self.block) = (text, block) }

    package static func marks(in text: String) -> [ForeignMarkup] {
        var text = text
        return text.withUTF8 { bytes in
            guard
                bytes.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") })
            else {
                return []
            }
            return ForeignMarkupSearch(bytes, in: 0..<bytes.count).marks
        }
    }

    /// In order, none within another.
    package var marks: [ForeignMarkup] {
        var found: [ForeignMarkup] = []
        var place = block.lowerBound
        while place < block.upperBound {
            if let mark = mark(at: place) {
                found.append(mark)
                place = max(place + 1, mark.range.upperBound)
            } else {
                place += 1
            }
        }
        return found
    }

    private func mark(at place: Int) -> ForeignMarkup? {
        switch text[place] {
        case UInt8(ascii: "{"): return brace(place)
        case UInt8(ascii: "["):
            return byte(place + 1) == UInt8(ascii: "[") ? wiki(place) : callout(place) ?? shortcode(place)
        case UInt8(ascii: "<") where byte(place + 1) == UInt8(ascii: "%"):
            guard startsWord(at: place + 2, besides: "=-"), let end = self.place(of: "%>", from: place) else {
                return nil
            }
            return .init(kind: .tag, range: place..<end)
        default: return nil
        }
    }

    // MARK: Braces

    private func brace(_ start: Int) -> ForeignMarkup? {
        switch byte(start + 1) {
        case UInt8(ascii: "{"): return doubleBrace(start)
        case UInt8(ascii: "%"):
            guard startsWord(at: start + 2, besides: "-+") else { return nil }
            let name = word(at: start + 2, besides: "-+")
            let isEnd = name.hasPrefix("end") || name == "else" || name == "elsif"
            return .init(kind: isEnd ? .end : .tag, range: start..<end(of: "%}", from: start))
        case UInt8(ascii: "#") where byte(start + 2) == 0x20:
            return place(of: "#}", from: start).map { .init(kind: .tag, range: start..<$0) }
        case UInt8(ascii: "/"):
            let name = word(at: start + 2)
            let end = start + 2 + name.utf8.count
            return name.isEmpty || byte(end) != UInt8(ascii: "}") ? nil : .init(kind: .end, range: start..<(end + 1))
        case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "#"): return attributes(start)
        default: return nil
        }
    }

    private func doubleBrace(_ start: Int) -> ForeignMarkup? {
        let sign = byte(start + 2)
        if sign == UInt8(ascii: "<") || sign == UInt8(ascii: "%") {
            guard startsWord(at: start + 3, besides: "/") else { return nil }
            let isEnd = text[(start + 3)..<block.upperBound].first { $0 > 0x20 } == UInt8(ascii: "/")
            return .init(
                kind: isEnd ? .end : .tag,
                range: start..<end(of: sign == UInt8(ascii: "<") ? ">}}" : "%}}", from: start))
        }
        guard let end = place(of: "}}", from: start + 2), !isFormula(start..<end) else { return nil }
        let first = text[(start + 2)..<(end - 2)].first {
            $0 > 0x20 && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "-")
        }
        guard let first, isLetter(first) || first >= 0x80 || ".$#/_\"@&>".utf8.contains(first),
            holdsLetter(text[start..<end])
        else {
            return nil
        }
        let isEnd = first == UInt8(ascii: "/")
        return .init(kind: isEnd ? .end : .tag, range: start..<(byte(end) == UInt8(ascii: "}") ? end + 1 : end))
    }

    /// Whether the braces are those of TeX: `\frac{{a}}{b}`.
    private func isFormula(_ range: Range<Int>) -> Bool {
        if text[range].contains(UInt8(ascii: "\\")) || byte(range.upperBound) == UInt8(ascii: "{") { return true }
        guard range.lowerBound > block.lowerBound else { return false }
        let before = text[range.lowerBound - 1]
        return isLetter(before) || isDigit(before) || "\\^_$}".utf8.contains(before)
    }

    /// `.name`, `#name`, `key=value`, one or more of them; behind a colon words too.
    private func attributes(_ start: Int) -> ForeignMarkup? {
        let line = text[start..<min(block.upperBound, start + 200)]
        guard let end = line.firstIndex(of: UInt8(ascii: "}")), !line[..<end].contains(0x0A) else { return nil }
        let hasColon = byte(start + 1) == UInt8(ascii: ":")
        let content = text[(start + (hasColon ? 2 : 1))..<end]
        if hasColon, content.elementsEqual("/".utf8) { return .init(kind: .end, range: start..<(end + 1)) }
        let tokens = content.split(separator: 0x20)
        let areRight = tokens.allSatisfy { token in
            guard let first = token.first else { return false }
            if first == UInt8(ascii: ".") || first == UInt8(ascii: "#") {
                return token.dropFirst().first.map(isLetter) ?? false
            }
            if hasColon, first == UInt8(ascii: ":") || first == UInt8(ascii: "/") || isLetter(first) { return true }
            return isLetter(first) && token.contains(UInt8(ascii: "="))
        }
        return tokens.isEmpty || !areRight ? nil : .init(kind: .attributes, range: start..<(end + 1))
    }

    // MARK: Brackets

    private func wiki(_ start: Int) -> ForeignMarkup? {
        let line = text[(start + 2)..<min(block.upperBound, start + 300)]
        guard let end = line.firstIndex(of: UInt8(ascii: "]")), byte(end + 1) == UInt8(ascii: "]"),
            let first = line.first, first > 0x20
        else { return nil }
        let content = line[..<end]
        guard !content.contains(where: { $0 == 0x0A || $0 == UInt8(ascii: "[") }), holdsLetter(content)
        else { return nil }
        let isPicture = start > block.lowerBound && text[start - 1] == UInt8(ascii: "!")
        return .init(kind: isPicture ? .picture : .link, range: (isPicture ? start - 1 : start)..<(end + 2))
    }

    private func callout(_ start: Int) -> ForeignMarkup? {
        guard start == block.lowerBound, byte(start + 1) == UInt8(ascii: "!") else { return nil }
        let name = word(at: start + 2)
        let end = start + 2 + name.utf8.count
        return name.isEmpty || byte(end) != UInt8(ascii: "]") ? nil : .init(kind: .callout, range: start..<(end + 1))
    }

    /// WordPress: a name of ASCII with attributes or with an end, or one that is known.
    private func shortcode(_ start: Int) -> ForeignMarkup? {
        let isEnd = byte(start + 1) == UInt8(ascii: "/")
        let name = word(at: start + (isEnd ? 2 : 1))
        let nameEnd = start + (isEnd ? 2 : 1) + name.utf8.count
        guard !name.isEmpty, let next = byte(nameEnd) else { return nil }
        if isEnd { return next == UInt8(ascii: "]") ? .init(kind: .end, range: start..<(nameEnd + 1)) : nil }
        guard next <= 0x20 || "]=/".utf8.contains(next), let end = endOfAttributes(from: nameEnd) else { return nil }
        let content = text[nameEnd..<(end - 1)]
        let isMeant =
            place(of: "[/\(name)]", from: end, within: 4096) != nil
            || (content.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
                ? Self.known.contains(name.lowercased()) || name.hasPrefix("vc_") || name.hasPrefix("et_pb_")
                    || Self.knownAlone.contains(name) && isAlone(start..<end)
                : next != UInt8(ascii: "/")
                    && (hasAttribute(content) || Self.takesValue.contains(name) && isValue(content)))
        return isMeant ? .init(kind: .tag, range: start..<end) : nil
    }

    private static let known: Set<String> = ["gallery", "playlist", "nggallery", "contact-form-7", "wp_caption", "toc"]
    /// Words that may stand in brackets in a sentence.
    private static let knownAlone: Set<String> = [
        "audio", "button", "caption", "divider", "embed", "form", "instagram", "map", "more", "slider", "slideshow",
        "tweet", "video",
        "vimeo", "youtube",
    ]
    private static let takesValue: Set<String> = [
        "audio", "contact-form-7", "embed", "gallery", "instagram", "soundcloud", "tweet", "twitter", "video", "vimeo",
        "youtube",
    ]

    /// Behind the bracket that ends the attributes, which may hold brackets in quotes.
    private func endOfAttributes(from start: Int) -> Int? {
        let limit = min(block.upperBound, start + 2000)
        var quote: UInt8?
        for place in start..<limit {
            let sign = text[place]
            if sign == quote {
                quote = nil
            } else if quote == nil {
                if sign == UInt8(ascii: "]") { return place + 1 }
                if sign == UInt8(ascii: "[") { return nil }
                if sign == UInt8(ascii: "\"") { quote = sign }
            }
        }
        return text[start..<limit].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
    }

    /// A key of two letters or more in front of an equals sign: no formula.
    private func hasAttribute(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if content.first == UInt8(ascii: "=") { return false }
        guard let sign = content.firstIndex(of: UInt8(ascii: "=")), let value = byte(sign + 1), value > 0x20 else {
            return false
        }
        let key = content[..<sign].reversed().prefix {
            isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        let before = sign - key.count - 1
        return key.count > 1 && before >= content.startIndex && text[before] <= 0x20
    }

    /// One word that is none of a sentence: a number, an address, what stands in quotes.
    private func isValue(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let words = content.split(whereSeparator: { $0 <= 0x20 })
        guard let first = words.first else { return false }
        return first.contains { isDigit($0) || ":/\"'".utf8.contains($0) }
            && (words.count == 1 || first.allSatisfy(isDigit))
    }

    private func isAlone(_ range: Range<Int>) -> Bool {
        text[block.lowerBound..<range.lowerBound].reversed().prefix { $0 != 0x0A }.allSatisfy { $0 <= 0x20 }
            && text[range.upperBound..<block.upperBound].prefix { $0 != 0x0A }.allSatisfy { $0 <= 0x20 }
    }

    // MARK: Bytes

    private func byte(_ place: Int) -> UInt8? { place < block.upperBound ? text[place] : nil }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    /// Of any script: the digits of two scripts are no name.
    private func holdsLetter(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.contains(where: isLetter) || String(decoding: bytes, as: UTF8.self).contains(where: \.isLetter)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Whether a name begins here, behind blanks and one of `signs`.
    private func startsWord(at start: Int, besides signs: String) -> Bool { !word(at: start, besides: signs).isEmpty }

    /// ASCII letters, digits, hyphens and underscores, a letter first.
    private func word(at start: Int, besides signs: String? = nil) -> String {
        var first = start
        if let signs {
            while let byte = byte(first), byte <= 0x20 || signs.utf8.contains(byte) { first += 1 }
        }
        guard let letter = byte(first), isLetter(letter) else { return "" }
        let letters = text[first..<block.upperBound].prefix {
            isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Behind the next `sign`; nil where none is near.
    private func place(of sign: String, from start: Int, within reach: Int = 1000) -> Int? {
        let bytes = Array(sign.utf8)
        let part = text[start..<min(block.upperBound, start + reach)]
        return part.place(of: bytes).map { $0 + bytes.count }
    }

    /// Behind `sign`, or the end of the line where it is missing.
    private func end(of sign: String, from start: Int) -> Int {
        place(of: sign, from: start) ?? text[start..<block.upperBound].firstIndex(of: 0x0A) ?? block.upperBound
    }
}

extension ForeignMarkup {
    /// - Parameter mark: the text of the mark.
    package func message(_ mark: String) -> Message {
        let mark = mark.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let shown = mark.count > 60 ? mark.prefix(60) + "…" : mark[...]
        let hint = hint(mark)
        return Message(
            en: "“\(shown)” means something to another system and nothing here, and readers see it; \(hint.english)",
            ar: "«\(shown)» رمز من نظام آخر لا معنى له هنا، ويراه القراء؛ \(hint.arabic)")
    }

    private func hint(_ mark: String) -> Message {
        func write(_ text: String) -> Message { Message(en: "write “\(text)”", ar: "اكتب «\(text)»") }
        let inner = mark.drop { "![".contains($0) }.prefix { $0 != "]" }
        let target = inner.prefix { $0 != "|" && $0 != "#" }
        switch kind {
        case .picture: return write("![…](\(target))")
        case .link:
            let words = inner.split(separator: "|").last ?? inner
            return write("[\(words)](\(target.hasSuffix(".md") ? "\(target)" : "\(target).md"))")
        case .callout:
            return Message(
                en: "a quotation begins with “[!pull]”, “[!aside]” or “[!details]”",
                ar: "يبدأ الاقتباس بـ«[!pull]» أو «[!aside]» أو «[!details]»")
        case .attributes, .end: return Message(en: "take it out", ar: "احذفه")
        case .tag: break
        }
        let words = mark.split { " \"'=()<>[]{}|,".contains($0) }
        if let address = words.first(where: { $0.hasPrefix("https://") || $0.hasPrefix("http://") }) {
            return Message(en: "put “\(address)” on a line of its own", ar: "ضع «\(address)» في سطر مستقل")
        }
        if let picture = words.first(where: { word in
            [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"].contains { word.lowercased().hasSuffix($0) }
        }) {
            return write("![…](\(picture))")
        }
        if words.first == "youtube", words.count == 2, let id = words.last {
            return Message(
                en: "put “https://www.youtube.com/watch?v=\(id)” on a line of its own",
                ar: "ضع «https://www.youtube.com/watch?v=\(id)» في سطر مستقل")
        }
        return Message(
            en: "write in Markdown what it stands for, or take it out", ar: "اكتب ما يعنيه بصيغة Markdown أو احذفه")
    }
}
