/// A tree whose folders were listed before, so that a look for changes and the reading after it see one and the same listing.
package struct ListedTree<Tree: FileTree>: FileTree {
    private let tree: Tree
    private let listings: [String: [FileEntry]]

    /// Lists `folders` now; others are listed when somebody asks.
    package init(_ tree: Tree, listing folders: [String]) {
        self.tree = tree
        var listings: [String: [FileEntry]] = [:]
        // One that cannot be listed is asked for again by who needs it, and reported there.
        for folder in folders { listings[folder] = try? tree.entries(under: folder) }
        self.listings = listings
    }

    /// Nil where it was not listed, or could not be.
    package func listing(of folder: String) -> [FileEntry]? { listings[folder] }

    package func entries(under folder: String) throws(Diagnostic) -> [FileEntry] {
        if let known = listings[folder] { return known }
        return try tree.entries(under: folder)
    }

    package func read(_ path: String) throws(Diagnostic) -> [UInt8] { try tree.read(path) }

    package func readStart(of path: String, count: Int) throws(Diagnostic) -> [UInt8] { try tree.readStart(of: path, count: count) }
}
