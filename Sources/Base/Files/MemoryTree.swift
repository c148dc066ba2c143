private import Synchronization

/// A tree in memory: what `plan` and tests build in.
package final class MemoryTree: OutputTree {
    private struct File: Sendable {
        let bytes: [UInt8]
        /// Number of the write that made it, in place of a disk's clock.
        let time: Int

        var stamp: FileStamp { FileStamp(size: bytes.count, modified: time, changed: time) }
    }

    private struct State: Sendable {
        var files: [String: File]
        var time = 1
    }

    private let state: Mutex<State>

    /// - Parameter files: texts by path.
    package init(_ files: [String: String] = [:]) {
        state = Mutex(State(files: files.mapValues { File(bytes: Array($0.utf8), time: 1) }))
    }

    /// Bytes of a file; nil where there is none, or to remove it.
    package subscript(path: String) -> [UInt8]? {
        get { state.withLock { $0.files[path]?.bytes } }
        set {
            state.withLock { state in
                state.time += 1
                state.files[path] = newValue.map { File(bytes: $0, time: state.time) }
            }
        }
    }

    /// All paths, in the order of their bytes.
    package var paths: [String] {
        state.withLock { $0.files.keys.sorted(by: bytesPrecede) }
    }

    package func stamp(of path: String) -> FileStamp? { state.withLock { $0.files[path]?.stamp } }

    package func entries(under folder: String) -> [FileEntry] {
        let prefix = folder.isEmpty ? "" : folder + "/"
        return state.withLock { state in
            state.files.filter { $0.key.hasPrefix(prefix) }.map { path, file in
                FileEntry(path: path, size: file.bytes.count, modified: file.time, changed: file.time)
            }
        }.sorted { bytesPrecede($0.path, $1.path) }
    }

    package func read(_ path: String) throws(Diagnostic) -> [UInt8] {
        guard let bytes = self[path] else { throw .missingFile(path) }
        return bytes
    }

    package func readStart(of path: String, count: Int) throws(Diagnostic) -> [UInt8] {
        Array(try read(path).prefix(count))
    }

    package func writer() -> any OutputWriter { Writer(tree: self) }

    private struct Writer: OutputWriter {
        let tree: MemoryTree

        func existing(_ path: String) -> [UInt8]? { tree[path] }
        func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String) -> FileStamp {
            tree[path] = Array(bytes)
            return tree.stamp(of: path) ?? FileStamp(size: bytes.count, modified: 0, changed: 0)
        }
        func stamp(of path: String) -> FileStamp? { tree.stamp(of: path) }
        func remove(_ path: String) { tree[path] = nil }
    }
}

extension Diagnostic {
    /// The error for a file that is asked for and not there.
    package static func missingFile(_ path: String) -> Diagnostic {
        Diagnostic(
            id: FileRule.missingFile, Message(en: "the file does not exist", ar: "الملف غير موجود"),
            at: Location(path: path))
    }
}
