package import Base

/// What the headers of pictures say and the digests of those that are made smaller, each under its file's stamp.
package final class PictureCache: Sendable {
    struct Key: Sendable, Packable {
        /// Nil where the file was so young that a later save may have the same stamp.
        let stamp: FileStamp?

        init(stamp: FileStamp?) { self.stamp = stamp }

        func pack(into packer: inout Packer) { packer.add(stamp) }

        init(from unpacker: inout Unpacker) throws(Damaged) { stamp = try unpacker.optionalValue() }
    }

    private let cache: Cache<Key, PictureFile>
    /// The machine's clock in nanoseconds since 1970, before the files were listed.
    private let listedAt: Int

    /// - Parameters:
    ///   - files: what earlier builds stored.
    ///   - listedAt: the machine's clock in nanoseconds since 1970, from before the files were listed.
    package init(_ files: CacheFiles = CacheFiles(), listedAt: Int = 0) {
        cache = Cache(files)
        self.listedAt = listedAt
    }

    /// What `read` finds in the file, which is asked only where the stamp is another.
    func file(_ entry: FileEntry, _ read: () throws(Diagnostic) -> PictureFile) throws(Diagnostic) -> PictureFile {
        let seen = FileStamp(entry)
        let stamp = seen.isYoung(at: listedAt) ? nil : seen
        var failure: Diagnostic?
        let file = cache.value(for: entry.path) { key in
            stamp != nil && key.stamp == stamp ? .valid(key) : .stale
        } make: {
            do throws(Diagnostic) {
                return (Key(stamp: stamp), try read())
            } catch {
                failure = error
                return (Key(stamp: nil), PictureFile(type: .svg, width: 0, height: 0, kind: .fixed))
            }
        }
        if let failure {
            cache.forget(entry.path)
            throw failure
        }
        return file
    }

    /// Drops the entry: two saves within one tick of the disk's clock have equal stamps.
    package func forget(_ path: String) { cache.forget(path) }

    /// Drops every entry.
    package func forgetAll() { cache.forgetAll() }

    /// Entries for the next build; nil where nothing changed since `init`.
    package func stored() -> CacheFiles.Change? { cache.stored() }
}

/// What a picture's file is.
struct PictureFile: Sendable, Packable {
    let type: PictureType
    let width: Int
    let height: Int
    let kind: PictureKind
    /// Of the whole file; nil of one of the outlet's own.
    let digest: Digest?
    /// Whether pages show it in other sizes than its own.
    let isScaled: Bool

    init(
        type: PictureType, width: Int, height: Int, kind: PictureKind, digest: Digest? = nil, isScaled: Bool = false
    ) {
        (self.type, self.width, self.height, self.kind) = (type, width, height, kind)
        (self.digest, self.isScaled) = (digest, isScaled)
    }

    func pack(into packer: inout Packer) {
        packer.add(type.rawValue)
        packer.add(width)
        packer.add(height)
        packer.add(kind.rawValue)
        packer.add(digest) { $0.add($1) }
        packer.add(isScaled)
    }

    init(from unpacker: inout Unpacker) throws(Damaged) {
        guard let type = PictureType(rawValue: try unpacker.text()) else { throw Damaged() }
        self.type = type
        width = try unpacker.int()
        height = try unpacker.int()
        guard let kind = PictureKind(rawValue: try unpacker.text()) else { throw Damaged() }
        self.kind = kind
        digest = try unpacker.optional { (part: inout Unpacker) throws(Damaged) in try part.digest() }
        isScaled = try unpacker.flag()
    }
}
