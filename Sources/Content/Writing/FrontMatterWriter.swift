import Base

/// Writes the front matter of an article, one line a key.
package struct FrontMatterWriter {
    private var lines: [String] = []

    /// Front matter without a line.
    package init() {}

    /// A key and its text on one line; between quotes only where it would read back as something else.
    ///
    /// - Parameters:
    ///   - key: an English name of the articles' vocabulary.
    ///   - text: clean, as `Hygiene.clean` leaves it. Its line breaks become spaces, and the white space at its ends is
    ///     lost: no value of front matter holds either.
    package mutating func add(_ key: String, _ text: String) {
        let text = stripped(text.split(whereSeparator: \.isNewline).joined(separator: " ").unicodeScalars[...])
        let line = "\(key): \(text)"
        let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        lines.append(Self.reads(line, as: text) ? line : "\(key): \"\(quoted)\"")
    }

    /// A key for the editor to fill in.
    package mutating func add(empty key: String) { lines.append("\(key):") }

    /// A line that nobody reads but the editor.
    package mutating func add(comment: String) { lines.append("# \(comment)") }

    /// All lines between their fences.
    package var text: String { (["---"] + lines + ["---", ""]).joined(separator: "\n") }

    private static func reads(_ line: String, as text: String) -> Bool {
        guard
            let (yaml, problems) = try? Yaml.parse(
                written: Array("\(line)\n".utf8), keys: Vocabulary.articleText, path: ""),
            problems.isEmpty, case .map(let entries)? = yaml?.content, entries.count == 1,
            let value = entries.first?.value
        else { return false }
        if case .scalar(text, _) = value.content { return !value.isNull }
        return false
    }
}
