import Base
import Content

/// Follows rules from one to the next, so that readers are led on once.
struct RedirectWalk {
    enum End: Hashable {
        case answer(Redirects.Answer)
        /// It leads to where it begins.
        case itself
        case circle
        case nowhere
    }

    /// More rules with a star in a row than anybody writes.
    private static let mostStars = 32

    private let site: Site
    private let keys: Set<TextKey>
    private let rules: [Redirects.Rule]
    private let index: AddressIndex
    /// Folders that hold a file of the site; empty where no rule carries the rest of an address over.
    private let folders: Set<TextKey>
    /// Ends that are known by now, by the rules' places: a hundred thousand rules in a row are walked once.
    private var ends: [Int: End] = [:]

    init(_ site: Site, pages: [URLPath], keys: Set<TextKey>, rules: [Redirects.Rule], index: AddressIndex) {
        (self.site, self.rules, self.index) = (site, rules, index)
        let waiting = Array(site.lastPages.values) + Array(site.awaited.values)
        self.keys = waiting.isEmpty ? keys : keys.union(waiting.map { AddressIndex.key($0.text[...]) })
        let carries = rules.contains { if case .moved(_, true, _) = $0.answer { true } else { false } }
        folders = carries ? Self.folders(of: pages) : []
    }

    private static func folders(of pages: [URLPath]) -> Set<TextKey> {
        var folders: Set<TextKey> = []
        for page in pages {
            var path = page.text[...]
            while let slash = path.utf8.dropLast().lastIndex(of: UInt8(ascii: "/")) {
                path = path[..<slash]
                guard folders.insert(AddressIndex.key(path)).inserted else { break }
            }
            folders.insert(AddressIndex.key(page.text.hasSuffix("/") ? page.text[...] : ""))
        }
        return folders
    }

    private enum Step {
        case end(End)
        /// On to another rule.
        case rule(Int)
    }

    /// Where the rule at this place ends.
    mutating func end(of place: Int) -> End {
        if case .moved(let to, true, let isPermanent) = rules[place].answer {
            return folderEnd(to, isPermanent, from: rules[place].from.path)
        }
        // Most lead to a page at once.
        if ends[place] == nil, case .end(let end) = step(from: place) { return end }
        var trail: [Int] = []
        var seen: Set<Int> = []
        var (current, end) = (place, End.nowhere)
        walk: while true {
            if let known = ends[current] {
                end = known == .itself ? .circle : known
                break
            }
            guard seen.insert(current).inserted else {
                end = trail.count == 1 ? .itself : .circle
                break
            }
            trail.append(current)
            switch step(from: current) {
            case .rule(let next): current = next
            case .end(let found):
                end = found
                break walk
            }
        }
        for passed in trail.reversed() {
            // One step that is only for now makes the whole way so.
            if case .moved(_, _, false) = rules[passed].answer, case .answer(.moved(let to, let carries, _)) = end {
                end = .answer(.moved(to: to, carriesRest: carries, isPermanent: false))
            }
            ends[passed] = end
        }
        return ends[place] ?? end
    }

    private func step(from place: Int) -> Step {
        guard case .moved(var path, let carries, var isPermanent) = rules[place].answer else {
            return .end(.answer(.gone))
        }
        if carries { return .end(.nowhere) }
        for _ in 0..<Self.mostStars {
            if isKnown(path) { return .end(.answer(.moved(to: path, carriesRest: false, isPermanent: isPermanent))) }
            if let next = index.whole(path.text) { return .rule(next) }
            guard let (star, rest) = index.star(path.text) else { return .end(.nowhere) }
            if star == place { return .end(.circle) }
            guard case .moved(let folder, let carriesRest, let isAlsoPermanent) = rules[star].answer else {
                return .end(.answer(.gone))
            }
            isPermanent = isPermanent && isAlsoPermanent
            path = carriesRest ? URLPath(folder.text + rest) : folder
        }
        return .end(.circle)
    }

    /// The end of a folder whose contents are carried over to another.
    private func folderEnd(_ to: URLPath, _ isPermanent: Bool, from: URLPath) -> End {
        if AddressIndex.key(to.text[...]) == AddressIndex.key(from.text[...]) { return .itself }
        var (folder, isPermanent) = (to, isPermanent)
        for _ in 0..<Self.mostStars {
            if folder.text.hasPrefix(from.text) { return .circle }
            if folders.contains(AddressIndex.key(folder.text[...])) || site.outlet.isElsewhere(folder) {
                return .answer(.moved(to: folder, carriesRest: true, isPermanent: isPermanent))
            }
            guard let (star, rest) = index.star(folder.text) else { return .nowhere }
            guard case .moved(let next, let carriesRest, let isAlsoPermanent) = rules[star].answer else {
                return .answer(.gone)
            }
            isPermanent = isPermanent && isAlsoPermanent
            guard carriesRest else {
                return isKnown(next)
                    ? .answer(.moved(to: next, carriesRest: false, isPermanent: isPermanent)) : .nowhere
            }
            folder = URLPath(next.text + rest)
        }
        return .circle
    }

    private func isKnown(_ path: URLPath) -> Bool {
        keys.contains(AddressIndex.key(path.text[...])) || site.outlet.isElsewhere(path)
    }
}
