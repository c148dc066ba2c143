import Base
import Content
import Typesetting
import Foundation
import Pages
import Publishing
import Testing

/// A save that changes nothing but texts takes a short way through the pipeline, and comes out where the long way does.
@Suite struct EditedTextTests {
    private let caches = EditionCaches()
    private let manuscripts = ManuscriptCache(listedAt: .max)

    private func load(_ now: Int) -> LoadOptions {
        var load = LoadOptions(now: Instant(seconds: now), workers: Workers(jobs: 2))
        load.cache = manuscripts
        return load
    }

    private func pages(_ proof: Proof) throws -> [String: [UInt8]] {
        let (press, plan) = (try #require(proof.press), try #require(proof.plan))
        var pages: [String: [UInt8]] = [:]
        for output in plan.outputs {
            var buffer = ByteBuffer()
            pages[output.file] =
                if let copy = output.copy {
                    Array(copy.source.utf8)
                } else if case .rendition(let rendition) = output {
                    Array(rendition.key.utf8)
                } else {
                    try output.withBytes(by: press, from: MemoryTree(), in: &buffer) { Array($0) }
                }
        }
        return pages
    }

    private func cleanPull(_ tree: MemoryTree, _ now: Int) -> Proof {
        Proof.pull(from: tree, LoadOptions(now: Instant(seconds: now), workers: Workers(jobs: 1)))
    }

    @Test(arguments: [UInt64(11), 12])
    func randomEditsComeOutAsAWholePullDoes(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var newsroom = Newsroom(stories: 40, &random)
        let tree = MemoryTree()
        newsroom.save(into: tree)
        var proof = Proof.pull(from: tree, load(newsroom.now), caches: caches)
        try #require(!proof.hasErrors)
        var (shortWays, longWays) = (0, 0)
        for _ in 0..<45 {
            let before = (newsroom, tree.files)
            if random.oneIn(3) {
                _ = RandomEdit.any(of: RandomEdit.all, to: &newsroom, &random)
                newsroom.now = before.0.now
                newsroom.address = nil
            } else {
                let place = random.below(newsroom.stories.count)
                newsroom.stories[place].body.append(.paragraph(Newsroom.words(1 + random.below(40), &random)))
            }
            newsroom.save(into: tree)
            let after = tree.files
            let changed = Set(after.keys).union(before.1.keys).filter { after[$0] != before.1[$0] }
            guard !changed.isEmpty else { continue }
            let clean = cleanPull(tree, newsroom.now)
            if let short = proof.withEditedTexts(changed, from: tree, load(newsroom.now), caches: caches) {
                shortWays += 1
                #expect(Set(short.diagnostics) == Set(clean.diagnostics))
                if !clean.hasErrors { #expect(try pages(short) == pages(clean), "\(changed)") }
                proof = short
            } else {
                longWays += 1
                for path in changed { manuscripts.forget(path) }
                proof = Proof.pull(from: tree, load(newsroom.now), caches: caches)
                #expect(Set(proof.diagnostics) == Set(clean.diagnostics))
            }
            if proof.hasErrors {
                newsroom = before.0
                newsroom.save(into: tree)
                for path in changed { manuscripts.forget(path) }
                proof = Proof.pull(from: tree, load(newsroom.now), caches: caches)
            }
        }
        #expect(shortWays > 15 && longWays > 3)
    }

    private let site = [
        "Content/site.yaml": "name: جريدة\nurl: https://example.org/\nmessages: en\n",
        "Content/articles/a.md": "---\ntitle: أ\ndate: 2024-01-01\n---\n\n## باب\n\nنص [آخر](b.md#فصل)\n",
        "Content/articles/b.md": "---\ntitle: ب\ndate: 2024-01-02\n---\n\n## فصل\n\nنص\n",
        "Content/articles/draft.md": "---\ntitle: ج\ndate: 2024-01-02\ndraft: true\n---\n\nنص\n",
        "Content/articles/coming.md": "---\ntitle: د\ndate: 2030-01-02\n---\n\nنص\n",
    ]

    /// The proof after `path` was written over, on the short way; nil where it does not lead there.
    private func proof(_ path: String, _ text: String, at now: Int = 1_735_689_600) throws -> Proof? {
        let tree = MemoryTree(site)
        for name in ["article", "list", "page", "terms", "corrections", "404"] {
            tree["Templates/\(name).html"] = Array("<body>{{ page.title }} {{ page.description }}</body>".utf8)
        }
        let before = Proof.pull(from: tree, load(1_735_689_600), caches: caches)
        try #require(!before.hasErrors)
        tree[path] = Array(text.utf8)
        return before.withEditedTexts([path], from: tree, load(now), caches: caches)
    }

    @Test func aTextAloneTakesTheShortWay() throws {
        let proof = try #require(
            try proof("Content/articles/a.md", "---\ntitle: أ\ndate: 2024-01-01\n---\n\nنص غيره\n"))
        #expect(!proof.hasErrors)
        #expect(try pages(proof)["2024/01/a/index.html"] == Array("<body>أ نص غيره</body>".utf8))
    }

    @Test func whatIsWrongInTheNewTextIsReported() throws {
        let lost = try #require(
            try proof("Content/articles/a.md", "---\ntitle: أ\ndate: 2024-01-01\n---\n\n[رابط](/lost/)\n"))
        #expect(lost.diagnostics.filter { $0.severity == .error }.map(\.id) == ["broken-link"])
    }

    @Test func aHeadingThatOthersLeadToIsMissed() throws {
        let proof = try #require(
            try proof("Content/articles/b.md", "---\ntitle: ب\ndate: 2024-01-02\n---\n\n## غيره\n\nنص\n"))
        let problem = try #require(proof.diagnostics.first { $0.severity == .error })
        #expect(problem.id == "broken-anchor")
        #expect(problem.location?.path == "Content/articles/a.md")
    }

    @Test(arguments: [
        ("Content/articles/a.md", "---\ntitle: آخر\ndate: 2024-01-01\n---\n\nنص\n"),
        ("Content/articles/a.md", "---\ntitle: أ\ndate: 2024-01-03\n---\n\nنص\n"),
        ("Content/articles/a.md", "---\ntitle: أ\ndate: 2024-01-01\ntags: ماء\n---\n\nنص\n"),
        ("Content/articles/a.md", "---\ntitle: أ\ndate: 2024-01-01\ndraft: true\n---\n\nنص\n"),
        ("Content/articles/a.md", "---\ntitel: أ\ndate: 2024-01-01\n---\n\nنص\n"),
        ("Content/articles/a.md", "---\ntitle: أ\ndate: 2024-01-01\n---\n\n![صورة](none.png)\n"),
        ("Content/articles/draft.md", "---\ntitle: ج\ndate: 2024-01-02\ndraft: true\n---\n\nنص آخر\n"),
        ("Content/articles/new.md", "---\ntitle: هـ\ndate: 2024-01-02\n---\n\nنص\n"),
        ("Content/site.yaml", "name: صحيفة\nurl: https://example.org/\n"), ("Templates/404.html", "<body></body>"),
    ])
    func whatIsMoreThanATextTakesTheLongWay(_ path: String, _ text: String) throws {
        #expect(try proof(path, text) == nil)
    }

    @Test func whereAnEmbargoHasEndedMeanwhileTheLongWayIsTaken() throws {
        let text = "---\ntitle: أ\ndate: 2024-01-01\n---\n\nنص غيره\n"
        #expect(try proof("Content/articles/a.md", text, at: 1_893_542_400 + 86400) == nil)
    }
}
