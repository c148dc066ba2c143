/// What cameras, phones and programs note in a picture's file: where it was taken and when, by whom and with which
/// device, a small picture of what was cut away. None of it is published.
package enum PictureMetadata {
    /// The file as it is published: only what browsers need to show it. Nothing is decoded; segments, chunks and blocks
    /// are kept or left out, so that every pixel stays as it is. Colour profiles, transparency and animation stay, and
    /// of Exif the orientation alone. What is no picture by its first bytes is given back as it is, and so is a picture
    /// without metadata.
    ///
    /// What is kept is listed, not what is cut: what nobody knows is not published.
    package static func cut(from file: [UInt8]) -> [UInt8] {
        if file.starts(with: [0xFF, 0xD8, 0xFF]) { return JPEGSegments.shown(of: file) }
        if file.starts(with: PNGChunks.signature) { return PNGChunks.shown(of: file) }
        if file.has("GIF87a", at: 0) || file.has("GIF89a", at: 0) { return GIFBlocks.shown(of: file) }
        if file.has("RIFF", at: 0), file.has("WEBP", at: 8) { return WebPChunks.shown(of: file) }
        if file.has("ftyp", at: 4) { return ISOMediaBoxes.shown(of: file) }
        return file
    }
}
