import Base

/// What a decoder does not apply by itself: how the camera was held, and which colours the numbers mean.
package struct PictureMakeup: Sendable, Equatable {
    /// 1 to 8 (Exif 2.32, tag 0x0112).
    package private(set) var orientation = 1
    /// The ICC profile; nil where there is none.
    package private(set) var profile: [UInt8]?
    /// Whether the profile is as PNG keeps it, compressed with zlib.
    package private(set) var isCompressed = false

    /// - Parameter file: without metadata, as `PictureMetadata.cut` gives it.
    package init(of file: [UInt8], _ type: PictureType) {
        switch type {
        case .jpeg: readJPEG(file)
        case .png: readPNG(file)
        case .webp: readWebP(file)
        case .gif, .avif, .svg: break
        }
    }

    /// Profiles larger than a segment come in parts, numbered from 1 (ICC.1, B.4).
    private mutating func readJPEG(_ file: [UInt8]) {
        var markers = JPEGMarkers(file)
        var parts: [(number: Int, bytes: ArraySlice<UInt8>)] = []
        while let (_, marker) = markers.next(), marker != 0xDA, marker != 0xD9 {
            if marker == 0x01 || (0xD0...0xD7).contains(marker) { continue }
            guard let length = file.big(markers.offset, 2), length >= 2, length <= file.count - markers.offset else {
                break
            }
            let content = file[(markers.offset + 2)..<(markers.offset + length)]
            if marker == 0xE1, PictureOrientation.isExif(content) {
                orientation = PictureOrientation.value(inExif: content)
            } else if marker == 0xE2, content.starts(with: "ICC_PROFILE\0".utf8), content.count > 14 {
                parts.append((Int(content[content.startIndex + 12]), content.dropFirst(14)))
            }
            markers.offset += length
        }
        if !parts.isEmpty { profile = parts.sorted { $0.number < $1.number }.flatMap(\.bytes) }
    }

    private mutating func readPNG(_ file: [UInt8]) {
        orientation = PNGChunks.orientation(of: file) ?? 1
        var offset = PNGChunks.signature.count
        while let length = file.big(offset, 4), let name = file.name(at: offset + 4), name != "IDAT",
            length <= file.count - offset - 12
        {
            let content = file[(offset + 8)..<(offset + 8 + length)]
            // Its name, a zero, and how it is compressed, which is always the same.
            if name == "iCCP", let zero = content.firstIndex(of: 0), zero + 2 <= content.endIndex {
                (profile, isCompressed) = (Array(content[(zero + 2)...]), true)
            }
            offset += 12 + length
        }
    }

    /// Browsers turn no WebP.
    private mutating func readWebP(_ file: [UInt8]) {
        var offset = 12
        while let name = file.name(at: offset), let size = file.little(offset + 4, 4),
            size <= file.count - offset - 8
        {
            if name == "ICCP" { profile = Array(file[(offset + 8)..<(offset + 8 + size)]) }
            offset += 8 + size + size & 1
        }
    }
}
