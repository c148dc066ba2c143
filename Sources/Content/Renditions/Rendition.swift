package import Base

/// A picture in one size, shape and format: what is made of a file of an article, and under which address readers get it.
///
/// The address is a digest of the file and of all that decides how it is cut, so that it is known before anything is
/// made, and another picture has another one. It keeps nothing of the file's own name, which may betray a source.
package struct Rendition: Sendable, Hashable {
    /// What is made smaller.
    package let picture: Picture
    package let shape: Shape
    /// In pixels.
    package let width: Int
    package let height: Int
    /// JPEG, PNG or WebP.
    package let type: PictureType
    package let url: URLPath
    /// Stands for the original's bytes and for everything above; in no two of them the same.
    package let digest: Digest

    package enum Shape: Sendable, Hashable {
        /// All of the picture.
        case whole
        /// As much as has these sides, around what must stay in sight.
        case cut(width: Int, height: Int, Focus)
        /// All of it in the middle of a plane of its edges' colour.
        case padded
    }

    /// Changes with what is made of a recipe, so that browsers ask for what they have under its old address.
    fileprivate static let edition = 1

    /// - Parameter keepsPath: whether it is published where its original was.
    init(_ picture: Picture, _ shape: Shape, width: Int, height: Int, _ type: PictureType, keepsPath: Bool = false) {
        (self.picture, self.shape, self.width, self.height) = (picture, shape, width, height)
        self.type = type
        var parts = Fingerprint()
        parts.add(Self.edition)
        parts.add(picture.digest ?? Digest(high: 0, low: 0))
        switch shape {
        case .whole: parts.add("whole")
        case .cut(let width, let height, let focus):
            parts.add("cut")
            for number in [width, height, focus.x, focus.y] { parts.add(number) }
        case .padded: parts.add("padded")
        }
        let name = "\(parts.digest.shortHex)-\(width).\(type.ending)"
        url = keepsPath ? picture.url : URLPath("media/" + name)
        parts.add(name)
        digest = parts.digest
    }

    /// Whether links to an article show it.
    package var isShared: Bool {
        if case .cut(let width, _, _) = shape { return width == Self.sharedWidth }
        return shape == .padded
    }

    /// Sides of what a link shows, in pixels.
    static let (sharedWidth, sharedHeight) = (1200, 630)

    /// Under which it is kept for the next build.
    package var key: String { digest.hex }

    /// The part of the picture that it shows, in the picture's pixels.
    package var part: (x: Int, y: Int, width: Int, height: Int) {
        guard case .cut(let ratioWidth, let ratioHeight, let focus) = shape else {
            return (0, 0, picture.width, picture.height)
        }
        let (width, height) = picture.largest(ratioWidth, ratioHeight)
        return (
            Self.start(focus.x, of: width, in: picture.width), Self.start(focus.y, of: height, in: picture.height),
            width, height
        )
    }

    /// Where a part of this length begins that has the point in its middle, as near as the edges let it.
    private static func start(_ hundredths: Int, of length: Int, in side: Int) -> Int {
        max(0, min(side - length, side * hundredths / 100 - length / 2))
    }
}

extension Picture {
    /// The picture at the address of what is published as it is: a digest as well, unless paths are kept.
    func named(byPath keepsPaths: Bool) -> Picture {
        guard !keepsPaths, let digest else { return self }
        var parts = Fingerprint()
        parts.add(Rendition.edition)
        parts.add(digest)
        parts.add("as it is")
        var picture = self
        picture.url = URLPath("media/\(parts.digest.shortHex).\(type.ending)")
        return picture
    }

    /// The largest part of it with sides in this ratio.
    func largest(_ width: Int, _ height: Int) -> (width: Int, height: Int) {
        self.width * height > self.height * width
            ? (max(1, self.height * width / height), self.height) : (self.width, max(1, self.width * height / width))
    }
}
