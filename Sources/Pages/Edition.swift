import ArabicText
package import Base
package import Content
package import Markdown

/// A site with its text set: every body rendered once, so that all checks are done before anything is written.
package struct Edition: Sendable {
    package let site: Site
    package let catalogue: Catalogue
    let feeds: FeedPlan
    /// In the order of `site.articles`, `site.pages` and `site.authors`.
    package let articles: [Document]
    package let pages: [Document]
    package let bios: [Document]
    /// The pictures that bodies and front matter show, by their paths.
    package let pictures: [Picture]
    /// For each article the stories to read next.
    package let related: [[Int]]
    package let series: [String: [Int]]

    /// Sets the text of the site and reports what is wrong in the bodies: pictures that are not there, the Markdown's own.
    package static func typeset(
        _ site: Site, workers: Workers, shelf: DocumentShelf? = nil
    ) -> (edition: Edition, diagnostics: [Diagnostic]) {
        let (catalogue, problems) = Catalogue.make(for: site.outlet)
        let (feeds, unknown) = FeedPlan.make(site, catalogue)
        var diagnostics = problems + unknown
        let targets = LinkTargets(site)
        let settings = MarkdownSettings(site.outlet, catalogue)
        let surroundings = shelf.map { _ in DocumentShelf.surroundings(site, settings, targets) }
        func set(_ manuscripts: [Typesetter.Job]) -> [Document] {
            let set: [(document: Document, diagnostics: [Diagnostic])] = workers.map(
                manuscripts, state: { Typesetter(settings: settings, site: site, targets: targets) }
            ) { typesetter, job in
                guard let shelf, let surroundings, !job.path.isEmpty else { return typesetter.set(job) }
                let mark = DocumentShelf.Mark(file: Digest(of: job.file), surroundings: surroundings)
                return shelf.documents.value(for: job.path, mark: mark) { typesetter.set(job) }
            }
            for result in set { diagnostics += result.diagnostics }
            return set.map(\.document)
        }
        let articles = set(
            site.articles.map {
                .init(
                    path: $0.path, file: $0.file, body: $0.body, bodyStart: $0.bodyStart, headline: $0.title,
                    followsPicture: $0.image != nil)
            })
        let pages = set(
            site.pages.map { .init(path: $0.path, file: $0.file, body: $0.body, bodyStart: $0.bodyStart, headline: $0.title) })
        let bios = set(
            site.authors.map { .init(path: $0.path ?? "", file: $0.file, body: $0.bio, bodyStart: $0.bioStart, headline: nil) })
        let indexes = Array(site.articles.indices)
        let positions = ArchivePositions(site)
        let edition = Edition(
            site: site, catalogue: catalogue, feeds: feeds, articles: articles, pages: pages, bios: bios,
            pictures: shownPictures(site, articles + pages + bios, targets),
            related: workers.map(indexes) { relatedArticles(to: $0, in: site, positions) },
            series: Dictionary(grouping: indexes.reversed().filter { site.articles[$0].series != nil }) {
                site.articles[$0].series ?? ""
            })
        return (edition, diagnostics)
    }

    /// Of all articles, the newest first.
    var corrections: [CorrectionsEntry] {
        site.articles.indices.flatMap { index in
            site.articles[index].corrections.map { CorrectionsEntry(article: index, correction: $0) }
        }.sorted { ($1.correction.date.instant, $0.article) < ($0.correction.date.instant, $1.article) }
    }

    private static func shownPictures(_ site: Site, _ documents: [Document], _ targets: LinkTargets) -> [Picture] {
        var paths: Set<String> = []
        let paired = zip(site.articles.map(\.path) + site.pages.map(\.path) + site.authors.map { $0.path ?? "" }, documents)
        for (path, document) in paired {
            for use in document.pictures {
                if let picture = picturePath(use.destination, besides: path) { paths.insert(picture) }
            }
        }
        for image in site.articles.map(\.image) + site.authors.map(\.image) {
            if let image { paths.insert(image.picture.path) }
        }
        return paths.sorted(by: bytesPrecede).compactMap { site.pictures[$0] }
    }
}

/// Sets one body after another; each worker has its own.
struct Typesetter {
    struct Job: Sendable {
        let path: String
        let file: [UInt8]
        let body: [UInt8]
        let bodyStart: Int
        let headline: String?
        var followsPicture = false
    }

    private let renderer: Renderer
    private let site: Site
    private let targets: LinkTargets

