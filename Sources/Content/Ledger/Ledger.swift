package import Base

/// Every address that was ever public: `Content/published.tsv`, committed with the articles and written by `sitegen
/// record` alone.
///
/// A line each, tabs between its columns. First the articles, sorted by the bytes of the id: id, digest of what readers
/// read, instant of the last update or correction (`-` for none), addresses. Then all else, sorted by kind and name:
/// name, kind (`author`, `feed`, `page`, `section`, `tag`), `-`, addresses. Addresses are percent-encoded and separated
/// by spaces, the newest first.
package struct Ledger: Sendable, Equatable {
    /// Relative to the site's folder.
    package static let path = "Content/published.tsv"

    /// The articles', sorted by identity.
    package let articles: [Entry]
    /// All others, sorted by kind and name.
    package let lists: [Entry]

    /// A ledger of these entries, in whatever order; those of one name are joined.
    package init(_ entries: [Entry]) {
        let sorted = Entry.joined(entries.sorted(by: Entry.precedes))
        let start = sorted.firstIndex { $0.kind != .article } ?? sorted.endIndex
        (articles, lists) = (Array(sorted[..<start]), Array(sorted[start...]))
    }

    /// All of them, in the order of the file.
    package var entries: [Entry] { articles + lists }

    /// The file's bytes.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        for entry in entries { output += entry.written.utf8 }
        return output
    }

    /// Reads the ledger of a site; it is empty where there is no file yet. Lines that cannot be read are reported.
    package static func read(_ tree: some FileTree) -> (ledger: Ledger, diagnostics: [Diagnostic]) {
        let file = LedgerFile(tree)
        let (articles, damaged) = file.articles
        return (Ledger(articles + file.lists), file.diagnostics + damaged)
    }
}
