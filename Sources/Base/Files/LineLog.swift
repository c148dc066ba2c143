import Libc

/// A file that lines are added to as they come, so that a process that is killed leaves what it did.
///
/// A class because it owns a descriptor.
package final class LineLog {
    private let tree: DiskTree
    private let path: String
    private let descriptor: Int32
    private var lines: [UInt8] = []

    /// Opens the file beneath the tree's folder, never through a link in its own place; its folder is there.
    ///
    /// - Parameter startsAnew: whether what it held goes.
    package init(_ path: String, in tree: DiskTree, startsAnew: Bool) throws(Diagnostic) {
        (self.tree, self.path) = (tree, path)
        let flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | (startsAnew ? O_TRUNC : O_APPEND)
        descriptor = open(tree.full(path), flags, 0o666)
        guard descriptor >= 0 else { throw tree.failure(path, errno) }
    }

    deinit { close(descriptor) }

    /// Adds text; it reaches the disk by the time of the next `flush`.
    package func add(_ text: String) throws(Diagnostic) {
        lines += text.utf8
        if lines.count > 1 << 16 { try flush() }
    }

    package func flush() throws(Diagnostic) {
        let written = lines.withUnsafeBytes { writeAll($0, to: descriptor) }
        guard written else { throw tree.failure(path, errno) }
        lines = []
    }
}
