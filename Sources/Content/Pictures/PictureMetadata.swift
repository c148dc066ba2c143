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
        cutter(of: file)?(file) ?? file
    }

    /// Whether a file is a picture, by its first 12 bytes; what is none is published as it is.
    package static func isPicture(_ start: [UInt8]) -> Bool { cutter(of: start) != nil }

    private static func cutter(of start: [UInt8]) -> (([UInt8]) -> [UInt8])? {
        if start.starts(with: [0xFF, 0xD8, 0xFF]) { return JPEGSegments.shown }
        if start.starts(with: PNGChunks.signature) { return PNGChunks.shown }
        if start.has("GIF87a", at: 0) || start.has("GIF89a", at: 0) { return GIFBlocks.shown }
        if start.has("RIFF", at: 0), start.has("WEBP", at: 8) { return WebPChunks.shown }
        if ISOMediaBoxes.isPicture(start) { return ISOMediaBoxes.shown }
        return nil
    }
}
