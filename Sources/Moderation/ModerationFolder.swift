package import Base
import Content

/// `Moderation/` beside `Content/`: comments that wait, those taken for spam, and the ids of those refused. Git ignores
/// it, no build reads it, and what is in it is in no cache.
package struct ModerationFolder {
    /// Files of the folder.
    private enum File {
        static let waiting = "Moderation/waiting.jsonl"
        static let spam = "Moderation/spam.jsonl"
        static let refused = "Moderation/refused.txt"
        static let blocked = "Moderation/blocked.txt"
        static let ignore = "Moderation/.gitignore"
    }

    private let tree: DiskTree
    private let writer: any OutputWriter
    /// Comments that wait, in the order of their coming.
    package internal(set) var waiting: [Submission]
    /// Those that were sorted out.
    package internal(set) var spam: [Submission]
    /// Ids of comments that were refused, so that they do not come again.
    var refused: Set<String>
    /// Words that make spam of a comment, one a line.
    let blocked: [String]
    /// Lines of its files that nobody can read; they stay.
    private let unread: (waiting: [[UInt8]], spam: [[UInt8]])

    /// The folder as it is; empty where there is none.
    package init(_ tree: DiskTree) throws(Diagnostic) {
        self.tree = tree
        writer = tree.writer()
        let (waiting, spam) = (
            Self.submissions(try writer.existing(File.waiting)), Self.submissions(try writer.existing(File.spam))
        )
        (self.waiting, self.spam) = (waiting.read, spam.read)
        unread = (waiting.unread, spam.unread)
        refused = Set(Self.lines(try writer.existing(File.refused)))
        blocked = Self.lines(try writer.existing(File.blocked)).filter { !$0.hasPrefix("#") }
    }

    private static func lines(_ bytes: [UInt8]?) -> [String] {
        (bytes ?? []).split(separator: UInt8(ascii: "\n")).map { ReaderText.line(String(decoding: $0, as: UTF8.self)) }
            .filter { !$0.isEmpty }
    }

    private static func submissions(_ bytes: [UInt8]?) -> (read: [Submission], unread: [[UInt8]]) {
        var (read, unread): ([Submission], [[UInt8]]) = ([], [])
        for line in (bytes ?? []).split(separator: UInt8(ascii: "\n")).map(Array.init) {
            if let submission = Submission(line: line) { read.append(submission) } else { unread.append(line) }
        }
        return (read, unread)
    }

    /// Writes what changed.
    func save() throws(Diagnostic) {
        try put(Array("# What waits for moderators is not public.\n*\n".utf8), at: File.ignore)
        let newline = [UInt8(ascii: "\n")]
        try put(waiting.flatMap(\.line) + unread.waiting.flatMap { $0 + newline }, at: File.waiting)
        try put(spam.flatMap(\.line) + unread.spam.flatMap { $0 + newline }, at: File.spam)
        try put(Array(refused.sorted().map { $0 + "\n" }.joined().utf8), at: File.refused)
    }

    private func put(_ bytes: [UInt8], at path: String) throws(Diagnostic) {
        let before = try writer.existing(path)
        guard before ?? [] != bytes else { return }
        try writer.write(bytes, to: path)
    }
}
