package import Base
package import Content
private import Synchronization

/// How many bytes pictures have as they are published: feeds say it. Each file is read once for all feeds that name it.
///
/// A class because all who ask share what was found.
package final class PictureSizes: Sendable {
    private let tree: any FileTree
    /// Bytes by the files' paths.
    private let known = Mutex<[TextKey: Int]>([:])

    init(_ tree: some FileTree) { self.tree = tree }

    /// Bytes of the picture's file as it is published. Throws where it cannot be read.
    package func size(of picture: Picture) throws(Diagnostic) -> Int {
        let key = TextKey(picture.path)
        if let size = known.withLock({ $0[key] }) { return size }
        let size = PictureMetadata.cut(from: try tree.read(picture.path)).count
        known.withLock { $0[key] = size }
        return size
    }
}
