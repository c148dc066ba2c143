/// Shortcodes of WordPress: `[gallery ids="1,2"]`, `[caption]…[/caption]`.
extension ForeignMarkupSearch {
    /// A name of ASCII with attributes or with an end, or one that is known.
    func shortcode(_ start: Int) -> ForeignMarkup? {
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

    /// The place behind the bracket that ends the attributes, which may hold brackets in quotes.
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
}
