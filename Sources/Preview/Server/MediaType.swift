/// The `Content-Type` of a file by its extension, as `docs/deploy.md` has servers send it.
func mediaType(of file: String) -> String {
    let name = file.lowercased()
    let end = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    return mediaTypes[end] ?? "application/octet-stream"
}

private let mediaTypes: [String: String] = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "webmanifest": "application/manifest+json", "xml": "application/xml; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8",
    "xsl": "text/xsl; charset=utf-8", "txt": "text/plain; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
    "ico": "image/x-icon", "woff2": "font/woff2", "woff": "font/woff", "mp3": "audio/mpeg", "mp4": "video/mp4",
    "webm": "video/webm", "m4a": "audio/mp4", "vtt": "text/vtt; charset=utf-8", "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
]
