import Base

/// Reads a picture's header. SVG has no place beside articles, where hostile text may come from: it can hold scripts.
func readPicture(
    _ entry: FileEntry, in tree: some FileTree, url: URLPath, allowsSVG: Bool = false
) throws(Diagnostic) -> Picture {
    let start = try tree.readStart(of: entry.path, count: 64 * 1024)
    if allowsSVG, PictureType.named(entry.path) == .svg {
        let (width, height) = svgSize(String(decoding: start, as: UTF8.self))
        return Picture(path: entry.path, url: url, width: width, height: height, type: .svg, stamp: FileStamp(entry))
    }
    var header = PictureHeader(start, isWhole: entry.size <= start.count)
    if header == nil, entry.size > start.count { header = PictureHeader(try tree.read(entry.path)) }
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
    return Picture(
        path: entry.path, url: url, width: header.width, height: header.height, type: header.type,
        stamp: FileStamp(entry))
}
