import Base

/// Markup of which nothing became: readers see it as it stands, and the editor is told.
extension Rendering {
    /// Reports what readers see of the block as it stands, although it was meant to be something else.
    mutating func reportUnparsed(in block: Node) {
        guard mayReport, run.end > run.start else { return }
        var found: [(offset: Int, remark: (Int) -> Remark)] = []
        document.text.withUnsafeBufferPointer { text in
            for range in rangesWithoutCode where found.count < Remark.most {
                var search = UnparsedMarkupSearch(text, in: range, of: parsed)
                search.run(unparsedSigns)
                found += search.found
            }
        }
        for (offset, remark) in found {
            guard let place = sourcePlace(ofTextAt: offset, in: block) else { continue }
            report(remark(place))
        }
    }

    private var rangesWithoutCode: [Range<Int>] {
        guard run.hasCode else { return [run.start..<run.end] }
        var ranges: [Range<Int>] = []
        var start = run.start
        for piece in run.pieces where piece.kind == .code {
            ranges.append(start..<piece.start)
            start = piece.end
        }
        return ranges + [start..<max(start, run.end)]
    }

    /// Nil where the author wrote it otherwise: behind a backslash or as a reference, so that it be shown.
    private mutating func sourcePlace(ofTextAt offset: Int, in block: Node) -> Int? {
        guard let place = parsedPlace(ofTextAt: offset, in: block),
            place == 0 || parsed[place - 1] != UInt8(ascii: "\\")
        else {
            return nil
        }
        return original(place)
    }

    /// The same of a block of HTML, in which code, scripts and tags are no text.
    mutating func reportForeignMarkup(in html: [UInt8], of block: Node) {
        guard mayReport, !isPlain, !unparsedSigns.isDisjoint(with: [.braces, .brackets]) else { return }
        var texts: [Range<Int>] = []
        var (start, place) = (0, 0)
        while let open = html[place...].firstIndex(of: UInt8(ascii: "<")) {
            guard let tag = HTMLTag(at: open, in: html) else {
                // One without an end takes all that follows with it.
                if HTMLTag.starts(at: open, in: html) { break }
                place = open + 1
                continue
            }
            texts.append(start..<open)
            let holdsCode =
                !tag.isClosing && ["script", "style", "code", "pre", "template", "textarea"].contains(tag.name)
            place = holdsCode ? HTMLTag.placeOfEnd(of: tag.name, in: html, from: tag.end) : tag.end
            start = place
        }
        texts.append(start..<html.count)
        let found = html.withUnsafeBufferPointer { bytes in texts.flatMap { ForeignMarkupSearch(bytes, in: $0).all } }
        let hasBeginning = found.contains { $0.kind != .end }
        for markup in found where markup.kind != .end || !hasBeginning {
            let words = html[markup.range]
            let place = words.prefix(24).withUnsafeBufferPointer { self.place(of: $0, in: block) }
            report(.foreignMarkup(markup, String(decoding: words, as: UTF8.self), at: place))
        }
    }

    /// What a link of HTML or Markdown leads to, as far as its address alone tells.
    mutating func reportHalfAddress(_ destination: String, at place: Int) {
        let letters = destination.lowercased()
        for scheme in ["https:", "http:"] where letters.hasPrefix(scheme) {
            let rest = letters.dropFirst(scheme.count)
            // The text of a link may be its address.
            if document.remarks.contains(where: { $0.breaks(LinkRule.halfAddress) && $0.offset == place }) { return }
            if !rest.hasPrefix("//") || rest.dropFirst(2).first.map({ "/?#".contains($0) }) ?? true {
                report(.halfAddress(destination, at: place))
            }
            return
        }
    }
}
