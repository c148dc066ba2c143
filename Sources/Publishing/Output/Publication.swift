import Base
import Content
import Pages

/// What changed on disk.
package struct Tally: Sendable, Equatable {
    /// Files that were written, were right already, were deleted.
    package var written = 0
    package var unchanged = 0
    package var removed = 0
}

/// Brings the output folder to what the plan says: writes what differs, leaves the rest untouched, deletes last.
package struct Publication: Sendable {
    let output: any OutputTree
    /// What builds have written there, by the order of the paths; nil for a folder that is new.
    let old: [Manifest.File]?
    /// What the last build from here knows of each of them; empty where nobody remembers.
    private let remembered: [BuildRecord.File?]
    /// The places in `old`, by the digests of the paths.
    private let places: [Digest: Int]
    /// Every file of the plan, by its path.
    let jobs: [PublicationJob]

    /// Adopts a folder that is absent, empty or a build's own; refuses any other.
    init(of outputs: [Output], into output: any OutputTree, named name: String, after record: BuildRecord? = nil)
        throws(Diagnostic)
    {
        self.output = output
        (old, remembered) = try Self.left(in: output, named: name, record)
        places = Self.places(of: old ?? [])
        jobs = PublicationJob.all(of: outputs, old: old ?? [], places)
    }

    /// What builds have written there, nil in a new folder, and what is remembered of each file.
    private static func left(
        in output: any OutputTree, named name: String, _ record: BuildRecord?
    ) throws(Diagnostic) -> ([Manifest.File]?, [BuildRecord.File?]) {
        let writer = output.writer()
        if let record, let last = record.manifest, writer.stamp(of: Manifest.path) == last {
            // Nobody has written there since: the record says all that the manifest says.
            return (record.files.map(\.file), record.files)
        }
        if let bytes = try writer.existing(Manifest.path) {
            let files = try Manifest(bytes, at: Location(path: "\(name)/\(Manifest.path)")).files
            let places = Self.places(of: files)
            var remembered = [BuildRecord.File?](repeating: nil, count: record == nil ? 0 : files.count)
            for file in record?.files ?? [] {
                if let place = places[Digest(of: file.file.path)] { remembered[place] = file }
            }
            return (files, remembered)
        }
        // A first build that was killed before it had written its list has left its draft alone.
        if let stranger = try output.entries(under: "").first(where: {
            $0.path != ".gitignore" && !output.isDraft($0.path)
        }) {
            throw Diagnostic(
                id: PublishingRule.outputNotOurs,
                Message(
                    en:
                        "a site is written into a folder that is new, empty or its own; this one holds "
                        + "“\(stranger.path)”; choose another --output",
                    ar:
                        "يُكتب الموقع في مجلد جديد أو فارغ أو مجلده هو؛ وهذا فيه «\(stranger.path)»؛ اختر "
                        + "\u{200E}«--output»\u{200E} آخر"
                ),
                at: Location(path: name))
        }
        return (nil, [])
    }

    private static func places(of files: [Manifest.File]) -> [Digest: Int] {
        var places: [Digest: Int] = [:]
        places.reserveCapacity(files.count)
        for (place, file) in files.enumerated() { places[Digest(of: file.path)] = place }
        return places
    }

    enum Step: Sendable {
        case written(BuildRecord.File)
        case unchanged(BuildRecord.File)
        case failed(Diagnostic)
    }

    struct Result: Sendable {
        var tally = Tally()
        var diagnostics: [Diagnostic] = []
        /// In the order of their paths; empty where something failed.
        var files: [BuildRecord.File] = []
        var manifest: FileStamp?
        var lastPages = LastPages()
        /// What the search index was made from, where any of it was made.
        var search: LastSearch?
        /// What the pages were printed with, for whoever keeps what need not be taken apart.
        var press: Press?
    }

    struct Order: Sendable {
        /// Writes each file even where it holds the right bytes already.
        var rewritesAll = false
        /// Broken articles, by path, whose last pages stay as they are.
        var keepingPages: [String] = []
        var withdrawn: [WithdrawnArticle] = []
        var workers: Workers
        /// The machine's clock in nanoseconds since 1970, from before the site's folder was listed.
        var listedAt: Int
        /// Takes what is too much for the memory.
        var spill: SpillFile?
        /// What the search index of the last build was made from.
        var lastSearch: @Sendable () -> LastSearch = { LastSearch() }
    }

    func publish(with press: Press, _ fingerprints: PageFingerprints, from source: some FileTree, _ order: Order)
        -> Result
    {
        var result = Result()
        let (workers, output, isFresh) = (order.workers, output, old == nil)
        // Which of them are as they were is known before any is made: a press that prints few makes few cards.
        var states = workers.map(jobs, state: { output.writer() }) { writer, job in
            let fingerprint = job.output.digest(by: fingerprints, listedAt: order.listedAt)
            return (fingerprint: fingerprint, unchanged: order.rewritesAll ? nil : unchanged(job, fingerprint, writer))
        }
        var pages = 0
        for (job, state) in zip(jobs, states) where state.unchanged == nil {
            if job.output.page != nil { pages += 1 }
            if let copy = job.output.copy { result.diagnostics += Self.refusal(of: copy, in: source) }
        }
        guard result.diagnostics.isEmpty else { return result }
        var press = press
        do throws(Diagnostic) {
            (press, result.search) = try withIndex(press, fingerprints, &states, order)
        } catch {
            result.diagnostics.append(error)
            return result
        }
        let cleared: Set<Int>
        (cleared, result.diagnostics) = prepare()
        guard result.diagnostics.isEmpty else { return result }
        press = press.prepared(for: pages, workers: workers)
        result.press = press
        let (rewrites, printing, known) = (order.rewritesAll, press, states)
        let steps = workers.map(Array(jobs.indices), state: { PublicationWorker(output: output, isFresh: isFresh) }) {
            worker, place -> Step in
            if let file = known[place].unchanged { return .unchanged(file) }
            return worker.publish(jobs[place], known[place].fingerprint, printing, from: source, rewrites: rewrites)
        }
        result.files.reserveCapacity(jobs.count)
        for step in steps {
            switch step {
            case .written(let file):
                result.tally.written += 1
                result.files.append(file)
            case .unchanged(let file):
                result.tally.unchanged += 1
                result.files.append(file)
            case .failed(let problem): result.diagnostics.append(problem)
            }
        }
        finish(&result, order, cleared)
        if !result.diagnostics.isEmpty { result.files = [] }
        result.diagnostics = Self.eachOnce(result.diagnostics)
        return result
    }

    /// Why the system does not give one of the outlet's own files, into which nobody has looked so far: known before
    /// the first write.
    private static func refusal(of copy: CopiedFile, in source: some FileTree) -> [Diagnostic] {
        guard ["assets/", ".well-known/"].contains(where: { copy.url.text.hasPrefix($0) }) else { return [] }
        do throws(Diagnostic) {
            _ = try source.readStart(of: copy.source, count: 1)
            return []
        } catch {
            return [error]
        }
    }

    private func finish(_ result: inout Result, _ order: Order, _ cleared: Set<Int>) {
        guard result.diagnostics.isEmpty else { return }
        do throws(Diagnostic) {
            let last = try lastPages(order, besides: result.files)
            let own = result.files.map(\.file)
            let manifest = last.files.isEmpty ? Manifest(sorted: own) : Manifest(own + last.files)
            result.manifest = try close(manifest, keeping: last.files, cleared, &result.tally, order.workers)
            result.lastPages = last
        } catch {
            result.diagnostics = [error]
        }
    }

    /// What the last build knows of a file.
    func before(_ job: PublicationJob) -> BuildRecord.File? {
        job.place.flatMap { $0 < remembered.count ? remembered[$0] : nil }
    }

    /// What the last build made of the same parts, where it still lies there untouched.
    private func unchanged(_ job: PublicationJob, _ fingerprint: Digest?, _ writer: any OutputWriter) -> BuildRecord
        .File?
    {
        guard let fingerprint, let before = before(job), before.fingerprint == fingerprint,
            before.file.article == job.article, before.file.list == job.list,
            writer.stamp(of: job.path) == before.stamp
        else { return nil }
        return before
    }

    /// A folder that may not be written to is one sentence, not one for each file.
    private static func eachOnce(_ problems: [Diagnostic]) -> [Diagnostic] {
        var said: Set<Message> = []
        return problems.filter { said.insert($0.message).inserted }
    }

    /// Before the first write: no stranger's file stands where one of ours goes, and every file about to be written is
    /// listed.
    ///
    /// - Returns: the places of old files that are gone already, for they stood in the way of new ones.
    private func prepare() -> (cleared: Set<Int>, diagnostics: [Diagnostic]) {
        let new = jobs.lazy.filter { $0.place == nil }.map(\.path)
        guard !new.isEmpty else { return ([], []) }
        var cleared: Set<Int> = []
        do throws(Diagnostic) {
            let writer = output.writer()
            if let old {
                cleared = inTheWay(of: new, old)
                for place in cleared { try writer.remove(old[place].path) }
                for path in new where try writer.existing(path) != nil {
                    throw Diagnostic(
                        id: PublishingRule.outputForeignFile,
                        Message(
                            en:
                                "a page of the site goes here, and a file that no build wrote stands in its place; "
                                + "move it away",
                            ar: "هنا موضع صفحة من الموقع، ويشغله ملف لم يكتبه أي بناء؛ انقله"), at: Location(path: path)
                    )
                }
            }
            try writer.write(Manifest.announcing(new, after: try writer.existing(Manifest.path)), to: Manifest.path)
            return (cleared, [])
        } catch {
            return ([], [error])
        }
    }

    /// What builds have written and none needs any more, where a new file needs a folder, or a folder stands in a new
    /// file's place.
    private func inTheWay(of new: some Sequence<String>, _ old: [Manifest.File]) -> Set<Int> {
        let needed = Set(jobs.lazy.compactMap(\.place))
        var found: Set<Int> = []
        for path in new {
            for slash in path.utf8.indices where path.utf8[slash] == UInt8(ascii: "/") {
                if let place = places[Digest(of: path.utf8[..<slash])], !needed.contains(place) { found.insert(place) }
            }
            let folder = path + "/"
            var (low, high) = (0, old.count)
            while low < high {
                let middle = (low + high) / 2
                if bytesPrecede(old[middle].path, folder) { low = middle + 1 } else { high = middle }
            }
            while low < old.count, old[low].path.utf8.starts(with: folder.utf8) {
                if !needed.contains(low) { found.insert(low) }
                low += 1
            }
        }
        return found
    }

    /// - Parameter last: files of no job that stay.
    private func close(
        _ manifest: Manifest, keeping last: [Manifest.File], _ cleared: Set<Int>, _ tally: inout Tally,
        _ workers: Workers
    ) throws(Diagnostic) -> FileStamp? {
        let writer = output.writer()
        if let old {
            var isKept = [Bool](repeating: false, count: old.count)
            for place in jobs.lazy.compactMap(\.place) { isKept[place] = true }
            for place in last.lazy.compactMap({ places[Digest(of: $0.path)] }) { isKept[place] = true }
            for place in old.indices where !isKept[place] {
                if !cleared.contains(place) { try writer.remove(old[place].path) }
                tally.removed += 1
            }
        }
        if old != manifest.files { return try writer.write(manifest.bytes, to: Manifest.path) }
        return writer.stamp(of: Manifest.path)
    }
}
