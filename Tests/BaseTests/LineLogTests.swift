import Base
import Foundation
import Testing

@Suite struct LineLogTests {
    private let root = FileManager.default.temporaryDirectory.path() + "/lines-\(UUID().uuidString)"

    private func within(_ body: (DiskTree) throws -> Void) throws {
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        try body(DiskTree(root: root))
    }

    private func lines(_ log: LineLog) throws -> [String] {
        var lines: [String] = []
        try log.forEachLine { _, line in lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }

    @Test func whatIsAddedIsReadBackByItsPlaceAndInOrder() throws {
        try within { tree in
            let log = try LineLog("a", in: tree, .appending)
            let texts = (0..<3000).map { String(repeating: "خ", count: $0 % 700) + "\($0)" }
            let places = try texts.map { try log.add(($0 + "\n").utf8) }
            #expect(try lines(log) == texts)
            #expect(try places.map { String(decoding: try log.line(at: $0), as: UTF8.self) } == texts)
            let later = try LineLog("a", in: tree, .reading)
            #expect(try lines(later) == texts)
        }
    }

    @Test func aLineThatAKilledProcessLeftHalfWrittenEndsBeforeTheNext() throws {
        try within { tree in
            try Data("one\ntw".utf8).write(to: URL(fileURLWithPath: root + "/a"))
            let log = try LineLog("a", in: tree, .appending)
            let place = try log.add("three\n".utf8)
            #expect(try lines(log) == ["one", "tw", "three"])
            #expect(try log.line(at: place) == Array("three".utf8))
        }
    }

    @Test func aDraftTakesTheFilesPlaceAtOnceOrLeavesNothing() throws {
        try within { tree in
            try Data("old\n".utf8).write(to: URL(fileURLWithPath: root + "/a"))
            func contents() throws -> String { try String(contentsOfFile: root + "/a", encoding: .utf8) }
            var draft: LineLog? = try LineLog("a", in: tree, .replacing)
            try draft?.add("new\n".utf8)
            #expect(try contents() == "old\n")
            try draft?.replace()
            #expect(try contents() == "new\n")
            draft = try LineLog("a", in: tree, .replacing)
            draft = nil
            #expect(try FileManager.default.contentsOfDirectory(atPath: root) == ["a"])
            #expect(try contents() == "new\n")
        }
    }

    @Test func noLinkIsFollowed() throws {
        try within { tree in
            try FileManager.default.createSymbolicLink(atPath: root + "/a", withDestinationPath: "b")
            #expect(throws: Diagnostic.self) { try LineLog("a", in: tree, .appending) }
        }
    }
}
