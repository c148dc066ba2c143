package import Base

extension Explanation.Text {
    /// The example's lines: `- ` before what is reported, `+ ` before what to write instead, blanks before what stays.
    /// Signs that turn text around are named.
    package var exampleLines: [String] {
        let (old, new) = (lines(of: wrong), lines(of: mended))
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
        return old[..<start].map { "  " + $0 } + old[start..<(old.count - end)].map { "- " + $0 }
            + new[start..<(new.count - end)].map { "+ " + $0 } + old[(old.count - end)...].map { "  " + $0 }
    }

    private func lines(of text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(named)
    }

    private func named(_ line: Substring) -> String {
        line.unicodeScalars.reduce(into: "") { text, scalar in
            let turns = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            text += turns ? "⟨U+\(String(scalar.value, radix: 16, uppercase: true))⟩" : String(scalar)
        }
    }
}

extension ExamplePlace {
    /// `In the text of an article`; nil for what stands in no file.
    package func name(arabic: Bool) -> String? {
        switch self {
        case .frontMatter: arabic ? "في بيانات المقال" : "In the front matter of an article"
        case .body: arabic ? "في نص المقال" : "In the text of an article"
        case .settings: arabic ? "في Content/site.yaml" : "In Content/site.yaml"
        case .template: arabic ? "في Templates/article.html" : "In Templates/article.html"
        case .file(let path): arabic ? "في \(path)" : "In \(path)"
        case .told: nil
        }
    }
}
