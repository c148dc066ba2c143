import ArabicText
import Base

/// Turns article bodies into HTML, with one outlet's settings. Knows nothing of files: pictures and links are resolved
/// by the closures that a caller gives.
///
///     let document = Renderer(settings).render(body, headline: "…", picture: { … }, link: { … })
package struct Renderer: Sendable {
    package let settings: MarkdownSettings

    package init(_ settings: MarkdownSettings = MarkdownSettings()) { self.settings = settings }

    /// The same, but for where lines end; nil leaves that as it is.
    package func keepingLines(_ keepsLines: Bool?) -> Renderer {
        guard let keepsLines, keepsLines != settings.keepsLines else { return self }
        var settings = settings
        settings.keepsLines = keepsLines
        return Renderer(settings)
    }

    /// `body` is UTF-8 without front matter. Never fails: what can't be understood is shown as text, and remarked on.
    ///
    /// `headline`: a first heading that says the same, vowel marks and forms of letters apart, is left out.
    /// `followsPicture`: the page shows a picture above the body, so that all pictures in it are loaded when they come
    /// near. `live`: headings that begin with a time are updates of live coverage. `picture`, `recording` and `link` are
    /// asked for each destination as the author wrote it (entities decoded), `recording` first: what is none is a
    /// picture, and a nil picture is left so. What they answer is written as it is, escaped for HTML.
    package func render(
        _ body: [UInt8], headline: String? = nil, followsPicture: Bool = false, live: LiveClock? = nil,
        picture: @escaping (String) -> ResolvedPicture? = { _ in nil },
        recording: @escaping (String) -> ResolvedRecording? = { _ in nil },
        link: @escaping (String) -> ResolvedLink = { _ in .asWritten }
    ) -> Document {
        guard body.count <= ScanLimits.body else {
            var document = Document()
            document.remarks = [.tooLarge(ScanLimits.body)]
            return document
        }
        let resolver = Rendering.Resolver(
            picture: picture, recording: recording, link: link, followsPicture: followsPicture, live: live)
        if settings.isPlain {
            return body.withUnsafeBufferPointer { render(parsing: $0, ScannedBody(), headline: nil, resolver) }
        }
        let isClean = body.withUnsafeBufferPointer { PlainlyClean.isPlainlyClean($0) }
        let (clean, findings) = isClean ? (body, []) : Hygiene.clean(body, markdown: true)
        let cleaned = isClean || clean == body ? OffsetMap() : between(body, clean)
        var document = clean.withUnsafeBufferPointer { text -> Document in
            var (scanned, rewritten) = scan(text)
            scanned.cleaned = cleaned
            guard let rewritten else {
                return render(parsing: text, scanned, headline: headline, resolver)
            }
            return rewritten.withUnsafeBufferPointer {
                render(parsing: $0, scanned, headline: headline, resolver)
            }
        }
        let told = isArabic ? findings : findings.filter { $0.kind != .persianLetter }
        document.remarks.append(contentsOf: told.prefix(Remark.most).map { $0.remark })
        if document.remarks.count > 1 { document.remarks.sort { ($0.offset, $0.id) < ($1.offset, $1.id) } }
        return document
    }

    /// Whether Persian and Urdu letters are a slip of the keyboard.
    private var isArabic: Bool { Language(known: settings.language) == .arabic }

    private func between(_ body: [UInt8], _ clean: [UInt8]) -> OffsetMap {
        body.withUnsafeBufferPointer { original in
            clean.withUnsafeBufferPointer { OffsetMap.between(original: original, cleaned: $0) }
        }
    }

    /// What the scan finds, and the text that libcmark is to read; nil where that is `text` itself.
    private func scan(_ text: Bytes) -> (found: ScannedBody, rewritten: [UInt8]?) {
        var scan = BodyScan(text)
        scan.run()
        if let limit = scan.definitions.stricterLimit(than: scan.limits.definition) {
            scan = BodyScan(text, limits: ScanLimits(definition: limit))
            scan.run()
        }
        var found = ScannedBody(scan)
        guard !scan.rewriting.isEmpty else { return (found, nil) }
        found.isRewritten = true
        found.rewritten = scan.rewriting.offsets
        return (found, scan.rewriting.finish())
    }

    private func render(
        parsing text: Bytes, _ scanned: ScannedBody, headline: String?, _ resolver: Rendering.Resolver
    ) -> Document {
        var rendering = Rendering(
            settings: settings, resolver: resolver, parsed: text, scanned: scanned,
            unparsedSigns: settings.isPlain ? [] : UnparsedSigns(in: text), headline: headline.map { Array($0.utf8) },
            quotes: QuotePairing(settings.quotes), footnotes: Footnotes(scanned.notes))
        rendering.live = resolver.live.map { LiveCoverage($0) }
        rendering.document.text.reserveCapacity(text.count + 16)
        let tree = Tree(parsing: text)
        tree.withRoot { rendering.renderBlocks(of: $0) }
        if !settings.isPlain { rendering.finish() }
        rendering.document.html = rendering.html.take(from: 0)
        return rendering.document
    }
}

extension Rendering {
    mutating func finish() {
        if live != nil { writeUpdates() }
        document.text += pictureText
        renderFootnotes()
        reportOpenElements()
        document.source = scanned.source?.name
        document.sourceLink = scanned.source?.link
        document.sourceOffset = scanned.source.map { original(cleanOffset: $0.offset) }
        document.words = wordCount(document.text)
        for remark in scanned.remarks {
            let place = original(cleanOffset: remark.offset)
            report(remark.moved(to: place))
        }
    }
}

extension Hygiene.Finding {
    fileprivate var remark: Remark { Remark(.warning, id: kind, message, at: offset) }
}
