import Base

extension Fields {
    mutating func readFeeds(_ value: Yaml) -> FeedSettings {
        nested(value, .feeds) { fields in
            var feeds = FeedSettings()
            feeds.site = fields.formats("site") ?? feeds.site
            feeds.tags = fields.formats("tags") ?? feeds.tags
            feeds.authors = fields.formats("authors") ?? feeds.authors
            feeds.corrections = fields.formats("corrections") ?? feeds.corrections
            feeds.comments = fields.formats("comments") ?? feeds.comments
            if let sections = fields.value("sections"), case .map = sections.content {
                feeds.namedSections = fields.pairs("sections").map { entry in
                    .init(
                        section: entry.key, formats: fields.formats(in: [entry.value], "sections"),
                        line: entry.location.line, column: entry.location.column)
                }
            } else {
                feeds.sections = fields.formats("sections") ?? feeds.sections
            }
            feeds.items = fields.number("items", in: 1...20) ?? feeds.items
            feeds.isFullText =
                fields.choice("content", [(true, ["full", "كامل"]), (false, ["summary", "ملخص"])]) ?? true
            feeds.hub = fields.text("hub").flatMap { fields.webURL($0, at: fields.place(of: "hub")) }
            return feeds
        }
    }

    private mutating func formats(_ name: String) -> [FeedSettings.Format]? {
        has(name) ? formats(in: items(name), name) : nil
    }

    /// Each format once, in the order of their declaration; `none` alone gives none.
    private mutating func formats(in items: [Yaml], _ name: String) -> [FeedSettings.Format] {
        let wanted = Message(en: "rss, atom, json or none", ar: "rss أو atom أو json أو none")
        var found: Set<FeedSettings.Format> = []
        for item in items {
            let nested: [Yaml] = if case .list(let list) = item.content { list } else { [item] }
            for part in nested {
                guard let text = word(part, name, wanted) else { continue }
                for word in text.split(whereSeparator: { $0 == "," || $0 == "،" || $0 == " " }).map({ $0.lowercased() })
                {
                    if let format = FeedSettings.Format(rawValue: word) {
                        found.insert(format)
                    } else if !["none", "false", "no", "لا"].contains(word) {
                        wrongType(name, part.location, wanted)
                    }
                }
            }
        }
        return FeedSettings.Format.allCases.filter(found.contains)
    }
}
