import ArabicText

extension Rendering {
    /// A link alone in its paragraph: a card with the site's name, without a frame, a script or a picture from there.
    mutating func renderCard(_ block: Node) -> Bool {
        guard let first = run.pieces.first, let last = run.pieces.last else { return false }
        if first.kind == .openLink, last.kind == .closeLink, let node = first.node {
            guard let site = CardSite.of(node.destination),
                run.pieces.lazy.filter({ $0.kind == .openLink }).count == 1,
                run.pieces.contains(where: { $0.kind == .text && $0.start < $0.end })
            else { return false }
            beginCard(site, String(decoding: restored(node.destination), as: UTF8.self))
            let isOpen = openLink(node, block)
            writeSite(site)
            run.pieces.removeFirst()
            run.pieces.removeLast()
            run.insertions.removeAll()
            isInLink = isOpen
            writeCardTitle(block)
            isInLink = false
            html.write(isOpen ? "</span></a></p>\n" : "</span></p>\n")
            return true
        }
        guard scanned.features.contains(.bareLinks), !isInRawLink, run.pieces.count == 1, first.kind == .text,
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
        let address = String(decoding: document.text[start..<end], as: UTF8.self)
        beginCard(site, address)
        if !document.links.isEmpty {
            report(.cardWithoutTitle(address, at: document.links[document.links.count - 1].offset))
        }
        html.write("<a href=\"")
        html.write(href)
        html.write("\">")
        writeSite(site)
        writeCardTitle(block)
        html.write("</span></a></p>\n")
        return true
    }

    mutating func beginCard(_ site: CardSite, _ address: String) {
        startLine()
        html.write("<p class=\"card card-")
        html.write(site.rawValue.utf8)
        writePlayer(of: site, address)
        html.write("\">")
    }

    /// Where the outlet lets readers open the site's player on the page: its address, for the page's script.
    mutating func writePlayer(of site: CardSite, _ address: String) {
        guard settings.embeds.contains(site.rawValue), let player = site.player(of: address) else { return }
        document.hasRareParts = true
        document.hasEmbeds = true
        html.write("\" data-embed=\"")
        html.writeEscaped(player)
        html.write("\" data-note=\"")
        html.writeEscaped(settings.words.embed)
    }

    mutating func writeSite(_ site: CardSite) {
        html.write("<span class=\"card-site\"><bdi>")
        html.write(site.name)
        html.write("</bdi></span> <span class=\"card-title\">")
    }

    /// The link's text; a URL reads left to right.
    private mutating func writeCardTitle(_ block: Node) {
        let isLatin = runIsURL() || runDirection() == .ltr
        if isLatin { html.write("<bdi dir=\"ltr\">") }
        run.insertions.removeAll()
        if !isLatin, settings.direction == .rtl { addIsolates() }
        writeRun(of: block)
        if isLatin { html.write("</bdi>") }
    }

    private func runIsURL() -> Bool {
        document.text[run.start..<run.end].starts(with: "http".utf8)
    }
}
