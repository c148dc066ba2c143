import Base
@testable import Content
@testable import Pictures
import Testing

/// Pictures that the tests draw themselves.
enum DrawnPicture {
    /// A gradient with a bright square in its upper left corner, so that turning and cutting can be seen.
    static func pixels(_ width: Int, _ height: Int, channels: Int = 3) -> Pixels {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(width * height * channels)
        for y in 0..<height {
            for x in 0..<width {
                let isMarked = x < width / 4 && y < height / 4
                bytes += isMarked ? [250, 20, 20] : [UInt8(x * 100 / width), UInt8(y * 200 / height), 120]
                if channels == 4 { bytes.append(UInt8(x * 255 / width)) }
            }
        }
        return Pixels(width: width, height: height, channels: channels, bytes: bytes)
    }

    static func jpeg(_ width: Int, _ height: Int, orientation: Int = 1) throws -> [UInt8] {
        var file = try JPEGCodec.encode(pixels(width, height), quality: 90, profile: nil)
        if let exif = PictureOrientation.exif(orientation) {
            let content = PictureOrientation.mark + exif
            file.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content, at: 2)
        }
        return file
    }

    /// A site's picture whose file is this.
    static func picture(_ file: [UInt8], path: String = "Content/articles/a.jpg") throws -> Picture {
        let header = try #require(PictureHeader(file))
        let stamp = FileStamp(size: file.count, modified: 0, changed: 0)
        return Picture(
            path: path, url: URLPath("media/a"), width: header.width, height: header.height, type: header.type,
            stamp: stamp, kind: PictureKind(header, start: file, size: file.count), digest: Digest(of: file),
            isScaled: true
        ).named(byPath: false)
    }
}
