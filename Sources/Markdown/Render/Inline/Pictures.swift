import ArabicText

extension Rendering {
    mutating func writeImage(_ node: Node, alt: Range<Int>, _ block: Node, inFigure: Bool = false) {
        if isPlain { return writePlainImage(node, alt) }
        let destination = destinationText(node)
        let place = place(of: node.destination, in: block)
        guard inFigure || isAllowedSource(destination) else {
            report(.scheme(destination, at: place))
            return html.writeEscaped(run.alternatives, from: alt.lowerBound, to: alt.upperBound)
        }
        let alternative = String(decoding: run.alternatives[alt], as: UTF8.self)
        if let recording = resolver.recording(destination) {
            return writePlayer(
                recording, alternative, posterIn: node, block, destination, inFigure: inFigure, at: place)
        }
        document.pictures.append(PictureUse(destination: destination, alt: alternative, offset: place))
        if alt.isEmpty { report(.noAlternative(destination, at: place)) }
        let picture = resolver.picture(destination)
        let candidates = picture?.candidates
        if let candidates {
            html.write("<picture><source type=\"image/webp\"")
            write(candidates.webp, candidates)
            html.write(" />")
        }
        html.write("<img src=\"")
        if let picture {
            html.writeEscaped(picture.source)
        } else {
            html.writeDestination(InternationalHost.encoded(destination))
        }
        html.write("\" alt=\"")
        // What the title says, too, stands there once: who cannot see the picture would hear it twice.
        let title = node.title.isEmpty ? [] : title(of: node, in: block)
        let isSaidTwice =
            !title.isEmpty
            && (inFigure ? self.caption(title).text : Self.trimmed(title[...])) == Self.trimmed(run.alternatives[alt])
        if !(inFigure && isSaidTwice) { html.writeEscaped(run.alternatives, from: alt.lowerBound, to: alt.upperBound) }
        if !inFigure, !title.isEmpty, !isSaidTwice {
            html.write("\" title=\"")
            html.writeEscaped(title, from: 0, to: title.count)
        }
        if let picture, picture.width > 0 {
            html.write("\" width=\"")
            html.write(picture.width)
            html.write("\" height=\"")
            html.write(picture.height)
        }
        html.write("\"")
        if let candidates { write(candidates.others, candidates) }
        html.write(" decoding=\"async\" ")
        html.write(isFirstPicture ? "fetchpriority=\"high\" />" : "loading=\"lazy\" />")
        if candidates != nil { html.write("</picture>") }
        isFirstPicture = false
    }

    private mutating func write(_ set: String, _ candidates: ResolvedPicture.Candidates) {
        html.write(" srcset=\"")
        html.writeEscaped(set)
        html.write("\" sizes=\"")
        html.writeEscaped(candidates.sizes)
        html.write("\"")
    }

    func destinationText(_ node: Node) -> String {
        needsRestoring
            ? String(decoding: restored(node.destination), as: UTF8.self)
            : String(decoding: node.destination, as: UTF8.self)
    }

    private func isAllowedSource(_ destination: String) -> Bool {
        var destination = destination
        return destination.withUTF8 { bytes in
            LinkScheme.scheme(of: bytes).map { $0.elementsEqual("http".utf8) || $0.elementsEqual("https".utf8) } ?? true
        }
    }

    private mutating func writePlainImage(_ node: Node, _ alt: Range<Int>) {
        html.write("<img src=\"")
        if !LinkScheme.isDangerous(node.destination) { html.writeDestination(node.destination) }
        html.write("\" alt=\"")
        html.writeEscaped(run.alternatives, from: alt.lowerBound, to: alt.upperBound)
        if !node.title.isEmpty {
            html.write("\" title=\"")
            html.writeEscaped(node.title)
        }
        html.write("\" />")
    }

