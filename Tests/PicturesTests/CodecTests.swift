@testable import Content
@testable import Pictures
import Testing

struct CodecTests {
    /// The largest difference of two pictures' channels.
    private func difference(_ a: Pixels, _ b: Pixels) -> Int {
        guard a.bytes.count == b.bytes.count else { return .max }
        return zip(a.bytes, b.bytes).map { abs(Int($0) - Int($1)) }.max() ?? 0
    }

    @Test(arguments: [3, 4], [1, 2, 17, 300]) func `PNG and lossless WebP keep what they are given`(
        _ channels: Int, _ side: Int
    ) throws {
        let pixels = DrawnPicture.pixels(side, side, channels: channels)
        #expect(try PNGCodec.decode(try PNGCodec.encode(pixels)) == pixels)
        let decoded = try WebPCodec.decode(try WebPCodec.encode(pixels, quality: nil, profile: nil))
        // What cannot be seen has no colour to keep.
        #expect(channels == 4 || decoded == pixels)
    }

    @Test func `JPEG and lossy WebP come close`() throws {
        let pixels = DrawnPicture.pixels(320, 200)
        let jpeg = try JPEGCodec.decode(try JPEGCodec.encode(pixels, quality: 95, profile: nil), halvings: 0)
        #expect(jpeg.width == 320 && difference(jpeg, pixels) < 140)
        let webp = try WebPCodec.decode(try WebPCodec.encode(pixels, quality: 90, profile: nil))
        #expect(webp.width == 320 && webp.channels == 3)
    }

    @Test func `A decoder makes no more of a JPEG than is wanted`() throws {
        let file = try JPEGCodec.encode(DrawnPicture.pixels(801, 600), quality: 80, profile: nil)
        for (halvings, width) in [(0, 801), (1, 401), (2, 201), (3, 101)] {
            #expect(try JPEGCodec.decode(file, halvings: halvings).width == width)
        }
    }

    @Test(arguments: [600, 70_000, 150_000]) func `A profile that is not sRGB goes with every format`(_ size: Int)
        throws
    {
        var profile = [UInt8](repeating: 7, count: size)
        profile.replaceSubrange(16..<20, with: "RGB ".utf8)
        let pixels = DrawnPicture.pixels(64, 64)
        let webp = try WebPCodec.encode(pixels, quality: 80, profile: profile)
        #expect(PictureMakeup(of: webp, .webp).profile == profile)
        let jpeg = try JPEGCodec.encode(pixels, quality: 80, profile: profile)
        #expect(PictureMakeup(of: jpeg, .jpeg).profile == profile)
        #expect(PictureSource(jpeg, .jpeg).profile == profile)
        profile.replaceSubrange(200..<204, with: "sRGB".utf8)
        let plain = try JPEGCodec.encode(pixels, quality: 80, profile: profile)
        #expect(PictureSource(plain, .jpeg).profile == nil)
    }

    @Test(arguments: [PictureType.jpeg, .png, .webp]) func `Half a file is a fault and no picture`(_ type: PictureType)
        throws
    {
        let pixels = DrawnPicture.pixels(200, 200)
        let file: [UInt8] =
            switch type {
            case .png: try PNGCodec.encode(pixels)
            case .webp: try WebPCodec.encode(pixels, quality: 80, profile: nil)
            default: try JPEGCodec.encode(pixels, quality: 80, profile: nil)
            }
        for count in [0, 3, 20, file.count / 2, file.count - 20] {
            #expect(throws: PictureFault.self) {
                try PictureSource(Array(file.prefix(count)), type).pixels(halvings: 0, after: nil)
            }
        }
        #expect(throws: PictureFault.self) {
            try PictureSource(Array("<html>".utf8), type).pixels(halvings: 0, after: nil)
        }
    }
}
