/// What the file of a recording says of itself, and what of it is published: sound and picture alone, no place, no
/// device, no name, no date.
package struct RecordingFile: Sendable {
    /// The file as it is published. Nothing of sound or picture is decoded or changed.
    package let bytes: [UInt8]
    /// How long it plays, in milliseconds; 0 where the file does not say.
    let milliseconds: Int
    /// In pixels, as it is shown; 0 of sound.
    let width: Int
    let height: Int
    /// Whether its pictures are packed as phones do (HEVC), which many browsers do not show.
    let isHEVC: Bool

    init(bytes: [UInt8], milliseconds: Int, width: Int = 0, height: Int = 0, isHEVC: Bool = false) {
        (self.bytes, self.milliseconds, self.width, self.height) = (bytes, milliseconds, width, height)
        self.isHEVC = isHEVC
    }

    /// Nil for what is no recording, or one whose header is damaged. Told by its first bytes, never by its name.
    package init?(_ file: [UInt8]) {
        guard let found = Self.reader(of: file).flatMap({ $0(file) }) else { return nil }
        self = found
    }

    /// Whether a file is a recording, by its first 12 bytes.
    package static func isRecording(_ start: [UInt8]) -> Bool { reader(of: start) != nil }

    /// The bytes as they are published of whatever file: what is a recording without what it tells besides; one that
    /// cannot be read is given back as it is.
    package static func cut(from file: [UInt8]) -> [UInt8] { RecordingFile(file)?.bytes ?? file }

    private static func reader(of start: [UInt8]) -> (([UInt8]) -> RecordingFile?)? {
        if start.has("ftyp", at: 4), !ISOMediaBoxes.isPicture(start) { return ISOMovie.read }
        if start.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) { return WebMFile.read }
        if start.has("ID3", at: 0) || MP3Frame(start, at: 0) != nil { return MP3File.read }
        return nil
    }
}
