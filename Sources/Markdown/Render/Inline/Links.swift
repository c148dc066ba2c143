/// Whether a destination may be followed, by its scheme.
enum LinkScheme {
    /// `http https mailto tel`, and whatever has no scheme: paths, fragments, queries, `//host`.
    ///
    /// Read as a browser reads it (URL Standard, basic URL parser): leading blanks and control characters are skipped,
    /// tabs and line endings left out wherever they are. Entities are decoded before.
    static func isAllowed(_ destination: Bytes) -> Bool {
        scheme(of: destination).map { allowed.contains($0) } ?? true
    }

    /// What runs code or carries a document of its own.
    static func isDangerous(_ destination: Bytes) -> Bool {
        scheme(of: destination).map { dangerous.contains($0) } ?? false
    }

    /// The scheme in lower case, at most 16 bytes of it; nil if the destination has none.
    static func scheme(of destination: Bytes) -> [UInt8]? {
        var scheme: [UInt8] = []
        var length = 0
        for byte in destination {
            if byte == 0x09 || byte == 0x0A || byte == 0x0D { continue }
            if length == 0, byte <= 0x20 { continue }
            if byte == UInt8(ascii: ":") { return length > 0 ? scheme : nil }
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            guard isLetter || (length > 0 && isOther(byte)) else { return nil }
            length += 1
            if length <= 16 { scheme.append(isLetter ? byte | 0x20 : byte) }
        }
        return nil
    }

    /// A digit, `+`, `-` or `.`.
    private static func isOther(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
    }

    private static let allowed = ["http", "https", "mailto", "tel"].map { Array($0.utf8) }
    private static let dangerous = ["javascript", "vbscript", "data", "file"].map { Array($0.utf8) }
}

extension Rendering {
    /// Whether a link was opened; a destination that may not be followed leaves its text alone.
    mutating func openLink(_ node: Node, _ block: Node) -> Bool {
        let raw = node.destination
        if raw.isEmpty, !isPlain {
            let place = Array("]()".utf8).withUnsafeBufferPointer { self.place(of: $0, in: block) }
            report(.emptyLink(at: place))
        }
        if !isPlain, node.firstChild == nil {
            let place = place(of: raw, in: block)
            report(.linkWithoutWords(at: place))
        }
        guard let href = isPlain ? plainHref(raw) : href(raw, block) else { return false }
        html.write("<a href=\"")
        html.write(href)
        if !node.title.isEmpty {
            let title = title(of: node, in: block)
            html.write("\" title=\"")
            html.writeEscaped(title, from: 0, to: title.count)
        }
        html.write("\">")
        return true
    }

    /// Closes a link, and says behind it what file it opens.
    mutating func closeLink() {
        html.write("</a>")
        guard let note = fileNote else { return }
        fileNote = nil
        document.hasRareParts = true
        html.write(" <small class=\"file\">(<bdi>")
        html.writeEscaped(note.type)
        html.write("</bdi>")
        html.writeEscaped(settings.words.comma)
        html.writeEscaped(note.size)
        html.write(")</small>")
    }

    private func plainHref(_ raw: Bytes) -> [UInt8]? {
        guard !LinkScheme.isDangerous(raw) else { return nil }
        var href: [UInt8] = []
        href.writeDestination(raw)
        return href
    }

    /// The value of `href`, escaped; notes the link. Nil where the scheme forbids one.
    private mutating func href(_ raw: Bytes, _ block: Node) -> [UInt8]? {
        let bytes = needsRestoring ? restored(raw) : nil
        let text = bytes.map { String(decoding: $0, as: UTF8.self) } ?? String(decoding: raw, as: UTF8.self)
        let place = place(of: raw, in: block)
        return href(text, at: place)
    }

    mutating func href(_ destination: String, at place: Int) -> [UInt8]? {
        var destination = destination
        guard destination.withUTF8({ LinkScheme.isAllowed($0) }) else {
            report(.scheme(destination, at: place))
            return nil
        }
        reportHalfAddress(destination, at: place)
        document.links.append(Link(destination: destination, offset: place))
        var href: [UInt8] = []
        switch resolver.link(destination) {
        case .to(let resolved): href.writeEscaped(resolved)
        case .file(let resolved, let note):
            href.writeEscaped(resolved)
            fileNote = note
        case .asWritten: href.writeDestination(InternationalHost.encoded(destination))
        case .withheld: return nil
        }
        return href
    }

    /// The element of a URL that stands in the text from `start` to `end`, and its isolate: it reads left to right.
    mutating func openBareLink(at start: Int, to end: Int, _ block: Node) {
        html.write("<a href=\"")
        if let href = bareHref(from: start, to: end, block) { html.write(href) }
        html.write("\"><bdi dir=\"ltr\">")
    }

    /// `www.` alone has no scheme; it gets the one that GitHub gives it.
    mutating func bareHref(from start: Int, to end: Int, _ block: Node) -> [UInt8]? {
        let url = Array(document.text[start..<end])
        let place = url.withUnsafeBufferPointer { bytes -> Int in self.place(of: bytes, in: block) }
        let text = String(decoding: url, as: UTF8.self)
        return href(url[0] | 0x20 == UInt8(ascii: "w") ? "http://" + text : text, at: place)
    }
}
