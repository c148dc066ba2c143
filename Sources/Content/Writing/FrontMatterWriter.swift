import Base

/// Writes the front matter of an article, one line a key.
package struct FrontMatterWriter {
    fileprivate var lines: [String] = []

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

extension FrontMatterWriter {
    /// A key with a list, one item a line.
    package mutating func add(_ key: String, list: [String]) {
        guard !list.isEmpty else { return }
        lines.append("\(key):")
        for item in list {
            let text = Self.flat(item)
            let plain = Self.value("\(key):\n  - \(text)\n").flatMap { value -> Bool? in
                guard case .list(let items) = value.content, items.count == 1 else { return false }
                if case .scalar(text, _) = items[0].content { return !items[0].isNull }
                return false
            }
            lines.append("  - " + (plain == true ? text : Self.quoted(text)))
        }
    }

    /// A key with keys of its own, one a line; those with an empty text are left out.
    package mutating func add(_ key: String, map: [(key: String, text: String)]) {
        lines.append("\(key):")
        for (inner, text) in map where !text.isEmpty {
            lines.append("  " + Self.line(inner, Self.flat(text), below: key))
        }
    }

    /// A key with a list of maps, as bylines with what each did.
    package mutating func add(_ key: String, maps: [[(key: String, text: String)]]) {
        lines.append("\(key):")
        for map in maps {
            for (place, pair) in map.filter({ !$0.text.isEmpty }).enumerated() {
                lines.append((place == 0 ? "  - " : "    ") + Self.line(pair.key, Self.flat(pair.text), below: key))
            }
        }
    }

    private static func line(_ key: String, _ text: String, below outer: String) -> String {
        let plain = value("\(outer):\n  \(key): \(text)\n").flatMap { value -> Bool? in
            guard case .map(let entries) = value.content, entries.count == 1, let inner = entries.first?.value else {
                return false
            }
            if case .scalar(text, _) = inner.content { return !inner.isNull }
            return false
        }
        return "\(key): " + (plain == true ? text : quoted(text))
    }

    private static func value(_ lines: String) -> Yaml? {
        guard
            let (yaml, problems) = try? Yaml.parse(
                written: Array(lines.utf8), keys: Vocabulary.articleText, path: ""),
            problems.isEmpty, case .map(let entries)? = yaml?.content, entries.count == 1
        else { return nil }
        return entries.first?.value
    }

    private static func flat(_ text: String) -> String {
        stripped(text.split(whereSeparator: \.isNewline).joined(separator: " ").unicodeScalars[...])
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
