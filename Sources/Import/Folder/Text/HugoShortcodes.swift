import Base

/// Takes Hugo's shortcodes out of a text: what has an equal here is put in its place, of others the text stays or, where
/// they have none, nothing; each is told.
struct HugoShortcodes {
    private let references: FolderReferences
    private(set) var rows: [ReportRow.Finding] = []
    private var depth = 0
    private static let deepest = 20
    /// How many tags a text may have before none is looked for its end, which would take its square.
    private static let most = 2000
    private var count = 0

    init(_ references: FolderReferences) { self.references = references }

    private struct Tag {
        var name = ""
        var rest = ""
        var isEnd = false
        var isAlone = false
        /// As it was written.
        var whole = Substring()
        var range: Range<Substring.Index>
    }

    mutating func expanded(_ text: String) -> String {
        guard text.holds("{{<") || text.holds("{{%") else { return text }
        return written(text[...])
    }

    private mutating func written(_ text: Substring) -> String {
        depth += 1
        defer { depth -= 1 }
        var writer = TemplateWriter()
        var rest = text
        while let tag = Self.next(in: rest) {
            writer.add(rest[..<tag.range.lowerBound])
            rest = rest[tag.range.upperBound...]
            if tag.rest.hasPrefix("/*") {
                // Written so that Hugo shows it.
                writer.add(tag.whole.replacing("/*", with: "").replacing("*/", with: ""))
                continue
            }
            guard !tag.isEnd else {
                writer.cut(before: &rest)
                continue
            }
            count += 1
            let inner =
                depth < Self.deepest && count <= Self.most && !tag.isAlone ? Self.inner(of: tag.name, &rest) : nil
            write(tag, inner, &writer, &rest)
        }
        writer.add(rest)
        return writer.text
    }

    private static func next(in text: Substring) -> Tag? {
        var rest = text
        // Marks of which none ends any more.
        var unended: Set<Character> = []
        while let open = rest.byteRange(of: "{{") {
            let mark = rest[open.upperBound...].utf8.first.map { Character(Unicode.Scalar($0)) }
            let isTag = mark.map { ($0 == "<" || $0 == "%") && !unended.contains($0) } ?? false
            let end = isTag ? rest[open.upperBound...].byteRange(of: mark == "<" ? ">}}" : "%}}") : nil
            if isTag, end == nil, let mark { unended.insert(mark) }
            guard let close = end else {
                rest = rest[open.upperBound...]
                continue
            }
            let start = rest.utf8.index(after: open.upperBound)
            var tag = Tag(range: open.lowerBound..<close.upperBound)
            tag.whole = rest[tag.range]
            var words = String(rest[start..<max(start, close.lowerBound)]).trimmed()
            if words.hasPrefix("/*") {
                tag.rest = words
                return tag
            }
            if words.hasPrefix("/") {
                tag.isEnd = true
                words.removeFirst()
            }
            if words.hasSuffix("/") {
                tag.isAlone = true
                words.removeLast()
            }
            words = words.trimmed()
            let name = words.prefix { !$0.isWhitespace }
            tag.name = String(name)
            tag.rest = String(words.dropFirst(name.count)).trimmed()
            return tag
        }
        return nil
    }

    /// The text up to the tag's end, which goes; nil for a tag that has none.
    private static func inner(of name: String, _ rest: inout Substring) -> Substring? {
        var (open, ahead) = (0, rest)
        while let tag = next(in: ahead) {
            ahead = ahead[tag.range.upperBound...]
            guard tag.name == name, !tag.isAlone else { continue }
            if !tag.isEnd {
                open += 1
            } else if open > 0 {
                open -= 1
            } else {
                defer { rest = ahead }
                return rest[..<tag.range.lowerBound]
            }
        }
        return nil
    }

    private mutating func write(
        _ tag: Tag, _ inner: Substring?, _ writer: inout TemplateWriter, _ rest: inout Substring
    ) {
        let arguments = TagArguments(tag.rest)
        switch tag.name.lowercased() {
        case "ref", "relref": return writer.add(address(of: arguments["path"] ?? arguments.first ?? ""))
        case "highlight":
            guard let inner else { break }
            return writer.addBlock(
                TemplateBlocks.code(String(inner), language: arguments.first ?? ""), before: &rest)
        case "details":
            guard let inner else { break }
            let title = arguments["summary", "title"] ?? arguments.first ?? ""
            return writer.addBlock("::: details \(title)\n\(written(inner).trimmed())\n:::", before: &rest)
        case "param":
            let path = (arguments.first ?? "").split(separator: ".").map(String.init)
            let values = [
                references.item.matter, references.item.matter["params"], references.plan.settings.values["params"],
            ]
            if let text = values.lazy.compactMap({ path.reduce($0) { $0[$1] }.text }).first { return writer.add(text) }
        case "gist":
            if arguments.plain.count > 1 {
                return writer.addBlock(
                    "<https://gist.github.com/\(arguments.plain[0])/\(arguments.plain[1])>", before: &rest)
            }
        case "audio", "video":
            if let source = arguments["src", "url", "mp4", "file"] ?? arguments.first {
                rows.append(.init(.mediaPlayer, source))
                let name = arguments["title", "caption"] ?? PictureAddress.name(source)
                return writer.addBlock("[\(name)](\(InlineMarkdown.destination(source)))", before: &rest)
            }
        default: break
        }
        if let block = TemplateBlocks.card(tag.name, arguments) ?? picture(tag.name, arguments) {
            writer.addBlock(block, before: &rest)
            if let inner, !inner.allSatisfy(\.isWhitespace) { writer.add(written(inner)) }
            return
        }
        rows.append(.init(.shortcode, String(tag.whole)))
        if let inner { writer.add(written(inner)) } else { writer.cut(before: &rest) }
    }

    private func picture(_ name: String, _ arguments: TagArguments) -> String? {
        let isPicture = ["figure", "image", "img", "picture", "photo", "pic"].contains {
            name.lowercased().contains($0)
        }
        return isPicture ? TemplateBlocks.picture(arguments) : nil
    }

    /// Old address of the text that `ref` names.
    private mutating func address(of name: String) -> String {
        let path = String(name.prefix { $0 != "#" })
        if path.isEmpty { return name }
        let plan = references.plan
        let folder = references.item.path.split(separator: "/").dropLast().joined(separator: "/")
        let found = FolderFiles.resolved(path, from: folder).flatMap { plan.item(named: $0) } ?? plan.item(named: path)
        if let found, found.isPublic { return percentEncoded(found.address) }
        rows.append(.init(.linkDead, name))
        return ""
    }
}
