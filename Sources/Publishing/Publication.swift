package import Base
import Content
package import Pages

/// What changed on disk.
package struct Tally: Sendable, Equatable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
}

/// Brings the output folder to what the plan says: writes what differs, leaves the rest untouched, deletes last.
package struct Publication: Sendable {
    private let output: any OutputTree
    private let old: Manifest?

    /// Adopts a folder that is absent, empty or a build's own; refuses any other.
    package init(into output: any OutputTree, named name: String) throws(Diagnostic) {
        self.output = output
        let writer = output.writer()
        if let bytes = try writer.existing(Manifest.path) {
            old = try Manifest(bytes, at: Location(path: "\(name)/\(Manifest.path)"))
            return
        }
        old = nil
        if let stranger = try output.entries(under: "").first(where: { $0.path != ".gitignore" }) {
            throw Diagnostic(
                id: "output-not-ours",
                Message(
                    en:
                        "a site is written into a folder that is new, empty or its own; this one holds “\(stranger.path)”; choose another --output",
                    ar: "يُكتب الموقع في مجلد جديد أو فارغ أو مجلده هو؛ وهذا فيه «\(stranger.path)»؛ اختر ‎--output آخر"),
                at: Location(path: name))
        }
    }

    /// A file of the site and how to make its bytes.
    private enum Job: Sendable {
        case page(Page)
        case copy(PagePlan.Copy)
        case written(PagePlan.Written)

        var path: String {
            switch self {
            case .page(let page): page.url.file
            case .copy(let copy): copy.url.file
            case .written(let file): file.file
            }
        }

        var article: String? {
            guard case .page(let page) = self, page.kind == .article else { return nil }
            return Manifest.articleMark(page.origin.path)
        }
    }

    private enum Step: Sendable {
        case written(Manifest.File)
        case unchanged(Manifest.File)
        case failed(Diagnostic)
    }

    /// - Parameters:
    ///   - rewritesAll: writes each file even where it holds the right bytes already.
    ///   - heldBack: articles, by path, whose last pages stay as they are.
    package func publish(
        _ plan: PagePlan, with press: Press, from source: some FileTree, rewritesAll: Bool, heldBack: [String] = [],
        workers: Workers
    ) -> (tally: Tally, diagnostics: [Diagnostic]) {
        var jobs = plan.pages.map(Job.page) + plan.copies.map(Job.copy) + plan.written.map(Job.written)
        jobs.sort { bytesPrecede($0.path, $1.path) }
        let problems = prepare(jobs)
        guard problems.isEmpty else { return (Tally(), problems) }
        let output = output
        let steps = workers.map(jobs, state: { Desk(output: output) }) { desk, job in
            desk.finish(job, press: press, source: source, rewrites: rewritesAll)
        }
        var tally = Tally()
        var files: [Manifest.File] = []
        var diagnostics: [Diagnostic] = []
        for step in steps {
            switch step {
            case .written(let file):
                tally.written += 1
                files.append(file)
            case .unchanged(let file):
                tally.unchanged += 1
                files.append(file)
            case .failed(let problem): diagnostics.append(problem)
            }
        }
        guard diagnostics.isEmpty else { return (tally, diagnostics) }
        do throws(Diagnostic) {
            files += try lastPages(of: heldBack, besides: Set(files.map(\.path)))
        } catch {
            return (tally, [error])
        }
        diagnostics += close(Manifest(files), &tally)
        return (tally, diagnostics)
    }

    /// Before the first write: no stranger's file stands where one of ours goes, and every file about to be written is listed.
    private func prepare(_ jobs: [Job]) -> [Diagnostic] {
        let known = Set(old?.files.map(\.path) ?? [])
        let new = jobs.map(\.path).filter { !known.contains($0) }
        guard !new.isEmpty else { return [] }
        do throws(Diagnostic) {
            let writer = output.writer()
            if old != nil {
                for path in new where try writer.existing(path) != nil {
                    throw Diagnostic(
                        id: "output-foreign-file",
                        Message(
                            en: "a page of the site goes here, and a file that no build wrote stands in its place; move it away",
                            ar: "هنا موضع صفحة من الموقع، ويشغله ملف لم يكتبه أي بناء؛ انقله"), at: Location(path: path))
                }
            }
            let pending = new.map { Manifest.File(path: $0, digest: nil, size: 0) }
            try writer.write(Manifest((old?.files ?? []) + pending).bytes, to: Manifest.path)
            return []
        } catch {
            return [error]
        }
    }

    /// The pages that the articles had, and of the files that nothing else uses any more those that these pages show.
    private func lastPages(of heldBack: [String], besides new: Set<String>) throws(Diagnostic) -> [Manifest.File] {
        guard let old, !heldBack.isEmpty else { return [] }
        let marks = Set(heldBack.map(Manifest.articleMark))
        let spare = old.files.filter { !new.contains($0.path) }
        let pages = spare.filter { $0.article.map { marks.contains($0) } ?? false }
        let writer = output.writer()
        var text = ""
        for page in pages { text += String(decoding: try writer.existing(page.path) ?? [], as: UTF8.self) }
        let shown = spare.filter { file in
            ["media/", "assets/"].contains { file.path.hasPrefix($0) }
                && text.utf8.contains(percentEncoded(file.path).utf8)
        }
        return pages + shown
    }

    private func close(_ manifest: Manifest, _ tally: inout Tally) -> [Diagnostic] {
        let writer = output.writer()
        let kept = Set(manifest.files.map(\.path))
        do throws(Diagnostic) {
            for file in old?.files ?? [] where !kept.contains(file.path) {
                try writer.remove(file.path)
                tally.removed += 1
            }
            let bytes = manifest.bytes
            if try writer.existing(Manifest.path) != bytes { try writer.write(bytes, to: Manifest.path) }
            return []
        } catch {
            return [error]
        }
    }

    /// Where one worker makes file after file, with one buffer and one set of open folders.
    private struct Desk {
        private let writer: any OutputWriter
        private var buffer: [UInt8] = []

        init(output: any OutputTree) { writer = output.writer() }

        mutating func finish(_ job: Job, press: Press, source: some FileTree, rewrites: Bool) -> Step {
            buffer.removeAll(keepingCapacity: true)
            do throws(Diagnostic) {
                switch job {
                case .page(let page): press.print(page, into: &buffer)
                case .copy(let copy): buffer = try source.read(copy.source)
                case .written(let file): buffer = file.bytes
                }
                let file = Manifest.File(
                    path: job.path, digest: Digest(of: buffer).hex, size: buffer.count, article: job.article)
                if !rewrites, try writer.existing(job.path) == buffer { return .unchanged(file) }
                try writer.write(buffer, to: job.path)
                return .written(file)
            } catch {
                return .failed(error)
            }
        }
    }
}
