import Base
import Content
import Pages

/// What changed on disk.
package struct Tally: Sendable, Equatable {
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
    let jobs: [Job]

    /// Adopts a folder that is absent, empty or a build's own; refuses any other.
    init(of plan: PagePlan, into output: any OutputTree, named name: String, after record: BuildRecord? = nil)
        throws(Diagnostic)
    {
        self.output = output
        (old, remembered) = try Self.left(in: output, named: name, record)
        places = Self.places(of: old ?? [])
        jobs = Self.jobs(of: plan, old: old ?? [], places)
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
                id: "output-not-ours",
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

    /// A file of the site and how to make its bytes. A class, for a page has many parts, and each worker would count
    /// references to all of them.
    final class Job: Sendable {
        enum Source: Sendable {
            case page(Page)
            case feed(Feed)
            case copy(PagePlan.Copy)
            case written(PagePlan.Written)
        }

        let path: String
        let source: Source
        /// In what builds have written before.
        let place: Int?

        init(path: String, source: Source, place: Int?) { (self.path, self.source, self.place) = (path, source, place) }

        var article: UInt64? {
            switch source {
            case .page(let page) where page.kind == .article: Manifest.articleMark(page.origin.path)
            // In the place of one that was removed.
            case .page(let page) where page.kind == .page && page.origin.path.hasPrefix("Content/articles/"):
                Manifest.articleMark(page.origin.path)
            // From an address that the article had.
            case .written(let file) where file.origin.path.hasPrefix("Content/articles/"):
                Manifest.redirectMark(file.origin.path)
            default: nil
            }
        }

        /// What readers read of it there; nil of a notice in its place.
        var text: Digest? {
            if case .page(let page) = source { page.standingArticle?.readDigest } else { nil }
        }
    }

    private enum Step: Sendable {
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
        /// The machine's clock in nanoseconds since 1970, before the site's folder was listedAt at.
        var listedAt: Int
    }

    func publish(with press: Press, _ fingerprints: PageFingerprints, from source: some FileTree, _ order: Order)
        -> Result
    {
        var result = Result()
        let (workers, output, isFresh) = (order.workers, output, old == nil)
        // Which of them are as they were is known before any is made, for a press that prints few need not be heated.
        let marks = workers.map(jobs, state: { output.writer() }) { writer, job in
            let mark = Self.fingerprint(of: job, fingerprints, order.listedAt)
            return (digest: mark, kept: order.rewritesAll ? nil : asBefore(job, mark, writer))
        }
        var coming: [Page.Kind: Int] = [:]
        for (job, mark) in zip(jobs, marks) where mark.kept == nil {
            switch job.source {
            case .page(let page): coming[page.kind, default: 0] += 1
            case .copy(let copy): result.diagnostics += Self.refusal(of: copy, in: source)
            case .feed, .written: break
            }
        }
        guard result.diagnostics.isEmpty else { return result }
        let cleared: Set<Int>
        (cleared, result.diagnostics) = prepare()
        guard result.diagnostics.isEmpty else { return result }
        let heated = press.ready(for: coming, workers: workers)
        result.press = heated
        let rewrites = order.rewritesAll
        let steps = workers.map(Array(jobs.indices), state: { PublicationWorker(output: output, isFresh: isFresh) }) {
            worker, place -> Step in
            if let file = marks[place].kept { return .unchanged(file) }
            return worker.finish(jobs[place], marks[place].digest, press: heated, source: source, rewrites: rewrites)
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

    /// Why the system does not give one of the outlet's own files, into which nobody has listedAt so far: known before
    /// the first write.
    private static func refusal(of copy: PagePlan.Copy, in source: some FileTree) -> [Diagnostic] {
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

    /// What builds have written before is in order already.
    private static func jobs(of plan: PagePlan, old: [Manifest.File], _ places: [Digest: Int]) -> [Job] {
        var sources: [(path: String, source: Job.Source)] = []
        sources.reserveCapacity(plan.pages.count + plan.feeds.count + plan.copies.count + plan.written.count)
        for page in plan.pages { sources.append((page.url.file, .page(page))) }
        for feed in plan.feeds { sources.append((feed.file, .feed(feed))) }
        for copy in plan.copies { sources.append((copy.url.file, .copy(copy))) }
        for file in plan.written { sources.append((file.file, .written(file))) }
        func job(_ number: Int, at place: Int?) -> Job {
            Job(path: sources[number].path, source: sources[number].source, place: place)
        }
        guard !old.isEmpty else { return placesByPath(sources.map(\.path)).map { job($0, at: nil) } }

        var numbers = [Int](repeating: -1, count: old.count)
        var new: [Int] = []
        for (number, source) in sources.enumerated() {
            if let place = places[Digest(of: source.path)], numbers[place] < 0 {
                numbers[place] = number
            } else {
                new.append(number)
            }
        }
        new.sort { bytesPrecede(sources[$0].path, sources[$1].path) }
        var jobs: [Job] = []
        jobs.reserveCapacity(sources.count)
        var waiting = new[...]
        for (place, number) in numbers.enumerated() where number >= 0 {
            while let next = waiting.first, bytesPrecede(sources[next].path, sources[number].path) {
                jobs.append(job(next, at: nil))
                waiting.removeFirst()
            }
            jobs.append(job(number, at: place))
        }
        for number in waiting { jobs.append(job(number, at: nil)) }
        return jobs
    }

    /// Nil for a file that was changed so lately that its stamp tells nothing.
    private static func fingerprint(of job: Job, _ fingerprints: PageFingerprints, _ listedAt: Int) -> Digest? {
        switch job.source {
        case .page(let page): return fingerprints.digest(of: page)
        case .feed(let feed): return fingerprints.digest(of: feed, listedAt: listedAt)
        case .written(let file): return Digest(of: file.bytes)
        case .copy(let copy):
            guard !copy.stamp.isYoung(at: listedAt) else { return nil }
            var parts = Fingerprint()
            parts.add(copy.source)
            for number in [copy.stamp.size, copy.stamp.modified, copy.stamp.changed] { parts.add(number) }
            return parts.digest
        }
    }

    /// What the last build made of the same parts, where it still lies there untouched.
    private func asBefore(_ job: Job, _ fingerprint: Digest?, _ writer: any OutputWriter) -> BuildRecord.File? {
        guard let fingerprint, let place = job.place, place < remembered.count, let before = remembered[place],
            before.fingerprint == fingerprint, before.file.article == job.article,
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
                        id: "output-foreign-file",
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
        let kept = Set(jobs.lazy.compactMap(\.place))
        var found: Set<Int> = []
        for path in new {
            for slash in path.utf8.indices where path.utf8[slash] == UInt8(ascii: "/") {
                if let place = places[Digest(of: path.utf8[..<slash])], !kept.contains(place) { found.insert(place) }
            }
            let folder = path + "/"
            var (low, high) = (0, old.count)
            while low < high {
                let middle = (low + high) / 2
                if bytesPrecede(old[middle].path, folder) { low = middle + 1 } else { high = middle }
            }
            while low < old.count, old[low].path.utf8.starts(with: folder.utf8) {
                if !kept.contains(low) { found.insert(low) }
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
        if old != manifest.files { return try writer.write(manifest.bytes(by: workers), to: Manifest.path) }
        return writer.stamp(of: Manifest.path)
    }

    /// Where one worker makes file after file, with one buffer and one set of open folders.
    private struct PublicationWorker: ~Copyable {
        private let writer: any OutputWriter
        /// Nothing was there before, so that nothing need be compared.
        private let isFresh: Bool
        private var buffer = ByteBuffer()

        init(output: any OutputTree, isFresh: Bool) {
            writer = output.writer()
            self.isFresh = isFresh
        }

        mutating func finish(
            _ job: Job, _ fingerprint: Digest?, press: Press, source: some FileTree, rewrites: Bool
        ) -> Step {
            do throws(Diagnostic) {
                switch job.source {
                case .page(let page):
                    buffer.remove(from: 0)
                    try press.print(page, into: &buffer)
                    return try buffer.withBytes { (bytes) throws(Diagnostic) in
                        try put(bytes, job, fingerprint, rewrites: rewrites)
                    }
                case .feed(let feed): return try put(try press.print(feed), job, fingerprint, rewrites: rewrites)
                case .copy(let copy): return try put(try copy.bytes(in: source), job, fingerprint, rewrites: rewrites)
                case .written(let file): return try put(file.bytes, job, fingerprint, rewrites: rewrites)
                }
            } catch {
                return .failed(error)
            }
        }

        private func put(_ bytes: [UInt8], _ job: Job, _ fingerprint: Digest?, rewrites: Bool) throws(Diagnostic)
            -> Step
        {
            try bytes.withUnsafeBufferPointer { (bytes) throws(Diagnostic) in
                try put(bytes, job, fingerprint, rewrites: rewrites)
            }
        }

        private func put(
            _ bytes: UnsafeBufferPointer<UInt8>, _ job: Job, _ fingerprint: Digest?, rewrites: Bool
        ) throws(Diagnostic) -> Step {
            let file = Manifest.File(
                path: job.path, digest: Digest(of: bytes), size: bytes.count, article: job.article, text: job.text)
            if !rewrites, !isFresh, try writer.existing(job.path)?.isSame(as: bytes) ?? false,
                let stamp = writer.stamp(of: job.path)
            {
                return .unchanged(.init(file, fingerprint, stamp))
            }
            let stamp = isFresh ? try writer.add(bytes, to: job.path) : try writer.write(bytes, to: job.path)
            return .written(.init(file, fingerprint, stamp))
        }
    }
}
