import Base

/// Front matter that is no YAML and no TOML, taken line by line: keys at the start of a line with their words, and lists
/// below them. What else stands there is lost, and told.
enum LooseMatter {
    static func read(_ text: [UInt8]) -> MatterValue {
        var entries: [MatterValue.Entry] = []
        for line in String(decoding: text, as: UTF8.self).splitLines {
            let words = line.trimmed()
            if let item = item(words), let last = entries.indices.last {
                var items = entries[last].value.items
                items.append(.scalar(item))
                entries[last].value = .list(items)
            } else if let (key, value) = pair(line) {
                entries.removeAll { $0.key == key }
                entries.append(.init(key: key, value: value))
            }
        }
        return .map(entries)
    }

    private static func item(_ words: String) -> String? {
        guard words.hasPrefix("- ") else { return nil }
        return unquoted(String(words.dropFirst(2)))
    }

    private static func pair(_ line: String) -> (key: String, value: MatterValue)? {
        guard let first = line.utf8.first, first > 0x20, first != UInt8(ascii: "#"),
            let sign = line.firstIndex(where: { $0 == ":" || $0 == "=" })
        else { return nil }
        let key = unquoted(String(line[..<sign]))
        guard !key.isEmpty, !key.contains(where: \.isWhitespace) else { return nil }
        let words = String(line[line.index(after: sign)...]).trimmed()
        if words.hasPrefix("["), words.hasSuffix("]") {
            let items = words.dropFirst().dropLast().split(separator: ",").map { unquoted(String($0)) }
            return (key, .list(items.filter { !$0.isEmpty }.map { .scalar($0) }))
        }
        let text = unquoted(words)
        return (key, text.isEmpty ? .nothing : .scalar(text))
    }

    private static func unquoted(_ words: String) -> String {
        let text = words.trimmed()
        guard text.utf8.count > 1, let mark = text.first, mark == "\"" || mark == "'", text.last == mark else {
            return text
        }
        return String(text.dropFirst().dropLast())
    }
}
