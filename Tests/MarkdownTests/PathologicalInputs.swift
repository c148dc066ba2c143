/// Inputs that cost naive parsers more than their length: those of cmark's test suite, libcmark 0.30.2's own weak
/// spots, and what our scan and our extensions could stumble over.
enum PathologicalInputs {
    /// `count` is the length in bytes, roughly.
    static let all: [(name: String, make: @Sendable (_ count: Int) -> String)] = [
        ("nested strong emphasis", { $0.half("*a **a ") + "b" + $0.half(" a** a*") }),
        ("closers without openers", { $0.full("a_ ") }), ("openers without closers", { $0.full("_a ") }),
        ("link closers", { $0.full("a]") }), ("link openers", { $0.full("[a") }),
        ("mismatched delimiters", { $0.full("*a_ ") }), ("multiples of three", { "a**b" + $0.full("c* ") }),
        ("link openers and closers of emphasis", { $0.full("[ a_") }), ("hard link", { $0.full("**x [a*b**c*](d)") }),
        ("nested brackets", { $0.half("[") + "a" + $0.half("]") }), ("nested quotes", { $0.full("> ") + "a" }),
        ("emphasis in deep quotes", { $0.half("> ") + $0.half("*a* ") }),
        ("deep markers and blank lines", { $0.half("- ") + "x" + $0.half("\n") }),
        ("ninety-nine markers and blank lines", { String(repeating: "- ", count: 99) + "x" + $0.full("\n") }),
        ("deep numbers and blank lines", { $0.half("1. ") + "x" + $0.half("\n") }),
        ("pictures of brackets", { $0.full("![[]()") }), ("picture openers", { $0.full("![a](") }),
        ("backticks", { Self.backticks($0) }), ("backtick cycles", { $0.full(Self.backticks(5000)) }),
        ("unclosed links A", { $0.full("[a](<b") }), ("unclosed links B", { $0.full("[a](b") }),
        ("comments", { $0.full("a <!-- ") }), ("instructions", { $0.full("a <? ") }),
        ("declarations", { $0.full("a <!A ") }),
        ("CDATA", { $0.full("a <![CDATA[ ") }), ("tags", { $0.full("<a ") }), ("attributes", { $0.full("<a b=\"") }),
        ("many definitions", { $0.lines { "[\($0)]: u\n" } + "[0] " }),
        ("a long definition used often", { "[a]: /" + $0.half("x") + "\n\n" + $0.half("[a] ") }),
        ("definitions of a thousand bytes used often", { "[a]: /" + 1000.full("x") + "\n\n" + $0.full("[a]") }),
        ("a long title", { "[a]: /x '" + $0.half("y\n") + "'\n\n" + $0.half("[a] ") }),
        ("stars", { $0.full("*") }), ("stars in a word", { "a" + $0.full("*") + "b" }),
        ("entities", { $0.full("&#8238;") }),
        ("one line", { $0.full("نص ") }), ("Arabic emphasis", { $0.full("و**«ب»**") }),
        ("Arabic openers", { $0.full("و**«") }),
        ("Arabic closers", { $0.full("»**و") }), ("pipes", { $0.full("|") }), ("rows of pipes", { $0.full("|\n") }),
        ("tables", { $0.full("|a|\n|-|\n") }), ("table heads", { $0.full("|a|b|\n") }),
        ("dashes", { $0.full("|-") + "\n" + $0.full("|-") }),
        ("short rows", { 90.full("|a") + "\n" + 90.full("|-") + "\n" + $0.full("b\n") }),
        ("notes", { $0.lines { "[^\($0)]: a\n" } }), ("uses of notes", { $0.full("[^a]") + "\n\n[^a]: b" }),
        ("notes and uses", { $0.lines { "a[^\($0)]\n\n[^\($0)]: b\n\n" } }), ("note openers", { $0.full("[^") }),
        ("unclosed fences in notes", { $0.full("[^a]: ```\n") }), ("boxes", { $0.full("::: aside\n") }),
        ("boxes in quotes", { $0.full("> ::: aside\n\n") }), ("box ends", { $0.full(":::\n") }),
        ("tildes", { $0.full("~~a ") }),
        ("strikes", { $0.full("~~a~~ *b* ") }), ("bare links", { $0.full("https://a.b ") }),
        ("hosts in one another", { $0.full("www.a(") }), ("prefixes", { $0.full("http://") }),
        ("paths of prefixes", { $0.full("http:///") }),
        ("numbers", { $0.full("+254 700 ") }), ("quotes", { $0.full("\"a\" ") }), ("headings", { $0.full("# a\n") }),
        ("links", { $0.full("[a](b) ") }), ("cards", { $0.full("https://t.me/a\n") }),
        ("attributions", { $0.full("> a\n> — b\n\n") }),
        ("carriage returns", { $0.full("\r") }), ("isolates", { $0.full("\u{2066}a") }),
        ("overrides", { $0.full("\u{202E}a") }),
        ("marks", { $0.full("\u{64B}") }), ("NUL", { $0.full("\u{0}") }), ("numbered years", { $0.full("2024. a\n") }),
        ("html blocks", { $0.full("<div>\n\n") }), ("unclosed html", { $0.full("<!--\n") }),
        ("comments of many lines", { "a" + $0.full(" <!--\n") + " -->" }),
        ("comments in comments", { "a " + $0.full("<!--") + " -->" }),
        ("hyphens in a comment", { "a <!-- " + $0.full("-") + " -->" }),
        ("braces", { $0.full("{{a ") }), ("opened tags", { $0.full("{% a ") }),
        ("brackets of a wiki", { $0.full("[[a ") }),
        ("shortcodes", { $0.full("[a b=\"c") }), ("names in brackets", { $0.full("[a] ") }),
        ("references", { $0.full("[أ][ب] ") }),
        ("references and definitions", { $0.lines { "[ب\($0)]: /a\n" } + "\n" + $0.lines { "[أ][ت\($0)] " } }),
        ("half addresses", { $0.full("https:/a ") }), ("half addresses in one word", { $0.full("https:/a") }),
        ("attributes in braces", { $0.full("{:.a ") }),
    ]

