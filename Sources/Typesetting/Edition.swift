import ArabicText
package import Base
package import Content
import Markdown
package import Pictures

/// A site with its text set: every body rendered once, so that all checks are done before anything is written.
package struct Edition: Sendable {
    /// What was set.
    package private(set) var site: Site
    /// The words that the program itself prints.
    package let catalogue: Catalogue
    /// In the order of `site.articles`, `site.pages` and `site.authors`.
    package private(set) var articles: [SetText]
    package let pages: [SetText]
    package let bios: [SetText]
    /// The pictures that bodies and front matter show, by their paths.
    package let pictures: [Picture]
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
        let (catalogue, problems) = Catalogue.make(for: site.outlet)
        let typesetter = Typesetter(site, catalogue, tree, avoiding: takenIDs, isAskedAgain: caches.texts.outlivesRun)
        let set = workers.map(site.articles) { typesetter.set($0, caches.texts) }
        let pages = site.pages.map { typesetter.set($0.path, $0.file, $0.bodyStart, headline: $0.title) }
        let bios = site.authors.map { typesetter.set($0.path ?? "", $0.file, $0.bioStart, headline: nil) }
        let articles = set.map(\.text)
        let indexes = Array(site.articles.indices)
        let edition = Edition(
            site: site, catalogue: catalogue, articles: articles, pages: pages.map(\.text),
            bios: bios.map(\.text),
            pictures: shownPictures(site, articles, pages: pages.map(\.text), bios: bios.map(\.text)),
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

    private static func shownPictures(_ site: Site, _ articles: [SetText], pages: [SetText], bios: [SetText])
        -> [Picture]
    {
        var paths: Set<String> = []
        func add(_ text: SetText, of path: @autoclosure () -> String?) {
            for use in text.pictures {
                if let picture = picturePath(use.destination, besides: path() ?? "") { paths.insert(picture) }
            }
        }
        for (place, text) in articles.enumerated() where !text.pictures.isEmpty {
            add(text, of: site.articles[place].path)
        }
        for (place, text) in pages.enumerated() { add(text, of: site.pages[place].path) }
        for (place, text) in bios.enumerated() { add(text, of: site.authors[place].path) }
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
