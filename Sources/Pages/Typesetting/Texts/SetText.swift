package import Base
import Content
import Markdown

/// A text after the typesetter was done with it: what the site needs to know of it, and its HTML where it was set in
/// this run.
///
/// A class because every list that names an article holds it; nothing of it changes.
final class SetText: Sendable {
    let outline: [Heading]
    let links: [Link]
    let pictures: [PictureUse]
    let anchors: [String]
    let words: Int
    /// The newsroom's line `*المصدر: …`, which is not part of the text.
    let source: String?
    /// Where that leads.
    let sourceLink: WebURL?
    /// The first words, as long as search engines show them.
    let excerpt: String?
    /// Of all that the text gives to a page.
    let digest: Digest
    /// Nil where an earlier build set the text, and this one has not had to again.
    let html: SpillFile.Place?

    init(_ document: Document) {
        outline = document.outline
        links = document.links
        pictures = document.pictures
        anchors = document.anchors
        words = document.words
        source = document.source
        sourceLink = document.sourceLink.flatMap { try? WebURL($0) }
        excerpt = Pages.excerpt(document.notesStart.map { Array(document.text[..<$0]) } ?? document.text)
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
        digest = parts.digest
    }

    static let empty = SetText(Document())

    /// Whether readers see nothing of it, but perhaps whose it is.
    var isEmpty: Bool {
        words == 0 && excerpt == nil && links.isEmpty && pictures.isEmpty
            && (source != nil || digest == Self.empty.digest)
    }

    /// A line that stands for a text.
    static func notice(_ html: [UInt8]) -> SetText {
        var document = Document()
        document.html = html
        return SetText(document)
    }

    private init(_ text: SetText, html: SpillFile.Place?) {
        (outline, links, pictures, anchors) = (text.outline, text.links, text.pictures, text.anchors)
        (words, source, sourceLink, excerpt, digest) = (
            text.words, text.source, text.sourceLink, text.excerpt, text.digest
        )
        self.html = html
    }

    /// As an earlier build leaves it.
    var withoutHTML: SetText { SetText(self, html: nil) }

    /// The same, its HTML where there is room for it.
    func laid(in spill: SpillFile) -> SetText { SetText(self, html: inMemoryHTML.map { spill.put($0) }) }

    /// What is in memory; an article's may lie elsewhere.
    var inMemoryHTML: [UInt8]? {
        guard case .memory(let bytes) = html else { return nil }
        return bytes
    }

    init(from unpacker: inout Unpacker) throws(Damaged) {
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
        anchors = try unpacker.list { (part: inout Unpacker) throws(Damaged) in try part.text() }
        words = try unpacker.int()
        source = try unpacker.optionalText()
        sourceLink = try unpacker.optionalText().map { WebURL(checked: $0) }
        excerpt = try unpacker.optionalText()
        digest = try unpacker.digest()
        html = nil
    }
}

extension Article {
    /// Whom the article comes from: as its front matter says, else as the newsroom's line in its text.
    func attribution(besides text: SetText) -> Source? {
        self.source ?? text.source.map { Source(name: $0, url: text.sourceLink, canonical: nil) }
    }
}

/// All but the HTML: a page that must be printed again sets its own text again, which is quicker than to keep all of
/// them.
extension SetText: Packable {
    func pack(into packer: inout Packer) {
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
        packer.add(anchors) { $0.add($1) }
        packer.add(words)
        packer.add(source)
        packer.add(sourceLink?.text)
        packer.add(excerpt)
        packer.add(digest)
    }
}

/// The texts set so far, each under its file's digest, the settings, and what the site answered when it was set: where
/// its links lead, how large its pictures are.
package final class TextCache: Sendable {
    struct Key: Sendable, Packable, Equatable {
        let file: Digest
        let settings: Digest
        let answers: Digest
        /// Of everything that the site could answer when it was last asked in this run, so that it need not be asked
        /// again.
        var world: Digest?

        init(file: Digest, settings: Digest, answers: Digest, world: Digest?) {
            (self.file, self.settings, self.answers, self.world) = (file, settings, answers, world)
        }

        func pack(into packer: inout Packer) {
            packer.add(file)
            packer.add(settings)
            packer.add(answers)
        }

        init(from unpacker: inout Unpacker) throws(Damaged) {
            file = try unpacker.digest()
            settings = try unpacker.digest()
            answers = try unpacker.digest()
            world = nil
        }
    }

    struct Entry: Sendable, Packable {
        let text: SetText
        let diagnostics: [Diagnostic]

        init(_ text: SetText, _ diagnostics: [Diagnostic]) { (self.text, self.diagnostics) = (text, diagnostics) }

        func pack(into packer: inout Packer) {
            packer.add(text)
            packer.add(diagnostics)
        }

        init(from unpacker: inout Unpacker) throws(Damaged) {
            text = try SetText(from: &unpacker)
            diagnostics = try unpacker.values()
        }
    }

    private let cache: Cache<Key, Entry>
    let outlivesRun: Bool
    let spill: SpillFile?

    /// - Parameters:
    ///   - files: what earlier builds stored.
    ///   - outlivesRun: whether one site after another is set from it, as in a preview.
    ///   - spill: where the HTML of what is set in this run lies until it is printed; nil holds all of it.
    package init(_ files: CacheFiles = CacheFiles(), outlivesRun: Bool = false, spill: SpillFile? = nil) {
        cache = Cache(files)
        self.outlivesRun = outlivesRun
        self.spill = spill
    }

    /// For a text that came out wrong through no fault of its file.
    func forget(_ path: String) { cache.forget(path) }

    /// A text is right as long as its file and the settings are the same, and the site answers as it did then.
    func text(
        _ path: String, file: Digest, settings: Digest, world: Digest?, answers: (SetText) -> Digest,
        set: () -> (SetText, [Diagnostic])
    ) -> Entry {
        var fresh: Entry?
        let kept = cache.value(for: path) { mark in
            mark.file == file && mark.settings == settings ? .valid(mark) : .stale
        } fits: { kept, mark in
            if let world, mark.world == world { return .valid(mark) }
            guard answers(kept.text) == mark.answers else { return .stale }
            guard let world else { return .valid(mark) }
            return .rekeyed(Key(file: file, settings: settings, answers: mark.answers, world: world))
        } make: {
            let (text, diagnostics) = set()
            let made = Entry(spill.map { text.laid(in: $0) } ?? text, diagnostics)
            fresh = made
            // Who brings a spill finds the HTML there when it asks again.
            return (
                Key(file: file, settings: settings, answers: answers(text), world: world),
                spill == nil ? Entry(text.withoutHTML, diagnostics) : made
            )
        }
        return fresh ?? kept
    }

    /// For the next build; nil where nothing changed since `init`.
    package func stored(by workers: Workers) -> CacheFiles.Change? { cache.stored(by: workers) }
}
