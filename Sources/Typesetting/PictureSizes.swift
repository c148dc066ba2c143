package import Base
package import Content
import Pictures
private import Synchronization

/// How many bytes pictures have as they are published: feeds say it. Each is asked for once for all feeds that name it.
///
/// A class because all who ask share what was found.
package final class PictureSizes: Sendable {
    private let tree: any FileTree
    private let darkroom: Darkroom
    /// Bytes by the pictures' addresses.
    private let known = Mutex<[TextKey: Int]>([:])

    init(_ tree: some FileTree, _ darkroom: Darkroom) { (self.tree, self.darkroom) = (tree, darkroom) }

    /// Bytes of the picture's file as it is published. Throws where it cannot be read.
    package func size(of picture: PublishedPicture) throws(Diagnostic) -> Int {
        let key = TextKey(picture.url.text)
        if let size = known.withLock({ $0[key] }) { return size }
        let size =
            switch picture {
            case .file(let picture): PictureMetadata.cut(from: try tree.read(picture.path)).count
            case .rendition(let rendition): try darkroom.bytes(of: rendition, from: tree).count
            }
        known.withLock { $0[key] = size }
        return size
    }
}
