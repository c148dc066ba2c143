/// A tree whose folders are listed once, so that the search for changes and the reading after it see the same files.
package struct ListedTree<Tree: FileTree>: FileTree {
    private let tree: Tree
    private var listings: [String: [FileEntry]]

    /// Lists `folders` now; others are listed at each call of `entries`.
    package init(_ tree: Tree, listing folders: [String]) {
        self.tree = tree
        var listings: [String: [FileEntry]] = [:]
        // A folder that cannot be listed is listed again by `entries`, which throws.
        for folder in folders { listings[folder] = try? tree.entries(under: folder) }
        self.listings = listings
    }

    /// Lists again the folders of these paths, in which alone something changed.
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

    /// The listing of one of the folders; nil where it could not be listed, and for any other folder.
    package func listing(of folder: String) -> [FileEntry]? { listings[folder] }

    package func entries(under folder: String) throws(Diagnostic) -> [FileEntry] {
        if let known = listings[folder] { return known }
        return try tree.entries(under: folder)
    }

    package func read(_ path: String) throws(Diagnostic) -> [UInt8] { try tree.read(path) }

    package func readStart(of path: String, count: Int) throws(Diagnostic) -> [UInt8] {
        try tree.readStart(of: path, count: count)
    }

    package func read(_ part: Range<Int>, of path: String, as stamp: FileStamp) throws(Diagnostic) -> [UInt8] {
        try tree.read(part, of: path, as: stamp)
    }
}
