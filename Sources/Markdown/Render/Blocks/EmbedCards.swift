import ArabicText

/// The sites whose links become cards when they stand alone on a line.
enum CardSite: String {
    case youtube, x, facebook, instagram, telegram, vimeo, soundcloud

    /// As the site writes its name.
    var name: StaticString {
        switch self {
        case .youtube: "YouTube"
        case .x: "X"
        case .facebook: "Facebook"
        case .instagram: "Instagram"
        case .telegram: "Telegram"
        case .vimeo: "Vimeo"
        case .soundcloud: "SoundCloud"
        }
    }

    /// The site of an `http` URL that leads to more than its front page.
    static func of(_ url: Bytes) -> CardSite? {
        var i = 0
        for prefix in ["https://", "http://"] where begins(url, with: prefix) { i = prefix.utf8.count }
        guard i > 0 else { return nil }
        var host = ""
        while i < url.count, url[i] != UInt8(ascii: "/"), url[i] != UInt8(ascii: "?") {
            guard url[i] < 0x80, host.utf8.count < 32 else { return nil }
            host.unicodeScalars.append(Unicode.Scalar(lower(url[i])))
            i += 1
        }
        guard i + 1 < url.count else { return nil }
        for prefix in ["www.", "m.", "mobile.", "web."] where host.hasPrefix(prefix) {
            return hosts[String(host.dropFirst(prefix.count))]
        }
        return hosts[host]
    }

    private static func begins(_ url: Bytes, with prefix: String) -> Bool {
        url.count > prefix.utf8.count && zip(url, prefix.utf8).allSatisfy { lower($0) == $1 }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static let hosts: [String: CardSite] = [
        "youtube.com": .youtube, "youtu.be": .youtube, "youtube-nocookie.com": .youtube, "music.youtube.com": .youtube,
        "x.com": .x, "twitter.com": .x,
        "facebook.com": .facebook, "fb.watch": .facebook, "fb.com": .facebook,
        "instagram.com": .instagram, "instagr.am": .instagram,
        "t.me": .telegram, "telegram.me": .telegram,
        "vimeo.com": .vimeo, "player.vimeo.com": .vimeo,
        "soundcloud.com": .soundcloud, "on.soundcloud.com": .soundcloud,
    ]
}

extension BodyScan {
    /// Puts a line that is nothing but a link to such a site into a paragraph of its own.
    mutating func partCard(_ first: Int, _ end: Int, next: Int) -> Bool {
        guard containers.isEmpty, let url = cardURL(first, end), CardSite.of(Bytes(rebasing: body[url])) != nil else {
            return false
        }
        if leaf == .paragraph { rewriting.replace(first, first, with: "\n") }
        leaf = .paragraph
        startInline()
        scanInline(first, end)
        if next < body.count, body[next] != 0x0A, body[next] != 0x0D {
            rewriting.replace(next, next, with: "\n")
            leaf = .none
        }
        return true
    }

    /// Of `https://…`, `<https://…>` or `[…](https://…)` as a whole line.
    private func cardURL(_ first: Int, _ lineEnd: Int) -> Range<Int>? {
        var end = lineEnd
        while end > first, BlockStart.isBlank(body[end - 1]) { end -= 1 }
        var start = first
        switch body[first] {
        case UInt8(ascii: "h"), UInt8(ascii: "H"): break
        case UInt8(ascii: "<"):
            guard body[end - 1] == UInt8(ascii: ">") else { return nil }
            start += 1
            end -= 1
        case UInt8(ascii: "["):
            guard body[end - 1] == UInt8(ascii: ")"),
                let middle = (first..<end - 1).first(where: { body[$0] == 0x5D && body[$0 + 1] == 0x28 })
            else { return nil }
            start = middle + 2
            end -= 1
        default: return nil
        }
        guard start < end, (start..<end).allSatisfy({ body[$0] > 0x20 }) else { return nil }
        return start..<end
    }
}

extension Rendering {
    /// A link alone in its paragraph: a card with the site's name, without a frame, a script or a picture from there.
    mutating func renderCard(_ block: Node) -> Bool {
        guard let first = run.pieces.first, let last = run.pieces.last else { return false }
        if first.kind == .openLink, last.kind == .closeLink, let node = first.node {
            guard let site = CardSite.of(node.destination),
                run.pieces.lazy.filter({ $0.kind == .openLink }).count == 1,
                run.pieces.contains(where: { $0.kind == .text && $0.start < $0.end })
            else { return false }
            beginCard(site)
            let isOpen = openLink(node, block)
            writeSite(site)
            run.pieces.removeFirst()
            run.pieces.removeLast()
            run.marks.removeAll()
            isInLink = isOpen
            writeCardTitle(block)
            isInLink = false
            html.write(isOpen ? "</span></a></p>\n" : "</span></p>\n")
            return true
        }
        guard features.contains(.bareLinks), !isInRawLink, run.pieces.count == 1, first.kind == .text,
            first.start < first.end,
            document.text[first.start] | 0x20 == UInt8(ascii: "h")
        else { return false }
        return renderBareCard(first.start, first.end, block)
    }

    private mutating func renderBareCard(_ start: Int, _ end: Int, _ block: Node) -> Bool {
        let (site, isWhole) = document.text.withUnsafeBufferPointer { text in
            var search = BareLinkSearch(text)
            search.run(from: start, to: end)
            return (CardSite.of(Bytes(rebasing: text[start..<end])), search.links == [start..<end])
        }
        guard isWhole, let site, let href = bareHref(from: start, to: end, block) else { return false }
        beginCard(site)
        html.write("<a href=\"")
        html.write(href)
        html.write("\">")
        writeSite(site)
        writeCardTitle(block)
        html.write("</span></a></p>\n")
        return true
    }

    private mutating func beginCard(_ site: CardSite) {
        startLine()
        html.write("<p class=\"card card-")
        html.write(site.rawValue.utf8)
        html.write("\">")
    }

    private mutating func writeSite(_ site: CardSite) {
        html.write("<span class=\"card-site\"><bdi>")
        html.write(site.name)
        html.write("</bdi></span> <span class=\"card-title\">")
    }

    /// The link's text; a URL reads left to right.
    private mutating func writeCardTitle(_ block: Node) {
        let isLatin = runIsURL() || runDirection() == .ltr
        if isLatin { html.write("<bdi dir=\"ltr\">") }
        run.marks.removeAll()
        if !isLatin, settings.direction == .rtl { markIsolates() }
        writeRun(of: block)
        if isLatin { html.write("</bdi>") }
    }

    private func runIsURL() -> Bool {
        document.text[run.start..<run.end].starts(with: "http".utf8)
    }
}
