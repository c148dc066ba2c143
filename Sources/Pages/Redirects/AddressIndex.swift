import Base
import Content

/// Finds by an address the rule that is about it, as servers do: the slash at a path's end and the case of its letters
/// make no difference.
struct AddressIndex: Sendable {
    private var paths: [TextKey: Int] = [:]
    private var folders: [TextKey: Int] = [:]
    private var queries: [Query: Int] = [:]
    /// The queries of a path whose first value is this one: an archive may have a rule for each `?p=1234` of one path.
    private var beginnings: [Query: [(values: [RedirectRule.Parameter], place: Int)]] = [:]

    private struct Query: Hashable {
        let path: TextKey
        let values: [RedirectRule.Parameter]
    }

    /// Adds the address with the place of its rule; gives the place of another rule for it, which stays.
    mutating func insert(_ address: RedirectRule.Address, _ place: Int) -> Int? {
        insert(address, key: Self.key(address.path.text[...]), place)
    }

    /// - Parameter key: of the address's path.
    mutating func insert(_ address: RedirectRule.Address, key: TextKey, _ place: Int) -> Int? {
        if address.hasStar { return Self.insert(key, place, &folders) }
        guard let first = address.query.first else { return Self.insert(key, place, &paths) }
        if let other = Self.insert(Query(path: key, values: address.query), place, &queries) { return other }
        beginnings[Query(path: key, values: [first]), default: []].append((address.query, place))
        return nil
    }

    private static func insert<Key>(_ key: Key, _ place: Int, _ places: inout [Key: Int]) -> Int? {
        if let other = places[key] { return other }
        places[key] = place
        return nil
    }

    func whole(_ path: String) -> Int? { paths.isEmpty ? nil : paths[Self.key(path[...])] }

    /// The rule with the most values that are all among `values`.
    func query(_ path: String, _ values: [RedirectRule.Parameter]) -> Int? {
        guard !queries.isEmpty else { return nil }
        let key = Self.key(path[...])
        let fitting = values.flatMap { beginnings[Query(path: key, values: [$0])] ?? [] }
            .filter { $0.values.allSatisfy(values.contains) }
        return fitting.max { ($0.values.count, $1.place) < ($1.values.count, $0.place) }?.place
    }

    /// The rule for the innermost folder that `path` is, or lies in, and what follows in the path.
    func star(_ path: String) -> (place: Int, rest: String)? {
        guard !folders.isEmpty else { return nil }
        var end = path.endIndex
        while true {
            let folder = path[..<end]
            if let place = folders[Self.key(folder)] {
                return (place, String(path[end...].drop { $0 == "/" }))
            }
            guard let slash = folder.utf8.dropLast().lastIndex(of: UInt8(ascii: "/")) else {
                return folder.isEmpty ? nil : folders[Self.key("")].map { ($0, path) }
            }
            end = path.utf8.index(after: slash)
        }
    }

    static func key(_ path: Substring) -> TextKey {
        let text = path.utf8.last == UInt8(ascii: "/") ? path.dropLast() : path
        // Arabic knows no case; what other letters may stand here begins with other bytes.
        let hasCase = text.utf8.contains { (0x41...0x5A).contains($0) || $0 >= 0xC0 && !(0xD8...0xDB).contains($0) }
        return TextKey(hasCase ? text.lowercased() : String(text))
    }
}
