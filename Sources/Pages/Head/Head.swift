import ArabicText
import Base
import Content
import Typesetting

/// What machines read in the head of a page. What all pages share is written once.
struct Head: Sendable {
    private let site: Site
    private let catalogue: Catalogue
    private let feeds: FeedPlan
    private let openGraph: OpenGraph
    /// Of the outlet's language.
    private let isRightToLeft: Bool
    private let data: StructuredData
    /// The site's feeds, icons, the manifest and the colour of the browser's own parts.
    private let fittings: [UInt8]
    private let thirdParties: ThirdParties
    /// The link to the colours of sections, for articles and lists.
    private let colors: [UInt8]

    init(_ edition: Edition, _ feeds: FeedPlan) {
        site = edition.site
        catalogue = edition.catalogue
        self.feeds = feeds
        isRightToLeft = edition.site.outlet.isRightToLeft
        openGraph = OpenGraph(edition)
        data = StructuredData(edition)
        thirdParties = ThirdParties(edition.site, edition.catalogue)
        var fittings: [UInt8] = []
        for feed in feeds.feeds(of: .site) { Self.append(feed, at: edition.site.outlet.address, to: &fittings) }
        self.fittings = fittings + Self.fittings(edition.site)
        colors =
            SectionColors(site).file.map { file in
                Array(
                    "\n<link rel=\"stylesheet\" href=\"\(file.url.href(base: edition.site.outlet.address.base))\">".utf8
                )
            } ?? []
    }

    /// - Parameter href: the page's path as links have it.
    func markup(of page: Page, at href: String) -> [UInt8] {
        var head: [UInt8] = []
        head.reserveCapacity(8000)
        var address: [UInt8] = []
        address.append(escaping: site.outlet.address.origin)
        address += href.utf8
        let isRightToLeft = page.language(in: site).map(Outlet.isRightToLeft) ?? isRightToLeft
        let title = plainTitle(of: page, isRightToLeft)
        let found = page.article?.searchTitle.map { plain($0, isRightToLeft) } ?? title
        head.append("<title>")
        head.append(escaping: page.kind == .home ? title : "\(found) – \(site.outlet.name)")
        head.append("</title>")
        if let description = page.description { head.meta("name", "description", description) }
        let isHidden = site.isPreview || page.isUnlisted
        head.meta("name", "robots", isHidden ? "noindex" : "max-image-preview:large")
        if !page.isUnlisted {
            head.append("\n<link rel=\"canonical\" href=\"")
            // Where a syndicated article was first published; else the page itself, also a later page of a list.
            if let original = page.article?.source?.canonical {
                head.append(escaping: original.text)
            } else {
                head += address
            }
            head.append("\">")
            openGraph.append(
                page, title: page.article?.socialTitle.map { plain($0, isRightToLeft) } ?? title, address: address,
                to: &head)
        }
        if page.subject != .site, let subject = page.subject {
            for feed in feeds.feeds(of: subject) { Self.append(feed, at: site.outlet.address, to: &head) }
        }
        head += fittings
        switch page.content {
        case .article, .list: head += colors
        default: break
        }
        if !page.isUnlisted { data.append(page, address: address, to: &head) }
        if !thirdParties.isEmpty { head += thirdParties.head(of: page) }
        return head
    }

    private func plainTitle(of page: Page, _ isRightToLeft: Bool) -> String {
        var title = page.kind == .home ? site.outlet.name : page.title
        if case .list(let list) = page.content, !list.isFront {
            let number = catalogue.text("page_number").replacing("{0}", with: catalogue.numerals.plain(list.number))
            title += " – \(number)"
        }
        return plain(title, isRightToLeft)
    }

    private func plain(_ title: String, _ isRightToLeft: Bool) -> String {
        isRightToLeft ? titleForPlainContexts(title) : title
    }

    private static func append(_ feed: Feed, at address: SiteAddress, to head: inout [UInt8]) {
        head.append("\n<link rel=\"alternate\" type=\"")
        head += feed.format.mediaType.utf8
        head.append("\" title=\"")
        head.append(escaping: feed.title)
        head.append("\" href=\"")
        head.append(feed.url, at: address)
        head.append("\">")
    }

    private static func fittings(_ site: Site) -> [UInt8] {
        let base = site.outlet.address.base
        var head: [UInt8] = []
        for icon in site.icons {
            let size = icon.type == .svg ? "any" : "\(icon.width)x\(icon.height)"
            head += "\n<link rel=\"icon\" type=\"\(icon.type.mediaType)\" sizes=\"\(size)\"".utf8
            head += " href=\"\(icon.url.href(base: base))\">".utf8
        }
        // Apple's phones take no SVG, and scale what is larger than they need.
        if let touch = site.icons.filter({ $0.type == .png }).min(by: { abs($0.width - 180) < abs($1.width - 180) }) {
            head += "\n<link rel=\"apple-touch-icon\" href=\"\(touch.url.href(base: base))\">".utf8
        }
        if site.hasWebManifest {
            head += "\n<link rel=\"manifest\" href=\"\(FixedPaths.webManifest.href(base: base))\">".utf8
        }
        if let color = site.outlet.services.app.themeColor { head.meta("name", "theme-color", color) }
        return head
    }
}

extension [UInt8] {
    /// `<meta name="description" content="…">` on a line of its own.
    mutating func meta(_ attribute: StaticString, _ name: StaticString, _ content: String) {
        meta(attribute, name) { $0.append(escaping: content) }
    }

    mutating func meta(_ attribute: StaticString, _ name: StaticString, _ write: (inout [UInt8]) -> Void) {
        append("\n<meta ")
        append(attribute)
        append("=\"")
        append(name)
        append("\" content=\"")
        write(&self)
        append("\">")
    }
}
