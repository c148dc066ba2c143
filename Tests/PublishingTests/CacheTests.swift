import Base
import Content
import Publishing
import Testing

/// A small newsroom, the folder it is published to, and what builds leave for each other.
struct CachedSite {
    var newsroom: Newsroom
    let memory = MemoryTree()
    let site: MeddledTree
    let output = MemoryTree()
    let cacheFolder = MemoryTree()

    init(stories: Int = 12) {
        var random = SplitMix64(seed: 3)
        newsroom = Newsroom(stories: stories, &random)
        newsroom.save(into: memory)
        site = MeddledTree(memory)
    }

    /// - Parameter output: another folder than the site's own, under this name.
    @discardableResult
    func build(
        program: String = "one", to output: (tree: MemoryTree, name: String)? = nil, jobs: Int = 2,
        zones: ZoneDatabase = ZoneDatabase()
    ) -> Build.Outcome {
        var build = Build(LoadOptions(now: Instant(seconds: newsroom.now), workers: Workers(jobs: jobs)))
        build.load.zones = zones
        build.cache = BuildCache(in: cacheFolder, program: program, output: output?.name ?? "Public")
        return build.run(from: site, to: output?.tree ?? self.output, named: "Public")
    }

    /// Without anything that was there before.
    func clean(jobs: Int = 2) -> (outcome: Build.Outcome, files: [String: [UInt8]]) {
        let fresh = MemoryTree()
        let build = Build(LoadOptions(now: Instant(seconds: newsroom.now), workers: Workers(jobs: jobs)))
        let outcome = build.run(from: memory, to: fresh, named: "Public")
        return (outcome, fresh.files)
    }

    /// A story whose text can be changed without changing its length.
    var path: String {
        newsroom.stories.filter { !$0.isDraft && $0.status == nil && $0.expires == nil }.first?.path ?? ""
    }

    /// The story's file with one word of its text replaced by one of the same length.
    var rewritten: [UInt8] {
        let bytes = memory[path] ?? []
        return bytes.dropLast(2) + Array("!\n".utf8)
    }
}

extension MemoryTree {
    var files: [String: [UInt8]] { Dictionary(uniqueKeysWithValues: paths.map { ($0, self[$0] ?? []) }) }
    func differences(from expected: [String: [UInt8]]) -> [String] { PublishingTests.differences(files, expected) }

    var stamps: [String: FileStamp] {
        Dictionary(uniqueKeysWithValues: paths.map { ($0, stamp(of: $0)) }).compactMapValues { $0 }
    }
}

/// The paths of files that are not the same in both.
func differences(_ one: [String: [UInt8]], _ other: [String: [UInt8]]) -> [String] {
    one == other ? [] : Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted(by: bytesPrecede)
}

@Suite struct CacheTests {
    @Test func secondBuildReadsNoArticleAndTouchesNoFile() {
        let site = CachedSite()
        let first = site.build()
        #expect(first.diagnostics == [] && first.tally.written > 50)
        let stamps = site.output.stamps
        site.site.meddle { _ in }
        let second = site.build()
        #expect((second.tally.written, second.tally.unchanged, second.tally.removed) == (0, first.tally.written, 0))
        #expect(site.output.stamps == stamps)
        #expect(site.site.reads(under: "Content/articles") == 0)
        #expect((second.articles, second.pages) == (first.articles, first.pages))
    }

    /// Nobody waits for it, so that it is in no schedule.
    @Test(arguments: ["status: removed", "status: retracted\nreason: خطأ", "expires: 2024-01-01"])
    func tombstoneOfWhatWasTakenBackBeforeItsHourComesAtItsHour(_ lines: String) {
        var site = CachedSite()
        let hour = Instant(seconds: site.newsroom.now + 3 * 3600)
        site.memory["Content/articles/later.md"] = Array(
            "---\ntitle: لاحقًا\ndate: \(CivilDate(daysSince1970: hour.seconds / 86400).year)-\(Self.monthDay(hour))\n\(lines)\n---\n\nنص.\n"
                .utf8)
        #expect(!site.build().hasErrors)
        site.newsroom.now += 4 * 3600
        #expect(!site.build().hasErrors)
        let clean = site.clean().files
        #expect(clean.keys.contains { $0.contains("/later/") })
        #expect(site.output.differences(from: clean) == [])
    }

