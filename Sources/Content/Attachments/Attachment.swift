import ArabicText
package import Base

/// A recording or a document beside an article, which is published where a text shows it or links to it.
package struct Attachment: Sendable {
    /// Relative to the site's folder.
    package let path: String
    /// Where it is published: beneath a digest of its bytes, so that what is kept of it is never old. Documents keep
    /// their names, under which readers save them.
    package let url: URLPath
    package let kind: AttachmentKind
    /// Size and times of the file.
    package let stamp: FileStamp
    let file: AttachmentFile

    /// In bytes, as it is published.
    package var size: Int { file.size }
    /// RFC 6838.
    package var mediaType: String { DocumentSettings.mediaType(fileEnding(url.text)) }
    /// How long it plays, in milliseconds; 0 where the file does not say, and of documents.
    package var milliseconds: Int { file.milliseconds }
    /// In pixels, as it is shown; 0 of all but films.
    package var width: Int { file.width }
    package var height: Int { file.height }
    /// As readers know it: `PDF`.
    package var typeName: String { fileEnding(path).uppercased() }

    init(_ entry: FileEntry, _ kind: AttachmentKind, _ file: AttachmentFile) {
        (path, self.kind, stamp, self.file) = (entry.path, kind, FileStamp(entry), file)
        var parts = Fingerprint()
        parts.add("attachment")
        parts.add(file.digest)
        let name = CanonicalForm.nfc(String(entry.path.split(separator: "/").last ?? ""))
        switch kind {
        case .document: url = URLPath("media/\(parts.digest.shortHex)/\(name)")
        case .audio, .video, .captions:
            // What QuickTime writes is played as MP4 or not at all.
            let ending = fileEnding(name)
            url = URLPath("media/\(parts.digest.shortHex).\(["mov", "m4v"].contains(ending) ? "mp4" : ending)")
        }
    }
}

/// What the file of an attachment is.
package struct AttachmentFile: Sendable, Packable {
    /// Of the bytes as they are published.
    let digest: Digest
    let size: Int
    var milliseconds = 0
    var width = 0
    var height = 0
    var isHEVC = false
    /// Why nobody could use it: it is no such file, or damaged.
    var isBroken = false
    /// Whether it holds a page or a program, whatever its name says.
    var isDisguised = false
    var facts = DocumentFacts()

    init(_ bytes: [UInt8]) { (digest, size) = (Digest(of: bytes), bytes.count) }

    package func pack(into packer: inout Packer) {
        packer.add(digest)
        for number in [size, milliseconds, width, height] { packer.add(number) }
        for flag in [isHEVC, isBroken, isDisguised, facts.isUnreadable] { packer.add(flag) }
        packer.add(facts.fields)
        packer.add(facts.hidden) { $0.add($1.rawValue) }
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        digest = try unpacker.digest()
        size = try unpacker.int()
        milliseconds = try unpacker.int()
        width = try unpacker.int()
        height = try unpacker.int()
        isHEVC = try unpacker.flag()
        isBroken = try unpacker.flag()
        isDisguised = try unpacker.flag()
        facts.isUnreadable = try unpacker.flag()
        let fields: [DocumentFacts.Field] = try unpacker.values()
        for field in fields { facts.add(field.name, field.value) }
        let hidden = try unpacker.list { (part: inout Unpacker) throws(Damaged) in try part.text() }
        for thing in hidden.compactMap(DocumentFacts.Hidden.init) { facts.add(thing) }
    }
}
