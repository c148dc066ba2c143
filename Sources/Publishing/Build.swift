package import Base
package import Content
import Pages

/// The whole pipeline: a newsroom's folder becomes a site.
package struct Build: Sendable {
    package var load: LoadOptions
    package var rewritesAll = false
    /// Warnings count as errors, and the copy desk's advice counts as a warning.
    package var isStrict = false
    /// A broken article keeps its last page and the rest is published.
    package var holdsBroken = false
    /// Articles may go by the dozen because their files are gone.
    package var allowsRemovals = false
    /// How whoever called runs this build so that it holds broken articles back.
    package var holdingCommand = "sitegen build --hold-broken"
    /// What the last build left for this one.
    package var cache: BuildCache?
    /// Takes what an archive is too large to hold in memory.
    package var spill: SpillFile?

    package init(_ load: LoadOptions) { self.load = load }

    package struct Outcome: Sendable {
        /// Sorted by place; without the copy desk's advice where nobody asked for it.
        package var diagnostics: [Diagnostic] = []
        package var articles = 0
        package var pages = 0
        package var tally = Tally()
        /// Articles and pictures that were left out because they are broken, by path.
        package var heldBack: [String] = []
        /// Nil where nothing was published.
        package var unpublished: UnpublishedArticles?
        package var stages: [(name: String, duration: Duration)] = []
        /// Whether messages are to be in Arabic; nil where site.yaml could not be read.
        package var speaksArabic: Bool?
        /// What was built and with what, for a process that ends now: taking 100,000 articles apart takes time, too.
        fileprivate(set) package var keptAlive: [any Sendable] = []

        fileprivate func repeating(_ record: BuildRecord) -> Outcome {
            var outcome = self
            outcome.diagnostics = record.diagnostics
            (outcome.articles, outcome.pages, outcome.speaksArabic) = (
                record.articles, record.pages, record.speaksArabic
            )
            outcome.unpublished = record.unpublished
            outcome.tally.unchanged = record.files.count
            return outcome
        }

        package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

        /// Whether something is wrong besides what stands in articles that were left out.
        package var stops: Bool {
            let held = Set(heldBack)
            return diagnostics.contains {
                $0.severity == .error && !($0.location.map { held.contains($0.path) } ?? false)
            }
        }
    }

    /// Reads `site`, checks all of it, and only then writes to `output`. With errors nothing is written.
    package func run(
        from site: some FileTree, to output: some OutputTree, named outputName: String,
        progress: (String) -> Void = { _ in }
    )
        -> Outcome
    {
        var outcome = Outcome()
        var clock = StageClock()
        let listedAt = FileStamp.clock
        let (options, workers, spill) = (options, load.workers, spill)
        let site = ListedTree(site, listing: ["Content", "Templates"])
        let (inputs, cached) = workers.both {
            cache.flatMap { $0.inputs(of: site, options, listedAt) }
        } _: {
            Cached(cache, isDoubted: rewritesAll, listedAt: listedAt, spill)
        }
        let record = cached.record
        if let record, let inputs, record.stillHolds(inputs, at: load.now, in: output, workers: load.workers) {
            clock.finish("compare", &outcome)
            return outcome.repeating(record)
        }
        clock.finish("compare", &outcome)
        let finished = { (stage: String) in
            clock.finish(stage, &outcome)
            progress(stage)
        }
        var load = load
        let (manuscripts, caches) = (cached.manuscripts, cached.caches)
        load.cache = manuscripts
        let proof =
            holdsBroken
            ? Proof.pullHoldingBroken(
                from: site, load, caches: caches,
                published: { () throws(Diagnostic) in try Manifest(of: output, named: outputName) },
                finished: finished)
            : Proof.pull(from: site, load, caches: caches, finished: finished)
        // Without settings nothing was asked of the caches, and what they hold is not to be forgotten for it.
        if proof.outlet != nil {
            _ = workers.both {
                cache?.write(manuscripts.stored(by: workers), as: .manuscripts, over: cached.manuscriptFiles)
            } _: {
                cache?.write(caches.texts.stored(by: workers), as: .texts, over: cached.textFiles)
                if let related = caches.related.stored() { cache?.write(related, as: .related) }
            }
        }
        outcome.speaksArabic = proof.outlet?.arabicMessages
        outcome.heldBack = proof.heldBack
        outcome.keptAlive = [proof, cached]

        var problems = proof.diagnostics
        if isStrict {
            problems += proof.edition.map { editorialAdvice(on: $0, from: site, workers: load.workers) } ?? []
        }
        let (theme, plan) = (proof.theme, proof.plan ?? PagePlan())
        let (fingerprints, publication) = workers.both {
            proof.edition.map { PageFingerprints($0, theme, program: cache?.program ?? "", workers: workers) }
        } _: {
            Result { () throws(Diagnostic) in try Publication(of: plan, into: output, named: outputName, after: record)
            }
        }
        do throws(Diagnostic) {
            let publication = try publication.get()
            let files = try site.entries(under: "Content")
            if !allowsRemovals, let problem = publication.tooManyRemovals(files: files) { problems.append(problem) }
        } catch {
            problems.append(error)
        }
        outcome.diagnostics = judged(problems)
        if outcome.stops, case .success(let publication) = publication {
            let faults = problems.filter { $0.severity == .error && !$0.mayBeHeldBack }
            let command = faults.isEmpty && (!holdsBroken || isStrict) ? holdingCommand : nil
            outcome.tellWaiting(publication, proof, command: command, faults: faults, outputName)
        }
        guard !outcome.stops, proof.plan != nil, let press = proof.press, let edition = proof.edition, let fingerprints,
            case .success(let publication) = publication
        else {
            return outcome
        }
        let result = publication.publish(
            with: press, fingerprints, from: site,
            .init(
                rewritesAll: rewritesAll, keepingPages: proof.keepingPages, withdrawn: proof.withdrawn,
                workers: load.workers, listedAt: listedAt))
        outcome.keptAlive += [fingerprints, publication, result] as [any Sendable]
        outcome.tally = result.tally
        outcome.articles = edition.site.articles.count
        outcome.pages = plan.pages.count
        outcome.unpublished = UnpublishedArticles(edition.site)
        cache?.write(
            newRecord(of: outcome, result, inputs, until: edition.site.nextChange).bytes(by: workers), as: .record)
        outcome.diagnostics += result.diagnostics + Self.fates(of: proof, result)
        if !result.diagnostics.isEmpty {
            outcome.tellWaiting(publication, proof, command: nil, faults: result.diagnostics, outputName)
        }
        clock.finish("publish", &outcome)
        return outcome
    }

    private func newRecord(of outcome: Outcome, _ result: Publication.Result, _ inputs: Digest?, until: Instant?)
        -> BuildRecord
    {
        var record = BuildRecord()
        record.files = result.files
        // A build that left something out is to be asked again every time.
        guard result.diagnostics.isEmpty, outcome.heldBack.isEmpty, let manifest = result.manifest else {
            return record
        }
        record.inputs = inputs
        (record.from, record.until) = (load.now, until)
        (record.articles, record.pages, record.speaksArabic) = (outcome.articles, outcome.pages, outcome.speaksArabic)
        record.unpublished = outcome.unpublished
        record.diagnostics = outcome.diagnostics
        record.manifest = manifest
        return record
    }

    /// All that is asked for, but for the clock.
    private var options: String {
        "\(load.showsUnpublished) \(load.address?.origin ?? "-") \(load.address?.base ?? "-") \(isStrict) "
            + "\(holdsBroken)"
    }

    private func judged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return diagnostics.sorted().compactMap { problem in
            guard problem.severity != .advice || isStrict else { return nil }
            let severity: Diagnostic.Severity = problem.severity == .error || isStrict ? .error : .warning
            let judged = Diagnostic(severity, id: problem.id, problem.message, at: problem.location)
            return seen.insert(judged).inserted ? judged : nil
        }
    }
}