    /// `01-24T09:05Z`
    private static func monthDay(_ instant: Instant) -> String {
        let date = CivilDate(daysSince1970: instant.seconds / 86400)
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(two(date.month))-\(two(date.day))T\(two(instant.seconds % 86400 / 3600)):\(two(instant.seconds % 3600 / 60))Z"
    }

    enum Harm: String, CaseIterable, Sendable {
        case lost, empty, cut, extended, flippedAtFront, flippedInside, flippedAtEnd
    }

    @Test(arguments: Harm.allCases, ["manuscripts", "texts", "record"]) func damagedCacheCostsTimeAndNothingElse(
        _ harm: Harm, _ part: String
    ) throws {
        let site = CachedSite()
        let first = site.build()
        let path = try #require(site.cacheFolder.paths.first { $0.hasPrefix(part) })
        var bytes = try #require(site.cacheFolder[path])
        switch harm {
        case .lost, .empty: bytes = []
        case .cut: bytes.removeLast(bytes.count / 3)
        case .extended: bytes.append(0)
        case .flippedAtFront: bytes[3] ^= 4
        case .flippedInside: bytes[bytes.count / 2] ^= 32
        case .flippedAtEnd: bytes[bytes.count - 1] ^= 1
        }
        site.cacheFolder[path] = harm == .lost ? nil : bytes
        // Without a record the rest is asked; with one it is not, unless something changed.
        site.memory["Content/assets/new.txt"] = [65]
        let second = site.build()
        #expect(second.diagnostics == first.diagnostics)
        #expect(second.tally.written <= 3, "the new file and the lists of files")
        #expect(site.output.differences(from: site.clean().files) == [])
        #expect(site.build().tally.written == 0)
    }

    @Test func anotherProgramTrustsNothing() {
        let site = CachedSite()
        site.build()
        site.site.meddle { _ in }
        let other = site.build(program: "two")
        #expect(site.site.reads(under: "Content/articles") >= site.newsroom.stories.count)
        #expect(other.tally.written == 0 && other.diagnostics == [])
        #expect(site.output.differences(from: site.clean().files) == [])
    }

    @Test func cacheOfOneOutputIsNotTakenForAnothers() {
        let site = CachedSite()
        let first = site.build()
        // A folder in memory counts its writes, so that both would look alike file by file.
        let other = MemoryTree()
        #expect(site.build(to: (other, "elsewhere")).tally.written == first.tally.written)
        #expect(other.differences(from: site.output.files) == [])
        #expect(site.build().tally.written == 0)
        #expect(site.build(to: (other, "elsewhere")).tally.written == 0)
    }

    /// Somebody saves them while a build reads.
    @Test func settingsThatChangeBehindAReadingChangeEveryPageTheNextTime() {
        var site = CachedSite()
        site.newsroom.settings.zone = "Asia/Baghdad"
        let (old, new) = (site.memory["Content/site.yaml"], Array(site.newsroom.settingsText.utf8))
        site.site.meddle { $0.answers["Content/site.yaml"] = (2, new) }
        #expect(site.build().diagnostics == [])
        site.newsroom.save(into: site.memory)
        #expect(old != new && site.memory["Content/site.yaml"] == new)
        site.site.meddle { _ in }
        #expect(site.build().diagnostics == [])
        #expect(site.output.differences(from: site.clean().files) == [])
    }

    @Test func settingsThatCannotBeReadOnceLeaveNothingBehind() {
        var site = CachedSite()
        site.newsroom.settings.more = ["extra: {season: text}"]
        site.newsroom.save(into: site.memory)
        site.memory["Content/articles/season.md"] = Array(
            "---\ntitle: موسم\ndate: 2024-01-01\nextra:\n  season: الأول\n---\n\nنص.\n".utf8)
        #expect(site.build().diagnostics == [])
        site.memory["Content/pages/about.md"] = Array("---\ntitle: من نحن\norder: 1\n---\n\nنحن.\n".utf8)
        site.site.meddle { $0.answers["Content/site.yaml"] = (1, nil) }
        #expect(site.build().diagnostics.map(\.id) == ["disk"])
        site.site.meddle { _ in }
        #expect(site.build().diagnostics == [])
        #expect(site.site.reads(under: "Content/articles/season") == 0, "what was kept before is kept")
        #expect(site.output.differences(from: site.clean().files) == [])
    }

