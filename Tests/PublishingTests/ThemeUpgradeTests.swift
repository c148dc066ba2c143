import Base
import Content
import Publishing
import Testing

/// What `sitegen upgrade theme` does with each file.
@Suite struct ThemeUpgradeTests {
    private static let path = "Templates/base.html"

    private func theme(_ text: String) -> [(path: String, bytes: [UInt8])] { [(Self.path, Array(text.utf8))] }

    /// An outlet that took a theme of one file, which then reads `own`.
    private func outlet(took text: String, own: String?) -> MemoryTree {
        let tree = MemoryTree()
        tree[Self.path] = own.map { Array($0.utf8) }
        tree[ThemeRecord.path] = ThemeRecord(of: theme(text)).bytes
        return tree
    }

    private func text(_ tree: MemoryTree, _ path: String) -> String? {
        tree[path].map { String(decoding: $0, as: UTF8.self) }
    }

    @discardableResult
    private func upgrade(_ tree: MemoryTree, to text: String) throws -> [ThemeUpgrade.Step] {
        let upgrade = try ThemeUpgrade(to: theme(text), in: tree)
        try upgrade.write(to: tree)
        return upgrade.changes.map(\.step)
    }

    @Test func fileThatWasNotEditedIsReplaced() throws {
        let tree = outlet(took: "one", own: "one")
        #expect(try upgrade(tree, to: "two") == [.update])
        #expect(text(tree, Self.path) == "two")
        #expect(try upgrade(tree, to: "two") == [])
        #expect(tree.paths == [ThemeRecord.path, Self.path])
    }

    @Test func lineEndingsOfACheckoutAreNoEdit() throws {
        let tree = outlet(took: "one\ntwo\n", own: "one\r\ntwo\r\n")
        #expect(try upgrade(tree, to: "one\n2\n") == [.update])
    }

    @Test func editedFileStaysAndTheThemesComesBeside() throws {
        let tree = outlet(took: "one", own: "mine")
        #expect(try upgrade(tree, to: "two") == [.offer])
        #expect(text(tree, Self.path) == "mine")
        #expect(text(tree, Self.path + ".new") == "two")
        #expect(try upgrade(tree, to: "two") == [], "what was offered is not offered again")
        #expect(try upgrade(tree, to: "three") == [.offer], "what nobody edited is replaced by the next")
        #expect(text(tree, Self.path + ".new") == "three")
    }

    @Test func editedFileWhoseThemeIsAsItWasNeedsNothing() throws {
        let tree = outlet(took: "one", own: "mine")
        #expect(try upgrade(tree, to: "one") == [])
        #expect(tree.paths == [ThemeRecord.path, Self.path])
    }

    @Test func editedFileBesideAnEditedOneIsNotOverwritten() throws {
        let tree = outlet(took: "one", own: "mine")
        try upgrade(tree, to: "two")
        tree[Self.path + ".new"] = Array("half merged".utf8)
        #expect(try upgrade(tree, to: "three") == [.wait])
        #expect(text(tree, Self.path + ".new") == "half merged")
        tree[Self.path + ".new"] = nil
        #expect(try upgrade(tree, to: "three") == [.offer], "asked again once it is out of the way")
    }

    @Test func deletedFileStaysDeletedAndIsToldOnce() throws {
        let tree = outlet(took: "one", own: nil)
        #expect(try upgrade(tree, to: "two") == [.staysDeleted])
        #expect(try upgrade(tree, to: "two") == [])
        #expect(tree.paths == [ThemeRecord.path])
    }

    @Test func newFileIsAdded() throws {
        let tree = MemoryTree()
        tree[ThemeRecord.path] = ThemeRecord().bytes
        #expect(try upgrade(tree, to: "one") == [.add])
        #expect(text(tree, Self.path) == "one")
    }

    @Test func fileThatLeftTheThemeStaysAndIsTold() throws {
        let tree = outlet(took: "one", own: "one")
        let upgrade = try ThemeUpgrade(to: [], in: tree)
        try upgrade.write(to: tree)
        #expect(upgrade.changes.map(\.step) == [.leftTheme])
        #expect(text(tree, Self.path) == "one")
        #expect(try ThemeUpgrade(to: [], in: tree).changes.isEmpty)
    }

    @Test(arguments: [nil, "", "<<<<<<< ours\nnothing\n", "sitegen-theme 1\nxyz Templates/base.html\n"])
    func withoutARecordEveryFileThatDiffersCountsAsEdited(record: String?) throws {
        let tree = MemoryTree([Self.path: "one"])
        tree[ThemeRecord.path] = record.map { Array($0.utf8) }
        #expect(try upgrade(tree, to: "two") == [.offer])
        #expect(text(tree, Self.path) == "one")
        #expect(ThemeRecord(reading: tree[ThemeRecord.path]) == ThemeRecord(of: theme("two")))
    }

    @Test func newOutletNeedsNothing() throws {
        let tree = MemoryTree()
        try StarterSite.write(to: tree, named: "new", today: CivilDate(daysSince1970: 20_000))
        let before = tree.paths
        let upgrade = try ThemeUpgrade(in: tree)
        try upgrade.write(to: tree)
        #expect(upgrade.changes.isEmpty && upgrade.untouched > 20)
        #expect(tree.paths == before)
    }

    @Test func differenceHasTheLinesOfBothSidesInOrder() {
        let difference = LineDifference(from: Array("a\nb\nc\nd\n".utf8), to: Array("a\nB\nc\nd\ne\nf\n".utf8))
        #expect(difference.marked == ["@@ 2 @@", "-b", "+B", "@@ 5 @@", "+e", "+f"])
        let removal = LineDifference(from: Array("a\nb\nc\nd".utf8), to: Array("a\nd".utf8))
        #expect(removal.marked == ["@@ 2 @@", "-b", "-c"])
    }

    @Test func noBuildReadsWhatWaitsBesideAnEditedFile() throws {
        let tree = MemoryTree()
        try StarterSite.write(to: tree, named: "new", today: CivilDate(daysSince1970: 20_000))
        let options = LoadOptions(now: Instant(seconds: 20_001 * 86_400), workers: Workers(jobs: 1))
        let (before, after) = (MemoryTree(), MemoryTree())
        _ = Build(options).run(from: tree, to: before, named: "Public")
        tree["Templates/base.html.new"] = Array("{% broken".utf8)
        tree["Templates/assets/style.css.new"] = Array("broken {".utf8)
        #expect(Build(options).run(from: tree, to: after, named: "Public").diagnostics == [])
        #expect(after.paths == before.paths)
        for path in before.paths { #expect(after[path] == before[path], "\(path)") }
    }
}
