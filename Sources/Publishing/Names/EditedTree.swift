import Base
import Content

/// A newsroom's folder as it will be after some edits, before anything is written.
struct EditedTree<Tree: FileTree>: FileTree {
    private let tree: Tree
    private let written: [String: [UInt8]]
    private let gone: Set<String>

    init(_ tree: Tree, _ edits: [NameWithdrawal.Edit]) {
        self.tree = tree
        written = Dictionary(edits.compactMap { edit in edit.bytes.map { (edit.newPath ?? edit.path, $0) } }) { $1 }
        gone = Set(edits.filter { $0.bytes == nil || $0.newPath != nil }.map(\.path))
    }

    func entries(under folder: String) throws(Diagnostic) -> [FileEntry] {
        let prefix = folder.isEmpty ? "" : folder + "/"
        let kept = try tree.entries(under: folder).filter { !gone.contains($0.path) && written[$0.path] == nil }
        let new = written.filter { $0.key.hasPrefix(prefix) }.map { FileEntry(path: $0.key, size: $0.value.count) }
        return (kept + new).sorted { bytesPrecede($0.path, $1.path) }
    }

    func read(_ path: String) throws(Diagnostic) -> [UInt8] {
        if let bytes = written[path] { return bytes }
        guard !gone.contains(path) else { throw .missingFile(path) }
        return try tree.read(path)
    }

    func readStart(of path: String, count: Int) throws(Diagnostic) -> [UInt8] {
        if written[path] != nil || gone.contains(path) { return Array(try read(path).prefix(count)) }
        return try tree.readStart(of: path, count: count)
    }
}
