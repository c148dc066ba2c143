import Base
import Content
import Publishing
import Testing

/// What `sitegen new site` writes.
@Suite struct StarterSiteTests {
    private static let root = String(#filePath).replacing("/Tests/PublishingTests/StarterSiteTests.swift", with: "")
    private static let today = CivilDate(daysSince1970: 20_000)

    @Test func themeIsTemplatesByteForByte() throws {
        let tree = DiskTree(root: Self.root)
        let onDisk = try tree.entries(under: "Templates").map(\.path)
        let embedded = StarterSite.theme
        #expect(embedded.map(\.path) == onDisk, "EmbeddedFiles.c lists every file of Templates/, in order")
        for file in embedded { #expect(try tree.read(file.path) == file.bytes, "\(file.path)") }
    }

    @Test func siteBuildsWithoutARemark() throws {
        let tree = MemoryTree()
        try StarterSite.write(to: tree, named: "new", today: Self.today)
        #expect(tree.paths == StarterSite.files(today: Self.today).map(\.path).sorted(by: bytesPrecede))
        let options = LoadOptions(now: Instant(seconds: 20_001 * 86_400), workers: Workers(jobs: 1))
        // A new outlet has no pictures of its own yet.
        #expect(Check(options).run(on: tree).problems.map(\.id) == ["logo-missing", "share-image-missing"])
        let output = MemoryTree()
        let outcome = Build(options).run(from: tree, to: output, named: "Public")
        #expect(outcome.diagnostics == [])
        #expect(outcome.articles == 5)
        let front = String(decoding: output["index.html"] ?? [], as: UTF8.self)
        #expect(front.contains("<link rel=\"stylesheet\" href=\"/assets/style."))
    }

    @Test func anyFileInTheFolderIsAReasonToRefuse() {
        let tree = MemoryTree(["notes.txt": ""])
        #expect(throws: Diagnostic.self) { try StarterSite.write(to: tree, named: "new", today: Self.today) }
        #expect(tree.paths == ["notes.txt"])
    }
}
