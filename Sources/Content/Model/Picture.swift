package import Base

/// A picture file that pages may show.
package struct Picture: Sendable, Hashable {
    /// Relative to the site's folder.
    package let path: String
    package let url: URLPath
    /// In pixels; zero where the format states none (SVG among the outlet's assets).
    package let width: Int
    package let height: Int
    package let type: PictureType
    /// In bytes.
    package var size: Int { stamp.size }
    package let stamp: FileStamp
}
