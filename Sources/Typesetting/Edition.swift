package import ArabicText
package import Base
package import Content
package import Markdown
package import Pictures

/// A site with its text set: every body rendered once, so that all checks are done before anything is written.
package struct Edition: Sendable {
    /// What was set.
    package private(set) var site: Site
    /// How pages speak: in the outlet's language, and in those of texts that are in another.
    package let wordings: Wordings
    /// How its pages speak: as the outlet does, but for those of `speaking(_:)`.
    package private(set) var wording: Wording
    /// The words that the program itself prints.
    package var catalogue: Catalogue { wording.catalogue }
    /// In the order of `site.articles`, `site.pages` and `site.authors`.
    package private(set) var articles: [SetText]
    package let pages: [SetText]
    package let bios: [SetText]
    /// The pictures that bodies and front matter show, by their paths.
    package let pictures: [Picture]
    /// The recordings and documents that bodies show and link to, by their paths.
    package let attachments: [Attachment]
    /// For each article the stories to read next.
    package let related: [[Int]]
    /// The articles of each series by its name, the oldest first, as places in `site.articles`.
    package let series: [String: [Int]]
    /// Sets a text again whose HTML is not in memory, since an earlier build set it.
    package let typesetter: Typesetter
    package let pictureSizes: PictureSizes
    /// Makes pictures smaller, and keeps them.
    package let darkroom: Darkroom
    /// Holds the HTML that is too much for the memory.
    let spill: SpillFile?

    /// Sets the text of the site and reports what is wrong in the bodies: pictures that are not there, the Markdown's
    /// own.
    ///
    /// - Parameters:
    ///   - tree: the site's folder, where the articles' texts lie.
    ///   - takenIDs: those that the theme has on its pages.
    ///   - caches: what earlier runs have made.
    package static func typeset(
        _ site: Site, from tree: some FileTree, avoiding takenIDs: [String] = [], workers: Workers,
        caches: EditionCaches = EditionCaches()
    ) -> (edition: Edition, diagnostics: [Diagnostic]) {
        let (wordings, problems) = Wordings.make(for: site)
        let typesetter = Typesetter(site, wordings, tree, avoiding: takenIDs, isAskedAgain: caches.texts.outlivesRun)
        let set = workers.map(site.articles) { typesetter.set($0, caches.texts) }
        let pages = site.pages.map {
            typesetter.set($0.path, $0.file, $0.bodyStart, headline: $0.title, language: $0.language)
        }
        let bios = site.authors.map { typesetter.set($0.path ?? "", $0.file, $0.bioStart, headline: nil) }
        let articles = set.map(\.text)
        let indexes = Array(site.articles.indices)
        let texts = Self.paths(
            site, articles: articles, pages: pages.map(\.text), bios: bios.map(\.text))
        let edition = Edition(
            site: site, wordings: wordings, wording: wordings.own, articles: articles, pages: pages.map(\.text),
            bios: bios.map(\.text),
            pictures: shownPictures(site, typesetter.targets, texts),
            attachments: shownAttachments(typesetter.targets, texts),
            related: RelatedStories.all(site, workers, caches.related),
            series: Dictionary(grouping: indexes.reversed().filter { site.articles[$0].series != nil }) {
                site.articles[$0].series ?? ""
            }, typesetter: typesetter, pictureSizes: PictureSizes(tree, caches.darkroom),
            darkroom: caches.darkroom, spill: caches.texts.spill)
        var diagnostics = problems
        for result in set + pages + bios where !result.diagnostics.isEmpty { diagnostics += result.diagnostics }
        for (article, text) in zip(site.articles, articles) where text.isEmpty {
            if let problem = typesetter.emptiness(of: article) { diagnostics.append(problem) }
        }
        return (edition, diagnostics)
    }

    /// The same, for pages in another language.
    package func speaking(_ language: Language) -> Edition {
        var edition = self
        edition.wording = wordings.others[language] ?? wordings.own
        return edition
    }

    /// The edition after the texts of the articles at these places were edited, and what is wrong in those texts; nil
    /// where they show other pictures than before, which are files of the site.
    ///
    /// - Parameter site: as `withEditedTexts` gave it.
    package func withEditedTexts(
        at places: [Int], of site: Site, _ caches: EditionCaches
    ) -> (edition: Edition, diagnostics: [Diagnostic])? {
        var edition = self
        edition.site = site
        var diagnostics: [Diagnostic] = []
        for place in places {
            let set = typesetter.set(site.articles[place], caches.texts)
            edition.articles[place] = set.text
            diagnostics += set.diagnostics
            if set.text.isEmpty, let problem = typesetter.emptiness(of: site.articles[place]) {
                diagnostics.append(problem)
            }
        }
        let showsTheSame = places.allSatisfy {
            edition.articles[$0].pictures.map(\.destination) == articles[$0].pictures.map(\.destination)
                && edition.articles[$0].recordings.map(\.captions) == articles[$0].recordings.map(\.captions)
                && edition.files(of: $0) == files(of: $0)
        }
        return showsTheSame ? (edition, diagnostics) : nil
    }

    /// The article's text as HTML. Throws where its file is gone, or is another than the one that was set.
    package func html(ofArticle index: Int) throws(Diagnostic) -> [UInt8] {
        let text = articles[index]
        if let html = text.inMemoryHTML ?? text.html.flatMap({ spill?.bytes(at: $0) }) { return html }
        let article = site.articles[index]
        let again = SetText(try typesetter.document(of: article))
        guard again.digest == text.digest, let html = again.inMemoryHTML else {
            throw .changedMeanwhile(article.path)
        }
        return html
    }

    /// The files that a text shows or links to.
    private func files(of place: Int) -> [String] {
        let (text, path) = (articles[place], site.articles[place].path)
        return text.recordings.map(\.destination)
            + text.links.map(\.destination).filter {
                typesetter.targets.attachment($0, from: path) != nil
                    || typesetter.targets.picture($0, from: path) != nil
            }
    }

    /// The texts that name files, with the paths that these names count from.
    private static func paths(_ site: Site, articles: [SetText], pages: [SetText], bios: [SetText]) -> [(
        text: SetText, path: String
    )] {
        var found: [(text: SetText, path: String)] = []
        func add(_ texts: [SetText], path: (Int) -> String) {
            for (place, text) in texts.enumerated() where text.namesFiles { found.append((text, path(place))) }
        }
        add(articles) { site.articles[$0].path }
        add(pages) { site.pages[$0].path }
        add(bios) { site.authors[$0].path ?? "" }
        return found
    }

    private static func shownPictures(_ site: Site, _ targets: LinkTargets, _ texts: [(text: SetText, path: String)])
        -> [Picture]
    {
        var paths: Set<String> = []
        for (text, path) in texts {
            for use in text.pictures {
                if let picture = picturePath(use.destination, besides: path) { paths.insert(picture) }
            }
            for link in text.links {
                if let picture = targets.picture(link.destination, from: path) {
                    paths.insert(CanonicalForm.nfc(picture.path))
                }
            }
        }
        for article in site.articles {
            if let image = article.image { paths.insert(image.picture.path) }
        }
        for tag in site.tags {
            if let image = tag.image { paths.insert(image.picture.path) }
        }
        for author in site.authors {
            if let image = author.image { paths.insert(image.picture.path) }
        }
        return paths.sorted(by: bytesPrecede).compactMap { site.pictures[$0] }
    }

    /// The recordings of a text, in its order, each with what the text says of it.
    package func recordings(in text: SetText, of path: String) -> [(use: RecordingUse, file: Attachment)] {
        text.recordings.compactMap { use in
            typesetter.targets.attachment(use.destination, from: path).map { (use, $0) }
        }
    }

    private static func shownAttachments(_ targets: LinkTargets, _ texts: [(text: SetText, path: String)])
        -> [Attachment]
    {
        var found: [String: Attachment] = [:]
        for (text, path) in texts {
            let names =
                text.links.map(\.destination)
                + text.recordings.flatMap { [$0.destination] + $0.captions }
            for name in names {
                guard let file = targets.attachment(name, from: path) else { continue }
                // Two equal files are one.
                if let other = found[file.url.text], bytesPrecede(other.path, file.path) { continue }
                found[file.url.text] = file
            }
        }
        return found.values.sorted { bytesPrecede($0.path, $1.path) }
    }
}

/// What runs leave for later ones that make an edition of the same site.
package struct EditionCaches: Sendable {
    /// The texts set so far.
    package let texts: TextCache
    /// The related stories found so far.
    package let related: RelatedCache
    /// Makes pictures smaller, and keeps them.
    package let darkroom: Darkroom

    package init(
        texts: TextCache = TextCache(), related: RelatedCache = RelatedCache(),
        darkroom: Darkroom = Darkroom(worksAhead: false)
    ) {
        (self.texts, self.related, self.darkroom) = (texts, related, darkroom)
    }
}

extension Diagnostic {
    /// An error of the file at `path`, which is another than the one that was read.
    package static func changedMeanwhile(_ path: String) -> Diagnostic {
        Diagnostic(
            id: TypesettingRule.changedMeanwhile,
            Message(
                en: "this file changed while the site was built; build again",
                ar: "تغيّر هذا الملف أثناء بناء الموقع؛ أعد البناء"), at: Location(path: path))
    }
}
