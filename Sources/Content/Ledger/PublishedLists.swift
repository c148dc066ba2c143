import Base

/// A list or a standing page of the ledger, and what has become of it.
package struct PublishedList: Sendable {
    /// What has become of it.
    package enum State: Sendable, Hashable {
        /// What has its name now is at this address. `isRenamed`: another spelling of the name is, or another name that
        /// site.yaml merges it into.
        case stands(URLPath, isRenamed: Bool)
        /// Its last story has expired, was taken back or is no longer public; nothing is wrong.
        case emptied
        /// Nothing has this name any more.
        case lost
    }

    /// What the ledger says.
    package let entry: Ledger.Entry
    package let state: State
}

/// What was public, beside what is: the ledger as the site is now.
package struct PublishedAddresses: Sendable {
    /// The articles of which the ledger says something else.
    package internal(set) var articles = PublishedArticles.none
    /// Sections, tags, authors and standing pages, sorted by kind and name.
    package internal(set) var lists: [PublishedList] = [] {
        didSet {
            for (place, list) in lists.enumerated() { places[Self.key(list.entry.kind, list.entry.identity)] = place }
        }
    }
    /// Feeds, sorted by name.
    package internal(set) var feeds: [Ledger.Entry] = []
    /// Whether nothing was ever recorded.
    package var isEmpty: Bool { file.lines.isEmpty && file.lists.isEmpty }
    var file = LedgerFile.empty
    private var places: [TextKey: Int] = [:]

    /// The one of a kind and a name; nil where none was ever public.
    package func list(_ kind: Ledger.Kind, _ name: String) -> PublishedList? {
        places[Self.key(kind, name)].map { lists[$0] }
    }

    private static func key(_ kind: Ledger.Kind, _ name: String) -> TextKey { TextKey("\(kind.rawValue)/\(name)") }
}

extension Ledger.Entry {
    /// The list that a feed is of, by kind and name, and the feed's format: `tag/مياه rss`. Nil of all else.
    package var feedOf: (list: Substring, name: Substring, format: Substring)? {
        guard kind == .feed, let space = identity.lastIndex(of: " ") else { return nil }
        let subject = identity[..<space]
        let slash = subject.firstIndex(of: "/") ?? subject.endIndex
        return (subject[..<slash], subject[slash...].dropFirst(), identity[identity.index(after: space)...])
    }
}
