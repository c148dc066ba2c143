package import Base

/// The ledger's file as it lies there. An article's line is read only where it does not say word for word what is public
/// now: of 100,000 lines nearly all do.
package struct LedgerFile: Sendable {
    /// Digits of an article's digest, by which its lines are told from others.
    static let digestLength = 32

    /// Lines that are no article's.
    package let lists: [Ledger.Entry]
    /// What is wrong with the file and with those lines.
    package let diagnostics: [Diagnostic]
    let bytes: [UInt8]
    /// The articles' lines, in the order of the file.
    let lines: [Line]

    /// An article's line: places in `bytes`.
    struct Line: Sendable {
        let start: Int
        /// Where the id ends; the digest starts behind the tab.
        let identityEnd: Int
        let end: Int
        /// From 1.
        let number: Int
    }

    /// A ledger with nothing in it.
    package static let empty = LedgerFile([])

    /// Reads the ledger of a site; it is empty where there is no file yet.
    package init(_ tree: some FileTree) {
        do throws(Diagnostic) {
            let bytes = try tree.read(Ledger.path)
            if let conflict = Diagnostic.conflict(in: bytes, path: Ledger.path) { throw conflict }
            self.init(bytes)
        } catch {
            self.init([], error.breaks(FileRule.missingFile) ? [] : [error])
        }
    }

    private init(_ bytes: [UInt8], _ problems: [Diagnostic] = []) {
        var (lines, lists, problems): ([Line], [Ledger.Entry], [Diagnostic]) = ([], [], problems)
        bytes.withUnsafeBufferPointer { bytes in
            var (start, number) = (0, 1)
            while start < bytes.count {
                let newline = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start)
                // Git on Windows may have written CRLF.
                let end = newline > start && bytes[newline - 1] == UInt8(ascii: "\r") ? newline - 1 : newline
                if end > start {
                    let identityEnd = bytes.firstOffset(of: UInt8(ascii: "\t"), from: start, to: end)
                    let digestEnd = bytes.firstOffset(of: UInt8(ascii: "\t"), from: identityEnd + 1, to: end)
                    if digestEnd < end, digestEnd - identityEnd - 1 == Self.digestLength {
                        lines.append(Line(start: start, identityEnd: identityEnd, end: end, number: number))
                    } else {
                        let text = String(decoding: bytes[start..<end], as: UTF8.self)
                        if let entry = Ledger.Entry(text, number: number) {
                            lists.append(entry)
                        } else {
                            problems.append(Self.damaged(number))
                        }
                    }
                }
                (start, number) = (newline + 1, number + 1)
            }
        }
        (self.bytes, self.lines) = (bytes, lines)
        self.lists = Ledger.Entry.joined(lists.sorted(by: Ledger.Entry.precedes))
        diagnostics = problems
    }

    /// The articles' entries, and what is wrong with their lines.
    package var articles: (entries: [Ledger.Entry], diagnostics: [Diagnostic]) { entries(of: lines.indices) }

    /// The entries of some of the articles' lines.
    func entries(of places: some Sequence<Int>) -> (entries: [Ledger.Entry], diagnostics: [Diagnostic]) {
        var (entries, problems): ([Ledger.Entry], [Diagnostic]) = ([], [])
        for place in places {
            let line = lines[place]
            let text = String(decoding: bytes[line.start..<line.end], as: UTF8.self)
            if let entry = Ledger.Entry(text, number: line.number) {
                entries.append(entry)
            } else {
                problems.append(Self.damaged(line.number))
            }
        }
        return (Ledger.Entry.joined(entries.sorted(by: Ledger.Entry.precedes)), problems)
    }

    private static func damaged(_ line: Int) -> Diagnostic {
        Diagnostic(
            id: FolderRule.ledger,
            Message(
                en:
                    "a line of the ledger is an id, a digest, an instant and addresses, or a name, its kind, “-” and "
                    + "addresses; take the line from the last commit",
                ar: "سطر السجل معرّف وبصمة ولحظة وعناوين، أو اسم ونوعه و«-» وعناوين؛ استعد السطر من آخر إيداع"),
            at: Location(path: Ledger.path, line: line))
    }
}
