/// A folder with files in it, on the disk or in memory. Paths are relative to it, with `/` between the parts.
///
/// Errors are diagnostics about the path, ready to print.
package protocol FileTree: Sendable {
    /// Everything beneath `folder`, at any depth, in the order of the paths' bytes; folders themselves are left out.
    /// Empty where there is no such folder.
    func entries(under folder: String) throws(Diagnostic) -> [FileEntry]
    func read(_ path: String) throws(Diagnostic) -> [UInt8]
    /// The first `count` bytes at most, for what only wants a file's header.
    func readStart(of path: String, count: Int) throws(Diagnostic) -> [UInt8]
}

package struct FileEntry: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, Hashable {
        case file
        /// A symbolic link to a folder, to nothing, or to a place outside the tree; one to a file inside it counts as a
        /// file.
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
    /// When the system last changed what it knows of the file, in nanoseconds since 1970: no program can set it back.
    package let changed: Int

    package init(path: String, kind: Kind = .file, size: Int, modified: Int = 0, changed: Int = 0) {
        (self.path, self.kind, self.size, self.modified, self.changed) = (path, kind, size, modified, changed)
    }
}

/// A folder that a build may write to. Nothing in it is ever reached through a symbolic link.
package protocol OutputTree: FileTree {
    /// Whether a file of this path is one that was to take another's place when its writer was killed.
    func isDraft(_ path: String) -> Bool
    /// One for each worker: it may keep folders open between calls.
    func writer() -> any OutputWriter
}

extension OutputTree {
    package func isDraft(_ path: String) -> Bool { false }
}

package protocol OutputWriter {
    /// The file's bytes, or nil where there is none.
    func existing(_ path: String) throws(Diagnostic) -> [UInt8]?
    /// Puts a whole file in its place at once: a reader sees the old bytes or the new ones. Makes the folders that are
    /// missing.
    @discardableResult
    func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(Diagnostic) -> FileStamp
    /// As `write`, in a folder where no site has been: the file stands in its place while it grows, which costs less.
    func add(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(Diagnostic) -> FileStamp
    /// How the file looks; nil where there is none, or something that is no file.
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

/// Whether the bytes of `a` come before those of `b`. Unlike `<` on strings it tells canonically equal texts apart.
package func bytesPrecede(_ a: String, _ b: String) -> Bool {
    let quick = a.utf8.withContiguousStorageIfAvailable { a in
        b.utf8.withContiguousStorageIfAvailable { b in
            bytesPrecede(UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
        }
    }
    return (quick ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
}

/// The places of `paths` in the order of their bytes. All paths lie in one block meanwhile, so that a comparison counts
/// no references.
package func placesByPath(_ paths: [String]) -> [Int] {
    var block: [UInt8] = []
    block.reserveCapacity(paths.count * 120)
    var ends: [Int] = []
    ends.reserveCapacity(paths.count)
    for path in paths {
        block += path.utf8
        ends.append(block.count)
    }
    return block.withUnsafeBytes { bytes in
        ends.withUnsafeBufferPointer { ends in
            func path(_ place: Int) -> UnsafeRawBufferPointer {
                UnsafeRawBufferPointer(rebasing: bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]])
            }
            return ends.indices.sorted { bytesPrecede(path($0), path($1)) }
        }
    }
}

/// Eight bytes at a time: lists of a hundred thousand paths are sorted by this.
package func bytesPrecede(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    let shorter = min(a.count, b.count)
    var index = 0
    while index + 8 <= shorter {
        let (x, y) = (
            a.loadUnaligned(fromByteOffset: index, as: UInt64.self),
            b.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        )
        if x != y { return UInt64(bigEndian: x) < UInt64(bigEndian: y) }
        index += 8
    }
    while index < shorter {
        if a[index] != b[index] { return a[index] < b[index] }
        index += 1
    }
    return a.count < b.count
}