    init(settings: MarkdownSettings, site: Site, targets: LinkTargets) {
        renderer = Renderer(settings)
        self.site = site
        self.targets = targets
    }

    func set(_ job: Job) -> (document: Document, diagnostics: [Diagnostic]) {
        let base = site.outlet.address.base
        let document = renderer.render(
            job.body, headline: job.headline, followsPicture: job.followsPicture,
            picture: { src in
                guard let path = picturePath(src, besides: job.path), let picture = site.pictures[path] else { return nil }
                return ResolvedPicture(source: picture.url.href(base: base), width: picture.width, height: picture.height)
            },
            link: { targets.href(of: $0, from: job.path) })
        var diagnostics = document.remarks.map { $0.diagnostic(path: job.path, file: job.file, bodyStart: job.bodyStart) }
        for use in document.pictures where !isElsewhere(use.destination) && !isThere(use.destination, job.path) {
            let folder = job.path.split(separator: "/").dropLast().joined(separator: "/") + "/"
            let near = site.pictures.keys.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }
            diagnostics.append(
                .missingPicture(
                    use.destination, at: Location(path: job.path, offset: job.bodyStart + use.offset, in: job.file),
                    near: near.sorted(by: bytesPrecede)))
        }
        return (document, diagnostics)
    }

    private func isElsewhere(_ src: String) -> Bool {
        src.hasPrefix("http://") || src.hasPrefix("https://") || src.hasPrefix("//")
    }

    private func isThere(_ src: String, _ path: String) -> Bool {
        guard let target = picturePath(src, besides: path) else { return false }
        return site.pictures[target] != nil || site.assets.contains { $0.path == target }
    }
}

/// Turns a link to another article's file into a link to its page.
struct LinkTargets: Sendable {
    private let base: String
    fileprivate let pages: [String: URLPath]

    init(_ site: Site) {
        base = site.outlet.address.base
        var pages: [String: URLPath] = [:]
        for article in site.articles { pages[article.path] = article.url }
        for page in site.pages { pages[page.path] = page.url }
        self.pages = pages
    }

    /// Nil where the link is to be left as it stands.
    func href(of destination: String, from path: String) -> String? {
        guard !destination.contains("://"), !destination.hasPrefix("#") else { return nil }
        let hash = destination.firstIndex(of: "#") ?? destination.endIndex
        let file = String(destination[..<hash])
        if file.hasPrefix("/") {
            return base == "/" || file.hasPrefix("//") ? nil : base + destination.dropFirst()
        }
        guard file.hasSuffix(".md"), let target = picturePath(file, besides: path), let url = pages[target] else { return nil }
        return url.href(base: base) + destination[hash...]
    }
}

extension MarkdownSettings {
    init(_ outlet: Outlet, _ catalogue: Catalogue) {
        self.init(
            language: outlet.language, direction: outlet.isRightToLeft ? .rtl : .ltr,
            latinLanguage: outlet.latinLanguage, quotes: QuotePolicy(rawValue: outlet.quotes.rawValue) ?? .preserve,
            html: outlet.allowsHTML ? .allow : .escape, numerals: Numerals(rawValue: outlet.dates.numerals.rawValue) ?? .latn,
            words: MarkdownWords(
                footnotes: catalogue.text("footnotes"), backToText: catalogue.text("back_to_text"),
                table: catalogue.text("table"), details: catalogue.text("details")))
    }
}

/// The texts set so far, for a preview that sets one again and 9,999 not.
package final class DocumentShelf: Sendable {
    struct Mark: Hashable, Sendable {
        let file: Digest
        /// Of all that a text is resolved against: settings, the addresses of pages, the pictures that there are.
        let surroundings: Digest
    }

    let documents = Shelf<Mark, (document: Document, diagnostics: [Diagnostic])>()

    package init() {}

    static func surroundings(_ site: Site, _ settings: MarkdownSettings, _ targets: LinkTargets) -> Digest {
        var parts = Fingerprint()
        parts.add("\(settings)")
        parts.add(site.outlet.address.origin)
        parts.add(site.outlet.address.base)
        for (path, url) in targets.pages.sorted(by: { bytesPrecede($0.key, $1.key) }) {
            parts.add(path)
            parts.add(url.text)
        }
        for (path, picture) in site.pictures.sorted(by: { bytesPrecede($0.key, $1.key) }) {
            parts.add(path)
            parts.add(picture.url.text)
            parts.add(picture.width)
            parts.add(picture.height)
        }
        for asset in site.assets { parts.add(asset.path) }
        return parts.digest
    }
}
