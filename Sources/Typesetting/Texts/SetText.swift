import ArabicText
package import Base
package import Content
package import Markdown

/// A text after the typesetter was done with it: what the site needs to know of it, and its HTML where it was set in
/// this run.
///
/// A class because every list that names an article holds it; nothing of it changes.
package final class SetText: Sendable {
    /// The headings, in their order.
    package let outline: [Heading]
    /// Links and pictures as the author wrote them, with their places.
    package let links: [Link]
    package let pictures: [PictureUse]
    package let recordings: [RecordingUse]
    /// The ids that links can lead to.
    package let anchors: [String]
    /// The number of words.
    package let words: Int
    /// The newsroom's line `*المصدر: …`, which is not part of the text.
    package let source: String?
    /// Where that leads.
    package let sourceLink: WebURL?
    /// The first words, as long as search engines show them.
    package let excerpt: String?
    /// Digest of all that the text gives to a page.
    package let digest: Digest
    /// The updates of live coverage, the newest first.
    package let updates: [LiveUpdate]
    /// Whether it has poems or other parts for which themes have a style of its own.
    package let hasRareParts: Bool
    /// Whether it has cards that a reader's click turns into players.
    package let hasEmbeds: Bool
    /// Where something may stand between its paragraphs; empty where the outlet puts nothing there.
    package let paragraphs: Paragraphs
    /// Tags that load, run or send something, of an outlet that lets HTML pass.
    package let activeTags: [ActiveTag]
    /// Nil where an earlier build set the text, and this one has not had to again.
    let html: SpillFile.Place?

    init(_ document: Document) {
        outline = document.outline
        links = document.links
        pictures = document.pictures
        recordings = document.recordings
        anchors = document.anchors
        words = document.words
        hasRareParts = document.hasRareParts
        hasEmbeds = document.hasEmbeds
        (paragraphs, activeTags) = (document.paragraphs, document.activeTags)
        updates = document.updates
        source = document.source
        sourceLink = document.sourceLink.flatMap { try? WebURL($0) }
        excerpt = Typesetting.excerpt(document.notesStart.map { Array(document.text[..<$0]) } ?? document.text)
        html = .memory(document.html)
        var parts = Fingerprint()
        parts.add(Digest(of: document.html))
        parts.add(document.words)
        parts.add(document.source)
        parts.add(sourceLink?.text)
        parts.add(excerpt)
        for heading in document.outline {
            parts.add(heading.level)
            parts.add(heading.id)
            parts.add(heading.title)
        }
        for gap in document.paragraphs.gaps {
            parts.add(gap.paragraph)
            parts.add(gap.offset)
        }
        if !document.paragraphs.gaps.isEmpty { parts.add(document.paragraphs.count) }
        digest = parts.digest
    }

    /// The text of a file that could not be read.
    package static let empty = SetText(Document())

    /// Whether it may show or link to files beside it.
    var namesFiles: Bool { !pictures.isEmpty || !links.isEmpty || !recordings.isEmpty }

    /// Whether readers see nothing of it, but perhaps whose it is.
    package var isEmpty: Bool {
        words == 0 && excerpt == nil && links.isEmpty && pictures.isEmpty && recordings.isEmpty
            && (source != nil || digest == Self.empty.digest)
    }

    /// A line that stands for a text.
    package static func notice(_ html: [UInt8]) -> SetText {
        var document = Document()
        document.html = html
        return SetText(document)
    }

    private init(_ text: SetText, html: SpillFile.Place?) {
        (outline, links, pictures, anchors) = (text.outline, text.links, text.pictures, text.anchors)
        recordings = text.recordings
        (words, source, sourceLink, excerpt, digest) = (
            text.words, text.source, text.sourceLink, text.excerpt, text.digest
        )
        hasRareParts = text.hasRareParts
        hasEmbeds = text.hasEmbeds
        (paragraphs, activeTags) = (text.paragraphs, text.activeTags)
        updates = text.updates
        self.html = html
    }

    /// As an earlier build leaves it.
    var withoutHTML: SetText { SetText(self, html: nil) }

    /// The same, its HTML where there is room for it.
    func laid(in spill: SpillFile) -> SetText { SetText(self, html: inMemoryHTML.map { spill.put($0) }) }

    /// What is in memory; an article's may lie elsewhere.
    package var inMemoryHTML: [UInt8]? {
        guard case .memory(let bytes) = html else { return nil }
        return bytes
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        outline = try unpacker.list { (part: inout Unpacker) throws(Damaged) in
            let level = try part.count()
            let (id, title) = (try part.text(), try part.text())
            return Heading(level: level, id: id, title: title, offset: try part.int())
        }
        links = try unpacker.list { (part: inout Unpacker) throws(Damaged) in
            let destination = try part.text()
            return Link(destination: destination, offset: try part.int())
        }
        pictures = try unpacker.list { (part: inout Unpacker) throws(Damaged) in
            let (destination, alt) = (try part.text(), try part.text())
            return PictureUse(destination: destination, alt: alt, offset: try part.int())
        }
        recordings = try unpacker.list { (part: inout Unpacker) throws(Damaged) in
            let (destination, title, poster) = (try part.text(), try part.text(), try part.optionalText())
            let captions = try part.list { (part: inout Unpacker) throws(Damaged) in try part.text() }
            return RecordingUse(
                destination: destination, title: title, poster: poster, captions: captions, offset: try part.int())
        }
        anchors = try unpacker.list { (part: inout Unpacker) throws(Damaged) in try part.text() }
        words = try unpacker.int()
        source = try unpacker.optionalText()
        sourceLink = try unpacker.optionalText().map { WebURL(checked: $0) }
        excerpt = try unpacker.optionalText()
        hasRareParts = try unpacker.flag()
        hasEmbeds = try unpacker.flag()
        var paragraphs = Paragraphs()
        paragraphs.count = try unpacker.int()
        paragraphs.gaps = try unpacker.list { (part: inout Unpacker) throws(Damaged) in
            let paragraph = try part.int()
            return Paragraphs.Gap(paragraph: paragraph, offset: try part.int())
        }
        self.paragraphs = paragraphs
        activeTags = try unpacker.list { (part: inout Unpacker) throws(Damaged) in
            let text = try part.text()
            return ActiveTag(text: text, offset: try part.int())
        }
        updates = try unpacker.list { (part: inout Unpacker) throws(Damaged) in
            let (id, title, author) = (try part.text(), try part.text(), try part.optionalText())
            let isPinned = try part.flag()
            let date = CivilDate(daysSince1970: try part.int())
            let seconds = try part.int()
            let time = CivilTime(hour: seconds / 3600, minute: seconds / 60 % 60) ?? .midnight
            let text = try part.text()
            return LiveUpdate(
                id: id, title: title, author: author, isPinned: isPinned, date: date, time: time, text: text,
                offset: try part.int())
        }
        digest = try unpacker.digest()
        html = nil
    }
}

