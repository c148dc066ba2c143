import Base

/// Takes Liquid out of a text of Jekyll: what it says by itself is put in its place, anything else is cut and told.
struct LiquidText {
    private let references: FolderReferences
    private(set) var rows: [ReportRow.Finding] = []
    private var variables: [String: String] = [:]
    private var depth = 0
    /// Whether blocks are looked for, which of a text of nothing but tags would take its square.
    private var pairs = true
    private static let mostTokens = 10_000

    init(_ references: FolderReferences) { self.references = references }

    /// A piece of the text.
    private enum Token {
        case text(Substring)
        case output(String)
        case tag(name: String, rest: String)
    }

    mutating func expanded(_ text: String) -> String {
        guard text.holds("{{") || text.holds("{%") else { return text }
        let tokens = Self.tokens(text)
        pairs = tokens.count <= Self.mostTokens
        return written(tokens)
    }

    // MARK: - Reading

    private static func tokens(_ text: String) -> ArraySlice<Token> {
        var tokens: [Token] = []
        var rest = text[...]
        // Marks of which none ends any more.
        var unended: Set<Character> = []
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            let brace = start..<rest.utf8.index(after: start)
            let mark = rest[brace.upperBound...].utf8.first.map { Character(Unicode.Scalar($0)) }
            let isTag = mark.map { ($0 == "{" || $0 == "%") && !unended.contains($0) } ?? false
            let end = isTag ? rest[brace.upperBound...].byteRange(of: mark == "{" ? "}}" : "%}") : nil
            if isTag, end == nil, let mark { unended.insert(mark) }
            guard let close = end else {
                tokens.append(.text(rest[..<brace.upperBound]))
                rest = rest[brace.upperBound...]
                continue
            }
            if brace.lowerBound > rest.startIndex { tokens.append(.text(rest[..<brace.lowerBound])) }
            var inner = rest[
                rest.utf8.index(
                    after: brace.upperBound)..<max(close.lowerBound, rest.utf8.index(after: brace.upperBound))]
            rest = rest[close.upperBound...]
            let trimsBefore = inner.first == "-"
            let trimsAfter = inner.last == "-"
            inner = trimsBefore ? inner.dropFirst() : inner
            inner = trimsAfter ? inner.dropLast() : inner
            let words = String(inner).trimmed()
            if mark == "{" {
                tokens.append(.output(words))
            } else {
                let name = words.prefix { !$0.isWhitespace }
                if name == "raw", let end = Self.end(of: "raw", in: rest) {
                    tokens.append(.text(rest[..<end.lowerBound]))
                    rest = rest[end.upperBound...]
                } else {
                    tokens.append(.tag(name: String(name), rest: String(words.dropFirst(name.count)).trimmed()))
                }
            }
            if trimsAfter { rest = rest.drop(while: \.isWhitespace) }
        }
        tokens.append(.text(rest))
        return tokens[...]
    }

    /// Where the tag that ends `name` stands.
    private static func end(of name: String, in text: Substring) -> Range<Substring.Index>? {
        var rest = text
        while let open = rest.byteRange(of: "{%"), let close = rest[open.upperBound...].byteRange(of: "%}") {
            let words = rest[open.upperBound..<close.lowerBound].filter { !$0.isWhitespace && $0 != "-" }
            if words == "end" + name { return open.lowerBound..<close.upperBound }
            rest = rest[open.upperBound...]
        }
        return nil
    }

    // MARK: - Writing

    /// Blocks may nest.
    private static let deepest = 20

    private mutating func written(_ tokens: ArraySlice<Token>) -> String {
        depth += 1
        defer { depth -= 1 }
        var writer = TemplateWriter()
        var tokens = tokens
        // What follows a tag may lose the line ends that the tag's block has brought.
        var pending = Substring()
        func flush() {
            writer.add(pending)
            pending = ""
        }
        while let token = tokens.popFirst() {
            switch token {
            case .text(let text):
                flush()
                pending = text
            case .output(let expression):
                flush()
                if let value = value(of: expression) {
                    writer.add(value)
                } else {
                    rows.append(.init(.liquid, "{{ \(expression) }}"))
                }
            case .tag(let name, let rest):
                flush()
                var after = Substring()
                if case .text(let text)? = tokens.first { after = text; tokens.removeFirst() }
                let inner = pairs && depth < Self.deepest ? Self.inner(of: name, &tokens, first: &after) : nil
                write(name, rest, inner, &writer, &after)
                pending = after
            }
        }
        flush()
        return writer.text
    }

    /// Tokens up to the end of a block, which go; nil for a tag that has none.
    private static func inner(of name: String, _ tokens: inout ArraySlice<Token>, first: inout Substring) -> ArraySlice<
        Token
    >? {
        var open = 0
        for place in tokens.indices {
            guard case .tag(let other, _) = tokens[place] else { continue }
            if other == name { open += 1 }
            guard other == "end" + name else { continue }
            if open > 0 {
                open -= 1
                continue
            }
            var inner = tokens[..<place]
            if !first.isEmpty { inner = ([.text(first)] + inner)[...] }
            tokens = tokens[(place + 1)...]
            first = ""
            if case .text(let text)? = tokens.first {
                first = text
                tokens.removeFirst()
            }
            return inner
        }
        return nil
    }

    private mutating func write(
        _ name: String, _ rest: String, _ inner: ArraySlice<Token>?, _ writer: inout TemplateWriter,
        _ after: inout Substring
    ) {
        let tag = "{% \(name) \(rest) %}"
        let arguments = TagArguments(rest)
        switch name {
        case "post_url", "link": return writer.add(address(of: rest))
        case "comment": return writer.cut(before: &after)
        case "assign":
            let parts = rest.split(separator: "=", maxSplits: 1).map { String($0).trimmed() }
            if parts.count == 2, let value = value(of: parts[1]) { variables[parts[0]] = value }
            return writer.cut(before: &after)
        case "highlight", "codeblock", "code":
            guard let inner else { break }
            let language = arguments["lang", "language"] ?? (name == "codeblock" ? nil : arguments.first) ?? ""
            return writer.addBlock(TemplateBlocks.code(written(inner), language: language), before: &after)
        case "if", "unless", "case":
            guard let inner else { break }
            rows.append(.init(.liquid, tag))
            let branch = inner.prefix { token in
                if case .tag(let name, _) = token { !["else", "elsif"].contains(name) } else { true }
            }
            return writer.add(written(branch))
        case "for", "tablerow", "capture":
            rows.append(.init(.liquid, tag))
            return writer.cut(before: &after)
        case "include", "include_relative", "include_cached":
            // What the site's own templates make of it is a guess, which is told.
            rows.append(.init(.liquid, tag))
            let file = arguments.plain.first ?? ""
            if let block = block(file, arguments) { return writer.addBlock(block, before: &after) }
            return writer.cut(before: &after)
        case "gist":
            if let id = arguments.first { return writer.addBlock("<https://gist.github.com/\(id)>", before: &after) }
        case "toc": return writer.cut(before: &after)
        default: break
        }
        if let block = block(name, arguments) { return writer.addBlock(block, before: &after) }
        rows.append(.init(.liquid, tag))
        if let inner { writer.add(written(inner)) } else { writer.cut(before: &after) }
    }

    private func block(_ name: String, _ arguments: TagArguments) -> String? {
        if let card = TemplateBlocks.card(name, arguments) { return card }
        let isPicture = ["figure", "image", "img", "picture", "photo"].contains { name.lowercased().contains($0) }
        guard isPicture else { return nil }
        return TemplateBlocks.picture(arguments)
    }

    /// Old address of the text that `post_url` or `link` names.
    private mutating func address(of name: String) -> String {
        let words = name.trimmed().replacing("\"", with: "").replacing("'", with: "")
        if let item = references.plan.item(named: words), item.isPublic { return percentEncoded(item.address) }
        if words.contains("."), references.plan.files.find(words) != nil { return percentEncoded("/" + words) }
        rows.append(.init(.linkDead, words))
        return ""
    }

    // MARK: - Values

    /// What an output prints; nil for what only the old system knows.
    private func value(of expression: String) -> String? {
        let parts = expression.split(separator: "|").map { String($0).trimmed() }
        guard let first = parts.first, var value = term(first) else { return nil }
        for filter in parts.dropFirst() {
            let name = String(filter.prefix { $0 != ":" }).trimmed()
            let argument = filter.firstIndex(of: ":").map { String(filter[filter.index(after: $0)...]).trimmed() }
            switch name {
            case "relative_url", "absolute_url", "escape", "xml_escape", "cgi_escape", "url_encode", "uri_escape",
                "strip", "strip_html", "escape_once", "markdownify", "normalize_whitespace", "smartify":
                break
            case "prepend": value = (argument.flatMap { term($0) } ?? "") + value
            case "append": value += argument.flatMap { term($0) } ?? ""
            case "downcase": value = value.lowercased()
            case "upcase": value = value.uppercased()
            case "default": if value.isEmpty { value = argument.flatMap { term($0) } ?? "" }
            default: return nil
            }
        }
        return value
    }

    private func term(_ word: String) -> String? {
        if let mark = word.first, "\"'".contains(mark), word.count > 1, word.last == mark {
            return String(word.dropFirst().dropLast())
        }
        if let value = variables[word] { return value }
        let item = references.item
        switch word {
        // Own addresses are written without the host and the folder of the old site.
        case "site.baseurl", "site.url", "site.github.url", "baseurl": return ""
        case "site.title", "site.name": return references.plan.settings.title
        case "page.title": return item.title
        case "page.url": return item.address
        default: break
        }
        let path = word.split(separator: ".").map(String.init)
        guard path.count > 1, path[0] == "site" || path[0] == "page" else { return nil }
        let start = path[0] == "site" ? references.plan.settings.values : item.matter
        return path.dropFirst().reduce(start) { $0[$1] }.text
    }
}
