import Base
import Testing

@Suite struct ListedTreeTests {
    private let tree = MemoryTree(["a/1": "x", "a/b/2": "x", "a/b/c/3": "x", "a/bb/4": "x", "z/5": "x"])

    /// The listing after `change` and a look at `paths`, beside a new one.
    private func look(_ paths: Set<String>, after change: () -> Void) -> (kept: [FileEntry]?, new: [FileEntry]) {
        var listed = ListedTree(tree, listing: ["a", "z"])
        change()
        listed.look(after: paths)
        return (listed.listing(of: "a"), tree.entries(under: "a"))
    }

    @Test(arguments: ["a/1", "a/0", "a/b/2", "a/b/1", "a/b/c/3", "a/b/c/9", "a/bb/4", "a/new/folder/6"])
    func aFileThatIsWrittenIsSeen(_ path: String) {
        let found = look([path]) { tree[path] = Array("changed".utf8) }
        #expect(found.kept == found.new)
    }

    @Test(arguments: [["a/1"], ["a/b/2"], ["a/b/c/3"], ["a/bb/4"], ["a/1", "a/b/2", "a/b/c/3", "a/bb/4"]])
    func aFileThatIsDeletedIsGone(_ paths: [String]) {
        let found = look(Set(paths)) { for path in paths { tree[path] = nil } }
        #expect(found.kept == found.new)
    }

    @Test func aFolderThatIsMovedIsSeenAsAWhole() {
        let found = look(["a/b", "a/d"]) {
            tree["a/b/2"] = nil
            tree["a/b/c/3"] = nil
            tree["a/d/2"] = Array("x".utf8)
            tree["a/d/c/3"] = Array("x".utf8)
        }
        #expect(found.kept == found.new)
    }

    @Test func whatIsBesideIsNotListedAgain() {
        var listed = ListedTree(tree, listing: ["a", "z"])
        tree["z/5"] = Array("longer".utf8)
        listed.look(after: ["a/b/2"])
        #expect(listed.listing(of: "z")?.map(\.size) == [1])
    }
}
