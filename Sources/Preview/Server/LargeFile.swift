import Base

/// A file of the site's folder that is sent as it lies there, too large to be held in memory, such as a film.
package struct LargeFile: Sendable {
    let tree: any FileTree
    /// In the tree.
    let path: String
    let stamp: FileStamp

    /// From this size on, in bytes.
    static let smallest = 1 << 20

    var size: Int { stamp.size }

    /// The entity tag (RFC 9110, 8.8.3): of the stamp, so that the file need not be read for it.
    var tag: String {
        "\"" + [stamp.size, stamp.modified, stamp.changed].map { String($0, radix: 16) }.joined(separator: "-") + "\""
    }

    /// Throws where the file is no longer the one that the stamp was taken of.
    func read(_ part: Range<Int>) throws(Diagnostic) -> [UInt8] { try tree.read(part, of: path, as: stamp) }
}
