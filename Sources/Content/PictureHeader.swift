/// The formats that browsers show, as told by a file's first bytes, never by its name.
package enum PictureType: String, Sendable, Hashable {
    case jpeg, png, gif, webp, avif, svg

    package var mediaType: String { self == .svg ? "image/svg+xml" : "image/\(rawValue)" }

    /// By the endings that a picture's name may have.
    static func named(_ path: String) -> PictureType? {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return ending == "jpg" ? .jpeg : PictureType(rawValue: ending)
    }
}

/// Type and size in pixels as browsers show it, read from the start of a picture file.
///
/// Sources: PNG (RFC 2083, 11.2.2), JPEG (ITU T.81, B.2.2), GIF89a, WebP (RFC 9649, 2.5–2.7), AVIF (ISO 23008-12, `ispe`).
struct PictureHeader: Equatable {
    let type: PictureType
    let width: Int
    let height: Int

    /// Nil for what is no picture, or whose header says nothing within `bytes`.
    init?(_ bytes: [UInt8]) {
        let reader = Reader(bytes: bytes)
        guard let found = reader.png ?? reader.gif ?? reader.jpeg ?? reader.webp ?? reader.avif, found.width > 0, found.height > 0
        else { return nil }
        self = found
    }

    private init(type: PictureType, width: Int, height: Int) {
        (self.type, self.width, self.height) = (type, width, height)
    }

    private struct Reader {
        let bytes: [UInt8]

        func big(_ offset: Int, _ count: Int) -> Int? {
            guard offset >= 0, offset + count <= bytes.count else { return nil }
            return bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
        }

        func little(_ offset: Int, _ count: Int) -> Int? {
            guard offset >= 0, offset + count <= bytes.count else { return nil }
            return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
        }

        func has(_ text: String, at offset: Int) -> Bool {
            bytes.dropFirst(offset).starts(with: text.utf8)
        }

        var png: PictureHeader? {
            guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), has("IHDR", at: 12),
                let width = big(16, 4), let height = big(20, 4)
            else { return nil }
            return .init(type: .png, width: width, height: height)
        }

        var gif: PictureHeader? {
            guard has("GIF87a", at: 0) || has("GIF89a", at: 0), let width = little(6, 2), let height = little(8, 2) else {
                return nil
            }
            return .init(type: .gif, width: width, height: height)
        }

        var jpeg: PictureHeader? {
            guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
            var offset = 2
            var isTurned: Bool?
            while let mark = big(offset, 1), let marker = big(offset + 1, 1) {
                guard mark == 0xFF else { return nil }
                if marker == 0xFF {
                    offset += 1
                    continue
                }
                guard let length = big(offset + 2, 2), length >= 2 else { return nil }
                let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
                if isFrame, let height = big(offset + 5, 2), let width = big(offset + 7, 2) {
                    let (across, down) = isTurned ?? false ? (height, width) : (width, height)
                    return .init(type: .jpeg, width: across, height: down)
                }
                // APP1: the first that tells counts.
                if marker == 0xE1, isTurned == nil {
                    isTurned = PictureOrientation.turnsSides(bytes.dropFirst(offset + 4).prefix(length - 2))
                }
                offset += 2 + length
            }
            return nil
        }

        var webp: PictureHeader? {
            guard has("RIFF", at: 0), has("WEBP", at: 8) else { return nil }
            if has("VP8X", at: 12), let width = little(24, 3), let height = little(27, 3) {
                return .init(type: .webp, width: width + 1, height: height + 1)
            }
            if has("VP8L", at: 12), let packed = little(21, 4) {
                return .init(type: .webp, width: packed & 0x3FFF + 1, height: packed >> 14 & 0x3FFF + 1)
            }
            if has("VP8 ", at: 12), let width = little(26, 2), let height = little(28, 2) {
                return .init(type: .webp, width: width & 0x3FFF, height: height & 0x3FFF)
            }
            return nil
        }

        var avif: PictureHeader? {
            guard has("ftyp", at: 4), has("avif", at: 8) || has("avis", at: 8) || has("mif1", at: 8) else { return nil }
            let wanted = Array("ispe".utf8)
            guard bytes.count > 20 else { return nil }
            for offset in 16..<(bytes.count - 4) where bytes[offset] == wanted[0] && has("ispe", at: offset) {
                guard let width = big(offset + 8, 4), let height = big(offset + 12, 4) else { return nil }
                return .init(type: .avif, width: width, height: height)
            }
            return nil
        }
    }
}

/// Width and height of an SVG by its `viewBox` (SVG 2, 8.2), rounded; zero where it has none.
func svgSize(_ text: String) -> (width: Int, height: Int) {
    guard let start = text.firstRange(of: "viewBox=")?.upperBound, start < text.endIndex else { return (0, 0) }
    let quote = text[start]
    let numbers = text[text.index(after: start)...].prefix { $0 != quote }.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0, numbers[2] < 1e6, numbers[3] < 1e6 else { return (0, 0) }
    return (Int(numbers[2].rounded()), Int(numbers[3].rounded()))
}
