import Base
import Content

/// The small files that robots, buyers of advertising, researchers and phones look for at fixed places.
struct PublicFiles {
    private let site: Site
    private let services: Services
    private let address: SiteAddress

    init(_ site: Site) {
        self.site = site
        services = site.outlet.services
        address = site.outlet.address
    }

    var files: [WrittenFile] {
        var files = [written("robots.txt", robots), written(".nojekyll", [])]
        if !services.ads.isEmpty {
            files.append(written("ads.txt", Array((services.ads.joined(separator: "\n") + "\n").utf8)))
        }
        if let security = services.security { files.append(written(".well-known/security.txt", text(of: security))) }
        if site.hasWebManifest { files.append(written(FixedPaths.webManifest.text, webManifest)) }
        return files
    }

    private func written(_ path: String, _ bytes: [UInt8]) -> WrittenFile {
        .init(url: URLPath(path), bytes: bytes, origin: Location(path: "Content/site.yaml"))
    }

    /// RFC 9309. A group for every robot by its name, and one for all others.
    private var robots: [UInt8] {
        var lines: [String] = []
        let everyone = services.crawlers.contains { $0.name == "*" } ? [] : [Services.Crawler.everyone]
        for crawler in everyone + services.crawlers {
            lines.append("User-agent: \(crawler.name)")
            lines += crawler.disallowed.map { "Disallow: \($0.href(base: address.base))" }
            if crawler.disallowed.isEmpty { lines.append("Disallow:") }
            lines.append("")
        }
        for map in [FixedPaths.sitemapIndex, FixedPaths.newsSitemap] {
            lines.append("Sitemap: \(address.absolute(map))")
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// RFC 9116, section 2.5.
    private func text(of security: Services.SecurityContact) -> [UInt8] {
        var bytes: [UInt8] = []
        for contact in security.contacts { bytes += "Contact: \(contact.text)\n".utf8 }
        bytes += "Expires: ".utf8
        bytes.append(zoned: security.expires)
        bytes += "\n".utf8
        if let url = security.encryption { bytes += "Encryption: \(url.text)\n".utf8 }
        if let url = security.acknowledgments { bytes += "Acknowledgments: \(url.text)\n".utf8 }
        if let url = security.policy { bytes += "Policy: \(url.text)\n".utf8 }
        if !security.languages.isEmpty {
            bytes += "Preferred-Languages: \(security.languages.joined(separator: ", "))\n".utf8
        }
        bytes += "Canonical: \(address.absolute(URLPath(".well-known/security.txt")))\n".utf8
        return bytes
    }

    /// W3C Web Application Manifest.
    private var webManifest: [UInt8] {
        let outlet = site.outlet
        let app = services.app
        var json = JSONWriter()
        json.object { json in
            json.text("name", outlet.name)
            json.text("short_name", app.shortName)
            json.text("description", outlet.description)
            json.text("lang", outlet.language)
            json.text("dir", outlet.isRightToLeft ? "rtl" : "ltr")
            json.text("id", address.base)
            json.text("start_url", address.base)
            json.text("scope", address.base)
            json.text("display", app.display)
            json.text("theme_color", app.themeColor)
            json.text("background_color", app.backgroundColor)
            json.array("icons") { json in
                for icon in site.icons {
                    json.object { json in
                        json.text("src", icon.url.href(base: address.base))
                        json.text("type", icon.type.mediaType)
                        json.text("sizes", icon.type == .svg ? "any" : "\(icon.width)x\(icon.height)")
                    }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension Services.Crawler {
    fileprivate static let everyone = Services.Crawler(name: "*", disallowed: [])
}

extension Site {
    var hasWebManifest: Bool { !icons.isEmpty || outlet.services.app != Services.WebApp() }
}
