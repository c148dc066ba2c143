import Base
import Content
import Publishing
import Testing

/// An upload takes its time, and editors save meanwhile: what is recorded afterwards is what was built.
@Suite struct RecordingTests {
    private let files = MemoryTree([
        "Content/site.yaml": "name: جريدة\nurl: https://example.org/\n",
        "Content/articles/a.md": "---\ntitle: أ\ndate: 2024-01-01\n---\n\nنص أ\n",
    ])
    private let output = MemoryTree()
    private let load = LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1))

    init() {
        for name in ["article", "list", "page", "terms", "corrections", "404"] {
            files["Templates/\(name).html"] = Array("<body>{{ page.title }}</body>".utf8)
        }
    }

    private func save(_ name: String, _ matter: String, _ body: String) {
        files["Content/articles/\(name).md"] = Array("---\n\(matter)\n---\n\n\(body)\n".utf8)
    }

    private func build() {
        #expect(Build(load).run(from: files, to: output, named: "Public").hasErrors == false)
    }

    private func record(_ old: Ledger = Ledger([])) throws -> Ledger.Recording {
        old.recording(try #require(loadSite(files, load).site), as: try Manifest(of: output))
    }

    private func silentChanges(from ledger: Ledger) throws -> [String] {
        files[Ledger.path] = ledger.bytes
        return Proof.pull(from: files, load).diagnostics.map(\.id).filter { $0 == "silent-change" }
    }

    @Test func anArticleSavedSinceTheBuildIsNotRecorded() throws {
        build()
        save("b", "title: ب\ndate: 2024-01-02", "نص ب")
        let recording = try record()
        #expect(recording.ledger.articles.map(\.identity) == ["a"])
        #expect(recording.unbuilt == 1 && recording.changedSince == 0)
        build()
        let next = try record(recording.ledger)
        #expect(next.ledger.articles.map(\.identity) == ["a", "b"])
        #expect(next.unbuilt == 0 && next.changedSince == 0)
    }

    @Test func aTextChangedSinceTheBuildIsRecordedAsReadersHaveIt() throws {
        build()
        let published = try record().ledger
        save("a", "title: أ\ndate: 2024-01-01", "نص آخر")
        let recording = try record()
        #expect(recording.ledger == published)
        #expect(recording.changedSince == 1 && recording.unbuilt == 0)
        #expect(try silentChanges(from: recording.ledger) == ["silent-change"])
        save("a", "title: أ\ndate: 2024-01-01\nupdated: 2024-01-03", "نص آخر")
        #expect(try silentChanges(from: try record().ledger) == [])
    }

    @Test func anAddressChangedSinceTheBuildIsRecordedAsReadersHaveIt() throws {
        build()
        save("a", "title: أ\ndate: 2024-01-01\nslug: other", "نص أ")
        let recording = try record()
        #expect(recording.ledger.articles.map(\.urls) == [[URLPath("2024/01/a/")]])
        #expect(recording.changedSince == 1)
    }

    @Test(arguments: ["status: removed", "status: retracted\nreason: خطأ", "expires: 2024-02-01"])
    func whatStandsInAnArticlesPlaceIsRecorded(_ status: String) throws {
        save("a", "title: أ\ndate: 2024-01-01\n\(status)", "نص أ")
        build()
        let recording = try record()
        #expect(recording.ledger.articles.map(\.urls) == [[URLPath("2024/01/a/")]])
        #expect(recording.unbuilt == 0 && recording.changedSince == 0)
    }

    @Test func aListOfFilesThatSaysNothingOfTextsIsTakenAsItIs() throws {
        build()
        let known = try #require(try Manifest(of: output)).files
        let plain = known.map { Manifest.File(path: $0.path, digest: $0.digest, size: $0.size, article: $0.article) }
        let written = try Manifest(Manifest(plain).bytes, at: Location(path: Manifest.path))
        #expect(written.files == plain && known != plain)
        let recording = Ledger([]).recording(try #require(loadSite(files, load).site), as: written)
        #expect(recording.ledger == (try record().ledger))
    }
}
