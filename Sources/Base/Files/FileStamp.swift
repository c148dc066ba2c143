/// Size and times of a file, which tell whether it changed without reading it: equal stamps mean equal bytes, as long
/// as neither is young.
package struct FileStamp: Sendable, Hashable, Packable {
    /// In bytes.
    package let size: Int
    /// Nanoseconds since 1970, as in `FileEntry`.
    package let modified: Int
    /// When the inode last changed, in nanoseconds since 1970.
    package let changed: Int

    package init(size: Int, modified: Int, changed: Int) {
        (self.size, self.modified, self.changed) = (size, modified, changed)
    }

    package init(_ entry: FileEntry) { self.init(size: entry.size, modified: entry.modified, changed: entry.changed) }

    package func pack(into packer: inout Packer) {
        packer.add(size)
        packer.add(modified)
        packer.add(changed)
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        let size = try unpacker.int()
        let modified = try unpacker.int()
        self.init(size: size, modified: modified, changed: try unpacker.int())
    }

    /// Whether a second change may have left the stamp as it is: a disk's clock ticks in steps, of two seconds on some.
    ///
    /// - Parameter now: the machine's clock in nanoseconds since 1970, read before the stamp.
    package func isYoung(at now: Int) -> Bool { max(modified, changed) > now - 3_000_000_000 }
}
