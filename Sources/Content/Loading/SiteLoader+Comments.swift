import ArabicText
import Base

/// Readers' comments, by the article that they stand under.
extension SiteLoader {
    mutating func readComments(_ entries: [FileEntry]) {
        guard !entries.isEmpty else { return }
        let (tree, zone) = (tree, outlet.zone)
        let results: [Result<CommentFile, Diagnostic>] = options.workers.map(entries) { entry in
            Result { () throws(Diagnostic) in CommentFile(try tree.read(entry.path), path: entry.path, zone: zone) }
        }
        for (entry, result) in zip(entries, results) {
            switch result {
            case .success(let file):
                diagnostics += file.diagnostics
                if let identity = CommentFile.identity(of: entry.path) { threads[identity] = file.thread }
            case .failure(let problem): diagnostics.append(problem)
            }
        }
    }

    /// Reports the comments that belong to no article.
    mutating func checkComments() {
        guard !threads.isEmpty else { return }
        let identities = Set(manuscripts.map { CanonicalForm.nfc($0.manuscript.identity) })
        let strays = threads.filter { !identities.contains($0.key) }
        guard !strays.isEmpty else { return }
        let known = identities.sorted(by: bytesPrecede)
        for (identity, thread) in strays.sorted(by: { bytesPrecede($0.key, $1.key) }) {
            diagnostics.append(.commentArticle(identity, among: known, at: Location(path: thread.path)))
        }
    }

    /// What readers wrote under an article that stands; nil where nobody has, and without a name being made for it.
    func thread(of manuscript: Manuscript) -> Discussion? {
        threads.isEmpty ? nil : threads[CanonicalForm.nfc(manuscript.identity)]
    }
}
