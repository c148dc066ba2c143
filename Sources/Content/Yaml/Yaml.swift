package import Base

/// A YAML value with its place: what front matter and settings are read from.
///
/// Plain data only: anchors, aliases and tags are refused, by `YamlGuard` before the parser sees them.
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
        return try YamlComposer.value(of: text, path: path, firstLine: firstLine)
    }
}
