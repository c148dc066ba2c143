package import Base

/// The texts set so far, each under its file's digest, the settings, and what the site answered when it was set: where
/// its links lead, how large its pictures are.
package final class TextCache: Sendable {
    struct Key: Sendable, Packable, Equatable {
        let file: Digest
        let settings: Digest
        let answers: Digest
        /// Digest of everything that the site could answer when it was last asked in this run, so that it need not be
        /// asked again.
        var allAnswers: Digest?

        init(file: Digest, settings: Digest, answers: Digest, allAnswers: Digest?) {
            (self.file, self.settings, self.answers, self.allAnswers) = (file, settings, answers, allAnswers)
        }

        func pack(into packer: inout Packer) {
            packer.add(file)
            packer.add(settings)
            packer.add(answers)
        }

        init(from unpacker: inout Unpacker) throws(Damaged) {
            file = try unpacker.digest()
            settings = try unpacker.digest()
            answers = try unpacker.digest()
            allAnswers = nil
        }
    }

    struct Entry: Sendable, Packable {
        let text: SetText
        let diagnostics: [Diagnostic]

        init(_ text: SetText, _ diagnostics: [Diagnostic]) { (self.text, self.diagnostics) = (text, diagnostics) }

        func pack(into packer: inout Packer) {
            packer.add(text)
            packer.add(diagnostics)
        }

        init(from unpacker: inout Unpacker) throws(Damaged) {
            text = try SetText(from: &unpacker)
            diagnostics = try unpacker.values()
        }
    }

    private let cache: Cache<Key, Entry>
    let outlivesRun: Bool
    let spill: SpillFile?

    /// - Parameters:
    ///   - files: what earlier builds stored.
    ///   - outlivesRun: whether one site after another is set from it, as in a preview.
    ///   - spill: where the HTML of what is set in this run lies until it is printed; nil keeps all of it in memory.
    package init(_ files: CacheFiles = CacheFiles(), outlivesRun: Bool = false, spill: SpillFile? = nil) {
        cache = Cache(files)
        self.outlivesRun = outlivesRun
        self.spill = spill
    }

    /// Drops a text that came out wrong through no fault of its file.
    func forget(_ path: String) { cache.forget(path) }

    /// A text is right as long as its file and the settings are the same, and the site answers as it did then.
    func text(
        _ path: String, file: Digest, settings: Digest, allAnswers: Digest?, answers: (SetText) -> Digest,
        set: () -> (SetText, [Diagnostic])
    ) -> Entry {
        var fresh: Entry?
        let cached = cache.value(for: path) { key in
            key.file == file && key.settings == settings ? .valid(key) : .stale
        } fits: { entry, key in
            if let allAnswers, key.allAnswers == allAnswers { return .valid(key) }
            guard answers(entry.text) == key.answers else { return .stale }
            guard let allAnswers else { return .valid(key) }
            return .rekeyed(Key(file: file, settings: settings, answers: key.answers, allAnswers: allAnswers))
        } make: {
            let (text, diagnostics) = set()
            let made = Entry(spill.map { text.laid(in: $0) } ?? text, diagnostics)
            fresh = made
            // With a spill file the HTML is found there when it is asked for again.
            return (
                Key(file: file, settings: settings, answers: answers(text), allAnswers: allAnswers),
                spill == nil ? Entry(text.withoutHTML, diagnostics) : made
            )
        }
        return fresh ?? cached
    }

    /// What the next build needs; nil where nothing changed since `init`.
    package func stored() -> CacheFiles.Change? { cache.stored() }
}
