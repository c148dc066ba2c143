/// A text while the tags of a template are taken out of it.
struct TemplateWriter {
    private(set) var text = ""

    mutating func add(_ words: some StringProtocol) { text += words }

    /// A block of its own: blank lines part it from what stands about it.
    ///
    /// - Parameter rest: what follows, which loses the line ends that the block has brought.
    mutating func addBlock(_ block: String, before rest: inout Substring) {
        let blank = rest.prefix { $0 == " " || $0 == "\t" }
        rest = rest[blank.endIndex...]
        while text.hasSuffix(" ") { text.removeLast() }
        while !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
        rest = rest.drop(while: \.isNewline)
        text += block + "\n\n"
    }

    /// Nothing; a line that held nothing else goes with it.
    mutating func cut(before rest: inout Substring) {
        let after = rest.drop { $0 == " " || $0 == "\t" }
        let startsLine = text.isEmpty || text.hasSuffix("\n")
        guard startsLine, after.isEmpty || after.first?.isNewline == true else { return }
        rest = text.isEmpty || text.hasSuffix("\n\n") ? after.drop(while: \.isNewline) : after.dropFirst()
    }
}

/// What tags of templates stand for, as Markdown.
enum TemplateBlocks {
    /// Parts a caption from whom the picture is by until it is written: a private character, which no text has.
    static let creditMark = "\u{E000}"

    /// The card of a film or a post by the name of its site; nil for what is none.
    static func card(_ site: String, _ arguments: TagArguments) -> String? {
        let id = arguments["id", "video_id", "videoid", "src", "url", "link", "code"] ?? arguments.first
        guard let id = id?.trimmed(), !id.isEmpty else { return nil }
        if id.contains("://") { return EmbeddedPost.card(frame: id) ?? EmbeddedPost.card(bare: id) }
        guard id.utf8.count < 200, id.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"<>\"'`()[]".utf8.contains($0) })
        else {
            return nil
        }
        let name = site.lowercased()
        if name.contains("youtube") || name == "yt" { return "https://www.youtube.com/watch?v=\(id)" }
        if name.contains("vimeo") { return "https://vimeo.com/\(id)" }
        if name.contains("instagram") { return "https://www.instagram.com/p/\(id)/" }
        if name.contains("telegram") { return "https://t.me/\(id)" }
        guard name.contains("tweet") || name.contains("twitter") || name == "x" || name == "x_simple" else {
            return nil
        }
        if let user = arguments["user"] { return "https://x.com/\(user)/status/\(id)" }
        return id.allSatisfy(\.isNumber) ? "https://x.com/i/status/\(id)" : nil
    }

    /// A picture with what is said below it; nil where no file is named.
    static func picture(_ arguments: TagArguments) -> String? {
        let source =
            arguments["src", "url", "image", "path", "image_path", "img", "file", "name"]
            ?? arguments.plain.first { PictureAddress.isPicture($0) }
        guard let source = source?.trimmed(), !source.isEmpty else { return nil }
        var caption = WordPressName.plain(arguments["caption", "title"] ?? "")
        let credit = WordPressName.plain(arguments["attr", "credit"] ?? "")
        if !credit.isEmpty { caption = (caption.isEmpty ? "" : caption + " ") + Self.creditMark + " " + credit }
        let alt = WordPressName.plain(arguments["alt"] ?? arguments["caption", "title"] ?? "")
        let title =
            caption.isEmpty ? "" : " \"" + caption.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        let words = alt.replacing("[", with: "\\[").replacing("]", with: "\\]")
        let picture = "![\(words)](\(InlineMarkdown.destination(source))\(title))"
        return arguments["link", "href"].map { "[\(picture)](\(InlineMarkdown.destination($0)))" } ?? picture
    }

    /// Code between fences.
    static func code(_ code: String, language: String) -> String {
        var lines = code.splitLines[...]
        while lines.first.map({ $0.trimmed().isEmpty }) ?? false { lines.removeFirst() }
        while lines.last.map({ $0.trimmed().isEmpty }) ?? false { lines.removeLast() }
        let text = lines.joined(separator: "\n")
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
        return "\(fence)\(language)\n\(text)\n\(fence)"
    }
}
