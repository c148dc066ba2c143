package import Base

/// What articles' files stated, each under its file's stamp and digest and the digest of site.yaml.
package final class ManuscriptShelf: Sendable {
    struct Mark: Sendable, Packable {
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

    /// A class because every list of manuscripts holds it; nothing of it changes.
    final class Kept: Sendable, Packable {
        let manuscript: Manuscript
        let diagnostics: [Diagnostic]
        /// Of its section, its tags and those in its bylines: made where many files are read at once, for the one who sorts
        /// them all.
        let names: TermNames

        init(_ manuscript: Manuscript, _ diagnostics: [Diagnostic]) {
            (self.manuscript, self.diagnostics) = (manuscript, diagnostics)
            names = TermNames(manuscript)
        }

        /// Whether nothing of it may be public at `now`.
        func isHeld(at now: Instant) -> Bool { manuscript.isDraft || (manuscript.date.map { $0.instant > now } ?? false) }

        /// What is taken back stays so; what stands expires.
        func status(at now: Instant) -> Article.Status {
            guard manuscript.status == .standing, let expires = manuscript.expires, expires.instant <= now else {
                return manuscript.status
            }
            return .expired
        }

        func pack(into packer: inout Packer) {
            packer.add(manuscript)
            packer.add(diagnostics)
        }

        convenience init(from unpacker: inout Unpacker) throws(Damaged) {
            let manuscript: Manuscript = try unpacker.value()
            self.init(manuscript, try unpacker.values())
        }
    }

    private let shelf: Shelf<Mark, Kept>
    /// The machine's clock in nanoseconds since 1970, before the files were looked at.
    private let looked: Int

    /// - Parameters:
    ///   - files: what earlier builds stored.
    ///   - looked: the machine's clock in nanoseconds since 1970, from before the files are looked at.
    package init(_ files: ShelfFiles = ShelfFiles(), looked: Int = 0) {
        shelf = Shelf(files)
        self.looked = looked
    }

    func manuscript(
        in entry: FileEntry, settings: Digest, read: () throws(Diagnostic) -> [UInt8], parse: ([UInt8], Digest) -> Kept
    ) throws(Diagnostic) -> Kept {
        let seen = FileStamp(entry)
        let stamp = seen.isYoung(at: looked) ? nil : seen
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
        let kept = shelf.value(for: entry.path) { mark in
            guard mark.settings == settings else { return .wrong }
            if let stamp, mark.stamp == stamp { return .right(mark) }
            return contents().digest == mark.digest ? .renewed(Mark(stamp: stamp, digest: mark.digest, settings: settings)) : .wrong
        } make: {
            let (bytes, digest) = contents()
            return (Mark(stamp: stamp, digest: digest, settings: settings), parse(bytes, digest))
        }
        if let failure {
            shelf.forget(entry.path)
            throw failure
        }
        return kept
    }

    func held(for path: String) -> Kept? { shelf.held(for: path) }

    /// Two saves within one tick of the disk's clock look alike; who was told of the second one says so here.
    package func forget(_ path: String) { shelf.forget(path) }

    package func forgetAll() { shelf.forgetAll() }

    /// For the next build; nil where nothing changed since `init`.
    package func stored(by workers: Workers) -> ShelfFiles.Change? { shelf.stored(by: workers) }
}
