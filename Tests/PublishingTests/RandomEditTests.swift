import Base
import Content
import Foundation
import Publishing
import Search
import Testing

/// Edit after edit, what an incremental build leaves is what a clean build makes.
///
/// `EDITS=10000 SEED=7 STORIES=200 swift test -c release -Xswiftc -enable-testing --filter RandomEditTests` runs more
/// of them on a larger site, or those of a run that failed: the seed, the number of stories and that of the edits tell
/// all of it.
@Suite struct RandomEditTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seeds: [UInt64] = environment["SEED"].flatMap { UInt64($0) }.map { [$0] } ?? [1, 2]
    private static let edits = environment["EDITS"].flatMap { Int($0) } ?? 300

    @Test(arguments: seeds) func incrementalBuildEqualsCleanOne(_ seed: UInt64) {
        var run = EditRun(seed: seed, stories: Self.environment["STORIES"].flatMap { Int($0) } ?? 60)
        let count = Self.edits / Self.seeds.count
        for number in 0..<count {
            if Self.environment["EDITS"] != nil, number > 0, number.isMultiple(of: 500) {
                print("SEED=\(seed), after \(number): \(run.summary)")
            }
            guard let problem = run.step() else { continue }
            Issue.record("SEED=\(seed), edit \(number) of \(count): \(problem)\nThe last edits:\n\(run.lastEdits)")
            return
        }
        if Self.environment["EDITS"] != nil { print("SEED=\(seed): \(run.summary)") }
        #expect(run.published * 2 > count, "most edits leave a site that can be built; the others test little")
        #expect(run.reused > run.written, "an incremental build leaves most files alone")
    }
}

/// One newsroom, edited and built again and again.
private struct EditRun {
    private var random: SplitMix64
    private var newsroom: Newsroom
    /// As it was when it could last be built.
    private var sound: Newsroom
    private var invalid = 0
    private var log: [String] = []
    private let site = MemoryTree()
    private let output = MemoryTree()
    private let cacheFolder = MemoryTree()
    private(set) var published = 0
    private var refusals: [String: Int] = [:]
    private(set) var written = 0
    private(set) var reused = 0

    init(seed: UInt64, stories: Int) {
        random = SplitMix64(seed: seed)
        newsroom = Newsroom(stories: stories, &random)
        sound = newsroom
    }

    var lastEdits: String { log.suffix(15).joined(separator: "\n") }
    var summary: String {
        let reasons = refusals.keys.sorted(by: bytesPrecede).map { "\($0) \(refusals[$0] ?? 0)" }
        return
            "\(published) builds, the others refused (\(reasons.joined(separator: ", "))); \(written) files written and \(reused) left alone; \(newsroom.stories.count) stories"
    }

    /// One edit, built both ways; what differs, or nil.
    mutating func step() -> String? {
        let isStrict = random.oneIn(40)
        if published == 0 {
            log.append("nothing yet")
        } else if random.oneIn(12) {
            log.append(harm())
        } else {
            log.append(RandomEdit.any(of: RandomEdit.all, to: &newsroom, &random))
        }
        if isStrict { log.append("(strict)") }
        newsroom.save(into: site)
        let before = output.files
        let fresh = MemoryTree()
        let cache = BuildCache(in: cacheFolder, program: "test", output: "Public")
        let incremental = build(isStrict, cache, into: output)
        let clean = build(isStrict, nil, into: fresh)
        if let problem = difference(incremental, clean) { return problem }
        if clean.stops {
            if published == 0 { return "the site is wrong from the start: \(clean.diagnostics.prefix(5))" }
            for id in Set(clean.diagnostics.filter { $0.severity == .error }.map(\.id)) {
                refusals[id, default: 0] += 1
            }
            invalid += 1
            if let problem = difference(output.files, before) { return "an error changed the output: \(problem)" }
            if !fresh.paths.isEmpty { return "an error wrote \(fresh.paths)" }
            // Sometimes the mistake stays for an edit or two.
            if isStrict || invalid > 2 || random.oneIn(2) {
                newsroom = sound
                log.append("all taken back (\(clean.diagnostics.first?.message.english ?? ""))")
            }
            return nil
        }
        (sound, invalid) = (newsroom, 0)
        published += 1
        written += published > 1 ? incremental.tally.written : 0
        reused += incremental.tally.unchanged
        if let path = output.paths.first(where: { isPicture($0) && output[$0].map(holdsNote) ?? false }) {
            return "notes in \(path)"
        }
        return difference(output.files, fresh.files)
    }

