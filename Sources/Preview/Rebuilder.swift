package import Base
import Content
import Libc
import Pages
import Pictures
import Publishing
import Synchronization
import Typesetting

/// The outcome of a rebuild, for the terminal.
package struct Rebuilt: Sendable {
    /// All but the copy desk's advice, sorted.
    package let problems: [Diagnostic]
    /// Whether messages are to be in Arabic.
    package let speaksArabic: Bool
    package let took: Duration
}

/// Builds the site again after a change, in memory, and publishes it to the open pages.
final class Rebuilder: Sendable {
    let site: DiskTree
    let state = ReloadState()
    private let load: LoadOptions
    private let clock: @Sendable () -> Instant
    private let report: @Sendable (Rebuilt) -> Void
    /// Manuscripts by path. The watcher names each file that is saved, so that none is read again for being young.
    private let manuscripts = ManuscriptCache(listedAt: .max)
    /// Every text is typeset once and stays, so that the last good page of an article can be shown while its file is
    /// broken.
    private let caches: EditionCaches
    /// What the pictures' files are, which are read again when they are saved.
    private let pictures = PictureCache(listedAt: .max)
    /// The same of recordings and documents.
    private let attachments = AttachmentCache(listedAt: .max)
    /// The site's files at the last change, and the proof made of them.
    private let last = Mutex<(tree: ListedTree<DiskTree>, proof: Proof)?>(nil)

    init(
        site: DiskTree, load: LoadOptions, clock: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (Rebuilt) -> Void
    ) {
        (self.site, self.load, self.clock, self.report) = (site, load, clock, report)
        caches = EditionCaches(
            texts: TextCache(
                outlivesRun: true,
                spill: SpillFile(in: getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp", holding: 256 << 20)),
            darkroom: Darkroom(in: DiskTree(root: site.root + "/.sitegen"), worksAhead: false))
    }

    func rebuild(after change: Watcher.Change) {
        let start = ContinuousClock().now
        var load = load
        load.now = clock()
        load.cache = manuscripts
        load.pictures = pictures
        load.attachments = attachments
        let proof = proof(after: change, load)
        let problems = proof.diagnostics.judged(.lenient)
        let speaksArabic = proof.outlet?.arabicMessages ?? true
        // Released only after the pages were told: releasing a large site takes a while.
        let before = self.state.current.site
        defer { withExtendedLifetime(before) {} }
        let shown = ShownSite(proof, from: site)
        self.state.publish { state in
            if let shown {
                state.styles = Self.isStylesOnly(change) ? state.site.map { shown.changedStyles(since: $0) } ?? [] : []
                state.site = shown
            }
            state.problems = problems
            state.speaksArabic = speaksArabic
        }
        report(Rebuilt(problems: problems, speaksArabic: speaksArabic, took: ContinuousClock().now - start))
    }

    private func proof(after change: Watcher.Change, _ load: LoadOptions) -> Proof {
        last.withLock { last in
            let tree: ListedTree<DiskTree>
            var edited: Proof?
            if case .files(let paths) = change, var known = last?.tree {
                known.look(after: paths)
                tree = known
                edited = last?.proof.withEditedTexts(paths, from: tree, load, caches: caches)
                if edited == nil {
                    for path in paths {
                        manuscripts.forget(path)
                        pictures.forget(path)
                        attachments.forget(path)
                    }
                }
            } else {
                manuscripts.forgetAll()
                pictures.forgetAll()
                attachments.forgetAll()
                tree = ListedTree(site, listing: ["Content", "Templates"])
            }
            let proof = edited ?? Proof.pull(from: tree, load, caches: caches)
            last = (tree, proof)
            return proof
        }
    }

    private static func isStylesOnly(_ change: Watcher.Change) -> Bool {
        guard case .files(let paths) = change else { return false }
        return paths.allSatisfy { $0.hasPrefix("Templates/assets/") && $0.hasSuffix(".css") }
    }
}
