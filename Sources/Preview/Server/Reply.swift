import ArabicText
import Base
import Content

/// Finds what a request asks for in the table of the site's paths, and answers as a careful web server would.
package struct Reply: Sendable {
    private let edition: ShownSite?
    private let number: Int
    private let door: RequestGuard

    /// - Parameters:
    ///   - edition: nil before the first sound build.
    ///   - number: of the edition; pages carry it, so that they know when they are old.
    package init(edition: ShownSite?, number: Int, port: Int) {
        (self.edition, self.number, door) = (edition, number, RequestGuard(port: port))
    }

    package func answer(to request: Request) -> Answer {
        if let refusal = door.refusal(of: request) { return refusal }
        guard let decoded = percentDecoded(String(request.path)),
            decoded.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return Answer(400, saying: "this address cannot be decoded") }
        if decoded == InjectedScript.path { return script }
        guard let edition else { return noEdition }
        let path = CanonicalForm.nfc(decoded)
        guard path.hasPrefix(edition.base) else {
            return path == "/" || path + "/" == edition.base ? moved(to: edition.base) : notFound(edition)
        }
        let name = String(path.dropFirst(edition.base.count))
        let wanted = name.isEmpty || name.hasSuffix("/") ? name + "index.html" : name
        if let file = edition.file(at: wanted), let bytes = edition.bytes(of: file) {
            return found(bytes, file, edition, request)
        }
        if edition.file(at: wanted + "/index.html") != nil {
            return moved(to: edition.base + percentEncoded(name) + "/" + request.query)
        }
        return notFound(edition)
    }

    // MARK: Files

    private func found(_ bytes: [UInt8], _ file: String, _ edition: ShownSite, _ request: Request) -> Answer {
        let body = file.hasSuffix(".html") ? page(bytes, file, edition) : bytes
        let tag = "\"\(Digest(of: body).hex)\""
        var headers = ["Content-Type": mediaType(of: file), "ETag": tag, "Accept-Ranges": "bytes"]
        if let known = request.headers["if-none-match"],
            known == "*" || known.split(separator: ",").contains(where: { Self.plain($0) == tag })
        {
            return Answer(304, headers)
        }
        guard let wanted = request.headers["range"], request.headers["if-range"].map({ $0 == tag }) ?? true else {
            return Answer(200, headers, body)
        }
        switch ByteRange(wanted, of: body.count) {
        case .whole: return Answer(200, headers, body)
        case .part(let part):
            headers["Content-Range"] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(body.count)"
            return Answer(206, headers, Array(body[part]))
        case .outside: return Answer(416, ["Content-Range": "bytes */\(body.count)"])
        }
    }

    private static func plain(_ tag: Substring) -> Substring {
        let bare = tag.drop { $0 == " " }
        return bare.hasPrefix("W/") ? bare.dropFirst(2) : bare
    }

    private func page(_ bytes: [UInt8], _ file: String, _ edition: ShownSite) -> [UInt8] {
        InjectedScript.injected(
            into: bytes, number: number, file: file, unpublished: edition.unpublishedArticle(at: file))
    }

    private func notFound(_ edition: ShownSite) -> Answer {
        let body = edition.bytes(of: "404.html").map { page($0, "404.html", edition) }
        return Answer(404, ["Content-Type": "text/html; charset=utf-8"], body ?? Array("404".utf8))
    }

    private func moved(to place: String) -> Answer { Answer(301, ["Location": place]) }

    private var script: Answer { Answer(200, ["Content-Type": "text/javascript; charset=utf-8"], InjectedScript.bytes) }

    /// Before the first sound build there is no page to lay the problems over.
    private var noEdition: Answer {
        let head = "<!doctype html><html lang=\"ar\" dir=\"rtl\"><meta charset=\"utf-8\"><title>sitegen</title>"
        let page = head + "<body></body></html>"
        return Answer(
            503, ["Content-Type": "text/html; charset=utf-8"],
            InjectedScript.injected(into: Array(page.utf8), number: number, file: "", unpublished: nil))
    }
}

/// What a `Range` header asks for (RFC 9110, 14.1.2). Several ranges at once may be answered with the whole, and are.
enum ByteRange: Equatable {
    case whole
    case part(Range<Int>)
    case outside

    init(_ header: String, of size: Int) {
        self = .whole
        guard header.lowercased().hasPrefix("bytes=") else { return }
        let parts = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, !header.contains(",") else { return }
        func number(_ text: Substring) -> Int? { text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil }
        switch (number(parts[0]), number(parts[1])) {
        case (let first?, let last?) where first <= last:
            self = first < size ? .part(first..<min(last, size - 1) + 1) : .outside
        case (let first?, nil) where parts[1].isEmpty: self = first < size ? .part(first..<size) : .outside
        case (nil, let count?) where parts[0].isEmpty:
            self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .outside
        default: break
        }
    }
}

/// By the file's extension, as `docs/deploy.md` has servers send it.
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
    "webm": "video/webm", "pdf": "application/pdf", "csv": "text/csv; charset=utf-8",
]
