import ArabicText
import Base

/// The addresses that sections, tags or authors have had since they were first published: a name keeps its own, whatever
/// other stories come and go.
struct NotedAddresses {
    /// A name as readers have known it, and its part of the address.
    struct Noted {
        let name: String
        let slug: String
    }

    private var names: [String: Noted] = [:]
    /// The parts of addresses that are nobody else's any more.
    private(set) var slugs: Set<String> = []

    /// - Parameters:
    ///   - pattern: of the addresses; what was published under another one is not noted here.
    ///   - key: under which spellings are one name.
    init(_ entries: [Ledger.Entry], _ kind: Ledger.Kind, pattern: String, key: (String) -> String) {
        for entry in entries where entry.kind == kind {
            let slugs = entry.urls.compactMap { URLPatterns.slug(in: $0, pattern) }
            self.slugs.formUnion(slugs)
            guard let newest = entry.urls.first, let slug = URLPatterns.slug(in: newest, pattern) else { continue }
            let key = key(entry.identity)
            if names[key] == nil { names[key] = Noted(name: entry.identity, slug: slug) }
        }
    }

    /// - Parameter key: of the name.
    subscript(key: String) -> Noted? { names[key] }
}

extension URLPatterns {
    /// What stands for `{slug}` in an address of the pattern, whose only name that is; nil where it is of another.
    static func slug(in url: URLPath, _ pattern: String) -> String? {
        let parts = pattern.dropFirst().split(separator: "{slug}", omittingEmptySubsequences: false)
        guard parts.count == 2, url.text.utf8.count > parts[0].utf8.count + parts[1].utf8.count,
            url.text.utf8.starts(with: parts[0].utf8),
            url.text.utf8.suffix(parts[1].utf8.count).elementsEqual(parts[1].utf8)
        else { return nil }
        let slug = String(Substring(url.text.utf8.dropFirst(parts[0].utf8.count).dropLast(parts[1].utf8.count)))
        return slug.utf8.contains(UInt8(ascii: "/")) ? nil : slug
    }
}