    private func isPicture(_ path: String) -> Bool { path.hasPrefix("media/") || path.hasSuffix(".png") }

    private func holdsNote(_ bytes: [UInt8]) -> Bool { String(decoding: bytes, as: UTF8.self).contains(Newsroom.note) }

    /// What happens to the folders behind a build's back.
    private mutating func harm() -> String {
        switch random.below(4) {
        case 0:
            let path = random.pick(output.paths.filter { $0 != Manifest.path }) ?? ""
            output[path] = nil
            return "somebody deleted \(path)"
        case 1:
            let path = random.pick(output.paths.filter { $0 != Manifest.path }) ?? ""
            output[path] = (output[path] ?? []) + Array("?".utf8)
            return "somebody wrote into \(path)"
        case 2:
            let path = random.pick(cacheFolder.paths) ?? ""
            cacheFolder[path] = nil
            return "the cache lost \(path)"
        default:
            let path = random.pick(cacheFolder.paths) ?? ""
            guard var bytes = cacheFolder[path], !bytes.isEmpty else { return "nothing" }
            bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
            cacheFolder[path] = bytes
            return "a bit turned over in \(path)"
        }
    }

    private mutating func build(_ isStrict: Bool, _ cache: BuildCache?, into output: MemoryTree) -> Build.Outcome {
        var load = LoadOptions(now: Instant(seconds: newsroom.now), workers: Workers(jobs: 1 + random.below(3)))
        load.address = newsroom.address.flatMap { try? SiteAddress(try WebURL($0)) }
        var build = Build(load)
        build.isStrict = isStrict
        build.allowsRemovals = true
        build.cache = cache
        // Dozens of stories are what thousands are to a newspaper: some eras, files that move on, a tail.
        var sizes = IndexSizes()
        (sizes.era, sizes.small, sizes.files, sizes.smallFiles, sizes.step) = (14, 24, 32, 8, 8)
        build.searchSizes = sizes
        return build.run(from: site, to: output, named: "Public")
    }

    private func difference(_ incremental: Build.Outcome, _ clean: Build.Outcome) -> String? {
        // What is still public is known only where something is.
        let (one, other) = (incremental.diagnostics.filter { $0.id != "removal-waits" }, clean.diagnostics)
        guard one == other else {
            let line = { (problem: Diagnostic) in
                "\(problem.location.map { "\($0)" } ?? "-") \(problem.message.english) [\(problem.id)]"
            }
            return "other diagnostics; only incremental: \(one.filter { !other.contains($0) }.map(line)); "
                + "only clean: \(other.filter { !one.contains($0) }.map(line))"
        }
        let same =
            incremental.articles == clean.articles && incremental.pages == clean.pages
            && incremental.speaksArabic == clean.speaksArabic
        return same
            ? nil : "other totals: \(incremental.articles), \(incremental.pages) and \(clean.articles), \(clean.pages)"
    }

    private func difference(_ found: [String: [UInt8]], _ expected: [String: [UInt8]]) -> String? {
        if found == expected { return nil }
        let paths = differences(found, expected)
        guard let first = paths.first(where: { $0 != Manifest.path }) ?? paths.first else { return nil }
        guard let one = found[first] else { return "missing: \(paths)" }
        guard let other = expected[first] else { return "left over: \(paths)" }
        return "\(paths.count) files, such as \(first): \(firstDifference(one, other)); all: \(paths.prefix(20))"
    }
}
