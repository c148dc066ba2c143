package import Base

/// What a picture's file is.
package struct PictureFile: Sendable, Packable {
    let type: PictureType
    let width: Int
    let height: Int
    let kind: PictureKind
    /// Of the whole file; nil of one of the outlet's own.
    let digest: Digest?
    /// Whether pages show it in other sizes than its own.
    let isScaled: Bool

    init(
        type: PictureType, width: Int, height: Int, kind: PictureKind, digest: Digest? = nil, isScaled: Bool = false
    ) {
        (self.type, self.width, self.height, self.kind) = (type, width, height, kind)
        (self.digest, self.isScaled) = (digest, isScaled)
    }

    package func pack(into packer: inout Packer) {
        packer.add(type.rawValue)
        packer.add(width)
        packer.add(height)
        packer.add(kind.rawValue)
        packer.add(digest) { $0.add($1) }
        packer.add(isScaled)
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        guard let type = PictureType(rawValue: try unpacker.text()) else { throw Damaged() }
        self.type = type
        width = try unpacker.int()
        height = try unpacker.int()
        guard let kind = PictureKind(rawValue: try unpacker.text()) else { throw Damaged() }
        self.kind = kind
        digest = try unpacker.optional { (part: inout Unpacker) throws(Damaged) in try part.digest() }
        isScaled = try unpacker.flag()
    }
}
