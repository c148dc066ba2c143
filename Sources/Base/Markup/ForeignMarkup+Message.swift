extension ForeignMarkup {
    /// The message of the diagnostic `foreign-markup`, with what to write instead.
    ///
    /// - Parameter markup: the markup itself.
    package func message(_ markup: String) -> Message {
        let markup = markup.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let shown = markup.count > 60 ? markup.prefix(60) + "…" : markup[...]
        let hint = hint(markup)
        return Message(
            en: "“\(shown)” means something to another system and nothing here, and readers see it; \(hint.english)",
            ar: "«\(shown)» رمز من نظام آخر لا معنى له هنا، ويراه القراء؛ \(hint.arabic)")
    }

    private func hint(_ markup: String) -> Message {
        func write(_ text: String) -> Message { Message(en: "write “\(text)”", ar: "اكتب «\(text)»") }
        let inner = markup.drop { "![".contains($0) }.prefix { $0 != "]" }
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
        let words = markup.split { " \"'=()<>[]{}|,".contains($0) }
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
