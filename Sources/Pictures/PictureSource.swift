import Content

/// A picture's file, decoded as readers see it.
struct PictureSource: Sendable {
    private let file: [UInt8]
    private let type: PictureType
    private let orientation: Int
    /// What the numbers mean, where it is not sRGB.
    let profile: [UInt8]?

    init(_ file: [UInt8], _ type: PictureType) {
        // What lies behind the picture's end is not the decoder's business.
        self.file = PictureMetadata.cut(from: file)
        self.type = type
        let makeup = PictureMakeup(of: self.file, type)
        orientation = makeup.orientation
        profile = (makeup.isCompressed ? makeup.profile.flatMap(PNGCodec.inflated) : makeup.profile).flatMap(Self.kept)
    }

    /// The pixels with their sides halved so often. A JPEG's decoder leaves out what is not wanted.
    ///
    /// - Parameter level: what was made before, which the halvings of other formats are made of.
    func pixels(halvings: Int, after level: (halvings: Int, pixels: Pixels)?) throws(PictureFault) -> Pixels {
        if type == .jpeg { return try JPEGCodec.decode(file, halvings: halvings).turned(by: orientation) }
        var (made, pixels): (Int, Pixels)
        if let level, level.halvings <= halvings {
            (made, pixels) = level
        } else {
            (made, pixels) = (0, try whole().turned(by: orientation))
        }
        while made < halvings {
            pixels = try Resampler.resample(
                pixels, PixelRect(x: 0, y: 0, width: pixels.width, height: pixels.height), to: (pixels.width + 1) / 2,
                (pixels.height + 1) / 2)
            made += 1
        }
        return pixels
    }

    private func whole() throws(PictureFault) -> Pixels {
        switch type {
        case .png: try PNGCodec.decode(file)
        case .webp: try WebPCodec.decode(file)
        case .jpeg: try JPEGCodec.decode(file, halvings: 0)
        case .gif, .avif, .svg: throw .damaged("")
        }
    }

    /// A profile of red, green and blue that is not sRGB's (ICC.1, 7.2.6): of grey and of inks nothing is left, and sRGB
    /// is what browsers assume.
    private static func kept(_ profile: [UInt8]) -> [UInt8]? {
        guard profile.count > 128, profile[16..<20].elementsEqual("RGB ".utf8) else {
            return nil
        }
        let wide: [UInt8] = "sRGB".utf8.flatMap { [0, $0] }
        return profile.contains(Array("sRGB".utf8)) || profile.contains(wide) ? nil : profile
    }
}
