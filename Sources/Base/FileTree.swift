/// A folder with files in it, on the disk or in memory. Paths are relative to it, with `/` between the parts.
///
/// Errors are diagnostics about the path, ready to print.
package protocol FileTree: Sendable {
    /// Everything beneath `folder`, at any depth, in the order of the paths' bytes; folders themselves are left out. Empty
    /// where there is no such folder.
    func entries(under folder: String) throws(Diagnostic) -> [FileEntry]
    func read(_ path: String) throws(Diagnostic) -> [UInt8]
    /// The first `count` bytes at most, for what only wants a file's header.
    func readStart(of path: String, count: Int) throws(Diagnostic) -> [UInt8]
}

package struct FileEntry: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case file
        /// A symbolic link to a folder, to nothing, or to a place outside the tree; one to a file inside it counts as a file.
        case strayLink
        /// A name that is no UTF-8; the path shows it repaired.
        case unreadableName
    }

    package let path: String
    package let kind: Kind
    /// In bytes.
    package let size: Int
    /// Nanoseconds since 1970. Only ever compared with itself: a file's time is no date of an article.
    package let modified: Int

    package init(path: String, kind: Kind = .file, size: Int, modified: Int = 0) {
        (self.path, self.kind, self.size, self.modified) = (path, kind, size, modified)
    }
}

/// A folder that a build may write to. Nothing in it is ever reached through a symbolic link.
package protocol OutputTree: FileTree {
    /// One for each worker: it may keep folders open between calls.
    func writer() -> any OutputWriter
}

package protocol OutputWriter {
    /// The file's bytes, or nil where there is none.
    func existing(_ path: String) throws(Diagnostic) -> [UInt8]?
    /// Puts a whole file in its place at once: a reader sees the old bytes or the new ones. Makes the folders that are missing.
    func write(_ bytes: [UInt8], to path: String) throws(Diagnostic)
    /// Removes the file and the folders that are left empty by it. Nothing happens where there is none.
    func remove(_ path: String) throws(Diagnostic)
}

/// Whether the bytes of `a` come before those of `b`. Unlike `<` on strings it tells canonically equal texts apart.
package func bytesPrecede(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
}
