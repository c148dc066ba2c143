package import Base
private import Yams

/// A YAML value with its place: what front matter and settings are read from.
///
/// Plain data only: anchors, aliases and tags are refused before the parser sees them (`YamlGuard`).
package struct Yaml: Sendable {
    package indirect enum Content: Sendable {
        /// `plain` where it stood without quotes, so that `null` and `yes` may mean what they say.
        case scalar(String, plain: Bool)
        case list([Yaml])
        case map([Entry])
    }

    package struct Entry: Sendable {
        package let key: String
        package let location: Location
        package let value: Yaml
    }

    package let content: Content
    package let location: Location

    /// Whether it stands for nothing, as programs write it where they know no value (YAML 1.2, section 10.3.2).
    package var isNull: Bool {
        if case .scalar(let text, plain: true) = content { return Self.isNull(text.utf8) }
        return false
    }

    /// Of a value that stands without quotes.
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
            throw Self.diagnostic(error, path: path, firstLine: firstLine)
        } catch {
            throw Self.diagnostic("\(error)", at: Location(path: path, line: firstLine))
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

    private static func diagnostic(_ error: YamlError, path: String, firstLine: Int) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return diagnostic(problem, at: location(mark, path, firstLine))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.sorted(by: bytesPrecede).joined(separator: ", ")
            return Diagnostic(
                id: "duplicate-key",
                Message(
                    en: "a key stands once; remove one of the two: \(keys)", ar: "يرد المفتاح مرة واحدة؛ احذف التكرار: \(keys)"),
                at: location(context.mark, path, firstLine))
        case .reader(let problem, _, _, _): return diagnostic(problem, at: Location(path: path, line: firstLine))
        default: return diagnostic("\(error)", at: Location(path: path, line: firstLine))
        }
    }

    private static func diagnostic(_ problem: String, at location: Location) -> Diagnostic {
        Diagnostic(
            id: "yaml",
            Message(
                en: "this is no valid YAML: \(problem); put a value with special characters between quotes",
                ar: "صياغة YAML غير صحيحة (\(problem))؛ ضع القيمة التي فيها رموز خاصة بين علامتي اقتباس"),
            at: location)
    }
}
