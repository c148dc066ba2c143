import Base
import Content

/// The content security policy that every answer carries (CSP level 3): everything from the site alone, nothing inline;
/// what site.yaml adds, and what its scripts and places for
/// advertisements come from, stands behind `'self'`.
struct SecurityPolicy: Sendable {
    private var directives: [(name: String, sources: [String])] = [
        ("default-src", ["'none'"]), ("style-src", ["'self'"]), ("img-src", ["'self'"]), ("font-src", ["'self'"]),
        ("media-src", ["'self'"]), ("manifest-src", ["'self'"]), ("script-src", ["'self'"]),
        ("connect-src", ["'self'"]),
        ("form-action", ["'self'"]), ("base-uri", ["'none'"]), ("frame-ancestors", ["'none'"]),
    ]
    /// `https://example.org`; empty where the site does not know where it lives.
    private let own: String

    /// - Parameter trial: what is allowed in place of what site.yaml's `csp` adds.
    init(_ outlet: Outlet, trying trial: [Services.Allowance]? = nil) {
        own = outlet.address.origin
        if let origin = outlet.comments?.action.origin, origin != own { allow("form-action", [origin]) }
        // What a reader's click may open, and no more.
        allow("frame-src", outlet.embeds.map(\.frameOrigin))
        for script in outlet.services.scripts {
            if case .web(let url) = script.source { allow("script-src", [Self.source(url)]) }
            for allowance in script.needs { allow(allowance.directive, allowance.sources) }
        }
        for place in outlet.services.adPlaces {
            if case .frame(let url) = place.element, let origin = url.origin { allow("frame-src", [origin]) }
        }
        for allowance in trial ?? outlet.services.contentSecurity { allow(allowance.directive, allowance.sources) }
    }

    /// The very file, as a source names it: no query, and no sign that parts sources or that a server reads otherwise.
    private static func source(_ url: WebURL) -> String {
        String(
            url.text.prefix { $0 != "?" && $0 != "#" }.unicodeScalars.map {
                ",;'$".unicodeScalars.contains($0) ? "%" + String($0.value, radix: 16, uppercase: true) : String($0)
            }.joined())
    }

    private mutating func allow(_ name: String, _ sources: [String]) {
        guard !sources.isEmpty else { return }
        if let place = directives.firstIndex(where: { $0.name == name }) {
            directives[place].sources += sources
        } else {
            directives.append((name, sources))
        }
    }

    /// The header's value.
    var header: String {
        directives.map { "\($0.name) \($0.sources.uniqued().joined(separator: " "))" }.joined(separator: "; ")
    }

    /// Whether browsers take what a directive is about from this address, or from some of its origin where it is no more
    /// than that.
    func allows(_ directive: String, _ address: String) -> Bool {
        guard let origin = origin(of: address) else { return false }
        let rest = address.dropFirst(origin.utf8.count).prefix { $0 != "?" && $0 != "#" }
        let path = address.lowercased().hasPrefix(origin) && !rest.isEmpty ? rest : nil
        return sources(of: directive).contains { $0 == "'self'" ? origin == own : fits($0, origin, path) }
    }

    /// Whether browsers run or apply what stands in a page itself, by its digest.
    func allows(_ directive: String, inline content: String) -> Bool {
        sources(of: directive).contains { source in
            FileHash(String(source.dropFirst().dropLast()))?.fits(Array(content.utf8)) ?? false
        }
    }

    /// Whether pages may call anybody but the site itself.
    var allowsOthers: Bool {
        directives.contains {
            $0.sources.contains { $0 != "'self'" && $0 != "'none'" && !$0.hasPrefix("'sha") && $0 != own }
        }
    }

    /// Whether it is the site's own origin.
    func isOwn(_ origin: String) -> Bool { origin == own }

    private func sources(of directive: String) -> [String] {
        directives.first { $0.name == directive }?.sources ?? directives.first { $0.name == "default-src" }?.sources
            ?? []
    }

    /// `https://host:port` of an address, or `data:` of what carries its bytes with it; the site's own for a path within
    /// it; nil for what is no address.
    func origin(of address: String) -> String? {
        let lowered = address.prefix(5).lowercased()
        if lowered == "data:" || lowered == "blob:" { return lowered }
        if address.hasPrefix("//") {
            let scheme = own.hasPrefix("http:") ? "http:" : "https:"
            return (try? WebURL(scheme + address))?.origin?.lowercased()
        }
        let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
        guard address.dropFirst(scheme.count).hasPrefix(":") else { return own }
        // What sockets speak over counts as the scheme that it begins with.
        let web = ["wss": "https", "ws": "http"][scheme.lowercased()].map { $0 + address.dropFirst(scheme.count) }
        return (try? WebURL(web ?? address))?.origin?.lowercased()
    }

    /// As browsers compare a source of the policy with an address (section 6.7.2.8).
    ///
    /// - Parameter path: of the address; nil where it is not known.
    private func fits(_ allowed: String, _ source: String, _ path: Substring?) -> Bool {
        let scheme = allowed.lowercased()
        if scheme.hasSuffix(":") { return source.hasPrefix(scheme) }
        let own = allowed.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst(2).first
        if let own, let path, own.isEmpty == false {
            guard own.hasSuffix("/") ? path.dropFirst().hasPrefix(own) : path.dropFirst() == own else { return false }
        }
        let (pattern, origin) = (parts(scheme), parts(source))
        guard pattern.scheme == origin.scheme || pattern.scheme == "http:" && origin.scheme == "https:",
            pattern.port == origin.port
        else { return false }
        return pattern.host.hasPrefix("*.")
            ? origin.host.hasSuffix(pattern.host.dropFirst()) : pattern.host == origin.host
    }

    private func parts(_ origin: String) -> (scheme: Substring, host: Substring, port: Substring) {
        let parts = origin.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        guard parts.count > 1 else { return (parts.first ?? "", "", "") }
        let colon = parts[1].lastIndex(of: ":") ?? parts[1].endIndex
        return (parts[0], parts[1][..<colon], parts[1][colon...])
    }
}
