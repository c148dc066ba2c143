import ArabicText
package import Base
package import Content
package import Markdown

/// Sets texts: Markdown to HTML, with the site's own answers to where links lead and how large pictures are.
///
/// A class because whoever answers a text's questions holds it, and it has many parts.
package final class Typesetter: Sendable {
    private let own: Setting
    /// Those of texts in other languages, by their tags.
    private let others: [String: Setting]
    let site: Site
    let catalogue: Catalogue
    /// Answers where links lead.
    package let targets: LinkTargets
    let assets: Set<String>
    /// Digest of every path, size and address that links and pictures can resolve to. Nil in a build, which sets each
    /// text once.
    private let allAnswers: Digest?
    private let tree: any FileTree

    /// - Parameters:
    ///   - takenIDs: those that no heading may have.
    ///   - isAskedAgain: whether another site will be set with this one's cache, as in a preview.
    init(_ site: Site, _ wordings: Wordings, _ tree: some FileTree, avoiding takenIDs: [String], isAskedAgain: Bool) {
        own = Setting(site.outlet, wordings, nil, avoiding: takenIDs)
        var others: [String: Setting] = [:]
        for tag in site.otherLanguages {
            others[tag] = Setting(site.outlet, wordings, tag, avoiding: takenIDs)
        }
        self.others = others
        self.site = site
        catalogue = wordings.own.catalogue
        targets = LinkTargets(site, catalogue)
        assets = Set(site.assets.map(\.path))
        allAnswers = isAskedAgain ? Self.allAnswers(site) : nil
        self.tree = tree
    }

    /// How texts of one language are set.
    private struct Setting: Sendable {
        let renderer: Renderer
        let digest: Digest
        let wording: Wording

        /// - Parameter tag: the language's; nil for the outlet's own.
        init(_ outlet: Outlet, _ wordings: Wordings, _ tag: String?, avoiding takenIDs: [String]) {
            wording = wordings[tag]
            var settings = MarkdownSettings(outlet, wording, language: tag ?? outlet.language)
            settings.takenIDs = takenIDs
            renderer = Renderer(settings)
            digest = settings.digest
        }
    }

    private func setting(of language: String?) -> Setting { language.flatMap { others[$0] } ?? own }

    private static func allAnswers(_ site: Site) -> Digest {
        var parts = Fingerprint()
        parts.add(site.outlet.address.base)
        parts.add(site.outlet.pictures.keepsPaths)
        for width in site.outlet.pictures.sizes { parts.add(width) }
        for article in site.articles + site.tombstones { parts.add(article.path, at: article.url) }
        for page in site.pages { parts.add(page.path, at: page.url) }
        for asset in site.assets { parts.add(asset.path) }
        for picture in site.pictures.values.sorted(by: { bytesPrecede($0.path, $1.path) }) {
            parts.add(picture.path, at: picture.url)
            parts.add(picture.digest ?? Digest(high: 0, low: 0))
            parts.add(picture.isScaled)
            parts.add(picture.width)
            parts.add(picture.height)
        }
        for attachment in site.attachments.values.sorted(by: { bytesPrecede($0.path, $1.path) }) {
            parts.add(attachment.path, at: attachment.url)
            parts.add(attachment.kind.rawValue)
        }
        parts.add(site.outlet.documents.allowsMetadata)
        for path in site.unusedFiles.sorted(by: bytesPrecede) { parts.add("unused: " + path) }
        for path in site.damagedPictures.sorted(by: bytesPrecede) { parts.add(path) }
        for path in site.leftOutPictures.sorted(by: bytesPrecede) { parts.add("left out: " + path) }
        for (path, url) in site.awaited.sorted(by: { bytesPrecede($0.key, $1.key) }) { parts.add(path, at: url) }
        for article in site.silenced { for url in article.urls { parts.add(article.path, at: url) } }
        return parts.digest
    }

    /// The article's text, from the cache where nothing that it was made from has changed.
    func set(_ article: Article, _ cache: TextCache) -> (text: SetText, diagnostics: [Diagnostic]) {
        var own = setting(of: article.language).digest
        // A text below a lead picture loads its first picture lazily (`followsPicture`), and so is another text.
        if article.image != nil { own = Digest(high: own.high ^ 1, low: own.low) }
        if keepsLines(article) != site.outlet.keepsLines { own = Digest(high: own.high ^ 2, low: own.low) }
        if article.kind == .live {
            own = Digest(high: own.high ^ site.settingsDigest.high, low: own.low ^ site.settingsDigest.low)
            own = Digest(high: own.high ^ 4, low: own.low ^ UInt64(bitPattern: Int64(article.date.date.daysSince1970)))
        }
        var failure: Diagnostic?
        let entry = cache.text(article.path, file: article.digest, settings: own, allAnswers: allAnswers) {
            answers(to: $0, article.path)
        } set: {
            do throws(Diagnostic) {
                return set(Job(article, try unchangedText(of: article)))
            } catch {
                failure = error
                return (.empty, [])
            }
        }
        if let failure {
            // What went wrong with a disk is not true of the text.
            cache.forget(article.path)
            return (.empty, [failure])
        }
        return (entry.text, entry.diagnostics)
    }

    /// Throws where the file is another than the one whose front matter was read: its body would begin elsewhere.
    private func unchangedText(of article: Article) throws(Diagnostic) -> [UInt8] {
        let file = try tree.read(article.path)
        guard Digest(of: file) == article.digest else { throw .changedMeanwhile(article.path) }
        return try articleText(of: article, unchanged: file)
    }

    /// A profile's or a standing page's text.
    func set(_ path: String, _ file: [UInt8], _ bodyStart: Int, headline: String?, language: String? = nil) -> (
        text: SetText, diagnostics: [Diagnostic]
    ) {
        set(Job(path: path, file: file, bodyStart: bodyStart, headline: headline, language: language))
    }

    /// The article's text with the words that only some ask for. Throws where its file is gone, or begins otherwise by
    /// now.
    package func document(of article: Article) throws(Diagnostic) -> Document {
        let file = try articleText(article.path, in: tree)
        // A body that does not begin behind a line of hyphens any more would be cut out of the middle of a word.
        let start = article.bodyStart
        guard start == 0 || start <= file.count && file[start - 1] == UInt8(ascii: "\n") || start == file.count else {
            throw .changedMeanwhile(article.path)
        }
        return render(Job(article, file))
    }

    /// A profile's or a standing page's text with all that was found in it.
    package func document(
        _ path: String, _ file: [UInt8], _ bodyStart: Int, headline: String?, language: String? = nil
    ) -> Document {
        render(Job(path: path, file: file, bodyStart: bodyStart, headline: headline, language: language))
    }

    /// Where a byte of a body stands, for a message.
    package func place(_ offset: Int, in path: String, bodyStart: Int) -> Location {
        guard let file = try? articleText(path, in: tree) else { return Location(path: path) }
        return Location(path: path, offset: bodyStart + offset, in: file)
    }

    /// What to say of an article without a text; it is more than advice where there is no picture and no summary to
    /// show.
    package func emptiness(of article: Article) -> Diagnostic? {
        guard !article.isUnpublished, !article.isUrgent else { return nil }
        let showsNothing = article.summary == nil && !article.namesPicture
        let draft = article.spelled("draft")
        return Diagnostic(
            showsNothing ? .warning : .advice, id: TypesettingRule.emptyArticle,
            Message(
                en: "an article has a text; this one is a headline alone"
                    + (showsNothing ? "; write “\(draft): true” until it has one" : ""),
                ar: "للمقال نص؛ وليس في هذا إلا العنوان" + (showsNothing ? "؛ اكتب «\(draft): نعم» حتى يُكتب" : "")),
            at: place(0, in: article.path, bodyStart: article.bodyStart))
    }

    /// Whether there is such a file, be it of the site or not.
    package func hasFile(_ path: String) -> Bool { (try? tree.readStart(of: path, count: 1)) != nil }

    /// Nil where the file cannot be read, which is said where it is published.
    package func bytes(of path: String) -> [UInt8]? { try? tree.read(path) }

    struct Job {
        let path: String
        let file: [UInt8]
        let bodyStart: Int
        let headline: String?
        /// BCP 47 tag; nil of the outlet's own.
        let language: String?
        var followsPicture = false
        /// As the front matter names it.
        var source: String?
        /// Where its lines end, if not as the outlet has it.
        var keepsLines: Bool?
        /// The first day of live coverage; nil of other articles.
        var liveSince: CivilDate?

        init(_ article: Article, _ file: [UInt8]) {
            self.init(
                path: article.path, file: file, bodyStart: article.bodyStart, headline: article.title,
                language: article.language)
            followsPicture = article.image != nil
            source = article.source?.name
            if article.kind == .live { liveSince = article.date.date }
            if article.lines != .asOutlet { keepsLines = article.lines == .keep }
        }

        init(path: String, file: [UInt8], bodyStart: Int, headline: String?, language: String?) {
            (self.path, self.file, self.headline, self.language) = (path, file, headline, language)
            // A file may have become shorter since it was looked at.
            self.bodyStart = min(bodyStart, file.count)
        }
    }

    private func keepsLines(_ article: Article) -> Bool {
        article.lines == .asOutlet ? site.outlet.keepsLines : article.lines == .keep
    }

    private func render(_ job: Job) -> Document {
        let setting = setting(of: job.language)
        let words = setting.wording.catalogue
        return setting.renderer.keepingLines(job.keepsLines).render(
            Array(job.file[job.bodyStart...]), headline: job.headline, followsPicture: job.followsPicture,
            live: job.liveSince.map { LiveClock(site.outlet.zone, setting.wording, since: $0) },
            picture: { self.picture($0, job.path) }, recording: { self.recording($0, job.path) },
            link: { self.targets.resolve($0, from: job.path, in: words) })
    }

    private func set(_ job: Job) -> (SetText, [Diagnostic]) {
        let document = render(job)
        var diagnostics = document.remarks.map {
            $0.diagnostic(path: job.path, file: job.file, bodyStart: job.bodyStart)
        }
        // The first of them: for each its line is counted.
        for use in document.pictures.lazy.filter({ self.isMissing($0, job.path) }).prefix(Remark.most) {
            let place = Location(path: job.path, offset: job.bodyStart + use.offset, in: job.file)
            if AttachmentKind.ofRecording(use.destination) != nil {
                let problem = AttachmentProblem.missing(use.destination, near: recordings(beside: job.path))
                diagnostics.append(problem.diagnostic(at: place))
                continue
            }
            diagnostics.append(
                isLeftOut(use, job.path)
                    ? .leftOutPicture(use.destination, at: place)
                    : .missingPicture(use.destination, at: place, near: pictures(beside: job.path)))
        }
        diagnostics += attachmentProblems(document.recordings, document.links, job)
        if let own = job.source, let other = document.source, let offset = document.sourceOffset,
            folded(own) != folded(other)
        {
            let place = Location(path: job.path, offset: job.bodyStart + offset, in: job.file)
            diagnostics.append(.twoSources(own, other, at: place))
        }
        return (SetText(document), diagnostics)
    }

    func picture(_ source: String, _ path: String) -> ResolvedPicture? {
        guard let target = picturePath(source, besides: path) else { return nil }
        guard let picture = site.pictures[target] else { return asset(target) }
        let base = site.outlet.address.base
        guard let renditions = picture.renditions(site.outlet.pictures) else {
            return ResolvedPicture(source: picture.url.href(base: base), width: picture.width, height: picture.height)
        }
        let main = renditions.main
        return ResolvedPicture(
            source: main.url.href(base: base), width: main.width, height: main.height,
            candidates: .init(
                webp: renditions.webp.sourceSet(base: base),
                others: renditions.fallbacks.sourceSet(base: base) ?? main.url.href(base: base),
                sizes: .inColumn(main.width, main.height)))
    }

    /// One of the outlet's own files, which stands as it is written but where the site lives below a path.
    private func asset(_ path: String) -> ResolvedPicture? {
        let base = site.outlet.address.base
        guard assets.contains(path) else { return nil }
        let source = URLPath(ofAsset: path).href(base: base)
        return source == "/" + path.dropFirst("Content/".count)
            ? nil : ResolvedPicture(source: source, width: 0, height: 0)
    }

    /// The digest of what the site answers now to all that the text asked when it was set.
    private func answers(to text: SetText, _ path: String) -> Digest {
        guard !text.links.isEmpty || !text.pictures.isEmpty || !text.recordings.isEmpty else {
            return Digest(high: 0, low: 0)
        }
        var parts = Fingerprint()
        for link in text.links {
            let answer = targets.resolve(link.destination, from: path)
            parts.add(answer == .withheld)
            parts.add(answer.href)
            parts.add(problemsOfFile(link.destination, path))
        }
        for use in text.recordings {
            let recording = recording(use.destination, path)
            parts.add(recording?.source)
            parts.add(recording?.poster)
            for captions in recording?.captions ?? [] { parts.add(captions.source) }
            parts.add(problemsOfFile(use.destination, path))
            for captions in use.captions { parts.add(problemsOfFile(captions, path)) }
        }
        for use in text.pictures {
            let picture = picture(use.destination, path)
            parts.add(picture?.source)
            parts.add(picture?.candidates?.webp)
            parts.add(picture?.width ?? 0)
            parts.add(picture?.height ?? 0)
            if AttachmentKind.ofRecording(use.destination) != nil {
                parts.add(recording(use.destination, path)?.source)
                for name in recordings(beside: path) { parts.add(name) }
            }
            let isMissing = isMissing(use, path)
            parts.add(isMissing)
            parts.add(isLeftOut(use, path))
            if isMissing { for name in pictures(beside: path) { parts.add(name) } }
        }
        return parts.digest
    }

    private func isMissing(_ use: PictureUse, _ path: String) -> Bool {
        !isElsewhere(use.destination) && !isThere(use.destination, path)
    }

    private func isLeftOut(_ use: PictureUse, _ path: String) -> Bool {
        !site.leftOutPictures.isEmpty
            && (picturePath(use.destination, besides: path).map(site.leftOutPictures.contains) ?? false)
    }

    /// What one that is missing may have been meant to be.
    private func pictures(beside path: String) -> [String] {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/") + "/"
        return site.pictures.keys.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }.sorted(
            by: bytesPrecede)
    }

    private func isElsewhere(_ src: String) -> Bool {
        src.hasPrefix("http://") || src.hasPrefix("https://") || src.hasPrefix("//") || src.hasPrefix("data:")
            || site.outlet.isElsewhere(host: src)
    }

    private func isThere(_ src: String, _ path: String) -> Bool {
        guard let target = picturePath(src, besides: path) else { return false }
        return site.pictures[target] != nil || assets.contains(target) || site.damagedPictures.contains(target)
    }
}