    @Test(arguments: ["index.html", "feed.xml", "robots.txt", Manifest.path]) func overwrittenFileComesBack(
        _ path: String
    ) {
        let site = CachedSite()
        site.build()
        let before = site.output.files
        // The same length, so that only the stamp tells.
        site.output[path] = before[path]?.map { $0 == UInt8(ascii: "e") ? UInt8(ascii: "x") : $0 }
        guard path != Manifest.path else {
            // A damaged list of files is for somebody to look at.
            #expect(site.build().diagnostics.map(\.id) == ["manifest"])
            return
        }
        #expect(site.output.differences(from: before) == [path])
        #expect(site.build().tally.written == 1)
        #expect(site.output.differences(from: before) == [])
    }

    /// Feeds say how many bytes a picture has.
    @Test func pictureReplacedByOneOfTheSameSizeInPixelsReachesEveryFile() throws {
        let site = CachedSite()
        let picture = try #require(site.memory.paths.first { $0.contains("articles") && $0.hasSuffix(".png") })
        let text = "---\ntitle: صورة\ndate: 2024-01-24\n---\n\nنص.\n"
        let image = "image: {src: /assets/same.png, alt: صورة}\n"
        site.memory["Content/articles/pictured.md"] = Array(text.replacing("\ntitle:", with: "\n\(image)title:").utf8)
        site.memory["Content/assets/same.png"] = site.memory[picture]
        #expect(site.build().diagnostics.filter { $0.severity == .error } == [])
        site.memory["Content/assets/same.png"] = (site.memory[picture] ?? []) + [0, 0, 0]
        site.build()
        #expect(site.output.differences(from: site.clean().files) == [])
    }

    /// As a merge of two branches that both hold the output may leave it.
    @Test func pageThatTheManifestNamesTwiceStays() {
        let site = CachedSite()
        site.build()
        let before = site.output.files
        let lines = String(decoding: before[Manifest.path] ?? [], as: UTF8.self).split(separator: "\n")
        site.output[Manifest.path] = Array((lines + lines.dropFirst()).joined(separator: "\n").utf8)
        #expect(site.build().tally.removed == 0)
        #expect(site.output.differences(from: before).filter { $0 != Manifest.path } == [])
    }

    @Test(arguments: ["index.html", "assets/logo.png", "sitemap.xml"]) func deletedFileComesBack(_ path: String) {
        let site = CachedSite()
        site.build()
        let before = site.output.files
        #expect(before[path] != nil)
        site.output[path] = nil
        #expect(site.build().tally.written == 1)
        #expect(site.output.differences(from: before) == [])
    }

    @Test func cleanBuildReadsEveryArticleAgain() {
        let site = CachedSite()
        site.build()
        site.site.meddle { _ in }
        site.build(program: "another that trusts nothing", to: (MemoryTree(), "elsewhere"))
        let all = site.site.reads(under: "Content/articles")
        site.build()
        site.site.meddle { _ in }
        var build = Build(LoadOptions(now: Instant(seconds: site.newsroom.now), workers: Workers(jobs: 2)))
        build.cache = BuildCache(in: site.cacheFolder, program: "one", output: "Public")
        build.rewritesAll = true
        #expect(build.run(from: site.site, to: site.output, named: "Public").tally.unchanged == 0)
        #expect(site.site.reads(under: "Content/articles") == all)
        #expect(site.output.differences(from: site.clean().files) == [])
    }

    @Test func twentyCleanBuildsGiveTheSameBytes() {
        let site = CachedSite(stories: 20)
        let first = site.clean(jobs: 1)
        #expect(first.outcome.diagnostics == [])
        for number in 2...20 {
            let again = site.clean(jobs: [1, 2, 3, 8, 16][number % 5]).files
            #expect(differences(again, first.files) == [], "build \(number)")
        }
    }
}
