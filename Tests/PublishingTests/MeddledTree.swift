import Base
import Synchronization

/// A folder in which a test can do between two looks what people and disks do: change a file, fail a read, lie about
/// times.
final class MeddledTree: FileTree {
    struct Meddling {
        /// What a path answers to its reads, from the one with this number on; nil fails that read alone.
        var answers: [String: (from: Int, bytes: [UInt8]?)] = [:]
        /// What every file's times are, in place of its own.
        var modified: Int?
        var changed: Int?
        fileprivate(set) var reads: [String: Int] = [:]
    }

    private let tree: MemoryTree
    private let state = Mutex(Meddling())

    init(_ tree: MemoryTree) { self.tree = tree }

    func meddle(_ change: (inout sending Meddling) -> Void) {
        state.withLock { state in
            state = Meddling()
            change(&state)
        }
    }

    /// How often files under `folder` were read since `meddle`.
    func reads(under folder: String) -> Int {
        state.withLock { $0.reads.filter { $0.key.hasPrefix(folder) }.values.reduce(0, +) }
    }

    func entries(under folder: String) throws(Diagnostic) -> [FileEntry] {
        let (modified, changed) = state.withLock { ($0.modified, $0.changed) }
        return tree.entries(under: folder).map {
            FileEntry(path: $0.path, size: $0.size, modified: modified ?? $0.modified, changed: changed ?? $0.changed)
        }
    }

    func read(_ path: String) throws(Diagnostic) -> [UInt8] {
        let answer: (number: Int, from: Int, bytes: [UInt8]?)? = state.withLock { state in
            state.reads[path, default: 0] += 1
            return state.answers[path].map { (state.reads[path] ?? 0, $0.from, $0.bytes) }
        }
        if let answer, answer.number >= answer.from {
            if let bytes = answer.bytes { return bytes }
            if answer.number == answer.from {
                throw Diagnostic(
                    id: FileRule.disk, Message(en: "the disk fails", ar: "القرص معطل"), at: Location(path: path))
            }
        }
        return try tree.read(path)
    }

    func readStart(of path: String, count: Int) throws(Diagnostic) -> [UInt8] {
        try tree.readStart(of: path, count: count)
    }
}