/// What lies in the cache.
private struct Cached: Sendable {
    let record: BuildRecord?
    let manuscriptFiles: CacheFiles
    let manuscripts: ManuscriptCache
    let textFiles: CacheFiles
    let caches: EditionCaches

    /// - Parameter isDoubted: whoever wants every file anew doubts what was kept, too.
    init(_ cache: BuildCache?, isDoubted: Bool, listedAt: Int, _ spill: SpillFile?) {
        let cache = isDoubted ? nil : cache
        record = BuildRecord(cache?.read(.record) ?? [])
        manuscriptFiles = cache?.files(of: .manuscripts) ?? CacheFiles()
        manuscripts = ManuscriptCache(manuscriptFiles, listedAt: listedAt)
        textFiles = cache?.files(of: .texts) ?? CacheFiles()
        caches = EditionCaches(
            texts: TextCache(textFiles, spill: spill), related: RelatedCache(cache?.read(.related) ?? []))
    }
}

private struct StageClock {
    private let clock = ContinuousClock()
    private var last: ContinuousClock.Instant

    init() { last = clock.now }

    mutating func finish(_ stage: String, _ outcome: inout Build.Outcome) {
        let now = clock.now
        outcome.stages.append((stage, now - last))
        last = now
    }
}

extension BuildCache {
    /// Of the options and of how every file of the site's folder looks; nil where one is so young that its looks tell
    /// nothing.
    fileprivate func inputs(of site: ListedTree<some FileTree>, _ options: String, _ listedAt: Int) -> Digest? {
        var parts = Fingerprint()
        parts.add(options)
        for folder in ["Content", "Templates"] {
            guard let entries = site.listing(of: folder) else { return nil }
            for entry in entries {
                guard !FileStamp(entry).isYoung(at: listedAt) else { return nil }
                parts.add(entry.path)
                parts.add(Int(entry.kind.rawValue))
                parts.add(entry.size)
                parts.add(entry.modified)
                parts.add(entry.changed)
            }
        }
        return parts.digest
    }
}
