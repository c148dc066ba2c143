import Base
import Foundation
import Testing

@testable import Preview

@Suite struct WatcherTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "sitegen-watch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "Content/articles"), withIntermediateDirectories: true)
    }

    private func save(_ path: String) throws {
        try Data("text".utf8).write(to: folder.appending(path: path))
    }

    private func remove() { try? FileManager.default.removeItem(at: folder) }

    @Test func aSavedFileIsNamedOnce() throws {
        defer { remove() }
        let watcher = Watcher(DiskTree(root: folder.path()), folders: ["Content"])
        #expect(watcher.next(limit: 0) == nil)
        try save("Content/articles/a.md")
        #expect(watcher.next(limit: 5000) == .files(["Content/articles/a.md"]))
        try save("other.txt")
        #expect(watcher.next(limit: 0) == nil)
    }

    @Test func aFolderMadeLaterIsWatchedToo() throws {
        defer { remove() }
        let watcher = Watcher(DiskTree(root: folder.path()), folders: ["Content", "Templates"])
        try FileManager.default.createDirectory(
            at: folder.appending(path: "Templates"), withIntermediateDirectories: true)
        _ = watcher.next(limit: 500)
        try save("Templates/base.html")
        let change = watcher.next(limit: 5000)
        guard case .files(let paths)? = change else {
            Issue.record("no change was seen: \(String(describing: change))")
            return
        }
        #expect(paths.contains("Templates/base.html"))
    }
}
