/// A folder with files in it, on the disk or in memory. Paths are relative to it, with `/` between the parts.
///
/// Errors are diagnostics about the path, ready to print.
package protocol FileTree: Sendable {
    /// Everything beneath `folder`, at any depth, in the order of the paths' bytes; folders themselves are left out.
    /// Empty where there is no such folder.
    func entries(under folder: String) throws(Diagnostic) -> [FileEntry]
    /// All bytes of a file; a missing file is an error.
    func read(_ path: String) throws(Diagnostic) -> [UInt8]
    /// The first `count` bytes of a file at most, for readers of headers.
    func readStart(of path: String, count: Int) throws(Diagnostic) -> [UInt8]
    /// A part of a file that is still the one that `stamp` was taken of; of any other it throws.
    func read(_ part: Range<Int>, of path: String, as stamp: FileStamp) throws(Diagnostic) -> [UInt8]
}

extension FileTree {
    package func read(_ part: Range<Int>, of path: String, as stamp: FileStamp) throws(Diagnostic) -> [UInt8] {
        let bytes = try read(path)
        guard bytes.count == stamp.size, part.upperBound <= bytes.count else { throw .missingFile(path) }
        return Array(bytes[part])
    }
}

/// A file as a listing shows it.
package struct FileEntry: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, Hashable {
        case file
        /// A symbolic link to a folder, to nothing, or to a place outside the tree; one to a file inside it counts as a
        /// file.
        case strayLink
        /// A file whose name is no UTF-8; the path holds U+FFFD where it is not.
        case unreadableName
    }

    /// Relative to the tree's folder.
    package let path: String
    package let kind: Kind
    /// In bytes.
    package let size: Int
    /// When the file was last written, in nanoseconds since 1970. It only tells whether a file changed: no article is
    /// dated by it.
    package let modified: Int
    /// When the file's inode last changed, in nanoseconds since 1970: no program can set it back.
    package let changed: Int

    package init(path: String, kind: Kind = .file, size: Int, modified: Int = 0, changed: Int = 0) {
        (self.path, self.kind, self.size, self.modified, self.changed) = (path, kind, size, modified, changed)
    }
}

/// A folder that a build may write to. Nothing in it is ever reached through a symbolic link.
package protocol OutputTree: FileTree {
    /// Whether a file of this name is a temporary one of `write`, left behind by a process that was killed.
    func isDraft(_ path: String) -> Bool
    /// A writer for one worker; it may leave folders open between calls.
    func writer() -> any OutputWriter
}

extension OutputTree {
    package func isDraft(_ path: String) -> Bool { false }
}

/// Writes files of an `OutputTree`, for one worker.
package protocol OutputWriter {
    /// The file's bytes, or nil where there is none.
    func existing(_ path: String) throws(Diagnostic) -> [UInt8]?
    /// Puts a whole file in its place at once: a reader sees the old bytes or the new ones. Makes the folders that are
    /// missing.
    @discardableResult
    func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(Diagnostic) -> FileStamp
    /// Writes a file in a folder that holds no site yet, in place and not by way of a temporary file, which costs less.
    func add(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(Diagnostic) -> FileStamp
    /// Stamp of a file; nil where there is none, or something else of this name.
    func stamp(of path: String) -> FileStamp?
    /// Removes the file and the folders that are left empty by it. Nothing happens where there is none.
    func remove(_ path: String) throws(Diagnostic)
}

extension OutputWriter {
    package func add(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(Diagnostic) -> FileStamp {
        try write(bytes, to: path)
    }

    @discardableResult
    package func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) -> FileStamp {
        try bytes.withUnsafeBufferPointer { (bytes) throws(Diagnostic) in try write(bytes, to: path) }
    }
}
