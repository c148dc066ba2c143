import ArabicText
package import Base
package import Content

/// Every file of the site, each with what it is made from.
package struct PagePlan: Sendable {
    package struct Copy: Sendable {
        package let url: URLPath
        /// In the site's folder.
        package let source: String
        package let stamp: FileStamp

        /// As they are published: of a picture without what cameras and programs note in it.
        package func bytes(in tree: some FileTree) throws(Diagnostic) -> [UInt8] {
            PictureMetadata.cut(from: try tree.read(source))
        }
    }

    package struct Written: Sendable {
        package let url: URLPath
        /// Another than the page `index.html` for a feed whose address ends with `/`.
        package let file: String
        package let bytes: [UInt8]
        package let origin: Location

        init(url: URLPath, file: String? = nil, bytes: [UInt8], origin: Location) {
            (self.url, self.bytes, self.origin) = (url, bytes, origin)
            self.file = file ?? url.file
        }
    }

    package private(set) var pages: [Page] = []
    package private(set) var copies: [Copy] = []
    package private(set) var written: [Written] = []
    /// Printed when they are written, like pages.
    package private(set) var feeds: [Feed] = []

    /// No file.
    package init() {}

    /// The articles' pages, in the order of the site's.
    package static func articles(of edition: Edition, workers: Workers) -> [Page] {
        PageMaker(edition).articles(workers)
    }

    /// Every other page of an edition: lists, and what stands for itself.
    package static func others(of edition: Edition, _ theme: Theme) -> [Page] {
        let pages = PageMaker(edition)
        let months = Month.all(of: edition.site)
        return pages.lists(months) + pages.indexes(months) + pages.standing + pages.tombstones
            + pages.breakingBar(theme)
    }

    /// Reports what is wrong with the redirects.
    ///
    /// - Parameters:
    ///   - pages: what `articles` and then `others` gave.
    ///   - now: the build's clock; the news sitemap alone depends on it.
    package static func make(
        _ edition: Edition, _ theme: Theme, _ pages: [Page], now: Instant, workers: Workers
    ) -> (plan: PagePlan, diagnostics: [Diagnostic]) {
        var plan = PagePlan()
        plan.pages = pages
        plan.copies =
            edition.pictures.map { Copy(url: $0.url, source: $0.path, stamp: $0.stamp) }
            + edition.site.assets.map { Copy(url: url(ofAsset: $0.path), source: $0.path, stamp: FileStamp($0)) }
        plan.written = theme.assets.map {
            Written(url: $0.url, bytes: $0.bytes, origin: Location(path: "Templates/assets/\($0.name)"))
        }
        let redirects = plan.addMachineFiles(edition, theme, now: now, workers: workers)
        return (plan, redirects)
    }

    /// What belongs to the site as a whole is looked for at its root alone (RFC 8615).
    private static func url(ofAsset path: String) -> URLPath {
        let name = CanonicalForm.nfc(String(path.dropFirst("Content/assets/".count)))
        return URLPath(name.hasPrefix(".well-known/") ? name : "assets/" + name)
    }

    /// The plan after the texts of the articles at these places were edited: the same files, of which some are made
    /// otherwise.
    package func withEditedTexts(at places: [Int], of edition: Edition) -> PagePlan {
        var plan = self
        let pages = PageMaker(edition)
        // The articles come first, in the order of the site's.
        for place in places { plan.pages[place] = pages.article(place) }
        return plan
    }

    /// What machines read. Reports what is wrong with the redirects.
    private mutating func addMachineFiles(
        _ edition: Edition, _ theme: Theme, now: Instant, workers: Workers
    ) -> [Diagnostic] {
        let site = edition.site
        if theme.hasBreakingBar, site.frontPage.breaking == nil {
            written.append(
                .init(url: FixedPaths.breaking, bytes: [], origin: Location(path: "Templates/breaking.html")))
        }
        feeds = edition.feeds.feeds
        written += Sitemap(site).files(pages, now: now, workers: workers)
        written += PublicFiles(site).files
        let (redirects, diagnostics) = Redirects.make(site, taken: { paths })
        written += redirects.pages(site) + ServerRules(site, theme, edition.feeds, redirects).files
        return diagnostics
    }

    package var paths: [URLPath] {
        var paths: [URLPath] = []
        paths.reserveCapacity(pages.count + copies.count + written.count + feeds.count)
        forEachPath { paths.append($0) }
        return paths
    }

    func forEachPath(_ body: (URLPath) -> Void) { forEachClaim { path, _ in body(path) } }

    /// Every file with the place that it comes from, asked for only where somebody wants to know.
    private func forEachClaim(_ body: (URLPath, () -> Location) -> Void) {
        for page in pages { body(page.url) { page.origin } }
        for copy in copies { body(copy.url) { Location(path: copy.source) } }
        for file in written { body(file.url) { file.origin } }
        for feed in feeds { body(feed.url) { Location(path: "Content/site.yaml") } }
    }

    /// Two sources for one path are reported; nothing is dropped silently.
    package func collisions() -> [Diagnostic] {
        var first: [Digest: Int] = [:]
        first.reserveCapacity(pages.count + copies.count + written.count + feeds.count)
        var twice: Set<Digest> = []
        forEachClaim { path, _ in
            let key = path.collisionDigest
            if first.updateValue(0, forKey: key) != nil { twice.insert(key) }
        }
        let others =
            FilesInTheWay(of: { body in forEachClaim(body) }).diagnostics
            + PathLimits(of: { body in forEachClaim(body) }).diagnostics
        guard !twice.isEmpty else { return others }
        var claims: [(URLPath, Location)] = []
        forEachClaim { path, origin in
            if twice.contains(path.collisionDigest) { claims.append((path, origin())) }
        }
        return Self.collisions(among: claims) + others
    }

    private static func collisions(among claims: [(URLPath, Location)]) -> [Diagnostic] {
        var owners: [Digest: Location] = [:]
        var diagnostics: [Diagnostic] = []
        // The theme's own pages come first: where an article takes the path of one, it is the article that must give
        // way.
        func rank(_ claim: (URLPath, Location)) -> (URLPath, Int, String) {
            (claim.0, claim.1.path.hasPrefix("Templates/") ? 0 : 1, claim.1.path)
        }
        for (url, origin) in claims.sorted(by: { rank($0) < rank($1) }) {
            if let owner = owners[url.collisionDigest] {
                diagnostics.append(
                    Diagnostic(
                        id: "duplicate-url",
                        Message(
                            en:
                                "each page has a path of its own; “/\(url.text)” is also that of \(owner.path); "
                                + "give one of them another “slug”",
                            ar:
                                "لكل صفحة مسار خاص بها؛ «‎/\(url.text)» هو أيضًا مسار \(owner.path)؛ أعطِ إحداهما "
                                + "slug آخر"
                        ),
                        at: origin))
            } else {
                owners[url.collisionDigest] = origin
            }
        }
        return diagnostics
    }
}
