package import Base
package import Content
package import Search
import Pages
import Pictures
import Typesetting

/// The whole pipeline: a newsroom's folder becomes a site.
package struct Build: Sendable {
    /// The clock, and what of `Content/` is asked for.
    package var load: LoadOptions
    /// Every file is written anew, and the cache is ignored.
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
    /// Sizes of the search index; other than the standard ones in tests.
    package var searchSizes = IndexSizes.standard
    /// Takes what an archive is too large to hold in memory.
    package var spill: SpillFile?

    /// Told how many pictures are made in all their sizes, and of how many.
    package var pictureProgress: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }

    package init(_ load: LoadOptions) { self.load = load }

    /// What `site` and the options are to be known by, what the last build left, and whether it left just what this one
    /// would make.
    func compare(
        _ site: ListedTree<some FileTree>, _ output: some OutputTree, _ listedAt: Int
    ) -> (inputs: Digest?, last: LastBuild, isSame: Bool) {
        let (options, spill) = (options, spill)
        let (inputs, last) = load.workers.both {
            cache == nil ? nil : self.inputs(of: site, options, listedAt)
        } _: {
            // `--clean` also ignores the cache.
            LastBuild(
                rewritesAll ? nil : cache, listedAt: listedAt, spill, cache?.darkroom(pictureProgress) ?? Darkroom())
        }
        let isSame =
            inputs.flatMap { last.record?.stillHolds($0, load, in: output) } ?? false
        return (inputs, last, isSame)
    }

    /// The proof of `site`, for which the cache holds what it can and is given what is new.
    func prove(
        _ site: some FileTree, _ output: some OutputTree, named outputName: String, _ last: LastBuild, _ stages: Stages
    ) -> Proof {
        var load = load
        load.cache = last.manuscripts
        load.pictures = last.pictures
        load.attachments = last.attachments
        let proof =
            holdsBroken
            ? Proof.pullHoldingBroken(
                from: site, load, caches: last.editions,
                published: { () throws(Diagnostic) in try Manifest(of: output, named: outputName) },
                searchSizes: searchSizes, stages: stages)
            : Proof.pull(from: site, load, caches: last.editions, searchSizes: searchSizes, stages: stages)
        // Without settings nothing was asked of the caches, and what they hold is not to be forgotten for it.
        if let cache, proof.outlet != nil { last.write(to: cache, load.workers) }
        return proof
    }

    /// Judges the proof, and publishes a site that is sound.
    func publish(
        _ proof: Proof, from site: some FileTree, to output: some OutputTree, named outputName: String,
        _ inputs: Digest?, _ last: LastBuild, _ listedAt: Int, _ outcome: inout Outcome
    ) {
        let workers = load.workers
        outcome.speaksArabic = proof.outlet?.arabicMessages
        outcome.heldBack = proof.heldBack
        outcome.keptAlive = [proof, last]
        var problems = proof.diagnostics
        if isStrict, let edition = proof.edition {
            problems += editorialAdvice(on: edition, from: site, workers: workers)
        }
        let (fingerprints, adopted) = workers.both {
            proof.fingerprints(program: cache?.program ?? "", workers)
        } _: {
            Result { () throws(Diagnostic) in
                try Publication(of: proof.plan?.outputs ?? [], into: output, named: outputName, after: last.record)
            }
        }
        let publication = try? adopted.get()
        if case .failure(let problem) = adopted { problems.append(problem) }
        if !allowsRemovals, let problem = publication?.tooManyRemovals(in: site) { problems.append(problem) }
        outcome.diagnostics = problems.judged(isStrict ? .strict : .lenient)
        if outcome.stops, let publication {
            let faults = problems.filter { $0.severity == .error && !$0.mayBeHeldBack }
            let command = faults.isEmpty && (!holdsBroken || isStrict) ? holdingCommand : nil
            outcome.tellWaiting(publication, proof, command: command, faults: faults, outputName)
        }
        guard !outcome.stops, let press = proof.press, let edition = proof.edition, let plan = proof.plan,
            let fingerprints, let publication
        else { return }
        let result = publication.publish(
            with: press, fingerprints, from: site,
            .init(
                rewritesAll: rewritesAll, keepingPages: proof.keepingPages, withdrawn: proof.withdrawn,
                workers: workers, listedAt: listedAt, spill: spill,
                lastSearch: { [cache] in (cache?.read(.search)).flatMap { LastSearch($0) } ?? LastSearch() }))
        outcome.keptAlive += [fingerprints, publication, result] as [any Sendable]
        outcome.tally = result.tally
        outcome.articles = edition.site.articles.count
        outcome.pages = plan.outputs.count { $0.page != nil }
        outcome.unpublished = UnpublishedArticles(edition.site)
        let record = newRecord(of: outcome, result, inputs, edition.site)
        cache?.write(record.bytes, as: .record)
        if let search = result.search { cache?.write(search.bytes, as: .search) }
        outcome.diagnostics += result.diagnostics + Self.fates(of: proof, result)
        if result.diagnostics.isEmpty { edition.darkroom.keepOnly(plan.renditions) }
        if !result.diagnostics.isEmpty {
            outcome.tellWaiting(publication, proof, command: nil, faults: result.diagnostics, outputName)
        }
    }

    private func newRecord(of outcome: Outcome, _ result: Publication.Result, _ inputs: Digest?, _ site: Site)
        -> BuildRecord
    {
        var record = BuildRecord()
        record.files = result.files
        // A build that left something out is to be asked again every time.
        guard result.diagnostics.isEmpty, outcome.heldBack.isEmpty, let manifest = result.manifest else {
            return record
        }
        record.inputs = inputs
        (record.zone, record.zoneDigest) = (site.outlet.zone.name, site.outlet.zone.digest)
        (record.from, record.until) = (load.now, site.nextChange)
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

    /// The digest of the options and of every file's path and stamp in the site's folder; nil where one is so young
    /// that its stamp tells nothing.
    private func inputs(of site: ListedTree<some FileTree>, _ options: String, _ listedAt: Int) -> Digest? {
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
