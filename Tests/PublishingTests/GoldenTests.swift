import Base
import Content
import Foundation
import Publishing
import Testing

/// Whole sites. A case is a folder of `Tests/Golden` with a `Content/` and what must come of it: `Expected/`, the whole
/// output, or `Expected.diagnostics`, every line that the build prints while it writes nothing. A case without
/// `Templates/` uses the small ones that all share.
///
/// `UPDATE_GOLDEN=1` records what comes out; a run that records fails, so that nobody takes it for a test.
@Suite struct GoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "Golden")

    static let cases: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return names.filter { FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/Content").path()) }
            .sorted()
    }()

    @Test func thereAreCases() {
        #expect(Self.cases.count > 5)
    }

    @Test(arguments: cases) func siteComesOutAsRecorded(_ name: String) throws {
        let golden = GoldenCase(folder: Self.folder, name: name)
        let output = MemoryTree()
        let outcome = golden.build(into: output)
        let lines = outcome.diagnostics.map(golden.line)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try golden.record(output, lines)
            Issue.record("recorded \(name); read it, then run again without UPDATE_GOLDEN")
            return
        }
        let expected = try golden.expectedLines()
        #expect(lines == expected)
        if outcome.hasErrors {
            #expect(output.paths.isEmpty)
            return
        }
        let recorded = try golden.expectedFiles()
        let built = Set(output.paths).subtracting([".sitegen-manifest"])
        #expect(built.subtracting(recorded.keys).sorted() == [], "built and not recorded")
        #expect(Set(recorded.keys).subtracting(built).sorted() == [], "recorded and not built")
        for (path, bytes) in recorded {
            guard let found = output[path], found != bytes else { continue }
            Issue.record("\(path) differs: \(firstDifference(found, bytes))")
        }
    }

    @Test(arguments: cases) func numberOfJobsNeverShows(_ name: String) {
        let golden = GoldenCase(folder: Self.folder, name: name)
        let (one, many) = (MemoryTree(), MemoryTree())
        _ = golden.build(into: one, jobs: 1)
        _ = golden.build(into: many, jobs: 8)
        #expect(one.paths == many.paths)
        for path in one.paths { #expect(one[path] == many[path], "\(path)") }
    }

    @Test(arguments: cases) func secondBuildWritesNothing(_ name: String) {
        let golden = GoldenCase(folder: Self.folder, name: name)
        let output = MemoryTree()
        let first = golden.build(into: output)
        let second = golden.build(into: output)
        guard !first.hasErrors else { return }
        #expect(second.tally.written == 0)
        #expect(second.tally.removed == 0)
        #expect(second.tally.unchanged == first.tally.written)
    }
}

func firstDifference(_ found: [UInt8], _ expected: [UInt8]) -> String {
    let lines = { (bytes: [UInt8]) in
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
    let (a, b) = (lines(found), lines(expected))
    for index in 0..<max(a.count, b.count) {
        let (one, other) = (index < a.count ? a[index] : "<end>", index < b.count ? b[index] : "<end>")
        if one != other { return "line \(index + 1): “\(one)” instead of “\(other)”" }
    }
    return "only in line ends"
}

/// One folder of `Tests/Golden`.
struct GoldenCase {
    private let folder: URL
    private let tree: CaseTree

    init(folder: URL, name: String) {
        self.folder = folder.appending(path: name)
        let own = DiskTree(root: self.folder.path())
        let hasTemplates = FileManager.default.fileExists(atPath: self.folder.appending(path: "Templates").path())
        tree = CaseTree(own: own, templates: hasTemplates ? own : DiskTree(root: folder.path()))
    }

    /// The clock stands at the end of 2024, unless the case has a `Now` of its own, in seconds since 1970.
    func build(into output: MemoryTree, jobs: Int = 2) -> Build.Outcome {
        let text = try? String(contentsOf: folder.appending(path: "Now"), encoding: .utf8)
        let now = text.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? 1_735_689_600
        let exists = { (name: String) in FileManager.default.fileExists(atPath: folder.appending(path: name).path()) }
        var build = Build(
            LoadOptions(now: Instant(seconds: now), showsUnpublished: exists("Drafts"), workers: Workers(jobs: jobs)))
        build.isStrict = exists("Strict")
        return build.run(from: tree, to: output, named: "Public")
    }

    func line(_ problem: Diagnostic) -> String {
        let place = problem.location?.text ?? "-"
        return "\(place): \(problem.severity.rawValue): \(problem.message.english) [\(problem.id)]"
    }

    private var diagnosticsFile: URL { folder.appending(path: "Expected.diagnostics") }
    private var expected: URL { folder.appending(path: "Expected") }

    func expectedLines() throws -> [String] {
        guard FileManager.default.fileExists(atPath: diagnosticsFile.path()) else { return [] }
        return try String(contentsOf: diagnosticsFile, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    func expectedFiles() throws -> [String: [UInt8]] {
        let tree = DiskTree(root: expected.path())
        return try Dictionary(uniqueKeysWithValues: tree.entries(under: "").map { ($0.path, try tree.read($0.path)) })
    }

    func record(_ output: MemoryTree, _ lines: [String]) throws {
        try? FileManager.default.removeItem(at: expected)
        try? FileManager.default.removeItem(at: diagnosticsFile)
        if !lines.isEmpty { try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: diagnosticsFile) }
        let writer = DiskTree(root: expected.path()).writer()
        for path in output.paths where path != ".sitegen-manifest" { try writer.write(output[path] ?? [], to: path) }
    }
}

/// The case's own `Content/`, and `Templates/` from the case or from the ones that all share.
private struct CaseTree: FileTree {
    let own: DiskTree
    let templates: DiskTree

    private func tree(of path: String) -> DiskTree { path.hasPrefix("Templates") ? templates : own }

    func entries(under folder: String) throws(Diagnostic) -> [FileEntry] { try tree(of: folder).entries(under: folder) }
    func read(_ path: String) throws(Diagnostic) -> [UInt8] { try tree(of: path).read(path) }
    func readStart(of path: String, count: Int) throws(Diagnostic) -> [UInt8] {
        try tree(of: path).readStart(of: path, count: count)
    }
}
