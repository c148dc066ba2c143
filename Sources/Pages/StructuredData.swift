import Content

/// The JSON-LD of a page: one `@graph` in the words of schema.org. The nodes that all pages share are written once.
struct StructuredData: Sendable {
    private let site: Site
    private let articles: ArticleData
    private let shared: SharedData
    private let home: String
    private let words: Catalogue

    init(_ edition: Edition) {
        site = edition.site
        words = edition.catalogue
        home = edition.catalogue.text("home")
        shared = SharedData(edition.site)
        articles = ArticleData(edition, shared: shared)
    }

    func append(_ page: Page, to head: inout [UInt8]) {
        var json = JSONWriter()
        json.reserve(4000)
        json.object { json in
            json.text("@context", "https://schema.org")
            json.array("@graph") { json in
                write(page, &json)
                json.ready(nil, shared.organization)
                json.ready(nil, shared.website)
                if page.kind != .home { writeBreadcrumbs(page, &json) }
            }
        }
        head.append("\n<script type=\"application/ld+json\">")
        head += json.bytes
        head.append("</script>")
    }

    private func write(_ page: Page, _ json: inout JSONWriter) {
        switch page.content {
        case .article(let subject): articles.write(subject, description: page.description, &json)
        case .list(let list) where list.author != nil: writeProfile(page, author: list.author ?? 0, &json)
        default: writePage(page, &json)
        }
    }

    private func writePage(_ page: Page, _ json: inout JSONWriter) {
        let type = page.kind.isList || [.tags, .authors, .months, .corrections].contains(page.kind) ? "CollectionPage" : "WebPage"
        json.object { json in
            writeCommon(page, type, &json)
            json.text("name", page.title)
            json.text("description", page.description)
            if page.kind == .home { json.ready("about", shared.organizationReference) }
        }
    }

    private func writeProfile(_ page: Page, author index: Int, _ json: inout JSONWriter) {
        let author = site.authors[index]
        let address = site.outlet.address
        json.object { json in
            writeCommon(page, "ProfilePage", &json)
            json.text("name", page.title)
            json.object("mainEntity") { json in
                json.text("@type", author.isOrganization ? "Organization" : "Person")
                json.text("name", author.name)
                json.address("url", author.url, at: address)
                if !author.isOrganization { json.text("jobTitle", author.role) }
                json.text("description", page.description)
                if let image = author.image { json.address("image", image.picture.url, at: address) }
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

    private func writeCommon(_ page: Page, _ type: String, _ json: inout JSONWriter) {
        json.text("@type", type)
        json.address("@id", page.url, at: site.outlet.address, fragment: "#page")
        json.address("url", page.url, at: site.outlet.address)
        json.text("inLanguage", site.outlet.language)
        json.ready("isPartOf", shared.websiteReference)
    }

    private func writeBreadcrumbs(_ page: Page, _ json: inout JSONWriter) {
        let address = site.outlet.address
        let own = Outlet.Link(title: page.title, target: .page(page.url))
        let way = [Outlet.Link(title: home, target: .page(URLPath("")))] + page.parents + [own]
        json.object { json in
            json.text("@type", "BreadcrumbList")
            json.address("@id", page.url, at: address, fragment: "#breadcrumbs")
            json.array("itemListElement") { json in
                for (place, step) in way.enumerated() {
                    json.object { json in
                        json.text("@type", "ListItem")
                        json.number("position", place + 1)
                        json.text("name", step.title)
                        if case .page(let path) = step.target { json.address("item", path, at: address) }
                    }
                }
            }
        }
    }
}
