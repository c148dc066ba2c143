/// What a file beside an article is for, by the ending of its name.
package enum AttachmentKind: String, Sendable, Hashable {
    case document, audio, video
    /// The words of a recording, as WebVTT.
    case captions

    /// Nil for a name that is no recording's; which other files are documents, the outlet settles.
    package static func ofRecording(_ path: String) -> AttachmentKind? {
        switch fileEnding(path) {
        case "mp3", "m4a": .audio
        case "mp4", "m4v", "mov", "webm": .video
        case "vtt": .captions
        default: nil
        }
    }

    /// Whether it is played on the page.
    package var isPlayed: Bool { self == .audio || self == .video }
}

/// The ending of a file's name in lower case, without its dot; empty where it has none.
package func fileEnding(_ path: String) -> String {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
}
