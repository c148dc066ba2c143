import Base
import Testing

@Suite struct StandardPathTests {
    @Test(arguments: [
        ("/a/b", "/a/b"), ("/a/./b/", "/a/b"), ("/a/../b", "/b"), ("/../a", "/a"), ("//a//b", "/a/b"), ("/", "/"),
        ("/موقع/x y/..", "/موقع"),
    ]) func pathIsTheSameHoweverItIsWritten(_ root: String, _ expected: String) {
        #expect(DiskTree(root: root).standardPath == expected)
    }

    @Test func relativePathStartsInTheWorkingFolder() {
        let here = DiskTree(root: ".").standardPath
        #expect(here.hasPrefix("/") && !here.hasSuffix("/"))
        #expect(DiskTree(root: "a/../b").standardPath == here + "/b")
        #expect(DiskTree(root: "").standardPath == here)
    }
}
