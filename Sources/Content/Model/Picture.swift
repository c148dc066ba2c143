package import Base

/// A picture file that pages may show.
package struct Picture: Sendable, Hashable {
    /// Relative to the site's folder.
    package let path: String
    /// Where it is published.
    package internal(set) var url: URLPath
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
    /// How it is made smaller.
    package var kind = PictureKind.fixed
    /// Digest of the file's bytes; nil of one of the outlet's own.
    package var digest: Digest?
    /// Whether pages show it in other sizes than its own.
    package var isScaled = false
}
