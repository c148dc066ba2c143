/// One problem in the input: where it stands, which rule it breaks, and what to do.
///
/// The program's only error type. Parsers return their value together with `[Diagnostic]` and never stop at the first.
///
///     Content/articles/rain.md:3:1: error: unknown key “titel”; did you mean “title”? [unknown-key]
package struct Diagnostic: Error, Sendable, Hashable {
    /// What a diagnostic does to a build.
    package enum Severity: String, Sendable, Hashable {
        case error, warning
        /// The copy desk's advice: silent in a build, a warning under `--strict` and in `check`.
        case advice
    }

    /// Raw value of its ``Rule``.
    package let id: String
    package let severity: Severity
    package let message: Message
    /// Absent for what concerns no file, such as a full disk.
    package let location: Location?

    package init(_ severity: Severity = .error, id rule: some Rule, _ message: Message, at location: Location?) {
        self.init(severity, rule.rawValue, message, location)
    }

    /// A diagnostic that was made before, with the id of its rule.
    init(_ severity: Severity, _ id: String, _ message: Message, _ location: Location?) {
        self.id = id
        self.severity = severity
        self.message = message
        self.location = location
    }

    package func breaks(_ rule: some Rule) -> Bool { id == rule.rawValue }

    /// The same, taken more or less severely.
    package func judged(_ severity: Severity) -> Diagnostic { Diagnostic(severity, id, message, location) }

    /// The same at another place, or without one.
    package func moved(to location: Location?) -> Diagnostic { Diagnostic(severity, id, message, location) }
}

/// The text of a diagnostic in both languages: the rule, the thing, the suggestion; no full stop.
package struct Message: Sendable, Hashable {
    package let english: String
    package let arabic: String

    package init(en english: String, ar arabic: String) {
        self.english = Self.cut(english)
        self.arabic = Self.cut(arabic)
    }

    /// The beginning and the end of a text that is too long, as a headline of a megabyte would make it.
    private static func cut(_ text: String) -> String {
        text.utf8.count <= longest ? text : text.prefix(longest / 8) + " … " + text.suffix(longest / 8)
    }

    /// Longest message in bytes; one that lists twenty files is shorter.
    private static let longest = 4000
}

/// A place in a file as people count: lines from 1, columns in Unicode scalars from 1; or a file or folder as a whole,
/// which has line 0.
package struct Location: Sendable, Hashable {
    /// Relative to the site's folder, `/` between the parts.
    package let path: String
    /// From 1; 0 for the file as a whole.
    package let line: Int
    /// In Unicode scalars, from 1; 0 for the file as a whole.
    package let column: Int
    /// The chain of includes that led here, the outermost first, each as `path:line`. Empty but for templates.
    package let via: [String]

    /// The file or the folder as a whole.
    package init(path: String) { self.init(path: path, line: 0, column: 0) }

    package init(path: String, line: Int, column: Int = 1, via: [String] = []) {
        self.path = path
        self.line = line
        self.column = column
        self.via = via
    }

    /// The place of a byte offset in `bytes`. Counts lines from the start, since places are only needed for problems.
    package init(path: String, offset: Int, in bytes: [UInt8], via: [String] = []) {
        var line = 1
        var column = 1
        for byte in bytes.prefix(max(0, offset)) {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        self.init(path: path, line: line, column: column, via: via)
    }
}

extension Location {
    /// Whether the place is a file or a folder as a whole.
    package var isWhole: Bool { line == 0 }

    /// The place as compilers print it: `Content/articles/rain.md:3:1`, or the path alone.
    package var text: String { isWhole ? path : "\(path):\(line):\(column)" }
}

extension Diagnostic: Comparable {
    /// By path, place and id, so that a run prints the same list whatever the order of the work.
    package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
        let (p, q) = (a.location, b.location)
        return (p?.path ?? "", p?.line ?? 0, p?.column ?? 0, a.id, a.message.english)
            < (q?.path ?? "", q?.line ?? 0, q?.column ?? 0, b.id, b.message.english)
    }
}
