private import Synchronization

/// A tree that lives in memory: what a preview serves from and what tests build in.
package final class MemoryTree: OutputTree {
    private let files: Mutex<[String: [UInt8]]>

    package init(_ files: [String: String] = [:]) {
        self.files = Mutex(files.mapValues { Array($0.utf8) })
    }

    package subscript(path: String) -> [UInt8]? {
        get { files.withLock { $0[path] } }
        set { files.withLock { $0[path] = newValue } }
    }

    /// Every path, sorted by its bytes.
    package var paths: [String] {
        files.withLock { $0.keys.sorted(by: bytesPrecede) }
    }

    package func entries(under folder: String) -> [FileEntry] {
        let prefix = folder.isEmpty ? "" : folder + "/"
        return files.withLock { files in
            files.filter { $0.key.hasPrefix(prefix) }.map { FileEntry(path: $0.key, size: $0.value.count) }
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
        func write(_ bytes: [UInt8], to path: String) { tree[path] = bytes }
        func remove(_ path: String) { tree[path] = nil }
    }
}

extension Diagnostic {
    package static func missingFile(_ path: String) -> Diagnostic {
        Diagnostic(
            id: "missing-file", Message(en: "the file does not exist", ar: "الملف غير موجود"), at: Location(path: path))
    }
}
