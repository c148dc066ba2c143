import Base
import Foundation
import Testing

@testable import Import

@Suite struct ImportStateTests {
    private let root = FileManager.default.temporaryDirectory.path() + "/state-\(UUID().uuidString)"

    private func within(_ text: String, _ body: (DiskTree) throws -> Void) throws {
        try FileManager.default.createDirectory(atPath: root + "/Import", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: root + "/" + ImportState.path))
        try body(DiskTree(root: root))
    }

    private func entry(_ path: String) -> ImportState.Entry { .init(path: path, item: 10, file: 11) }
    private func line(_ key: String, _ path: String) -> String {
        "\(key)\t\(path)\t000000000000000a\t000000000000000b\n"
    }

    @Test func theLastLineAboutAKeyHoldsAndTheEndIsSorted() throws {
        try within(line("wp:2", "b") + line("wp:10", "c") + "wp:3\tcut") { tree in
            let state = try ImportState(LineLog(ImportState.path, in: tree, .appending))
            #expect(try state["wp:2"] == entry("b"))
            #expect(!state.has("wp:3"))
            try state.note("wp:2", entry("new"))
            try state.note("wp:1", entry("a"))
            #expect(try state["wp:2"] == entry("new"))
            #expect(try state.paths().sorted() == ["a", "c", "new"])
            try state.finish(in: tree)
            let text = String(decoding: try tree.read(ImportState.path), as: UTF8.self)
            #expect(text == line("wp:1", "a") + line("wp:10", "c") + line("wp:2", "new"))
        }
    }

    @Test func whatIsAsItWasIsNotWritten() throws {
        let text = line("wp:1", "a") + line("wp:2", "b")
        try within(text) { tree in
            let state = try ImportState(LineLog(ImportState.path, in: tree, .appending))
            try state.note("wp:2", entry("b"))
            let before = try tree.modified(ImportState.path)
            try state.finish(in: tree)
            #expect(try tree.modified(ImportState.path) == before)
            #expect(try tree.read(ImportState.path) == Array(text.utf8))
        }
    }
}
