package import Base

/// What articles' files stated, each under its file's stamp and digest and the digest of site.yaml.
package final class ManuscriptCache: Sendable {
    struct Key: Sendable, Packable {
        /// Nil for a file that was young when it was read: then only its digest tells.
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
    /// The machine's clock in nanoseconds since 1970, before the files were listedAt at.
    private let listedAt: Int

    /// - Parameters:
    ///   - files: what earlier builds stored.
    ///   - listedAt: the machine's clock in nanoseconds since 1970, from before the files are listedAt at.
    package init(_ files: CacheFiles = CacheFiles(), listedAt: Int = 0) {
        cache = Cache(files)
        self.listedAt = listedAt
    }

    func manuscript(
        in entry: FileEntry, settings: Digest, read: () throws(Diagnostic) -> [UInt8],
        parse: ([UInt8], Digest) -> ReadManuscript
    ) throws(Diagnostic) -> ReadManuscript {
        let seen = FileStamp(entry)
        let stamp = seen.isYoung(at: listedAt) ? nil : seen
        var failure: Diagnostic?
        // Read once, and only where the stamp does not tell.
        var file: (bytes: [UInt8], digest: Digest)?
        func contents() -> (bytes: [UInt8], digest: Digest) {
            if let file { return file }
            do throws(Diagnostic) {
                let bytes = try read()
                file = (bytes, Digest(of: bytes))
            } catch {
                failure = error
            }
            return file ?? ([], Digest(of: ""))
        }
        let kept = cache.value(for: entry.path) { key in
            guard key.settings == settings else { return .stale }
            if let stamp, key.stamp == stamp { return .valid(key) }
            return contents().digest == key.digest
                ? .rekeyed(Key(stamp: stamp, digest: key.digest, settings: settings)) : .stale
        } make: {
            let (bytes, digest) = contents()
            return (Key(stamp: stamp, digest: digest, settings: settings), parse(bytes, digest))
        }
        if let failure {
            cache.forget(entry.path)
            throw failure
        }
        return kept
    }

    func inMemory(for path: String) -> ReadManuscript? { cache.inMemory(for: path) }

    /// Drops the entry: two saves within one tick of the disk's clock have equal stamps.
    package func forget(_ path: String) { cache.forget(path) }

    package func forgetAll() { cache.forgetAll() }

    /// For the next build; nil where nothing changed since `init`.
    package func stored(by workers: Workers) -> CacheFiles.Change? { cache.stored(by: workers) }
}
