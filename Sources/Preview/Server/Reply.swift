import ArabicText
import Base
import Content
import Pages

/// Finds what a request asks for in the table of the site's paths, and answers as a careful web server would.
package struct Reply: Sendable {
    private let site: ShownSite?
    private let version: Int

    /// - Parameters:
    ///   - site: nil before the first build without errors.
    ///   - version: of the site; pages carry it, so that they know when they are old.
    package init(site: ShownSite?, version: Int) { (self.site, self.version) = (site, version) }

    /// The answer to a request that keeps the rules of `RequestGuard`.
    package func answer(to request: Request) -> Answer {
        guard let decoded = percentDecoded(String(request.path)),
            decoded.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return Answer(400, saying: "this address cannot be decoded") }
        if decoded == InjectedScript.path { return script }
        guard let site else { return noSite }
        var answer = answer(to: request, CanonicalForm.nfc(decoded), site)
        let isFound = [200, 206, 304].contains(answer.status)
        for header in site.headers.headers(of: percentEncoded(CanonicalForm.nfc(decoded)), isFound: isFound) {
            answer.headers[header.name] = header.value
        }
        return answer
    }

    /// - Parameter path: what is asked for, decoded.
    private func answer(to request: Request, _ path: String, _ site: ShownSite) -> Answer {
        guard path.hasPrefix(site.base) else {
            return path == "/" || path + "/" == site.base ? moved(to: site.base) : notFound(site)
        }
        let name = String(path.dropFirst(site.base.count))
        if let old = site.answer(forOld: name, query: request.query) { return answer(old, site) }
        let wanted = name.isEmpty || name.hasSuffix("/") ? name + "index.html" : name
        if let file = site.file(at: wanted), let found = answer(with: file, of: site, to: request) { return found }
        if site.file(at: wanted + "/index.html") != nil {
            return moved(to: site.base + percentEncoded(name) + "/" + request.query)
        }
        return notFound(site)
    }

    // MARK: Files

    /// Nil where the file is gone since the site was built.
    private func answer(with file: String, of site: ShownSite, to request: Request) -> Answer? {
        let (body, tag): (Body, String)
        if let large = site.largeFile(file) {
            (body, tag) = (.file(large, 0..<large.size), large.tag)
        } else {
            guard let bytes = site.bytes(of: file) else { return nil }
            let shown = file.hasSuffix(".html") ? page(bytes, file, site) : bytes
            (body, tag) = (.bytes(shown[...]), "\"\(Digest(of: shown).hex)\"")
        }
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
            return Answer(206, headers, body.part(part))
        case .outside: return Answer(416, ["Content-Range": "bytes */\(body.count)"])
        }
    }

    /// An entity tag without the sign of a weak one (RFC 9110, 8.8.3).
    private static func plain(_ tag: Substring) -> Substring {
        let bare = tag.drop { $0 == " " }
        return bare.hasPrefix("W/") ? bare.dropFirst(2) : bare
    }

    private func page(_ bytes: [UInt8], _ file: String, _ site: ShownSite) -> [UInt8] {
        InjectedScript.injected(
            into: bytes, version: version, file: file, unpublished: site.unpublishedArticle(at: file))
    }

    private func notFound(_ site: ShownSite) -> Answer {
        let body = site.bytes(of: "404.html").map { page($0, "404.html", site) }
        return Answer(404, ["Content-Type": "text/html; charset=utf-8"], .bytes((body ?? Array("404".utf8))[...]))
    }

    private func answer(_ old: Redirects.Answer, _ site: ShownSite) -> Answer {
        switch old {
        case .moved(let to, _, let isPermanent):
            return Answer(isPermanent ? 301 : 302, ["Location": to.href(base: site.base)])
        case .gone:
            let body = site.bytes(of: "410.html").map { page($0, "410.html", site) }
            return Answer(410, ["Content-Type": "text/html; charset=utf-8"], .bytes((body ?? Array("410".utf8))[...]))
        }
    }

    private func moved(to place: String) -> Answer { Answer(301, ["Location": place]) }

    private var script: Answer {
        Answer(200, ["Content-Type": "text/javascript; charset=utf-8"], .bytes(InjectedScript.bytes[...]))
    }

    /// A page for the script to show the problems on, while there is none of the site.
    private var noSite: Answer {
        let head = "<!doctype html><html lang=\"ar\" dir=\"rtl\"><meta charset=\"utf-8\"><title>sitegen</title>"
        let page = head + "<body></body></html>"
        return Answer(
            503, ["Content-Type": "text/html; charset=utf-8"],
            .bytes(InjectedScript.injected(into: Array(page.utf8), version: version, file: "", unpublished: nil)[...]))
    }
}
