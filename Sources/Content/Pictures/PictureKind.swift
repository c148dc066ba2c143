import Base

/// How a picture is made smaller, as its header and the number of its bytes say; nothing is decoded to know it.
package enum PictureKind: String, Sendable, Hashable {
    /// Many colours and no transparency: JPEG for browsers that know no WebP.
    case photograph
    /// Few colours, or transparency: PNG for them.
    case drawing
    /// Published as it is but for its metadata: what moves, AVIF, SVG.
    case fixed

    /// Files that weigh less are published as they are: smaller ones would save readers nothing.
    static let lightest = 20 * 1024

    /// - Parameters:
    ///   - start: the file's first 64 KB.
    ///   - size: of the whole file, in bytes.
    init(_ header: PictureHeader, start: [UInt8], size: Int) {
        switch header.type {
        case .jpeg: self = .photograph
        case .png: self = Self.png(header, start, size)
        case .webp: self = Self.webp(start)
        case .gif, .avif, .svg: self = .fixed
        }
    }

    /// By the colour type (PNG, 11.2.1) and how well the lines compressed. `acTL` stands in front of the picture.
    private static func png(_ header: PictureHeader, _ start: [UInt8], _ size: Int) -> PictureKind {
        if let animation = start.place(of: "acTL".utf8), animation < start.place(of: "IDAT".utf8) ?? start.count {
            return .fixed
        }
        let isOpaque = start.big(25, 1).map { $0 == 0 || $0 == 2 } ?? false
        return isOpaque && size * 10 > header.width * header.height * 7 ? .photograph : .drawing
    }

    /// By the flags of `VP8X`, or the bit of transparency in a lossless picture (RFC 9649, 2.7.1 and 3.4).
    private static func webp(_ start: [UInt8]) -> PictureKind {
        let (animation, alpha) = (0x02, 0x10)
        if start.has("VP8X", at: 12) {
            let flags = start.big(20, 1) ?? 0
            return flags & animation != 0 ? .fixed : flags & alpha != 0 ? .drawing : .photograph
        }
        return start.has("VP8L", at: 12) && (start.little(21, 4) ?? 0) >> 28 & 1 == 1 ? .drawing : .photograph
    }
}
