import Base
import Content
import Search

/// The response headers of the site, the same whatever the server: one table that each server's file is written from,
/// and that the preview answers by.
package struct HeaderTable: Sendable {
    /// A field of an answer's head (RFC 9110, section 6.3).
    package struct Header: Sendable, Hashable {
        package let name: String
        package let value: String

        /// The value as it stands between quotes in a server's own file.
        var quotable: String { value.replacing("\"", with: "\\\"") }
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
        everywhere =
            Self.policies(site.outlet) + [
                Header(name: "X-Content-Type-Options", value: "nosniff"),
                Header(name: "Referrer-Policy", value: "strict-origin-when-cross-origin"),
            ]
        caching =
            (theme.assets.map(\.url)
            + [AdSheet(site.outlet.services.adPlaces)?.url, SectionColors(site).file?.url].compactMap { $0 }).map {
                (.file($0.href(base: base)), "public, max-age=31536000, immutable")
            }
            + Self.plainPictures(site).map { ($0, "no-cache") }
            // Another picture has another address.
            + [(.folder(base + "media/"), "public, max-age=31536000, immutable")]
            // The map, which is asked for before every use, tells each file's version.
            + (search?.eras ?? []).map {
                (.folder("\(FixedPaths.search.href(base: base))\($0.year)/"), "public, max-age=31536000, immutable")
            }
    }

    /// The policy, with who is told what it blocks, and what is only tried of another.
    private static func policies(_ outlet: Outlet) -> [Header] {
        let policy = SecurityPolicy(outlet).header
        guard let report = outlet.services.report else {
            return [Header(name: "Content-Security-Policy", value: policy)]
        }
        // Some browsers know the one, some the other (sections 6.5.1 and 6.5.2).
        let told = "; report-uri \(report.address.text); report-to csp"
        var headers = [
            Header(name: "Content-Security-Policy", value: policy + told),
            Header(name: "Reporting-Endpoints", value: "csp=\"\(report.address.text)\""),
        ]
        if let trial = report.trial {
            let policy = SecurityPolicy(outlet, trying: trial).header
            headers.append(Header(name: "Content-Security-Policy-Report-Only", value: policy + told))
        }
        return headers
    }

    /// The headers of an answer.
    ///
    /// - Parameters:
    ///   - path: as links have it: encoded, with the site's base.
    ///   - isFound: whether a file of the site is sent. What is not there yet may be there tomorrow.
    package func headers(of path: String, isFound: Bool) -> [Header] {
        let kept = caching.first { entry in
            switch entry.scope {
            case .file(let file): path == file
            case .folder(let folder): path.utf8.starts(with: folder.utf8)
            }
        }
        return everywhere + [Header(name: "Cache-Control", value: isFound ? kept?.value ?? otherwise : otherwise)]
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
}

extension WebURL {
    /// `https://host:port` of an `http` address, nil for others.
    var origin: String? {
        guard !host.isEmpty else { return nil }
        let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        return "\(parts[0])//\(parts[1].prefix { $0 != "?" && $0 != "#" && $0 != "/" })"
    }
}
