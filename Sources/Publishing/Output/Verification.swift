package import Base
import Content
private import Synchronization

extension Build {
    /// Makes the whole site again, without the cache and without writing, and compares each file with the one in
    /// `output`.
    ///
    /// One file after another is made and forgotten, so that this takes no more memory than a build. Differences are
    /// errors with the id `differs`, by path; `tally.unchanged` counts the files that are as they should be. Files that
    /// no build wrote are nobody's business here either.
    package func verify(
        _ output: some OutputTree, of site: some FileTree, named outputName: String,
        progress: @escaping (String) -> Void = { _ in }
    ) -> Outcome {
        var build = self
        build.cache = nil
        let comparison = Comparison(with: output)
        var outcome = build.run(from: site, to: comparison, named: outputName, progress: progress)
        guard !outcome.stops else { return outcome }
        let compared = outcome.tally.written
        outcome.tally = Tally()
        let found = comparison.differences(named: outputName)
        outcome.diagnostics += found.problems
        outcome.tally.unchanged = compared - found.files
        return outcome
    }
}

/// Stands in the output folder's place: what is written to it is compared with what lies there.
private final class Comparison: OutputTree {
    private enum Finding: Sendable {
        case differs, missing, leftOver
    }

    private struct State: Sendable {
        var findings: [(path: String, finding: Finding)] = []
        var manifest: [UInt8] = []
    }

    private let output: any OutputTree
    private let state = Mutex(State())

    init(with output: some OutputTree) { self.output = output }

    // To a build the folder is new, so that it makes every file.
    func entries(under folder: String) -> [FileEntry] { [] }
    func read(_ path: String) throws(Diagnostic) -> [UInt8] { throw .missingFile(path) }
    func readStart(of path: String, count: Int) throws(Diagnostic) -> [UInt8] { throw .missingFile(path) }
    func writer() -> any OutputWriter { Writer(comparison: self, real: output.writer()) }

    private struct Writer: OutputWriter {
        let comparison: Comparison
        let real: any OutputWriter

        func existing(_ path: String) -> [UInt8]? { nil }
        func stamp(of path: String) -> FileStamp? { nil }
        func remove(_ path: String) {}

        func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) throws(Diagnostic) -> FileStamp {
            if path == Manifest.path {
                let manifest = Array(bytes)
                comparison.state.withLock { $0.manifest = manifest }
            } else {
                let found = try real.existing(path)
                if !(found?.isSame(as: bytes) ?? false) {
                    comparison.state.withLock { $0.findings.append((path, found == nil ? .missing : .differs)) }
                }
            }
            return FileStamp(size: bytes.count, modified: 0, changed: 0)
        }
    }

    /// - Returns: the differences by path, and how many of the site's own files they concern.
    func differences(named name: String) -> (problems: [Diagnostic], files: Int) {
        let (unsorted, expected) = state.withLock { ($0.findings, $0.manifest) }
        do throws(Diagnostic) {
            guard let published = try output.writer().existing(Manifest.path) else {
                return ([Self.nothingPublished(name)], unsorted.count)
            }
            var findings = unsorted
            if published != expected {
                let here = Location(path: "\(name)/\(Manifest.path)")
                let wanted = Set(try Manifest(expected, at: here).files.map { Digest(of: $0.path) })
                for file in try Manifest(published, at: here).files where !wanted.contains(Digest(of: file.path)) {
                    findings.append((file.path, .leftOver))
                }
                if findings.isEmpty { findings.append((Manifest.path, .differs)) }
            }
            findings.sort { bytesPrecede($0.path, $1.path) }
            return (findings.map { Self.problem($0.finding, at: Location(path: "\(name)/\($0.path)")) }, unsorted.count)
        } catch {
            return ([error], unsorted.count)
        }
    }

    private static func nothingPublished(_ name: String) -> Diagnostic {
        Diagnostic(
            id: PublishingRule.differs,
            Message(
                en: "--verify compares with what a build wrote, and none has written here; build first",
                ar: "يقارن \u{200E}«--verify»\u{200E} بما كتبه بناء سابق، ولا بناء كتب هنا؛ ابنِ أولًا"),
            at: Location(path: name))
    }

    private static func problem(_ finding: Finding, at location: Location) -> Diagnostic {
        let (english, arabic) =
            switch finding {
            case .differs:
                ("this file differs; build with --clean", "وهذا الملف مختلف؛ أعد البناء مع \u{200E}«--clean»\u{200E}")
            case .missing: ("this file is missing; build again", "وهذا الملف مفقود؛ أعد البناء")
            case .leftOver: ("this file is left over; build again", "وهذا الملف زائد؛ أعد البناء")
            }
        return Diagnostic(
            id: PublishingRule.differs,
            Message(
                en: "what is published is what a build makes of Content/ and Templates/; \(english)",
                ar: "المنشور هو ما يصنعه البناء من Content/ وTemplates/؛ \(arabic)"), at: location)
    }
}
