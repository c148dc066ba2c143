import Base
import Content

/// Finds by an address the rule that is about it, as servers do: the slash at a path's end and the case of its letters
/// make no difference.
struct AddressIndex: Sendable {
    private var paths: [TextKey: Int] = [:]
    private var folders: [TextKey: Int] = [:]
    private var queries: [TextKey: [(values: [RedirectRule.Parameter], place: Int)]] = [:]

    /// Adds the address with the place of its rule; gives the place of another rule for it, which stays.
    mutating func insert(_ address: RedirectRule.Address, _ place: Int) -> Int? {
        let key = Self.key(address.path.text[...])
        if address.hasStar { return Self.insert(key, place, &folders) }
        if address.query.isEmpty { return Self.insert(key, place, &paths) }
        if let other = queries[key]?.first(where: { $0.values == address.query }) { return other.place }
        queries[key, default: []].append((address.query, place))
        return nil
    }

    private static func insert(_ key: TextKey, _ place: Int, _ places: inout [TextKey: Int]) -> Int? {
        if let other = places[key] { return other }
        places[key] = place
        return nil
    }

    func whole(_ path: String) -> Int? { paths.isEmpty ? nil : paths[Self.key(path[...])] }

    /// The rule with the most values that are all among `values`.
    func query(_ path: String, _ values: [RedirectRule.Parameter]) -> Int? {
        guard !queries.isEmpty, let known = queries[Self.key(path[...])] else { return nil }
        let fitting = known.filter { $0.values.allSatisfy(values.contains) }
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
