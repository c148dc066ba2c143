import ArabicText
import Base
import TestSupport
import Testing

@testable import Content

@Suite struct PlainFrontMatterTests {
    private enum Way: Equatable { case short, long }

    /// Compares both ways of reading, and tells which one is taken.
    private func way(_ text: [UInt8]) -> Way {
        let keys = Vocabulary.articleText
        guard let short = PlainFrontMatter.yaml(text, keys: keys, path: "a.md", firstLine: 2) else { return .long }
        let written = String(decoding: text, as: UTF8.self)
        do throws(Diagnostic) {
            let (long, problems) = try Yaml.parse(written: text, keys: keys, path: "a.md", firstLine: 2)
            #expect(problems == [], "\(written)")
            #expect(
                Array(description(short).utf8) == Array(long.map(description)?.utf8 ?? "nothing".utf8), "\(written)")
        } catch {
            Issue.record("\(error.message.english): \(written)")
        }
        return .short
    }

    /// All of a value: contents, whether it stood without quotes, places.
    private func description(_ yaml: Yaml) -> String {
        let content =
            switch yaml.content {
            case .scalar(let text, let plain): "\(plain ? "plain" : "quoted") \(text)"
            case .list(let items): "list" + items.map { " <\(description($0))>" }.joined()
            case .map(let entries):
                "map" + entries.map { "\n\($0.key) \(place($0.location)) = \(description($0.value))" }.joined()
            }
        return "\(place(yaml.location)) \(content)"
    }

    private func place(_ location: Location) -> String { "\(location.path):\(location.line):\(location.column)" }

    @Test(arguments: [
        "title: خبر\n", "title: الرئيس: لا تراجع\n", "title: [فيديو] لحظة # وسم\n", "title: C:\\new \"x\" 'y'\n",
        "title: - {a} & *b !c ؟\n",
        "title: \"كله\"\n", "title: \"\"\n", "title:    مسافات    \n", "التاريخ: ٢٤/١/٢٠٢٤\n",
        "آخر تحديث: 2024-01-24T10:00:00+03:00\n",
        "tags: علوم، ماء, نهر\n", "tags: [علوم, ماء,  نهر قديم ]\n", "tags: [ واحد ]\n", "author: \"سلمى، كريم\"\n",
        "draft: true\n",
        "draft: null\nkind: رأي\n", "titel: 12.5\n", "لا أحد: يعرف هذا\n", "aliases: [2019/old/, b]\n",
        "title: خبر — «نص» “x” 漢字 é ٪\n",
    ]) func plainLinesGoTheShortWay(_ text: String) {
        #expect(way(Array(text.utf8)) == .short)
    }

    @Test(arguments: [
        "", "\n", "title: خبر", "title:\n", "title: \n", "title:خبر\n", "title: a\n\n", "title: a\n b\n",
        "title: a\ntitle: b\n",
        "title : a\n",
        " title: a\n", "# note\ntitle: a\n", "title: 'a'\n", "title: \"a\" b\n", "title: \"a\\n\"\n", "title: |\n",
        "title: >-\n  a\n",
        "title: a\tb\n",
        "title: a\t\n", "title: a\u{2028}b\n", "title: a\u{85}b\n", "title: 😀\n", "draft: ~\n", "draft: true # yes\n",
        "draft: a: b\n",
        "tags: []\n", "tags: [a,b]\n", "tags: [a, b\n", "tags: [a], b]\n", "tags: [a, ]\n", "tags: ['a']\n",
        "tags: {a: b}\n",
        "draft: - a\n",
        "draft: -1\n", "- title: a\n", "draft: @a\n", "draft: *a\n", "extra:\n  a: b\n", "عُنوان: a\n", "...\n",
        "title: a\n...\n", "1: a\n",
        "\"title\": a\n",
    ]) func whatIsRareGoesTheLongWay(_ text: String) {
        #expect(way(Array(text.utf8)) == .long)
    }

    private static let keys = [
        "title", "TITLE", "kicker", "date", "author", "authors", "tags", "kind", "draft", "status", "aliases",
        "related", "extra", "titel",
        "العنوان", "آخر تحديث", "الوسوم", "ذات صلة", "أ", "null", "no", "y", "a-b",
    ]
    private static let strangeKeys = [
        "عُنوان", "a  b", "12", "- a", "\"k\"", "? k", "<<", "é", "", "a ", " a", "a:", "#a", "a #b", "a_", "-", "[a]",
        "{a}", "a\tb", "%a",
    ]
    private static let words = [
        "خبر", "مهم", "a", "Z", "12", "2024-01-24", "10:05", "٢٠٢٤", "true", "null", "yes", "no", "0x1F", "1e3", "عُمان",
        " ", " ", "  ",
        "، ",
        ", ", "-", ".", "/", "_",
    ]
    private static let signs = [
        "~", ".inf", "é", "漢", "😀", ":", ": ", " :", ",", "#", " #", "# ", "\"", "'", "[", "]", "{", "}", "- ", "...",
        "---", "&a", "*a",
        "!a",
        "|", ">", ">-", "%", "@", "`", "?", "? ", "\\", "\\n", "\t", "«", "…", "\u{200F}", "\u{61C}", "\u{A0}",
        "\u{85}", "\u{2028}",
        "\u{300}", "=",
        "<<",
        "+", "؟", "؛", "\n", "\n ", "\r", "ـ", "\u{1}", "\u{7F}", "\u{E000}", "\u{FFFD}",
    ]

    private static let marks = ["\u{200F}", "\u{61C}", "\u{200E} ", " \u{200C}", "\u{A0}\u{2067}", "\u{600}"]

    /// Words and few signs, so that both ways have much to read.
    private func lines(_ random: inout SeededGenerator) -> String {
        func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
        func rarely(_ often: Int) -> Bool { random.next(upTo: often) == 0 }
        var text = ""
        for _ in 0...random.next(upTo: 3) {
            var parts = (0...random.next(upTo: 5)).map { _ in pick(Self.words) }
            if rarely(2) { parts.insert(pick(Self.signs), at: random.next(upTo: parts.count + 1)) }
            if rarely(8) { parts.insert(pick(Self.signs), at: random.next(upTo: parts.count + 1)) }
            let value =
                switch random.next(upTo: 8) {
                case 0: "\"\(parts.joined())\""
                case 1: "[\(parts.joined(separator: ", "))]"
                default: parts.joined()
                }
            text += rarely(16) ? pick(Self.strangeKeys) : pick(Self.keys)
            let (before, behind) = (rarely(16) ? pick(Self.marks) : "", rarely(16) ? pick(Self.marks) : "")
            text += rarely(16) ? pick([":", " : ", ":\t", ":  ", ": - ", " "]) : ": "
            text +=
                before + value + behind
                + (rarely(16) ? pick([" \n", "  \n", "\t\n", "\r\n", "\n\n", "\n  ", "\n- ", ""]) : "\n")
        }
        return text
    }

    @Test(arguments: 0..<64) func bothWaysGiveTheSame(_ seed: UInt64) {
        var random = SeededGenerator(seed)
        var short = 0
        for _ in 0..<400 {
            let file = Array("---\n\(lines(&random))---\n".utf8)
            // As an article's file goes.
            let source = SourceText(valid: file).bytes
            let (text, _) = cleaned(Array(source[4..<(source.count - 4)]), of: source, path: "a.md")
            if way(text) == .short { short += 1 }
        }
        #expect(short > 40)
        #expect(short < 360)
    }

    /// Lines of the articles of this project with a few bytes of them changed.
    @Test func bothWaysGiveTheSameOfTheSampleArticles() throws {
        let articles = try sampleArticles()
        var short = 0
        for text in articles {
            if way(text) == .short { short += 1 }
            var random = SeededGenerator(UInt64(text.count))
            for _ in 0..<100 {
                var changed = text
                for _ in 0...random.next(upTo: 2) {
                    let signs = Array("\n\t :#\"'[]{},-&*!|>%@`?\\~a1".utf8)
                    let sign = signs[random.next(upTo: signs.count)]
                    let place = random.next(upTo: changed.count)
                    if changed[place] < 0x80 { changed[place] = sign }
                }
                _ = way(changed)
            }
        }
        #expect(articles.count > 20)
        #expect(short > 5)
    }

    private func sampleArticles() throws -> [[UInt8]] {
        let tree = DiskTree(
            root: String(#filePath).replacing("/Tests/ContentTests/PlainFrontMatterTests.swift", with: ""))
        return try tree.entries(under: "Content/articles").filter { $0.path.hasSuffix(".md") }.map { entry in
            let file = try articleText(entry.path, in: tree)
            var lines = Lines(file[...])
            let first = lines.next()?.endIndex ?? 0
            while let line = lines.next(), !line.starts(with: "---".utf8) { continue }
            return cleaned(Array(file[first..<(lines.position - 4)]), of: file, path: entry.path).text
        }
    }
}
