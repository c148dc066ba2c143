import Base

/// An article's file after reading: what it states, and what is wrong with it.
///
/// A class because every list of manuscripts holds it; nothing of it changes.
final class ReadManuscript: Sendable, Packable {
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
    func isUnpublished(at now: Instant) -> Bool {
        manuscript.isDraft || (manuscript.date.map { $0.instant > now } ?? false)
    }

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
