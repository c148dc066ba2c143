import Base
import Content

/// The content security policy that every answer carries (CSP level 3): everything from the site alone, nothing inline;
/// what site.yaml adds stands behind `'self'`.
struct SecurityPolicy: Sendable {
    private var directives: [(name: String, sources: [String])] = [
        ("default-src", ["'none'"]), ("style-src", ["'self'"]), ("img-src", ["'self'"]), ("font-src", ["'self'"]),
        ("media-src", ["'self'"]), ("manifest-src", ["'self'"]), ("script-src", ["'self'"]),
        ("connect-src", ["'self'"]),
        ("form-action", ["'self'"]), ("base-uri", ["'none'"]), ("frame-ancestors", ["'none'"]),
    ]
    /// `https://example.org`; empty where the site does not know where it lives.
    private let own: String

    init(_ outlet: Outlet) {
        own = outlet.address.origin
        if let origin = outlet.comments?.action.origin, origin != own { allow("form-action", [origin]) }
        // What a reader's click may open, and no more.
        allow("frame-src", outlet.embeds.map(\.frameOrigin))
        for allowance in outlet.services.contentSecurity { allow(allowance.directive, allowance.sources) }
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

    /// Whether browsers take what a directive is about from an address of this origin.
    ///
    /// - Parameter origin: as `origin(of:)` gives it.
    func allows(_ directive: String, _ origin: String) -> Bool {
        let sources =
            directives.first { $0.name == directive }?.sources
            ?? directives.first { $0.name == "default-src" }?.sources ?? []
        return sources.contains { $0 == "'self'" ? origin == own : fits($0, origin) }
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

    /// As browsers compare a source of the policy with an address (section 6.7.2.8), but for paths.
    private func fits(_ allowed: String, _ source: String) -> Bool {
        let allowed = allowed.lowercased()
        if allowed.hasSuffix(":") { return source.hasPrefix(allowed) }
        let (pattern, origin) = (parts(allowed), parts(source))
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
