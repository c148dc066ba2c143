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
                try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
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

    @Test func foldersThatNestWithoutEndAreRefused() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let deep = folder.appending(path: "a/" + Array(repeating: "d", count: 70).joined(separator: "/"))
        try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
        for jobs in [1, 2] { #expect(throws: Diagnostic.self) { try listing("a", jobs: jobs) } }
    }
}
