/// Tags in braces, of Jinja, Liquid, Hugo, Twig and Handlebars, and the attributes of Kramdown and Pandoc.
extension ForeignMarkupSearch {
    func templateTag(_ start: Int) -> ForeignMarkup? {
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
}
