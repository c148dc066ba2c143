package import Base

/// What the headers of pictures say and the digests of those that are made smaller.
package typealias PictureCache = FileCache<PictureFile>
/// What recordings and documents say of themselves.
package typealias AttachmentCache = FileCache<AttachmentFile>

/// What was found in files, each under its file's stamp.
package final class FileCache<File: Sendable & Packable>: Sendable {
    struct Key: Sendable, Packable {
        /// Nil where the file was so young that a later save may have the same stamp.
        let stamp: FileStamp?

        init(stamp: FileStamp?) { self.stamp = stamp }

        func pack(into packer: inout Packer) { packer.add(stamp) }

        init(from unpacker: inout Unpacker) throws(Damaged) { stamp = try unpacker.optionalValue() }
    }

    private let cache: Cache<Key, Found>
    /// The machine's clock in nanoseconds since 1970, before the files were listed.
    private let listedAt: Int

    /// - Parameters:
    ///   - files: what earlier builds stored.
    ///   - listedAt: the machine's clock in nanoseconds since 1970, from before the files were listed.
    package init(_ files: CacheFiles = CacheFiles(), listedAt: Int = 0) {
        cache = Cache(files)
        self.listedAt = listedAt
    }

    /// Nil where the file could not be read, which is kept for nobody.
    private struct Found: Sendable, Packable {
        let file: File?

        init(_ file: File?) { self.file = file }

        func pack(into packer: inout Packer) { packer.add(file) }

        init(from unpacker: inout Unpacker) throws(Damaged) { file = try unpacker.optionalValue() }
    }

    /// What `read` finds in the file, which is asked only where the stamp is another.
    func file(_ entry: FileEntry, _ read: () throws(Diagnostic) -> File) throws(Diagnostic) -> File {
        let seen = FileStamp(entry)
        let stamp = seen.isYoung(at: listedAt) ? nil : seen
        var failure: Diagnostic?
        let found = cache.value(for: entry.path) { key in
            stamp != nil && key.stamp == stamp ? .valid(key) : .stale
        } make: {
            do throws(Diagnostic) {
                return (Key(stamp: stamp), Found(try read()))
            } catch {
                failure = error
                return (Key(stamp: nil), Found(nil))
            }
        }
        if let failure {
            cache.forget(entry.path)
            throw failure
        }
        guard let file = found.file else { return try read() }
        return file
    }

    /// Drops the entry: two saves within one tick of the disk's clock have equal stamps.
    package func forget(_ path: String) { cache.forget(path) }

    /// Drops every entry.
    package func forgetAll() { cache.forgetAll() }

    /// Entries for the next build; nil where nothing changed since `init`.
    package func stored() -> CacheFiles.Change? { cache.stored() }
}
