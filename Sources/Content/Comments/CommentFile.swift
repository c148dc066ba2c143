import ArabicText
package import Base

/// `Content/comments/2024/2024-01-24-rain.jsonl`: the comments of one article, a JSON object a line (RFC 8259):
///
///     {"id":"7f3a","name":"هند","date":"2024-01-25T08:10:00Z","text":"شكرًا."}
///     {"id":"81c0","parent":"7f3a","name":"كريم","date":"2024-01-25T09:00:00Z","text":"وأنا أيضًا."}
///
/// The file bears the article's `id`, or its path beneath `articles/` without `.md`.
package struct CommentFile: Sendable {
    /// Folder of all of them.
    package static let folder = "Content/comments/"

    /// Where the comments of the article with this identity lie.
    package static func path(of identity: String) -> String { folder + identity + ".jsonl" }

    /// Identity of the article whose comments lie at `path`; nil where none may lie there.
    package static func identity(of path: String) -> String? {
        guard path.utf8.starts(with: folder.utf8), path.hasSuffix(".jsonl") else { return nil }
        let name = path.utf8.dropFirst(folder.utf8.count).dropLast(".jsonl".utf8.count)
        return name.isEmpty ? nil : CanonicalForm.nfc(String(Substring(name)))
    }

    /// Most that a file may hold.
    private enum Limits {
        static let bytes = 64 << 20
        static let line = 128 << 10
    }

    /// In the order of the file; those that are in error are not among them.
    package private(set) var comments: [Comment] = []
    package private(set) var thread: Discussion
    package private(set) var diagnostics: [Diagnostic] = []

    /// - Parameters:
    ///   - path: the file's, relative to the site's folder.
    ///   - zone: the outlet's, in whose time dates are shown.
    package init(_ bytes: [UInt8], path: String, zone: Zone) {
        let digest = Digest(of: bytes)
        thread = Discussion([], path: path, digest: digest)
        if let conflict = Diagnostic.conflict(in: bytes, path: path) {
            diagnostics.append(conflict)
            return
        }
        guard bytes.count <= Limits.bytes else {
            diagnostics.append(.commentLine(.tooLong, at: Location(path: path)))
            return
        }
        var lines: [Int] = []
        var seen: [String: Int] = [:]
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            var line = Array(line)
            if index == 0, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            guard let comment = read(line, path: path, number: index + 1, zone) else { continue }
            if let first = seen[comment.id] {
                diagnostics.append(
                    .commentTwice(comment.id, first: first, at: Location(path: path, line: index + 1)))
                continue
            }
            seen[comment.id] = index + 1
            comments.append(comment)
            lines.append(index + 1)
        }
        var strays: [Int] = []
        thread = Discussion(comments, path: path, digest: digest) { strays.append($0) }
        for stray in strays.sorted() {
            diagnostics.append(
                .commentParent(comments[stray].parent ?? "", at: Location(path: path, line: lines[stray])))
        }
    }

    private mutating func read(_ line: [UInt8], path: String, number: Int, _ zone: Zone) -> Comment? {
        let place = Location(path: path, line: number)
        guard line.count <= Limits.line else {
            diagnostics.append(.commentLine(.tooLong, at: place))
            return nil
        }
        if let fault = firstInvalidUTF8(line) {
            let column = line[..<fault].count { $0 & 0xC0 != 0x80 } + 1
            diagnostics.append(.commentLine(.encoding, at: Location(path: path, line: number, column: column)))
            return nil
        }
        do throws(JSONText.Fault) {
            let json = try JSONText(whole: line)
            guard case .object(let pairs) = json else { throw JSONText.Fault(offset: 0) }
            var reader = CommentReader(pairs, place: place, zone: zone)
            let comment = reader.comment()
            diagnostics += reader.diagnostics
            return comment
        } catch {
            let column = line[..<error.offset].count { $0 & 0xC0 != 0x80 } + 1
            diagnostics.append(.commentLine(.noJSON, at: Location(path: path, line: number, column: column)))
            return nil
        }
    }
}
