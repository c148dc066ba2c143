import Base
import Markdown

/// Markdown of another system as Markdown of this one: links and pictures lead to where they are now, HTML becomes
/// Markdown, and everything else stays as it was written.
struct MarkdownBody {
    /// Where links lead, and what was told and used.
    var text: HTMLText
    /// Names of elements that stood in the text.
    var elements: [String] = []
    /// Whether it is kramdown, which has lists of attributes behind blocks and words.
    let isKramdown: Bool
    /// Places to which `[label]: address` lines lead, and those that are gone.
    var definitions = LinkDefinitions()

    init(_ references: FolderReferences, isKramdown: Bool) {
        text = HTMLText(references)
        self.isKramdown = isKramdown
    }

    /// The Markdown, without blank lines at its ends.
    mutating func rewritten(_ markdown: String) -> String {
        definitions = LinkDefinitions(markdown)
        definitions.settle(&text)
        let written = blocks(markdown.splitLines[...], depth: 0)
        if !elements.isEmpty { text.report(.markup, elements.uniqued().map { "<\($0)>" }.joined(separator: " ")) }
        var lines = written.splitLines[...]
        while lines.first.map({ $0.trimmed().isEmpty }) ?? false { lines.removeFirst() }
        while lines.last.map({ $0.trimmed().isEmpty }) ?? false { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    // MARK: - Blocks

    private mutating func blocks(_ lines: ArraySlice<String>, depth: Int) -> String {
        var result: [String] = []
        var chunk: [String] = []
        var lines = lines
        var inList = false
        func isBlank(_ line: String?) -> Bool { line.map { $0.trimmed().isEmpty } ?? true }
        while let line = lines.first {
            if let fence = CodeFence(line) {
                flush(&chunk, into: &result)
                result.append(line)
                lines.removeFirst()
                while let inner = lines.popFirst() {
                    result.append(inner)
                    if fence.isEnded(by: inner) { break }
                }
            } else if chunk.isEmpty, !inList, isBlank(result.last), line.hasPrefix("    ") || line.hasPrefix("\t"),
                !isBlank(line)
            {
                result.append(line)
                lines.removeFirst()
                while let next = lines.first, next.hasPrefix("    ") || next.hasPrefix("\t") || isBlank(next) {
                    result.append(next)
                    lines.removeFirst()
                }
            } else if let block = HTMLBlock(lines, interrupts: !chunk.isEmpty) {
                flush(&chunk, into: &result)
                lines = lines.dropFirst(block.count)
                append(html: block, to: &result, depth)
            } else if isBlank(line) {
                flush(&chunk, into: &result)
                result.append(line)
                lines.removeFirst()
            } else if let attributes = attributeLine(line) {
                lines.removeFirst()
                if attributes.contains("toc"), let last = chunk.last, ListMark.isItem(last) { chunk.removeLast() }
                elements.append("{…}")
            } else if chunk.isEmpty, let definition = definitions.line(line) {
                if let written = definition { result.append(written) }
                lines.removeFirst()
            } else {
                inList =
                    ListMark.isItem(line) || inList && (line.hasPrefix(" ") || line.hasPrefix("\t") || !chunk.isEmpty)
                chunk.append(line)
                lines.removeFirst()
            }
        }
        flush(&chunk, into: &result)
        return result.joined(separator: "\n")
    }

    private mutating func flush(_ chunk: inout [String], into result: inout [String]) {
        guard !chunk.isEmpty else { return }
        let words = chunk.joined(separator: "\n")
        chunk = []
        // Most paragraphs hold nothing that is looked for.
        guard words.utf8.contains(where: { "[]<{".utf8.contains($0) }) else { return result.append(words) }
        let written = inline(words)
        if !written.trimmed().isEmpty { result.append(written) }
    }

    /// A line that says only how the block above it looks: `{: .class}`, of Hugo `{.class}`; nil for another line.
    private func attributeLine(_ line: String) -> String? {
        let words = line.trimmed()
        guard words.hasPrefix("{"), words.hasSuffix("}"), !words.hasPrefix("{{"),
            !words.dropFirst().dropLast().contains("}")
        else { return nil }
        if isKramdown { return words.hasPrefix("{:") ? words : nil }
        return words.hasPrefix("{.") || words.hasPrefix("{#") || words.hasPrefix("{class=")
            || words.hasPrefix("{style=")
            ? words : nil
    }

    // MARK: - HTML

    private mutating func append(html block: HTMLBlock, to result: inout [String], _ depth: Int) {
        if block.isComment {
            // What nobody reads stays, but for a mark of the system and for what a blank line would bring to light.
            let isPlain = !block.text.contains("\n\n") && !block.text.lowercased().contains("more--")
            if isPlain { result.append(block.text) }
            return
        }
        elements += block.names
        if block.isDetails, depth < 8 {
            let inner = blocks(block.inner.splitLines[...], depth: depth + 1).trimmed()
            return appendBlock("::: details \(block.title)\n\n\(inner)\n\n:::", to: &result)
        }
        if block.holdsMarkdown, depth < 8 {
            let inner = blocks(block.inner.splitLines[...], depth: depth + 1).trimmed()
            return inner.isEmpty ? () : appendBlock(inner, to: &result)
        }
        let (nodes, dropped) = HTMLTree.fragment(Array(block.text.utf8))
        text.rows += dropped
        let found = text.blocks(nodes)
        guard !found.isEmpty else { return }
        var writer = MarkdownWriter()
        appendBlock(writer.written(found), to: &result)
        text.rows += writer.rows
    }

    private func appendBlock(_ block: String, to result: inout [String]) {
        if let last = result.last, !last.trimmed().isEmpty { result.append("") }
        result += [block, ""]
    }

    // MARK: - Words

    /// A paragraph, a list or a quotation; marks of HTML that would not be read as such are left out.
    private mutating func inline(_ words: String) -> String {
        var inline = MarkdownInline(self, words, isMarked: true)
        let marked = inline.written()
        guard inline.hasMarks else {
            self = inline.body
            return marked
        }
        var plain = MarkdownInline(self, words, isMarked: false)
        let bare = plain.written()
        let proof = SameText()
        let isSame = proof.key(ofMarkdown: marked.splitLines) == proof.key(ofMarkdown: bare.splitLines)
        self = isSame ? inline.body : plain.body
        return isSame ? marked : bare
    }
}

/// A fence of code, wherever it stands.
struct CodeFence {
    private let mark: Character
    private let length: Int

    init?(_ line: String) {
        guard line.utf8.contains(where: { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") }) else { return nil }
        let words = Self.bare(line)
        guard let mark = words.first, mark == "`" || mark == "~" else { return nil }
        length = words.prefix { $0 == mark }.count
        guard length > 2, mark == "~" || !words.dropFirst(length).contains("`") else { return nil }
        self.mark = mark
    }

    func isEnded(by line: String) -> Bool {
        let words = Self.bare(line)
        let run = words.prefix { $0 == mark }
        return run.count >= length && words.dropFirst(run.count).allSatisfy(\.isWhitespace)
    }

    /// The line without marks of quotations and lists before it.
    private static func bare(_ line: String) -> Substring {
        var words = line[...].drop { $0 == " " || $0 == "\t" || $0 == ">" }
        if let mark = words.first, "-*+".contains(mark), words.dropFirst().first == " " {
            words = words.dropFirst().drop { $0 == " " }
        }
        return words
    }
}

enum ListMark {
    /// Whether a line begins an item of a list.
    static func isItem(_ line: String) -> Bool {
        let words = line[...].drop { $0 == " " || $0 == "\t" || $0 == ">" }
        guard let first = words.first else { return false }
        if "-*+".contains(first) { return words.dropFirst().first.map { $0 == " " || $0 == "\t" } ?? true }
        let digits = words.prefix { $0.isASCII && $0.isNumber }
        guard (1...9).contains(digits.count) else { return false }
        let rest = words.dropFirst(digits.count)
        return (rest.first == "." || rest.first == ")") && rest.dropFirst().first.map { $0 == " " } ?? true
    }
}
