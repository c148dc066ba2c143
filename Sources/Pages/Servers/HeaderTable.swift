import Base
import Content
import Search

/// The response headers of the site, the same whatever the server: one table that each server's file is written from.
struct HeaderTable: Sendable {
    struct Header: Sendable, Hashable {
        let name: String
        let value: String
    }

    enum Scope: Sendable, Hashable {
        /// One file, as the site writes it, behind the base.
        case file(String)
        /// All files below a path that ends with `/`.
        case folder(String)
    }

    /// On every answer.
    let everywhere: [Header]
    /// How long a copy may be used unasked; the first that fits counts.
    let caching: [(scope: Scope, value: String)]
    /// For all that `caching` does not name: ask before using a copy, or a correction would be read days late. Hosts
    /// such as Netlify do so by themselves.
    let otherwise = "no-cache"

    init(_ site: Site, _ theme: Theme, _ search: SearchPlan? = nil) {
        let base = site.outlet.address.base
        everywhere = [
            Header(name: "Content-Security-Policy", value: Self.policy(site.outlet)),
            Header(name: "X-Content-Type-Options", value: "nosniff"),
            Header(name: "Referrer-Policy", value: "strict-origin-when-cross-origin"),
        ]
        caching =
            theme.assets.map { (.file($0.url.href(base: base)), "public, max-age=31536000, immutable") }
            + [(.folder(base + "media/"), "public, max-age=86400")]
            // The map, which is asked for before every use, tells each file's version.
            + (search?.eras ?? []).map {
                (.folder("\(FixedPaths.search.href(base: base))\($0.year)/"), "public, max-age=31536000, immutable")
            }
    }

    /// Everything from the site alone, nothing inline; what site.yaml adds stands behind `'self'`.
    private static func policy(_ outlet: Outlet) -> String {
        var directives: [(name: String, sources: [String])] = [
            ("default-src", ["'none'"]), ("style-src", ["'self'"]), ("img-src", ["'self'"]), ("font-src", ["'self'"]),
            ("media-src", ["'self'"]), ("manifest-src", ["'self'"]), ("script-src", ["'self'"]),
            ("connect-src", ["'self'"]),
            ("form-action", ["'self'"]), ("base-uri", ["'none'"]), ("frame-ancestors", ["'none'"]),
        ]
        func allow(_ name: String, _ sources: [String]) {
            if let place = directives.firstIndex(where: { $0.name == name }) {
                directives[place].sources += sources
            } else {
                directives.append((name, sources))
            }
        }
        if let origin = outlet.comments?.action.origin, origin != outlet.address.origin {
            allow("form-action", [origin])
        }
        for allowance in outlet.services.contentSecurity { allow(allowance.directive, allowance.sources) }
        return directives.map { "\($0.name) \($0.sources.uniqued().joined(separator: " "))" }.joined(separator: "; ")
    }
}

extension WebURL {
    /// `https://host:port` of an `http` address, nil for others.
    var origin: String? {
        guard !host.isEmpty else { return nil }
        let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        return "\(parts[0])//\(parts[1].prefix { $0 != "?" && $0 != "#" && $0 != "/" })"
    }
}
