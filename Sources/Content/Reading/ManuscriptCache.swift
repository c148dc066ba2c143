package import Base

/// What articles' files stated, each under its file's stamp and digest and the digest of site.yaml.
package final class ManuscriptCache: Sendable {
    struct Key: Sendable, Packable {
        /// Stamp of the file; nil where it was so young that a later save may have the same, and then only the digest
        /// counts.
        let stamp: FileStamp?
        let digest: Digest
        let settings: Digest

        init(stamp: FileStamp?, digest: Digest, settings: Digest) {
            (self.stamp, self.digest, self.settings) = (stamp, digest, settings)
        }

        func pack(into packer: inout Packer) {
            packer.add(stamp)
            packer.add(digest)
            packer.add(settings)
        }

        init(from unpacker: inout Unpacker) throws(Damaged) {
            stamp = try unpacker.optionalValue()
            digest = try unpacker.digest()
            settings = try unpacker.digest()
        }
    }

    private let cache: Cache<Key, ReadManuscript>
    /// The machine's clock in nanoseconds since 1970, before the files were listed.
    private let listedAt: Int

    /// - Parameters:
    ///   - files: what earlier builds stored.
    ///   - listedAt: the machine's clock in nanoseconds since 1970, from before the files were listed.
    package init(_ files: CacheFiles = CacheFiles(), listedAt: Int = 0) {
        cache = Cache(files)
        self.listedAt = listedAt
    }

    /// What the article's file states; the file is read only where neither stamp nor digest is known.
    ///
    /// - Parameter settings: digest of site.yaml, from which `outlet` was read.
    func manuscript(
        in entry: FileEntry, of outlet: Outlet, settings: Digest, _ tree: some FileTree
    ) throws(Diagnostic) -> ReadManuscript {
        let seen = FileStamp(entry)
        let stamp = seen.isYoung(at: listedAt) ? nil : seen
        var failure: Diagnostic?
        // Read once, and only where the stamp is another.
        var file: (bytes: [UInt8], digest: Digest)?
        func contents() -> (bytes: [UInt8], digest: Digest) {
            if let file { return file }
            do throws(Diagnostic) {
                let bytes = try tree.read(entry.path)
                file = (bytes, Digest(of: bytes))
            } catch {
                failure = error
            }
            return file ?? ([], Digest(of: ""))
        }
        let read = cache.value(for: entry.path) { key in
            guard key.settings == settings else { return .stale }
            if let stamp, key.stamp == stamp { return .valid(key) }
            return contents().digest == key.digest
                ? .rekeyed(Key(stamp: stamp, digest: key.digest, settings: settings)) : .stale
        } make: {
            let (bytes, digest) = contents()
            let parsed = readManuscript(bytes, path: entry.path, outlet: outlet, digest: digest)
            return (Key(stamp: stamp, digest: digest, settings: settings), ReadManuscript(parsed.0, parsed.1))
        }
        if let failure {
            cache.forget(entry.path)
            throw failure
        }
        return read
    }

    func inMemory(for path: String) -> ReadManuscript? { cache.inMemory(for: path) }

    /// Drops the entry: two saves within one tick of the disk's clock have equal stamps.
    package func forget(_ path: String) { cache.forget(path) }

    /// Drops every entry.
    package func forgetAll() { cache.forgetAll() }

    /// Entries for the next build; nil where nothing changed since `init`.
    package func stored() -> CacheFiles.Change? { cache.stored() }
}
