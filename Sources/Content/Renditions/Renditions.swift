/// All sizes of a picture in one shape.
package struct Renditions: Sendable {
    /// WebP, the smallest first; none of a picture that is published as it is, or is taller than the format allows.
    package let webp: [Rendition]
    /// JPEG, or PNG for drawings, for browsers that know no WebP, the smallest first; never empty.
    package let fallbacks: [Rendition]

    /// What `img` names.
    package var main: Rendition { fallbacks[fallbacks.count - 1] }

    package var all: [Rendition] { webp + fallbacks }

    /// The most pixels that WebP has down a side (RFC 9649, 2.6).
    private static let tallestWebP = 16_383

    /// Widths for browsers that know no WebP.
    private static let fallbackWidths = [720, 1280]

    /// - Parameters:
    ///   - largest: the sides of the part that is shown, in the picture's pixels.
    ///   - widths: those that are wanted; none is larger than the part.
    fileprivate init(
        _ picture: Picture, _ shape: Rendition.Shape, largest: (width: Int, height: Int), widths: [Int],
        fallbacks: [Int] = Self.fallbackWidths, keepsPath: Bool = false
    ) {
        let type: PictureType = picture.kind == .drawing ? .png : .jpeg
        func rendition(_ width: Int, _ type: PictureType, keepsPath: Bool = false) -> Rendition {
            let height = max(1, (largest.height * width + largest.width / 2) / largest.width)
            return Rendition(picture, shape, width: width, height: height, type, keepsPath: keepsPath)
        }
        webp = Self.fitting(widths, largest.width).map { rendition($0, .webp) }.filter { $0.height <= Self.tallestWebP }
        let fitting = Self.fitting(fallbacks, largest.width)
        let keeps = keepsPath && picture.type == type
        self.fallbacks = fitting.map { rendition($0, type, keepsPath: keeps && $0 == fitting.last) }
    }

    /// Of the widths those that the picture has, and its own where it lies between two of them; never none.
    private static func fitting(_ widths: [Int], _ width: Int) -> [Int] {
        let smaller = widths.filter { $0 <= width }
        return smaller.count < widths.count && smaller.last != width ? smaller + [width] : smaller
    }
}

extension Picture {
    /// All of the picture; nil where it is published as it is.
    package func renditions(_ settings: PictureSettings) -> Renditions? {
        isScaled
            ? Renditions(
                self, .whole, largest: (width, height), widths: settings.sizes,
                keepsPath: settings.keepsPaths && !settings.publishesOriginals) : nil
    }

    /// Cut for a card, which is half as wide again as high.
    package func card(_ focus: Focus?, _ settings: PictureSettings) -> Renditions? {
        guard isScaled else { return nil }
        let shape = Rendition.Shape.cut(width: 3, height: 2, focus ?? .presumed(self))
        // Beside a headline a card's picture is no wider than a thumb.
        return Renditions(
            self, shape, largest: largest(3, 2), widths: [160] + settings.sizes.filter { $0 <= 1280 && $0 > 160 },
            fallbacks: [720])
    }

    /// A JPEG of 1200 × 630 for links to an article. Upright pictures and drawings are cut only where somebody said what
    /// must stay in sight, else padded.
    package func share(_ focus: Focus?) -> Rendition? {
        guard isScaled else { return nil }
        let (width, height) = (Rendition.sharedWidth, Rendition.sharedHeight)
        if focus == nil, self.height >= self.width || kind == .drawing {
            return Rendition(self, .padded, width: width, height: height, .jpeg)
        }
        let part = largest(width, height)
        let shown = min(width, part.width)
        return Rendition(
            self, .cut(width: width, height: height, focus ?? .presumed(self)), width: shown,
            height: max(1, (shown * height + width / 2) / width), .jpeg)
    }
}
