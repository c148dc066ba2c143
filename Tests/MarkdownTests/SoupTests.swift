import ArabicText
import Markdown
import Testing

/// Bodies thrown together from everything that means something, always the same ones.
@Suite struct SoupTests {
    private static let parts = [
        "نص", "و", " ", " ", "\n", "\n\n", "**", "*", "_", "***", "~~", "«", "»", "\"", "(", ")", "[", "]", "![", "](",
        "](/x)", "[^1]",
        "\n[^1]: ", "\n[^1]: نص\n\n    ", "::: aside\n", "\n::: اقتباس\n", "\n:::\n", "\n::: details ع\n", "> ",
        "\n> — ف", "\n- ", "\n١. ",
        "\n1- ", "\n    ", "|", "\n| أ | ب |\n|---|:-:|\n| ", "\n```\n", "`", "``", "<b>", "<!-- ", " -->", "\n<div>\n",
        "https://a.org/_x_",
        "www.a.b", "\nhttps://youtu.be/a\n", "C++", "20%", "+254 700 123 456", "\n# ", "\n## ع {#a}", "{#a}", "\\",
        "&#1;", "&#8238;", "&amp;",
        "\u{200F}", "\u{2067}", "\u{202E}", "\u{2CFE}", "\t", "\r\n", "\n*المصدر: س\n", "\n> [!pull]\n", "\n---\n",
        "\n===\n", "\n[r]: /u 'ع'\n", "[r]",
        "![ص](a.jpg \"ت | م\")", "  \n", "2024. ", "#", "@x", "<https://a.b>", "javascript:", "/x?\"", "\u{0}",
        "أ\u{64B}\u{651}", "…",
    ]

    private static func soup(_ seed: UInt64) -> String {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(limit))
        }
        return (0..<(4 + next(40))).map { _ in parts[next(parts.count)] }.joined()
    }

    @Test func theHTMLIsBalancedAndHoldsNoMarks() {
        let settings = [
            MarkdownSettings(), MarkdownSettings(latinLanguage: "en", quotes: .guillemets),
            MarkdownSettings(language: "en", direction: .ltr, quotes: .curly),
        ]
        for seed in 1...4000 as ClosedRange<UInt64> {
            let body = Self.soup(seed)
            let document = Renderer(settings[Int(seed % 3)]).render(Array(body.utf8), headline: "نص")
            let html = String(decoding: document.html, as: UTF8.self)
            let problem = Self.problem(html)
            #expect(problem == nil, "\(seed) \(problem ?? "") in \(html)\nfrom \(body)")
            let isMarked = (document.html + document.text).contains {
                $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09
            }
            #expect(!isMarked, "\(seed) \(body)")
            #expect(body.contains("\u{2CFE}") || !html.contains("\u{2CFE}"), "\(seed) \(body)")
            #expect(document.remarks.allSatisfy { $0.offset >= 0 && $0.offset <= body.utf8.count }, "\(seed)")
            #expect(!html.contains("href=\"javascript"), "\(seed)")
        }
    }

    /// The first tag that closes nothing or is not closed.
    private static func problem(_ html: String) -> String? {
        let empty: Set<String> = ["br", "hr", "img"]
        var open: [String] = []
        for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            guard let end = part.firstIndex(of: ">") else { return "no end: \(part)" }
            let tag = part[..<end]
            let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
            if tag.hasPrefix("/") {
                guard open.popLast() == name else { return "</\(name)> closes nothing" }
            } else if !empty.contains(name) {
                if name == "p", open.last == "p" { return "<p> in <p>" }
                if name == "a", open.contains("a") { return "<a> in <a>" }
                open.append(name)
            }
        }
        return open.isEmpty ? nil : "not closed: \(open)"
    }
}
