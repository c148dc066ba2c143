import Base
import Foundation
import Testing

@Suite struct DiskTreeTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "sitegen-disk-\(UUID().uuidString)")
        for number in 0..<40 {
            for path in ["a/\(number)/x.md", "a/\(number)/deeper/y.md", "a/\(number)-b/z.md", "a/\(number).md"] {
                let file = folder.appending(path: path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data("text".utf8).write(to: file)
            }
        }
    }

    private func listing(_ under: String, jobs: Int) throws -> [FileEntry] {
        try DiskTree(root: folder.path(), workers: Workers(jobs: jobs)).entries(under: under)
    }

    @Test func filesComeInTheOrderOfTheirPathsWhoeverListsThem() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let alone = try listing("a", jobs: 1)
        #expect(alone.count == 160)
        #expect(alone.map(\.path) == alone.map(\.path).sorted(by: bytesPrecede))
        #expect(alone.allSatisfy { $0.kind == .file && $0.size == 4 })
        for jobs in [2, 8] { #expect(try listing("a", jobs: jobs) == alone) }
        #expect(try listing("", jobs: 2) == alone)
        #expect(try listing("nowhere", jobs: 2).isEmpty)
    }

    @Test func whatIsNoFileOfTheFolderIsNamed() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let manager = FileManager.default
        let place = folder.path()
        try manager.createSymbolicLink(atPath: place + "/a/inside.md", withDestinationPath: "0.md")
        try manager.createSymbolicLink(atPath: place + "/a/folder", withDestinationPath: "1")
        try manager.createSymbolicLink(atPath: place + "/a/outside.md", withDestinationPath: "/etc/hostname")
        #if os(Linux)
            // Other disks take no name that is not UTF-8.
            let name: [CChar] = place.utf8CString.dropLast() + "/a/".utf8CString.dropLast() + [-1, 0x61, 0]
            #expect(close(creat(name, 0o600)) == 0)
        #endif
        let kinds = Dictionary(uniqueKeysWithValues: try listing("a", jobs: 2).map { ($0.path, $0.kind) })
        #expect(kinds["a/inside.md"] == .file)
        #expect(kinds["a/folder"] == .strayLink)
        #expect(kinds["a/outside.md"] == .strayLink)
        #if os(Linux)
            #expect(kinds["a/\u{FFFD}a"] == .unreadableName)
        #endif
    }

    @Test func whatBecameALinkSinceItWasListedLeadsNowhereElse() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (manager, place) = (FileManager.default, folder.path())
        let secret = FileManager.default.temporaryDirectory.appending(path: "sitegen-secret-\(UUID().uuidString)")
        defer { try? manager.removeItem(at: secret) }
        try manager.createDirectory(at: secret, withIntermediateDirectories: true)
        try Data("secret".utf8).write(to: secret.appending(path: "x.md"))
        try manager.createSymbolicLink(atPath: place + "/a/inside.md", withDestinationPath: "2/x.md")
        let tree = DiskTree(root: place)
        _ = try tree.entries(under: "a")
        for path in ["a/0/x.md", "a/1/x.md", "a/3"] { try manager.removeItem(atPath: place + "/" + path) }
        try manager.createSymbolicLink(atPath: place + "/a/0/x.md", withDestinationPath: secret.path() + "/x.md")
        try manager.createSymbolicLink(atPath: place + "/a/1/x.md", withDestinationPath: "../2/x.md")
        try manager.createSymbolicLink(atPath: place + "/a/3", withDestinationPath: secret.path())
        for path in ["a/0/x.md", "a/3/x.md", "a/../a/2/../../../etc/hostname"] {
            #expect(throws: Diagnostic.self) { try tree.read(path) }
            #expect(throws: Diagnostic.self) { try tree.readStart(of: path, count: 3) }
        }
        for path in ["a/inside.md", "a/1/x.md", "a/2/x.md", "a/2.md"] {
            #expect(try tree.read(path) == Array("text".utf8))
        }
    }

    @Test func aPartIsReadOfTheFileThatWasListedAndOfNoOther() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let tree = DiskTree(root: folder.path())
        let entry = try #require(try tree.entries(under: "a").first { $0.path == "a/0.md" })
        let stamp = FileStamp(entry)
        #expect(try tree.read(1..<3, of: "a/0.md", as: stamp) == Array("ex".utf8))
        #expect(try tree.read(0..<4, of: "a/0.md", as: stamp) == Array("text".utf8))
        #expect(throws: Diagnostic.self) { try tree.read(2..<5, of: "a/0.md", as: stamp) }
        #expect(throws: Diagnostic.self) { try tree.read(1..<3, of: "a/nowhere.md", as: stamp) }
        try Data("next".utf8).write(to: folder.appending(path: "a/0.md"), options: .atomic)
        #expect(throws: Diagnostic.self) { try tree.read(1..<3, of: "a/0.md", as: stamp) }
    }

    /// What a list of files names and no disk can hold is not there.
    @Test func whatCannotBeThereIsGone() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let writer = DiskTree(root: folder.path()).writer()
        let long = String(repeating: "x", count: 300)
        for path in ["a/\(long)/index.html", "a/\(long)", "a/0.md/x/index.html", "a/0/x.md/y", "nowhere/x"] {
            #expect(try writer.existing(path) == nil)
            try writer.remove(path)
        }
        #expect(try writer.existing("a/0.md") == Array("text".utf8))
        #expect(throws: Diagnostic.self) { try writer.write([1], to: "a/\(long)/index.html") }
        #expect(throws: Diagnostic.self) { try writer.write([1], to: "a/0.md/x/index.html") }
    }

    @Test func aFolderThatWasMadeAgainIsReadAgain() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let tree = DiskTree(root: folder.path())
        #expect(try tree.read("a/0/x.md") == Array("text".utf8))
        try FileManager.default.removeItem(at: folder.appending(path: "a/0"))
        #expect(throws: Diagnostic.self) { try tree.read("a/0/x.md") }
        try FileManager.default.createDirectory(at: folder.appending(path: "a/0"), withIntermediateDirectories: true)
        try Data("other".utf8).write(to: folder.appending(path: "a/0/x.md"))
        #expect(try tree.read("a/0/x.md") == Array("other".utf8))
    }

    @Test func moreFoldersThanMayBeOpenAtOnceAreRead() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let tree = DiskTree(root: folder.path())
        let paths = try tree.entries(under: "a").map(\.path)
        let read = Workers(jobs: 8).map(paths + paths.reversed()) { path in (try? tree.read(path))?.count }
        #expect(read.allSatisfy { $0 == 4 })
    }

    @Test func foldersThatNestWithoutEndAreRefused() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let deep = folder.appending(path: "a/" + Array(repeating: "d", count: 70).joined(separator: "/"))
        try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
        for jobs in [1, 2] { #expect(throws: Diagnostic.self) { try listing("a", jobs: jobs) } }
    }
}
