import Base
import Content

/// The nodes of structured data that stand on every page: the newsroom and its site.
struct SharedData: Sendable {
    let organization: [UInt8]
    let website: [UInt8]
    /// `{"@id": …}`
    let organizationReference: [UInt8]
    let websiteReference: [UInt8]

    init(_ site: Site) {
        organizationReference = Self.reference(site, "#organization")
        websiteReference = Self.reference(site, "#website")
        organization = Self.organization(site)
        website = Self.website(site, publisher: organizationReference)
    }

    private static func reference(_ site: Site, _ fragment: StaticString) -> [UInt8] {
        var json = JSONWriter()
        json.object { $0.address("@id", URLPath(""), at: site.outlet.address, fragment: fragment) }
        return json.bytes
    }

    private static func organization(_ site: Site) -> [UInt8] {
        let outlet = site.outlet
        var json = JSONWriter()
        json.object { json in
            json.text("@type", "NewsMediaOrganization")
            json.address("@id", URLPath(""), at: outlet.address, fragment: "#organization")
            json.text("name", outlet.name)
            json.text("alternateName", outlet.services.alternateName)
            json.address("url", URLPath(""), at: outlet.address)
            json.text("description", outlet.description)
            if let logo = site.feedImage ?? site.logo { writeImage("logo", .file(logo), outlet.address, &json) }
            let accounts = outlet.social.compactMap { link in
                if case .web(let url) = link.target, !url.host.isEmpty { url.text } else { nil }
            }
            if !accounts.isEmpty {
                json.array("sameAs") { json in
                    for account in accounts { json.text(account) }
                }
            }
            for policy in outlet.services.policies {
                switch policy.target {
                case .page(let path): json.text(under: policy.property, outlet.address.absolute(path))
                case .web(let url): json.text(under: policy.property, url.text)
                }
            }
        }
        return json.bytes
    }

    private static func website(_ site: Site, publisher: [UInt8]) -> [UInt8] {
        let outlet = site.outlet
        var json = JSONWriter()
        json.object { json in
            json.text("@type", "WebSite")
            json.address("@id", URLPath(""), at: outlet.address, fragment: "#website")
            json.text("name", outlet.name)
            json.text("alternateName", outlet.services.alternateName)
            json.address("url", URLPath(""), at: outlet.address)
            json.text("inLanguage", outlet.language)
            json.ready("publisher", publisher)
        }
        return json.bytes
    }
}

/// An `ImageObject` under `key`, or as an item of a list, with who made it where that is known.
func writeImage(
    _ key: StaticString?, _ picture: PublishedPicture, _ address: SiteAddress, of image: Article.Image? = nil,
    _ json: inout JSONWriter
) {
    json.object(key) { json in
        json.text("@type", "ImageObject")
        json.address("url", picture.url, at: address)
        if picture.width > 0 {
            json.number("width", picture.width)
            json.number("height", picture.height)
        }
        json.text("caption", image?.caption)
        if let credit = image?.credit {
            json.text("creditText", credit)
            json.text("copyrightNotice", credit)
            json.object("creator") { json in
                json.text("@type", "Person")
                json.text("name", credit)
            }
        }
    }
}
