package import Base

/// A picture file that pages may show.
package struct Picture: Sendable, Hashable {
    /// Relative to the site's folder.
    package let path: String
    /// Where it is published.
    package let url: URLPath
    /// Width in pixels; zero where the format states none (SVG among the outlet's assets).
    package let width: Int
    /// Height in pixels, zero as `width` is.
    package let height: Int
    /// Format by its bytes.
    package let type: PictureType
    /// Size in bytes.
    package var size: Int { stamp.size }
    /// Size and times of the file.
    package let stamp: FileStamp
}
