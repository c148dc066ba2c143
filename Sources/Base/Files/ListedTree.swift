/// A tree whose folders were listed before, so that a look for changes and the reading after it see one and the same
/// listing.
package struct ListedTree<Tree: FileTree>: FileTree {
    private let tree: Tree
    private var listings: [String: [FileEntry]]

    /// Lists `folders` now; others are listed when somebody asks.
    package init(_ tree: Tree, listing folders: [String]) {
        self.tree = tree
        var listings: [String: [FileEntry]] = [:]
        // One that cannot be listed is asked for again by who needs it, and reported there.
        for folder in folders { listings[folder] = try? tree.entries(under: folder) }
        self.listings = listings
    }

    /// Lists again the folders in which these paths lie: something came, went or changed there, and nowhere else.
    package mutating func look(after changed: Set<String>) {
        var folders: Set<String> = []
        for path in changed { folders.insert(path.split(separator: "/").dropLast().joined(separator: "/")) }
        for (top, known) in listings {
            let inside = folders.filter { $0 == top || $0.utf8.starts(with: "\(top)/".utf8) }.sorted(by: bytesPrecede)
            // A folder at the very top came or went.
            let isOpen = folders.contains("") || inside.contains(top)
            guard !isOpen, !inside.isEmpty else {
                if isOpen { listings[top] = try? tree.entries(under: top) }
                continue
            }
            var entries = known
            for folder in inside {
                let place = entries.firstIndex { !bytesPrecede($0.path, "\(folder)/") } ?? entries.endIndex
                let end =
                    entries[place...].firstIndex { !$0.path.utf8.starts(with: "\(folder)/".utf8) } ?? entries.endIndex
                guard let found = try? tree.entries(under: folder) else {
                    listings[top] = nil
                    break
                }
                entries.replaceSubrange(place..<end, with: found)
            }
            if listings[top] != nil { listings[top] = entries }
        }
    }

    /// Nil where it was not listed, or could not be.
    package func listing(of folder: String) -> [FileEntry]? { listings[folder] }

    package func entries(under folder: String) throws(Diagnostic) -> [FileEntry] {
        if let known = listings[folder] { return known }
        return try tree.entries(under: folder)
    }

    package func read(_ path: String) throws(Diagnostic) -> [UInt8] { try tree.read(path) }

    package func readStart(of path: String, count: Int) throws(Diagnostic) -> [UInt8] {
        try tree.readStart(of: path, count: count)
    }
}
