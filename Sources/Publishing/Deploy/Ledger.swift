package import Base
package import Content
import Pages

/// Every URL that was ever public: `Content/published.tsv`, committed with the articles and written by `sitegen record`
/// alone.
///
/// A line an article, sorted by the bytes of the id: id, digest of what readers read, instant of the last update or
/// correction (`-` for none), URLs, the newest first, percent-encoded and separated by spaces. Tabs separate the
/// columns.
package struct Ledger: Sendable, Equatable {
    /// Relative to the site's folder.
    package static let path = "Content/published.tsv"

    /// An article that was public.
    package struct Entry: Sendable, Equatable {
        /// The article's `id`, or what stands for it.
        package let identity: String
        /// Digest of what readers read, in hexadecimal digits.
        package let digest: String
        /// Instant of the last update or correction, in seconds since 1970.
        package let modified: Int?
        /// The newest first.
        package let urls: [URLPath]
        /// Line of the file, from 1; 0 for an entry that is in no file yet.
        package let line: Int

        /// Compares all but the line.
        package static func == (a: Self, b: Self) -> Bool {
            (a.identity, a.digest, a.modified, a.urls) == (b.identity, b.digest, b.modified, b.urls)
        }
    }

    /// Sorted by identity.
    package let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries.sorted { bytesPrecede($0.identity, $1.identity) }
    }

    /// Reads the ledger of a site; it is empty where there is no file yet. Lines that cannot be read are reported.
    package static func read(_ tree: some FileTree) -> (ledger: Ledger, diagnostics: [Diagnostic]) {
        let bytes: [UInt8]
        do throws(Diagnostic) {
            bytes = try tree.read(path)
        } catch {
            return (Ledger([]), error.breaks(FileRule.missingFile) ? [] : [error])
        }
        if let conflict = Diagnostic.conflict(in: bytes, path: path) { return (Ledger([]), [conflict]) }
        var entries: [Entry] = []
        var seen: Set<String> = []
        var diagnostics: [Diagnostic] = []
        for (index, bytes) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        {
            // Git on Windows may have written CRLF.
            let line = String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
            if line.isEmpty { continue }
            guard let entry = Entry(line, number: index + 1), seen.insert(entry.identity).inserted else {
                diagnostics.append(damaged(index + 1))
                continue
            }
            entries.append(entry)
        }
        return (Ledger(entries), diagnostics)
    }

    /// The file's bytes.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        for entry in entries {
            let urls = entry.urls.map { $0.href(base: "/") }.joined(separator: " ")
            output += "\(entry.identity)\t\(entry.digest)\t\(entry.modified.map(String.init) ?? "-")\t\(urls)\n".utf8
        }
        return output
    }

    private static func damaged(_ line: Int) -> Diagnostic {
        Diagnostic(
            id: PublishingRule.ledger,
            Message(
                en:
                    "a line of the ledger is an id, a digest, an instant and URLs, each article once; take the "
                    + "line from the last commit",
                ar: "سطر السجل معرّف وبصمة ولحظة وروابط، ولكل مقال سطر واحد؛ استعد السطر من آخر إيداع"),
            at: Location(path: path, line: line))
    }
}

extension Ledger.Entry {
    fileprivate init?(_ line: String, number: Int) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 4, !parts[0].isEmpty, parts[1].utf8.count == 32, parts[2] == "-" || Int(parts[2]) != nil
        else { return nil }
        var urls: [URLPath] = []
        for part in parts[3].split(separator: " ") {
            guard let url = try? URLPath(written: String(part)) else { return nil }
            urls.append(url)
        }
        self.init(
            identity: String(parts[0]), digest: String(parts[1]), modified: Int(parts[2]), urls: urls, line: number)
    }
}