extension Site {
    /// When an update was written.
    package func stamp(of update: LiveUpdate) -> Stamp {
        Stamp(date: update.date, time: update.time, zone: outlet.zone)
    }
}

extension Article {
    /// The word for its kind in the catalogue.
    package var kindWord: String {
        self.kind == .live && self.hasEnded ? "kind_live_ended" : "kind_\(self.kind.rawValue)"
    }

    /// Whether its kicker calls it urgent: then a headline alone is all there is to say.
    package var isUrgent: Bool { self.kicker.map { Self.urgent.contains(folded($0)) } ?? false }

    private static let urgent = Set(["عاجل", "خبر عاجل", "urgent", "breaking", "breaking news"].map { folded($0) })

    /// Whom the article comes from: as its front matter says, else as the newsroom's line in its text.
    package func attribution(besides text: SetText) -> Source? {
        self.source ?? text.source.map { Source(name: $0, url: text.sourceLink, canonical: nil) }
    }
}

/// All but the HTML: a page that must be printed again sets its own text again, which is quicker than to keep all of
/// them.
extension SetText: Packable {
    package func pack(into packer: inout Packer) {
        packer.add(outline) { packer, heading in
            packer.add(count: heading.level)
            packer.add(heading.id)
            packer.add(heading.title)
            packer.add(heading.offset)
        }
        packer.add(links) { packer, link in
            packer.add(link.destination)
            packer.add(link.offset)
        }
        packer.add(pictures) { packer, picture in
            packer.add(picture.destination)
            packer.add(picture.alt)
            packer.add(picture.offset)
        }
        packer.add(recordings) { packer, recording in
            packer.add(recording.destination)
            packer.add(recording.title)
            packer.add(recording.poster)
            packer.add(recording.captions) { $0.add($1) }
            packer.add(recording.offset)
        }
        packer.add(anchors) { $0.add($1) }
        packer.add(words)
        packer.add(source)
        packer.add(sourceLink?.text)
        packer.add(excerpt)
        packer.add(hasRareParts)
        packer.add(hasEmbeds)
        packer.add(paragraphs.count)
        packer.add(paragraphs.gaps) { packer, gap in
            packer.add(gap.paragraph)
            packer.add(gap.offset)
        }
        packer.add(activeTags) { packer, tag in
            packer.add(tag.text)
            packer.add(tag.offset)
        }
        packer.add(updates) { packer, update in
            packer.add(update.id)
            packer.add(update.title)
            packer.add(update.author)
            packer.add(update.isPinned)
            packer.add(update.date.daysSince1970)
            packer.add(update.time.secondsSinceMidnight)
            packer.add(update.text)
            packer.add(update.offset)
        }
        packer.add(digest)
    }
}