extension LiveClock {
    /// - Parameter day: that of the first update.
    init(_ zone: Zone, _ wording: Wording, since day: CivilDate) {
        let style = wording.dates
        let comma = wording.catalogue.text("comma")
        self.init(day: day) { date, time in
            zone.iso(zone.instant(date, time))
        } words: { date, time, showsDay in
            showsDay ? style.long(date) + comma + style.time(time) : style.time(time)
        }
    }
}

extension MarkdownSettings {
    /// - Parameter language: the text's, whose quotation marks are the outlet's only where both are one language.
    init(_ outlet: Outlet, _ wording: Wording, language: String) {
        let catalogue = wording.catalogue
        let isOwn =
            language == outlet.language
            || Language(known: language).map { $0 == Language(known: outlet.language) } ?? false
        let isRightToLeft = Outlet.isRightToLeft(language)
        self.init(
            language: language, direction: isRightToLeft ? .rtl : .ltr,
            latinLanguage: isRightToLeft == outlet.isRightToLeft ? outlet.latinLanguage : nil,
            arabicLanguage: !isRightToLeft && outlet.isRightToLeft ? outlet.language : nil,
            quotes: isOwn ? QuotePolicy(rawValue: outlet.quotes.rawValue) ?? .preserve : .preserve,
            html: outlet.allowsHTML ? .allow : .escape, numerals: wording.dates.numerals, keepsLines: outlet.keepsLines,
            embeds: outlet.embeds.map(\.rawValue),
            // An outlet that lets pages frame others has its own way with them.
            readsEmbedCodes:
                !(outlet.allowsHTML && outlet.services.contentSecurity.contains { $0.directive == "frame-src" }),
            words: MarkdownWords(
                footnotes: catalogue.text("footnotes"), backToText: catalogue.text("back_to_text"),
                table: catalogue.text("table"), details: catalogue.text("details"),
                metre: catalogue.text("poem_metre"),
                keyPoints: catalogue.text("key_points"), comma: catalogue.text("comma"),
                transcript: catalogue.text("transcript"),
                embed: catalogue.text("embed_note")))
        notesParagraphs = outlet.services.adPlaces.contains { $0.afterParagraph != nil }
    }
}

extension Diagnostic {
    fileprivate static func twoSources(_ own: String, _ other: String, at location: Location) -> Diagnostic {
        Diagnostic(
            .warning, id: TypesettingRule.twoSources,
            Message(
                en:
                    "an article names one source; its front matter has “\(own)”, so that “\(other)” in this line "
                    + "is printed nowhere; keep one",
                ar: "للمقال مصدر واحد؛ في بياناته «\(own)»، فلا يُطبع «\(other)» المذكور في هذا السطر؛ أبقِ أحدهما"),
            at: location)
    }
}

extension Fingerprint {
    fileprivate mutating func add(_ problems: [AttachmentProblem]) {
        add(problems.count)
        for problem in problems { add(problem.message.english) }
    }

    fileprivate mutating func add(_ path: String, at url: URLPath) {
        add(path)
        add(url.text)
    }
}
