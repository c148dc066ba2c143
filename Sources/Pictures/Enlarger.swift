import Content

/// Makes the renditions of one picture, each of the smallest halving of it that still has as many pixels.
///
/// What comes out depends on the rendition alone, never on which others are made with it.
struct Enlarger {
    private let source: PictureSource
    private let picture: Picture
    /// The halving that was made last, and how often it was halved.
    private var level: (halvings: Int, pixels: Pixels)?
    /// What was made last: WebP and JPEG of one size are of the same pixels.
    private var last: (shape: Rendition.Shape, pixels: Pixels)?

    /// How much of the picture is left of its bytes: 75 is what the eye does not miss on a phone.
    private static let (webpQuality, jpegQuality) = (75, 78)
    /// The most that messengers take of a picture for a link, in bytes.
    private static let heaviestShared = 300_000

    /// - Parameter file: all of the picture's bytes.
    init(_ picture: Picture, _ file: [UInt8]) {
        self.picture = picture
        source = PictureSource(file, picture.type)
    }

    /// The renditions in an order in which each halving is made once.
    func inOrder(_ renditions: [Rendition]) -> [Rendition] {
        renditions.map { (halvings: halvings(for: $0), rendition: $0) }.sorted { a, b in
            if a.halvings != b.halvings { return a.halvings < b.halvings }
            return (b.rendition.width, a.rendition.key) < (a.rendition.width, b.rendition.key)
        }.map(\.rendition)
    }

    /// The bytes of the file.
    mutating func print(_ rendition: Rendition) throws(PictureFault) -> [UInt8] {
        let pixels = try pixels(of: rendition)
        switch rendition.type {
        case .webp:
            let isDrawn = picture.kind == .drawing && pixels.isDrawn
            return try WebPCodec.encode(pixels, quality: isDrawn ? nil : Self.webpQuality, profile: source.profile)
        case .png: return try PNGCodec.encode(pixels)
        default: return try printJPEG(pixels.onWhite(), rendition)
        }
    }

    /// A picture that links show is as light as messengers want it.
    private func printJPEG(_ pixels: Pixels, _ rendition: Rendition) throws(PictureFault) -> [UInt8] {
        var file: [UInt8] = []
        for quality in rendition.isShared ? [82, 72, 60, 45, 30] : [Self.jpegQuality] {
            file = try JPEGCodec.encode(pixels, quality: quality, profile: source.profile)
            if file.count <= Self.heaviestShared { break }
        }
        return file
    }

    private mutating func pixels(of rendition: Rendition) throws(PictureFault) -> Pixels {
        if let last, last.shape == rendition.shape, last.pixels.width == rendition.width,
            last.pixels.height == rendition.height
        {
            return last.pixels
        }
        let level = try level(halvings(for: rendition))
        let pixels =
            rendition.shape == .padded
            ? try padded(level, rendition.width, rendition.height)
            : try Resampler.resample(level, part(rendition, of: level), to: rendition.width, rendition.height)
        last = (rendition.shape, pixels)
        return pixels
    }

    private func padded(_ level: Pixels, _ width: Int, _ height: Int) throws(PictureFault) -> Pixels {
        let fitting = picture.fitting(width, height)
        let inner = try Resampler.resample(
            level, PixelRect(x: 0, y: 0, width: level.width, height: level.height), to: fitting.width, fitting.height
        ).onWhite()
        return inner.padded(width: width, height: height, colour: inner.edgeColour)
    }

    // MARK: Halvings

    /// How often the picture may be halved and still has the pixels that are wanted, three times at most.
    private func halvings(for rendition: Rendition) -> Int {
        let part = rendition.part
        let wanted =
            rendition.shape == .padded
            ? picture.fitting(rendition.width, rendition.height) : (rendition.width, rendition.height)
        // A filter that has hardly more than it makes blurs; of large ones nobody sees it, and they cost most.
        let spare = rendition.width > 1280 ? 4 : 5
        return (0...3).last {
            (part.width >> $0) * 4 >= wanted.0 * spare && (part.height >> $0) * 4 >= wanted.1 * spare
        } ?? 0
    }

    private mutating func level(_ halvings: Int) throws(PictureFault) -> Pixels {
        if let level, level.halvings == halvings { return level.pixels }
        let pixels = try source.pixels(halvings: halvings, after: level)
        level = (halvings, pixels)
        return pixels
    }

    /// What the rendition shows, in the pixels of a halving.
    private func part(_ rendition: Rendition, of level: Pixels) -> PixelRect {
        let part = rendition.part
        func across(_ x: Int) -> Int { x * level.width / picture.width }
        func down(_ y: Int) -> Int { y * level.height / picture.height }
        let (x, y) = (min(across(part.x), level.width - 1), min(down(part.y), level.height - 1))
        return PixelRect(
            x: x, y: y, width: max(1, min(level.width - x, across(part.width))),
            height: max(1, min(level.height - y, down(part.height))))
    }
}

extension Picture {
    /// The sides of all of it within a plane, never larger than it is.
    fileprivate func fitting(_ width: Int, _ height: Int) -> (width: Int, height: Int) {
        let isWide = self.width * height > self.height * width
        return (
            min(self.width, isWide ? width : max(1, self.width * height / self.height)),
            min(self.height, isWide ? max(1, self.height * width / self.width) : height)
        )
    }
}