    /// For outlets that allow HTML.
    static let html: [(name: String, make: @Sendable (_ count: Int) -> String)] = [
        ("tags without an end", { "<div>" + $0.full("<a ") }),
        ("values without an end", { "<div>" + $0.full("<a b=\"") }),
        ("scripts without an end", { "<div>" + $0.full("<script>") }),
        ("comments without an end", { "<div>" + $0.full("<!-- ") }),
        ("attributes of one tag", { "<div " + $0.full("a=b ") + ">" }),
        ("pictures", { "<div>" + $0.full("<img src=a srcset=b>") + "</div>" }),
        ("elements without an end", { $0.half("<b>") + $0.half("</i>") }),
        ("elements", { $0.half("<div>\n\n") + $0.half("</div>\n\n") }),
        ("braces", { "<div>" + $0.full("{{a <a ") }),
        ("candidates", { "<img srcset=\"" + $0.full("a 1x, ") + "\">" }), ("entities", { "<p>" + $0.full("&amp;") }),
    ]

    private static func backticks(_ count: Int) -> String {
        var text = ""
        var length = 1
        while text.utf8.count < count {
            text += "e" + String(repeating: "`", count: length)
            length += 1
        }
        return text
    }
}

extension Int {
    fileprivate func full(_ part: String) -> String { String(repeating: part, count: self / part.utf8.count + 1) }
    fileprivate func half(_ part: String) -> String { (self / 2).full(part) }
    fileprivate func lines(_ line: (Int) -> String) -> String {
        var text = ""
        var number = 1
        while text.utf8.count < self {
            text += line(number)
            number += 1
        }
        return text
    }
}
