import Base
import Content
import Typesetting

/// What networks and messengers show of a link: the Open Graph protocol (ogp.me), and X's cards, which fall back to it.
struct OpenGraph: Sendable {
    private let site: Site
    /// The same on every page: the site's name, the outlet's account on X.
    private let name: [UInt8]
    private let common: [UInt8]
    /// Of the words of these pages.
    private let locale: String?

    init(_ edition: Edition) {
        let site = edition.site
        self.site = site
        var name: [UInt8] = []
        name.meta("property", "og:site_name", site.outlet.name)
        self.name = name
        locale = Self.locale(edition.wording.language)
        var common: [UInt8] = []
        if let account = Self.account(site.outlet) { common.meta("name", "twitter:site", account) }
        self.common = common
    }

    /// - Parameter address: the page's own, whole and encoded.
    func append(_ page: Page, title: String, address: [UInt8], to head: inout [UInt8]) {
        head.meta("property", "og:type", page.article != nil ? "article" : page.kind == .author ? "profile" : "website")
        head.meta("property", "og:title", title)
        head.meta("property", "og:url") { $0 += address }
        if let description = page.description { head.meta("property", "og:description", description) }
        let image = page.picture(in: site)
        if let image { append(image, to: &head) }
        head += name
        if let locale = page.language(in: site).map(Self.locale) ?? locale {
            head.meta("property", "og:locale", locale)
        }
        head += common
        head.meta(
            "name", "twitter:card", image.map { $0.shared.width >= 300 } ?? false ? "summary_large_image" : "summary")
        if let article = page.article { append(article, to: &head) }
    }

    private func append(_ image: Article.Image, to head: inout [UInt8]) {
        let shared = image.shared
        head.meta("property", "og:image") { $0.append(shared.url, at: site.outlet.address) }
        head.meta("property", "og:image:type", shared.type.mediaType)
        head.meta("property", "og:image:width") { $0.append(decimal: shared.width) }
        head.meta("property", "og:image:height") { $0.append(decimal: shared.height) }
        head.meta("property", "og:image:alt", image.alt.isEmpty ? image.caption ?? site.outlet.name : image.alt)
    }

    private func append(_ article: Article, to head: inout [UInt8]) {
        let address = site.outlet.address
        head.meta("property", "article:published_time") { $0.append(written: article.date) }
        head.meta("property", "article:modified_time") { $0.append(written: article.modified) }
        for byline in article.bylines {
            head.meta("property", "article:author") { $0.append(site.authors[byline.author].url, at: address) }
        }
        if let section = article.section { head.meta("property", "article:section", site.sections[section].name) }
        for tag in site.tags(of: article) { head.meta("property", "article:tag", site.tags[tag].name) }
    }

    /// `ar` → `ar_AR`, the form that networks know for Arabic without a country; `fr-TN` → `fr_TN`.
    private static func locale(_ language: String) -> String? {
        let parts = language.split(separator: "-")
        guard let primary = parts.first?.lowercased() else { return nil }
        if let region = parts.dropFirst().first(where: { $0.utf8.count == 2 }) {
            return "\(primary)_\(region.uppercased())"
        }
        return ["ar": "ar_AR", "en": "en_US", "fr": "fr_FR"][primary]
    }

    /// `@name`, from the outlet's link to X.
    private static func account(_ outlet: Outlet) -> String? {
        for link in outlet.social {
            guard case .web(let url) = link.target,
                ["x.com", "www.x.com", "twitter.com", "www.twitter.com"].contains(url.host)
            else { continue }
            let name = url.text.split(separator: "/").dropFirst(2).first?.prefix { $0 != "?" && $0 != "#" }
            if let name, !name.isEmpty { return name.hasPrefix("@") ? String(name) : "@\(name)" }
        }
        return nil
    }
}

extension Page {
    /// What a link to it shows: its own picture, else the outlet's; only of the types that every network draws.
    func picture(in site: Site) -> Article.Image? {
        var own = article?.image
        if case .list(let list) = content { own = list.author.map { site.authors[$0].image } ?? list.image }
        if let own, [.jpeg, .png].contains(own.shared.type) { return own }
        return site.shareImage.map {
            Article.Image(picture: $0, alt: site.outlet.name, caption: nil, credit: nil, focus: nil)
        }
    }
}
