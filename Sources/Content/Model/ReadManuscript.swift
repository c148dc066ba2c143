public import Base

/// An article's file after reading: what it states, and what is wrong with it.
///
/// A class, so that sharing one of the lists of manuscripts counts one reference an article and copies none of its
/// fields.
@usableFromInline final class ReadManuscript: Sendable, Packable {
    @usableFromInline let manuscript: Manuscript
    let diagnostics: [Diagnostic]

    init(_ manuscript: Manuscript, _ diagnostics: [Diagnostic]) {
        (self.manuscript, self.diagnostics) = (manuscript, diagnostics)
    }

    /// Whether nothing of it may be public at `now`.
    func isUnpublished(at now: Instant) -> Bool {
        manuscript.isDraft || (manuscript.date.map { $0.instant > now } ?? false)
    }

    /// Whether it was removed, and nothing may tell so.
    var isSilenced: Bool { manuscript.isSilent && manuscript.status == .removed }

    /// Status by the clock: a standing article expires, a retracted or removed one stays so.
    func status(at now: Instant) -> Article.Status {
        guard manuscript.status == .standing, let expires = manuscript.expires, expires.instant <= now else {
            return manuscript.status
        }
        return .expired
    }

    @usableFromInline func pack(into packer: inout Packer) {
        packer.add(manuscript)
        packer.add(diagnostics)
    }

    @usableFromInline convenience init(from unpacker: inout Unpacker) throws(Damaged) {
        let manuscript: Manuscript = try unpacker.value()
        self.init(manuscript, try unpacker.values())
    }
}
