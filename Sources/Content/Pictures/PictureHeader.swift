import Base

/// The formats that browsers show, as told by a file's first bytes, never by its name.
package enum PictureType: String, Sendable, Hashable {
    case jpeg, png, gif, webp, avif, svg

    /// Media type (RFC 6838).
    package var mediaType: String { self == .svg ? "image/svg+xml" : "image/\(rawValue)" }

    /// The ending of a file's name.
    var ending: String { self == .jpeg ? "jpg" : rawValue }

    /// Type by the ending of a file's name.
    package static func named(_ path: String) -> PictureType? {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return ending == "jpg" ? .jpeg : PictureType(rawValue: ending)
    }
}

/// Type and size in pixels as browsers show it, read from the start of a picture file.
///
/// Sources: PNG (RFC 2083, 11.2.2), JPEG (ITU T.81, B.2.2), GIF89a, WebP (RFC 9649, 2.5–2.7), AVIF (ISO 23008-12,
/// `ispe`).
struct PictureHeader: Equatable {
    let type: PictureType
    let width: Int
    let height: Int

    /// Nil for what is no picture, or whose header says nothing within `bytes`.
    ///
    /// - Parameter isWhole: whether `bytes` is all of the file; of a part of it nil also means that the rest may tell.
    init?(_ bytes: [UInt8], isWhole: Bool = true) {
        let reader = Reader(bytes: bytes, isWhole: isWhole)
        guard let found = reader.png ?? reader.gif ?? reader.jpeg ?? reader.webp ?? reader.avif, found.width > 0,
            found.height > 0
        else { return nil }
        self = found
    }

    private init(type: PictureType, width: Int, height: Int) {
        (self.type, self.width, self.height) = (type, width, height)
    }

    /// Header with width and height as readers see a picture that was taken in this orientation.
    private func shown(by orientation: Int) -> PictureHeader {
        PictureOrientation.turnsSides(orientation) ? PictureHeader(type: type, width: height, height: width) : self
    }

    private struct Reader {
        let bytes: [UInt8]
        let isWhole: Bool

        var png: PictureHeader? {
            guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.has("IHDR", at: 12),
                let width = bytes.big(16, 4), let height = bytes.big(20, 4)
            else { return nil }
            let orientation = PNGChunks.orientation(of: bytes) ?? (isWhole ? 1 : nil)
            return orientation.map { .init(type: .png, width: width, height: height).shown(by: $0) }
        }

        var gif: PictureHeader? {
            guard bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0), let width = bytes.little(6, 2),
                let height = bytes.little(8, 2)
            else {
                return nil
            }
            return .init(type: .gif, width: width, height: height)
        }

        var jpeg: PictureHeader? {
            guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
            var markers = JPEGMarkers(bytes)
            var (frame, orientation): (PictureHeader?, Int?) = (nil, nil)
            // The picture's data begin behind the start of scan.
            while frame == nil || orientation == nil, let (_, marker) = markers.next(), marker != 0xDA, marker != 0xD9 {
                if marker == 0x01 || (0xD0...0xD7).contains(marker) { continue }
                let start = markers.offset
                guard let length = bytes.big(start, 2), length >= 2 else { break }
                // The rest of a part may hold what of a whole file is cut off.
                guard length <= bytes.count - start else {
                    if isWhole { break }
                    return nil
                }
                let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
                if isFrame, frame == nil, let height = bytes.big(start + 3, 2), let width = bytes.big(start + 5, 2) {
                    frame = .init(type: .jpeg, width: width, height: height)
                }
                let content = bytes.dropFirst(start + 2).prefix(length - 2)
                if marker == 0xE1, orientation == nil, PictureOrientation.isExif(content) {
                    orientation = PictureOrientation.value(inExif: content)
                }
                markers.offset += length
            }
            return frame?.shown(by: orientation ?? 1)
        }

        var webp: PictureHeader? {
            guard bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) else { return nil }
            if bytes.has("VP8X", at: 12), let width = bytes.little(24, 3), let height = bytes.little(27, 3) {
                return .init(type: .webp, width: width + 1, height: height + 1)
            }
            if bytes.has("VP8L", at: 12), let packed = bytes.little(21, 4) {
                return .init(type: .webp, width: packed & 0x3FFF + 1, height: packed >> 14 & 0x3FFF + 1)
            }
            if bytes.has("VP8 ", at: 12), let width = bytes.little(26, 2), let height = bytes.little(28, 2) {
                return .init(type: .webp, width: width & 0x3FFF, height: height & 0x3FFF)
            }
            return nil
        }

        var avif: PictureHeader? {
            guard bytes.has("ftyp", at: 4),
                bytes.has("avif", at: 8) || bytes.has("avis", at: 8) || bytes.has("mif1", at: 8)
            else {
                return nil
            }
            let wanted = Array("ispe".utf8)
            guard bytes.count > 20 else { return nil }
            for offset in 16..<(bytes.count - 4) where bytes[offset] == wanted[0] && bytes.has("ispe", at: offset) {
                guard let width = bytes.big(offset + 8, 4), let height = bytes.big(offset + 12, 4) else { return nil }
                return .init(type: .avif, width: width, height: height).shown(by: isTurned ? 6 : 1)
            }
            return nil
        }

        /// Whether an AVIF is shown turned by a quarter (ISO 23008-12, `irot`); of several the first is taken for the
        /// picture's.
        private var isTurned: Bool {
            guard let place = bytes.place(of: "irot".utf8), let quarters = bytes.big(place + 4, 1) else { return false }
            return quarters & 1 == 1
        }
    }
}

/// Width and height of an SVG by its `viewBox` (SVG 2, 8.2), rounded; zero where it has none.
func svgSize(_ text: String) -> (width: Int, height: Int) {
    guard let start = text.firstRange(of: "viewBox=")?.upperBound, start < text.endIndex else { return (0, 0) }
    let quote = text[start]
    let numbers = text[text.index(after: start)...].prefix { $0 != quote }.split { $0 == " " || $0 == "," }.compactMap {
        Double($0)
    }
    guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0, numbers[2] < 1e6, numbers[3] < 1e6 else { return (0, 0) }
    return (Int(numbers[2].rounded()), Int(numbers[3].rounded()))
}

/// Format of a picture by its first bytes, 64 KB of them at most; nil for what is none, or has no width.
package func pictureType(ofStart bytes: [UInt8]) -> PictureType? {
    if let header = PictureHeader(bytes) { return header.type }
    return svgStarts(bytes) ? .svg : nil
}

private func svgStarts(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(1000), as: UTF8.self).contains("<svg")
}
