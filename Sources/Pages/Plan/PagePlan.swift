import ArabicText
package import Base
package import Content
package import Search
package import Typesetting

/// Every file of the site, each with what it is made from.
package struct PagePlan: Sendable {
    /// The articles' pages come first, in the order of the site's; each path occurs once, or `collisions` says so.
    package private(set) var outputs: [Output]
    package let feeds: FeedPlan
    /// The search index; nil for a site without one.
    package let search: SearchPlan?
    private let site: Site
    /// What has moved, and what is gone.
    package let redirects: Redirects
    private let redirectProblems: [Diagnostic]
    /// The headers of every answer.
    package let headers: HeaderTable

    /// The outputs that templates render; the articles' come first.
    package var pages: [Page] { outputs.compactMap(\.page) }
    /// The outputs that are files of `Content/`.
    package var copies: [CopiedFile] { outputs.compactMap(\.copy) }
    /// The outputs that are pictures in other sizes than their own.
    package var renditions: [Rendition] { outputs.compactMap(\.rendition) }

    /// - Parameters:
    ///   - now: the build's clock; the news sitemap alone depends on it.
    ///   - searchSizes: other than the standard ones in tests.
    package init(
        _ edition: Edition, _ theme: Theme, now: Instant, workers: Workers, searchSizes: IndexSizes = .standard
    ) {
        let site = edition.site
        search = theme.hasSearch(site) ? SearchPlan(site, searchSizes) : nil
        let feeds = FeedPlan(site, edition.catalogue)
        let former = FormerAddresses(site, feeds)
        let maker = PageMaker(edition)
        var pages = maker.all(theme, search, workers)
        let emptied = maker.emptied(former, besides: pages)
        pages += emptied
        var outputs = pages.map(Output.page)
        outputs += PublishedPictures(edition, pages).outputs
        outputs += edition.attachments.map {
            .copy(CopiedFile(url: $0.url, source: $0.path, stamp: $0.stamp))
        }
        outputs += site.assets.map {
            .copy(CopiedFile(url: URLPath(ofAsset: $0.path), source: $0.path, stamp: FileStamp($0)))
        }
        outputs += theme.assets.map {
            .written(WrittenFile(url: $0.url, bytes: $0.bytes, origin: Location(path: "Templates/assets/\($0.name)")))
        }
        if let sheet = AdSheet(site.outlet.services.adPlaces) { outputs.append(.written(sheet.file)) }
        outputs += [SectionColors(site).file].compactMap { $0 }.map(Output.written)
        outputs += feeds.feeds.map(Output.feed)
        outputs += site.articles.indices.filter { site.articles[$0].kind == .live }.map {
            .updates(LiveUpdates($0, of: site.articles[$0]))
        }
        outputs += search?.files.map(Output.search) ?? []
        var written = Sitemap(site).files(pages, now: now, workers: workers) + PublicFiles(site).files
        if theme.hasBreakingBar, site.frontPage.breaking == nil {
            written.append(
                WrittenFile(url: FixedPaths.breaking, bytes: [], origin: Location(path: "Templates/breaking.html")))
        }
        outputs += written.map(Output.written)
        let (redirects, problems) = RedirectMaker.make(
            site, former, emptied: emptied.map(\.url), taken: { outputs.map(\.url) })
        outputs += maker.gone(redirects).map(Output.page)
        outputs += redirects.pages(site, title: Self.titles(of: site.redirects.isEmpty ? [] : pages)).map(
            Output.written)
        let servers = ServerRules(site, theme, feeds, redirects, search)
        outputs += servers.files(workers).map(Output.written)
        headers = servers.headers
        (self.outputs, self.feeds, self.site, self.redirects) = (outputs, feeds, site, redirects)
        redirectProblems = problems + redirects.beyondLimits(of: site.outlet)
    }

    private static func titles(of pages: [Page]) -> (URLPath) -> String? {
        let titles = Dictionary(pages.map { (TextKey($0.url.text), $0.title) }) { first, _ in first }
        return { titles[TextKey($0.text)] }
    }

    /// The plan after the texts of the articles at these places were edited: the same files, of which some are made
    /// otherwise. Written files stay as they are: none may be made of a text, only of what files state.
    package func withEditedTexts(at places: [Int], of edition: Edition) -> PagePlan {
        var plan = self
        let pages = PageMaker(edition)
        for place in places { plan.outputs[place] = .page(pages.article(place)) }
        return plan
    }

    // MARK: Problems

    /// What is wrong with the plan: two sources for one path, paths that no disk takes, redirects from where a page is.
    /// Nothing is dropped silently.
    package var diagnostics: [Diagnostic] {
        FeedPlan.unknownSections(site) + redirectProblems + collisions + FilesInTheWay(of: outputs).diagnostics
            + PathLimits(of: outputs).diagnostics + site.outlet.beyondLimits(files: outputs.count)
    }

    private var collisions: [Diagnostic] {
        var seen: Set<Digest> = []
        seen.reserveCapacity(outputs.count)
        var twice: Set<Digest> = []
        for output in outputs {
            let key = output.url.collisionDigest
            if !seen.insert(key).inserted { twice.insert(key) }
        }
        guard !twice.isEmpty else { return [] }
        // The theme's own pages come first: where an article takes the path of one, it is the article that must give
        // way.
        func rank(_ output: Output) -> (URLPath, Int, String) {
            let path = output.origin.path
            return (output.url, path.hasPrefix("Templates/") ? 0 : 1, path)
        }
        var owners: [Digest: Output] = [:]
        var diagnostics: [Diagnostic] = []
        let claims = outputs.filter { twice.contains($0.url.collisionDigest) }
        for claim in claims.sorted(by: { rank($0) < rank($1) }) {
            guard let owner = owners.updateValue(claim, forKey: claim.url.collisionDigest) else { continue }
            owners[claim.url.collisionDigest] = owner
            diagnostics.append(
                CutSlugs(claim, owner, style: site.outlet.slugStyle)?.diagnostic(besides: outputs)
                    ?? .duplicateURL(claim, owner: owner.origin))
        }
        return diagnostics
    }
}

extension Diagnostic {
    fileprivate static func duplicateURL(_ output: Output, owner: Location) -> Diagnostic {
        Diagnostic(
            id: PageRule.duplicateURL,
            Message(
                en:
                    "each page has a path of its own; “/\(output.url.text)” is also that of \(owner.path); "
                    + "give one of them another “slug”",
                ar:
                    "لكل صفحة مسار خاص بها؛ «‎/\(output.url.text)» هو أيضًا مسار \(owner.path)؛ أعطِ إحداهما "
                    + "slug آخر"
            ),
            at: output.origin)
    }
}
