import Base

/// Reads a picture's header. SVG has no place beside articles, where hostile text may come from: it can hold scripts.
///
/// - Parameter isScaled: whether pages may show it in other sizes than its own, for which its file's digest stands.
func readPicture(
    _ entry: FileEntry, in tree: some FileTree, url: URLPath, allowsSVG: Bool = false, isScaled: Bool = false,
    cache: PictureCache? = nil
) throws(Diagnostic) -> Picture {
    func read() throws(Diagnostic) -> PictureFile {
        try readFile(entry, in: tree, allowsSVG: allowsSVG, isScaled: isScaled)
    }
    let file = if let cache { try cache.file(entry, read) } else { try read() }
    return Picture(
        path: entry.path, url: url, width: file.width, height: file.height, type: file.type, stamp: FileStamp(entry),
        kind: file.kind, digest: file.digest, isScaled: file.isScaled)
}

private func readFile(
    _ entry: FileEntry, in tree: some FileTree, allowsSVG: Bool, isScaled: Bool
) throws(Diagnostic) -> PictureFile {
    let start = try tree.readStart(of: entry.path, count: 64 * 1024)
    if allowsSVG, PictureType.named(entry.path) == .svg {
        let (width, height) = svgSize(String(decoding: start, as: UTF8.self))
        return PictureFile(type: .svg, width: width, height: height, kind: .fixed)
    }
    var whole = entry.size <= start.count ? start : nil
    var header = PictureHeader(start, isWhole: whole != nil)
    if header == nil, whole == nil {
        let bytes = try tree.read(entry.path)
        header = PictureHeader(bytes)
        whole = bytes
    }
    guard let header else {
        let isSVG = PictureType.named(entry.path) == .svg
        throw Diagnostic(
            id: isSVG ? PictureRule.svg : .picture,
            isSVG
                ? Message(
                    en: "an SVG may hold scripts and lies only in Content/assets; use PNG or JPEG here",
                    ar: "قد يحوي ملف SVG نصوصًا برمجية، ومكانه Content/assets وحده؛ استعمل هنا PNG أو JPEG")
                : Message(
                    en: "this is no JPEG, PNG, GIF, WebP or AVIF picture, whatever its name says",
                    ar: "ليس هذا الملف صورة JPEG أو PNG أو GIF أو WebP أو AVIF مهما كان اسمه"),
            at: Location(path: entry.path))
    }
    let kind = PictureKind(header, start: start, size: entry.size)
    guard isScaled else {
        return PictureFile(type: header.type, width: header.width, height: header.height, kind: kind)
    }
    let isHeavy = kind != .fixed && entry.size > PictureKind.lightest
    if isHeavy { try checkSize(header, at: Location(path: entry.path)) }
    if whole == nil { whole = try tree.read(entry.path) }
    return PictureFile(
        type: header.type, width: header.width, height: header.height, kind: kind,
        digest: whole.map { Digest(of: $0) }, isScaled: isHeavy)
}

/// A file of a few kilobytes may promise pixels that fill the memory.
private func checkSize(_ header: PictureHeader, at location: Location) throws(Diagnostic) {
    let limit = header.type == .jpeg ? 120 : 50
    guard header.width > 65_000 || header.height > 65_000 || header.width * header.height > limit * 1_000_000 else {
        return
    }
    throw Diagnostic(
        id: PictureRule.pictureTooLarge,
        Message(
            en:
                "a picture of this format has at most \(limit) million pixels; this one has \(header.width) × "
                + "\(header.height); scale it down",
            ar:
                "لا تزيد الصورة بهذه الصيغة على \(limit) مليون بكسل؛ وهذه \(header.width) × \(header.height)؛ "
                + "صغّرها"),
        at: location)
}
