import Base

/// Reads a file beside an article: whether it is what its name says, how long it plays, what it tells of people.
func readAttachment(
    _ entry: FileEntry, _ kind: AttachmentKind, in tree: some FileTree, cache: AttachmentCache?
) throws(Diagnostic) -> Attachment {
    func read() throws(Diagnostic) -> AttachmentFile { AttachmentFile(try tree.read(entry.path), kind, entry.path) }
    let file = if let cache { try cache.file(entry, read) } else { try read() }
    return Attachment(entry, kind, file)
}

extension AttachmentFile {
    fileprivate init(_ bytes: [UInt8], _ kind: AttachmentKind, _ path: String) {
        switch kind {
        case .audio, .video: self.init(recording: bytes)
        case .captions:
            self.init(bytes)
            let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
            isBroken = !start.starts(with: "WEBVTT".utf8)
        case .document: self.init(document: bytes, fileEnding(path))
        }
    }

    private init(recording bytes: [UInt8]) {
        guard let recording = RecordingFile(bytes) else {
            self.init(bytes)
            isBroken = true
            return
        }
        self.init(recording.bytes)
        (milliseconds, isHEVC) = (recording.milliseconds, recording.isHEVC)
        (width, height) = (recording.width, recording.height)
    }

    private init(document bytes: [UInt8], _ ending: String) {
        self.init(bytes)
        isDisguised = Self.runs(bytes)
        let found: DocumentFacts?
        switch ending {
        case "pdf": found = PDFDocument.facts(of: bytes)
        case "docx", "xlsx", "pptx", "odt", "ods", "odp": found = OfficeDocument.facts(of: bytes)
        case "doc", "xls", "ppt":
            // Their parts lie in a file system of their own; newer programs save them as the kinds above.
            var unread = DocumentFacts()
            unread.isUnreadable = true
            found = unread
        default: found = DocumentFacts()
        }
        if let found { facts = found } else { isBroken = true }
    }

    /// Whether a file begins as a page or a program does.
    private static func runs(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: "MZ".utf8) || bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) { return true }
        if bytes.starts(with: "#!".utf8) || bytes.starts(with: [0xCF, 0xFA, 0xED, 0xFE]) { return true }
        let start = String(decoding: bytes.prefix(512), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        let word = start.prefix(16).lowercased()
        return ["<!doctype", "<html", "<head", "<script", "<body", "<?php", "<svg"].contains { word.hasPrefix($0) }
    }
}
