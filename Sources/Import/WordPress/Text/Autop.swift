/// Paragraphs of the classic editor, which stores line ends: a blank line is a paragraph, a line end a break.
enum Autop {
    /// HTML with its paragraphs and breaks.
    static func paragraphs(_ html: String) -> String {
        var result = ""
        var words = ""
        var raw: String?
        var heading: String?
        var tokens = Tokens(html)
        while let token = tokens.next() {
            if let open = raw {
                result += token.text
                if token.isEnd, token.name == open { raw = nil }
                continue
            }
            if !token.isEnd, token.name.map({ verbatim.contains($0) }) == true {
                close(&words, &result)
                result += token.text
                raw = token.closesItself ? nil : token.name
            } else if let name = token.name, blocks.contains(name) {
                if heading == name, token.isEnd {
                    // A heading holds no paragraph.
                    result += broken(words.trimmed())
                    (words, heading) = ("", nil)
                }
                close(&words, &result)
                result += token.text
                if !token.isEnd, headings.contains(name) { heading = name }
            } else {
                words += token.text
            }
        }
        close(&words, &result)
        return result
    }

    private static func close(_ words: inout String, _ result: inout String) {
        defer { words = "" }
        guard words.contains(where: { !$0.isWhitespace }) else { return }
        for paragraph in split(words) {
            let lines = paragraph.trimmed(ends: [.start, .end])
            guard !lines.isEmpty else { continue }
            result += "<p>" + broken(lines) + "</p>\n"
        }
    }

    /// Parts between lines that hold nothing.
    private static func split(_ text: String) -> [String] {
        var parts: [String] = []
        var current: [String] = []
        for line in text.splitLines {
            if line.allSatisfy(\.isWhitespace) {
                if !current.isEmpty { parts.append(current.joined(separator: "\n")) }
                current = []
            } else {
                current.append(line)
            }
        }
        if !current.isEmpty { parts.append(current.joined(separator: "\n")) }
        return parts
    }

    /// Line ends as breaks, outside of tags, and not where a break is written already.
    private static func broken(_ text: String) -> String {
        var result: [UInt8] = []
        var isTag = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): isTag = true
            case UInt8(ascii: ">"): isTag = false
            case 0x0A where !isTag:
                if !String(decoding: result.suffix(6), as: UTF8.self).trimmed(ends: [.end]).hasSuffix(">")
                    || !endsInBreak(result)
                {
                    result += "<br />".utf8
                }
            default: break
            }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func endsInBreak(_ bytes: [UInt8]) -> Bool {
        let end = String(decoding: bytes.suffix(12), as: UTF8.self).trimmed(ends: [.end]).lowercased()
        return end.hasSuffix("<br>") || end.hasSuffix("<br/>") || end.hasSuffix("<br />")
    }

    private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6", "summary", "figcaption", "dt"]
    private static let verbatim: Set<String> = ["pre", "script", "style", "table", "textarea", "svg"]
    private static let blocks = HTMLElement.blocks.union([
        HTMLMarks.gallery, HTMLMarks.embed, "iframe", "audio", "video", "object", "p",
    ])

    /// Tags and the text between them.
    private struct Tokens {
        struct Token {
            let text: String
            /// Of a tag its name in lower case.
            let name: String?
            let isEnd: Bool
            let closesItself: Bool
        }

        private let bytes: [UInt8]
        private var place = 0

        init(_ html: String) { bytes = Array(html.utf8) }

        mutating func next() -> Token? {
            guard place < bytes.count else { return nil }
            let start = place
            if bytes[start] == UInt8(ascii: "<"), start + 1 < bytes.count,
                bytes[start + 1] == UInt8(ascii: "/") || (0x61...0x7A).contains(bytes[start + 1] | 0x20)
                    || bytes[start + 1] == UInt8(ascii: "!")
            {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
                place = end
                let isEnd = bytes[start + 1] == UInt8(ascii: "/")
                let name = bytes[(start + (isEnd ? 2 : 1))..<end].prefix {
                    (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
                }
                return Token(
                    text: String(decoding: bytes[start..<end], as: UTF8.self),
                    name: String(decoding: name, as: UTF8.self).lowercased(), isEnd: isEnd,
                    closesItself: end >= 2 && bytes[end - 2] == UInt8(ascii: "/"))
            }
            place = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            return Token(
                text: String(decoding: bytes[start..<place], as: UTF8.self), name: nil, isEnd: false,
                closesItself: false)
        }
    }
}