    /// A picture alone in its paragraph, or a link around one. Its title is caption and credit, parted by the last `|`:
    /// `![نص](a.jpg "مزرعة شمالي كينيا | تصوير: المكتب الإعلامي")`.
    mutating func renderFigure(_ block: Node) -> Bool {
        let pieces = run.pieces
        let isLinked =
            pieces.count == 3 && pieces[0].kind == .openLink && pieces[1].kind == .image && pieces[2].kind == .closeLink
        guard isLinked || (pieces.count == 1 && pieces[0].kind == .image) else { return false }
        let image = pieces[isLinked ? 1 : 0]
        guard let node = image.node, isAllowedSource(destinationText(node)) else { return false }
        startLine()
        if !isLinked, let recording = resolver.recording(destinationText(node)) {
            writePlayerFigure(recording, image, node, block)
            return true
        }
        beginFigure(isLinked ? pieces[0].node : nil)
        var linkIsOpen = false
        if isLinked, let link = pieces[0].node { linkIsOpen = openLink(link, block) }
        writeImage(node, alt: image.start..<image.end, block, inFigure: true)
        if linkIsOpen { closeLink() }
        html.write("\n")
        writeCaption(node, block)
        html.write("</figure>\n")
        return true
    }

    /// A picture that leads to a film or a post of another site stands for its player.
    private mutating func beginFigure(_ link: Node?) {
        html.write("<figure")
        if let link, let site = CardSite.of(link.destination) {
            html.write(" class=\"card-picture")
            writePlayer(of: site, String(decoding: restored(link.destination), as: UTF8.self))
            html.write("\"")
        }
        html.write(">\n")
    }

    mutating func writeCaption(_ image: Node, _ block: Node) {
        let (caption, credit) = self.caption(title(of: image, in: block))
        guard !caption.isEmpty || !credit.isEmpty else { return }
        html.write("<figcaption")
        writeDirection(of: caption.isEmpty ? settings.direction : direction(of: caption))
        html.write(">")
        write(caption, credit)
        html.write("</figcaption>\n")
    }

    mutating func write(_ caption: [UInt8], _ credit: [UInt8]) {
        writeLine(caption)
        guard !credit.isEmpty else { return }
        html.write(caption.isEmpty ? "<small class=\"credit\">" : " <small class=\"credit\">")
        writeLine(credit)
        html.write("</small>")
    }

    func caption(_ title: [UInt8]) -> (text: [UInt8], credit: [UInt8]) {
        let bar = title.lastIndex(of: UInt8(ascii: "|"))
        return (Self.trimmed(title[..<(bar ?? title.endIndex)]), bar.map { Self.trimmed(title[($0 + 1)...]) } ?? [])
    }

    func direction(of text: [UInt8]) -> Direction {
        var count = DirectionCount()
        text.withUnsafeBufferPointer { count.add($0) }
        return count.direction ?? settings.direction
    }

    /// A text without markup, with what bidi and the quotes' policy ask of it.
    mutating func writeLine(_ text: [UInt8]) {
        let (text, _) = pairedQuotes(text, policy: settings.quotes)
        guard settings.direction == .rtl, direction(of: text) == .rtl else {
            return html.writeEscaped(text, from: 0, to: text.count)
        }
        var written = 0
        for repair in bidiRepairs(in: text, startsBlock: true) {
            html.writeEscaped(text, from: written, to: repair.range.lowerBound)
            html.write(repair.kind == .mark ? "\u{200F}" : "<bdi dir=\"ltr\">")
            html.writeEscaped(text, from: repair.range.lowerBound, to: repair.range.upperBound)
            if repair.kind == .isolate { html.write("</bdi>") }
            written = repair.range.upperBound
        }
        html.writeEscaped(text, from: written, to: text.count)
    }

    static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var (start, end) = (text.startIndex, text.endIndex)
        while start < end, text[start] <= 0x20 { start += 1 }
        while end > start, text[end - 1] <= 0x20 { end -= 1 }
        return Array(text[start..<end])
    }
}
