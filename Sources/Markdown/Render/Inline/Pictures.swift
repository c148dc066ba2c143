import ArabicText

extension Rendering {
    /// - Parameter linkName: for a picture that is all that a link holds: what names it where the picture has no words.
    mutating func writeImage(
        _ node: Node, alt: Range<Int>, _ block: Node, inFigure: Bool = false, _ place: PicturePlace = .text,
        linkName: [UInt8]? = nil
    ) {
        if isPlain { return writePlainImage(node, alt) }
        let destination = destinationText(node)
        let offset = self.place(of: node.destination, in: block)
        guard inFigure || isAllowedSource(destination) else {
            report(.scheme(destination, at: offset))
            return html.writeEscaped(run.alternatives, from: alt.lowerBound, to: alt.upperBound)
        }
        let alternative = String(decoding: run.alternatives[alt], as: UTF8.self)
        if let recording = resolver.recording(destination) {
            return writePlayer(
                recording, alternative, posterIn: node, block, destination, inFigure: inFigure, at: offset)
        }
        document.pictures.append(PictureUse(destination: destination, alt: alternative, offset: offset))
        if alt.isEmpty { report(.noAlternative(destination, at: offset)) }
        if isFileName(alternative, of: destination) { report(.namedByFile(alternative, at: offset)) }
        let picture = resolver.picture(destination)
        let candidates = picture?.candidates
        let webp = candidates?.webp
        if let candidates, let webp {
            html.write("<picture><source type=\"image/webp\"")
            write(webp, candidates.sizes[place])
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
        if let linkName, alt.isEmpty {
            let caption = self.caption(title).text
            let name = caption.isEmpty ? linkName : caption
            html.writeEscaped(name, from: 0, to: name.count)
        } else if !(inFigure && isSaidTwice && linkName == nil) {
            html.writeEscaped(run.alternatives, from: alt.lowerBound, to: alt.upperBound)
        }
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
        if let candidates { write(candidates.others, candidates.sizes[place]) }
        html.write(" decoding=\"async\" ")
        html.write(isFirstPicture ? "fetchpriority=\"high\" />" : "loading=\"lazy\" />")
        if webp != nil { html.write("</picture>") }
        isFirstPicture = false
    }

    private mutating func write(_ set: String, _ sizes: String) {
        html.write(" srcset=\"")
        html.writeEscaped(set)
        html.write("\" sizes=\"")
        html.writeEscaped(sizes)
        html.write("\"")
    }

    func destinationText(_ node: Node) -> String {
        needsRestoring
            ? String(decoding: restored(node.destination), as: UTF8.self)
            : String(decoding: node.destination, as: UTF8.self)
    }

    func isAllowedSource(_ destination: String) -> Bool {
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
        writeImage(node, alt: image.start..<image.end, block, inFigure: true, linkName: linkIsOpen ? [] : nil)
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

    /// - Parameter words: HTML, what stands below a picture besides its title.
    mutating func writeCaption(_ image: Node, _ block: Node, words: [UInt8] = []) {
        let (caption, credit) = self.caption(title(of: image, in: block))
        guard !caption.isEmpty || !credit.isEmpty || !words.isEmpty else { return }
        html.write("<figcaption")
        writeDirection(of: caption.isEmpty ? settings.direction : direction(of: caption))
        html.write(">")
        write(caption, credit)
        if !words.isEmpty, !caption.isEmpty || !credit.isEmpty { html.write("<br />\n") }
        writeWords(words)
        html.write("</figcaption>\n")
    }

    mutating func write(_ caption: [UInt8], _ credit: [UInt8]) {
        writeLine(caption)
        guard !credit.isEmpty else { return }
        html.write(caption.isEmpty ? "<small class=\"credit\">" : " <small class=\"credit\">")
        writeLine(credit)
        html.write("</small>")
    }

    /// HTML of a caption; what stands behind its last `|` is a credit.
    private mutating func writeWords(_ words: [UInt8]) {
        guard let bar = words.creditBar else { return html.write(words) }
        html.write(Self.trimmed(words[..<bar]))
        html.write(" <small class=\"credit\">")
        html.write(Self.trimmed(words[(bar + 1)...]))
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

extension [UInt8] {
    /// Where in HTML the last `|` stands that no element holds.
    fileprivate var creditBar: Int? {
        guard contains(UInt8(ascii: "|")) else { return nil }
        var (found, depth, tag): (Int?, Int, Int?) = (nil, 0, nil)
        for place in indices {
            switch self[place] {
            case UInt8(ascii: "<") where tag == nil: tag = place
            case UInt8(ascii: ">"):
                guard let start = tag else { continue }
                tag = nil
                if self[start + 1] == UInt8(ascii: "/") {
                    depth -= 1
                } else if self[place - 1] != UInt8(ascii: "/") {
                    depth += 1
                }
            case UInt8(ascii: "|") where depth == 0 && tag == nil: found = place
            default: break
            }
        }
        return found
    }
}
