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
            + Self.plainPictures(site).map { ($0, "no-cache") }
            // Another picture has another address.
            + [(.folder(base + "media/"), "public, max-age=31536000, immutable")]
            // The map, which is asked for before every use, tells each file's version.
            + (search?.eras ?? []).map {
                (.folder("\(FixedPaths.search.href(base: base))\($0.year)/"), "public, max-age=31536000, immutable")
            }
    }

    /// Where pictures keep the paths of their files, at which another one may lie tomorrow.
    private static func plainPictures(_ site: Site) -> [Scope] {
        guard site.outlet.pictures.keepsPaths else { return [] }
        let (base, paths) = (site.outlet.address.base, site.pictures.values.map(\.url))
        // `media/articles/rain.jpg` lies in the first folder; what has none is named itself.
        let scopes = paths.map { path -> String in
            let parts = path.text.split(separator: "/")
            return parts.count > 2
                ? URLPath(parts.prefix(2).joined(separator: "/")).href(base: base) + "/" : path.href(base: base)
        }
        return Set(scopes).sorted(by: bytesPrecede).map { $0.hasSuffix("/") ? .folder($0) : .file($0) }
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
            guard !sources.isEmpty else { return }
            if let place = directives.firstIndex(where: { $0.name == name }) {
                directives[place].sources += sources
            } else {
                directives.append((name, sources))
            }
        }
        if let origin = outlet.comments?.action.origin, origin != outlet.address.origin {
            allow("form-action", [origin])
        }
        // What a reader's click may open, and no more.
        allow("frame-src", outlet.embeds.map(\.frameOrigin))
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
