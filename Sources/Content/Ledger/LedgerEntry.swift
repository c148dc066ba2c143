import ArabicText
import Base

extension Ledger {
    /// What a line is of.
    package enum Kind: String, Sendable, CaseIterable {
        case article, author, feed, page, section, tag

        /// Under which spellings of a name are one.
        package func key(of name: String) -> String {
            switch self {
            case .tag: spellingKey(name)
            case .author, .section: folded(name)
            case .article, .feed, .page: name
            }
        }
    }

    /// Something that was public, and all the addresses it had.
    package struct Entry: Sendable, Equatable {
        /// What it is.
        package let kind: Kind
        /// An article's `id` or what stands for it; the name of a list; a page's file; a feed's list and format.
        package let identity: String
        /// Digest of what readers read of an article, in hexadecimal digits; nil of all else.
        package let digest: String?
        /// Instant of an article's last update or correction, in seconds since 1970.
        package let modified: Int?
        /// The newest first.
        package let urls: [URLPath]
        /// Line of the file, from 1; 0 for an entry that is in no file yet.
        package let line: Int

        /// Entry of an article.
        package init(article identity: String, digest: String, modified: Int?, urls: [URLPath], line: Int = 0) {
            (kind, self.identity, self.digest) = (.article, identity, digest)
            (self.modified, self.urls, self.line) = (modified, urls, line)
        }

        /// Entry of a list, a page or a feed.
        package init(_ kind: Kind, _ identity: String, urls: [URLPath], line: Int = 0) {
            (self.kind, self.identity, digest, modified) = (kind, identity, nil, nil)
            (self.urls, self.line) = (urls, line)
        }

        /// Compares all but the line.
        package static func == (a: Self, b: Self) -> Bool {
            (a.kind, a.identity, a.digest, a.modified, a.urls) == (b.kind, b.identity, b.digest, b.modified, b.urls)
        }

        /// The order of the file: articles first.
        static func precedes(_ a: Self, _ b: Self) -> Bool {
            if a.kind != b.kind {
                return a.kind == .article || b.kind != .article && bytesPrecede(a.kind.rawValue, b.kind.rawValue)
            }
            if a.identity != b.identity { return bytesPrecede(a.identity, b.identity) }
            return a.line < b.line
        }

        /// Each name once. Two lines of one stand there after two branches were merged: all of their addresses were
        /// public; of their texts the one that was changed last is the newer.
        static func joined(_ sorted: [Self]) -> [Self] {
            var entries: [Self] = []
            entries.reserveCapacity(sorted.count)
            for entry in sorted {
                if let last = entries.last, last.kind == entry.kind, last.identity == entry.identity {
                    entries[entries.count - 1] = last.joined(with: entry)
                } else {
                    entries.append(entry)
                }
            }
            return entries
        }

        private func joined(with other: Self) -> Self {
            let (newer, older) = (other.modified ?? .min) > (modified ?? .min) ? (other, self) : (self, other)
            let urls = newer.urls + older.urls.filter { !newer.urls.contains($0) }
            guard let digest = newer.digest else { return Self(kind, identity, urls: urls, line: newer.line) }
            return Self(article: identity, digest: digest, modified: newer.modified, urls: urls, line: newer.line)
        }

        /// The line with its end.
        package var written: String {
            let addresses = urls.map { $0.href(base: "/") }.joined(separator: " ")
            guard let digest else { return "\(Self.escaped(identity))\t\(kind.rawValue)\t-\t\(addresses)\n" }
            return "\(identity)\t\(digest)\t\(modified.map(String.init) ?? "-")\t\(addresses)\n"
        }

        /// Nil where the line is none of a ledger.
        init?(_ line: String, number: Int) {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 4, !parts[0].isEmpty, parts[2] == "-" || Int(parts[2]) != nil else { return nil }
            var urls: [URLPath] = []
            for part in parts[3].split(separator: " ") {
                guard let url = try? URLPath(written: String(part)) else { return nil }
                urls.append(url)
            }
            if let kind = Kind(rawValue: String(parts[1])), kind != .article {
                guard let name = percentDecoded(String(parts[0])), parts[2] == "-", !urls.isEmpty else { return nil }
                self.init(kind, name, urls: urls, line: number)
            } else {
                guard parts[1].utf8.count == LedgerFile.digestLength else { return nil }
                self.init(
                    article: String(parts[0]), digest: String(parts[1]), modified: Int(parts[2]), urls: urls,
                    line: number)
            }
        }

        /// A name may hold what ends a column or a line.
        private static func escaped(_ name: String) -> String {
            String(
                name.unicodeScalars.map {
                    $0.value < 0x20 || $0 == "%" || $0.value == 0x7F
                        ? percentEncoded(String($0), keeping: .inComponent) : String($0)
                }.joined())
        }
    }
}
