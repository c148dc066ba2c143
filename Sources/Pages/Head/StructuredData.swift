import Base
import Content
import Typesetting

/// The JSON-LD of a page: one `@graph` in the words of schema.org. The nodes that all pages share are written once.
struct StructuredData: Sendable {
    private let site: Site
    private let articles: ArticleData
    private let shared: SharedData
    /// The first step of every way.
    private let home: [UInt8]
    private let words: Catalogue

    init(_ edition: Edition) {
        site = edition.site
        words = edition.catalogue
        var json = JSONWriter()
        Self.write(step: 1, edition.catalogue.text("home"), &json) {
            $0.address("item", URLPath(""), at: edition.site.outlet.address)
        }
        home = json.bytes
        shared = SharedData(edition.site)
        articles = ArticleData(edition, shared: shared)
    }

    /// - Parameter address: the page's own, whole and encoded.
    func append(_ page: Page, address: [UInt8], to head: inout [UInt8]) {
        var json = JSONWriter()
        json.reserve(4000)
        json.object { json in
            json.text("@context", "https://schema.org")
            json.array("@graph") { json in
                write(page, address, &json)
                json.ready(nil, shared.organization)
                json.ready(nil, shared.website)
                if page.kind != .home { writeBreadcrumbs(page, address, &json) }
            }
        }
        head.append("\n<script type=\"application/ld+json\">")
        head += json.bytes
        head.append("</script>")
    }

    private func write(_ page: Page, _ address: [UInt8], _ json: inout JSONWriter) {
        switch page.content {
        case .article(let subject):
            articles.write(subject, description: page.description, address, &json)
            articles.writeClaim(subject.article, address, &json)
        case .list(let list) where list.author != nil: writeProfile(page, address, author: list.author ?? 0, &json)
        default: writePage(page, address, &json)
        }
    }

    private func writePage(_ page: Page, _ own: [UInt8], _ json: inout JSONWriter) {
        let type =
            page.kind.isList || [.tags, .authors, .months, .corrections].contains(page.kind)
            ? "CollectionPage" : "WebPage"
        json.object { json in
            writeCommon(page, own, type, &json)
            json.text("name", page.title)
            json.text("description", page.description)
            if page.kind == .home { json.ready("about", shared.organizationReference) }
        }
    }

    private func writeProfile(_ page: Page, _ own: [UInt8], author index: Int, _ json: inout JSONWriter) {
        let author = site.authors[index]
        let address = site.outlet.address
        json.object { json in
            writeCommon(page, own, "ProfilePage", &json)
            json.text("name", page.title)
            json.object("mainEntity") { json in
                json.text("@type", author.isOrganization ? "Organization" : "Person")
                json.text("name", author.name)
                json.address("url", author.url, at: address)
                if !author.isOrganization { json.text("jobTitle", author.role) }
                json.text("description", page.description)
                if let image = author.image { json.address("image", image.main(site.outlet.pictures).url, at: address) }
                let links = author.links.compactMap { link in
                    if case .web(let url) = link.target, !url.host.isEmpty { url.text } else { nil }
                }
                if !links.isEmpty {
                    json.array("sameAs") { json in
                        for link in links { json.text(link) }
                    }
                }
                if !author.isOrganization { json.ready("worksFor", shared.organizationReference) }
            }
        }
    }

    private func writeCommon(_ page: Page, _ own: [UInt8], _ type: String, _ json: inout JSONWriter) {
        json.text("@type", type)
        json.address("@id", own, fragment: "#page")
        json.address("url", own)
        json.text("inLanguage", page.language(in: site) ?? site.outlet.language)
        json.ready("isPartOf", shared.websiteReference)
    }

    private func writeBreadcrumbs(_ page: Page, _ own: [UInt8], _ json: inout JSONWriter) {
        json.object { json in
            json.text("@type", "BreadcrumbList")
            json.address("@id", own, fragment: "#breadcrumbs")
            json.array("itemListElement") { json in
                json.ready(nil, home)
                for (place, parent) in page.parents.enumerated() {
                    Self.write(step: place + 2, parent.title, &json) { json in
                        if case .page(let path) = parent.target { json.address("item", path, at: site.outlet.address) }
                    }
                }
                Self.write(step: page.parents.count + 2, page.title, &json) { $0.address("item", own) }
            }
        }
    }

    private static func write(
        step: Int, _ title: String, _ json: inout JSONWriter, _ address: (inout JSONWriter) -> Void
    ) {
        json.object { json in
            json.text("@type", "ListItem")
            json.number("position", step)
            json.text("name", title)
            address(&json)
        }
    }
}
