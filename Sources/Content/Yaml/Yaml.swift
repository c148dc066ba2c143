package import Base
private import Yams

/// A YAML value with its place: what front matter and settings are read from.
///
/// Plain data only: anchors, aliases and tags are refused before the parser sees them (`YamlGuard`).
package struct Yaml: Sendable {
    /// A scalar, a list or a mapping.
    package indirect enum Content: Sendable {
        /// `plain` where it stood without quotes, so that `null` and `yes` may mean what they say.
        case scalar(String, plain: Bool)
        case list([Yaml])
        case map([Entry])
    }

    /// One key of a mapping with its value.
    package struct Entry: Sendable {
        /// Key as it is written.
        package let key: String
        /// Where the key stands.
        package let location: Location
        /// What stands behind the colon.
        package let value: Yaml
    }

    /// What the value is.
    package let content: Content
    /// Where the value begins.
    package let location: Location

    /// Whether it stands for nothing, as programs write it where they know no value (YAML 1.2, section 10.3.2).
    package var isNull: Bool {
        if case .scalar(let text, plain: true) = content { return Self.isNull(text.utf8) }
        return false
    }

    /// Whether a value that stands without quotes stands for nothing.
    static func isNull(_ text: some Collection<UInt8>) -> Bool {
        switch text.count {
        case 1: text.first == UInt8(ascii: "~")
        case 4: ["null", "Null", "NULL"].contains { text.elementsEqual($0.utf8) }
        default: false
        }
    }

    init(_ content: Content, at location: Location) { (self.content, self.location) = (content, location) }

    /// Nil for an empty text. Throws what the guard or the parser found, placed in the file at `path`.
    ///
    /// - Parameter firstLine: the line of the file on which `text` starts, counted from 1.
    package static func parse(_ text: [UInt8], path: String, firstLine: Int = 1) throws(Diagnostic) -> Yaml? {
        try YamlGuard.check(text, path: path, firstLine: firstLine)
        do {
            let node = try Parser(yaml: String(decoding: text, as: UTF8.self), resolver: .basic, encoding: .utf8)
                .singleRoot()
            return node.map { Yaml($0, path: path, firstLine: firstLine) }
        } catch let error as YamlError {
            throw Self.diagnostic(error, text, path: path, firstLine: firstLine)
        } catch {
            throw Self.diagnostic(.no, text, path: path, firstLine: firstLine)
        }
    }

    private init(_ node: Node, path: String, firstLine: Int) {
        location = Self.location(node.mark, path, firstLine)
        switch node {
        case .scalar(let scalar): content = .scalar(scalar.string, plain: scalar.style == .plain)
        case .sequence(let sequence): content = .list(sequence.map { Yaml($0, path: path, firstLine: firstLine) })
        case .mapping(let mapping):
            content = .map(
                mapping.map { key, value in
                    Entry(
                        key: key.string ?? "", location: Self.location(key.mark, path, firstLine),
                        value: Yaml(value, path: path, firstLine: firstLine))
                })
        case .alias: content = .scalar("", plain: true)
        }
    }

    private static func location(_ mark: Mark?, _ path: String, _ firstLine: Int) -> Location {
        Location(path: path, line: (mark?.line ?? 1) + firstLine - 1, column: mark?.column ?? 1)
    }

    /// - Parameter text: as the parser saw it.
    private static func diagnostic(_ error: YamlError, _ text: [UInt8], path: String, firstLine: Int) -> Diagnostic {
        func problem(_ words: String, at place: Location, from start: Location? = nil) -> Diagnostic {
            YamlProblem(problem: words, place: place, start: start, text: text, firstLine: firstLine).diagnostic
        }
        switch error {
        case .scanner(let context, let words, let mark, _), .parser(let context, let words, let mark, _),
            .composer(let context, let words, let mark, _):
            let start = context.map { location($0.mark, path, firstLine) }
            return problem(words, at: location(mark, path, firstLine), from: start)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.sorted(by: bytesPrecede)
            let first = location(context.mark, path, firstLine)
            let names = keys.joined(separator: ", ")
            return Diagnostic(
                id: YamlRule.duplicateKey,
                Message(
                    en: "a key stands once; remove one of the two: \(names)",
                    ar: "يرد المفتاح مرة واحدة؛ احذف التكرار: \(names)"),
                at: secondPlace(of: keys, after: first, in: text, firstLine) ?? first)
        case .reader(let words, let offset, _, _):
            let place = Location(
                path: path, offset: String(decoding: text, as: UTF8.self).prefix(offset ?? 0).utf8.count, in: text)
            return problem(words, at: Location(path: path, line: place.line + firstLine - 1, column: place.column))
        default: return problem("", at: Location(path: path, line: firstLine))
        }
    }

    /// Where one of `keys` stands again on a line of its own.
    private static func secondPlace(of keys: [String], after first: Location, in text: [UInt8], _ firstLine: Int)
        -> Location?
    {
        let lines = Array(Lines(text[...]).enumerated().dropFirst(max(0, first.line - firstLine)))
        guard let entry = lines.first.flatMap({ KeyLine($0.element) }) else { return nil }
        let again = lines.dropFirst().first { _, line in
            KeyLine(line).map { $0.indent == entry.indent && keys.contains(String(decoding: $0.key, as: UTF8.self)) }
                ?? false
        }
        return again.map { Location(path: first.path, line: $0.offset + firstLine, column: entry.indent + 1) }
    }
}
