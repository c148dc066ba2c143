import Base
import Content
import Markdown
import Typesetting

/// Finds pictures of other sites that the outlet's own content security policy (`HeaderTable`) keeps browsers from
/// showing.
struct PicturePolicy: Sendable {
    private let typesetter: Typesetter
    /// `https://example.org`; empty where the site does not know where it lives.
    private let own: String
    private let allowed: [String]

    init(_ edition: Edition) {
        let outlet = edition.site.outlet
        typesetter = edition.typesetter
        own = outlet.address.origin
        allowed = outlet.services.contentSecurity.filter { $0.directive == "img-src" }.flatMap(\.sources)
    }

    /// One for each site that pictures of the text come from.
    func problems(in text: LinkCheck.Text) -> [Diagnostic] {
        var seen: Set<String> = []
        return text.text.pictures.compactMap { use in
            guard let source = origin(of: use.destination), source != own,
                !allowed.contains(where: { fits($0, source) }),
                seen.insert(source).inserted
            else { return nil }
            return .blockedPicture(
                from: source, at: typesetter.place(use.offset, in: text.path, bodyStart: text.bodyStart))
        }
    }

    /// `https://host:port`, or `data:` for what carries its picture with it; nil for what lies in the site.
    private func origin(of destination: String) -> String? {
        if destination.hasPrefix("data:") { return "data:" }
        guard destination.hasPrefix("//") else { return (try? WebURL(destination))?.origin?.lowercased() }
        let scheme = own.hasPrefix("http:") ? "http:" : "https:"
        return (try? WebURL(scheme + destination))?.origin?.lowercased()
    }

    /// As browsers compare a source of the policy with an address (CSP level 3, section 6.7.2.8), but for paths.
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

extension Diagnostic {
    fileprivate static func blockedPicture(from source: String, at location: Location) -> Diagnostic {
        Diagnostic(
            .warning, id: CheckRule.pictureBlocked,
            Message(
                en:
                    "browsers show only pictures of the site itself, as its security policy says, and none from "
                    + "“\(source)”; "
                    + "put the file beside this one, or write “csp: {img-src: \(source)}” in site.yaml",
                ar: "لا تعرض المتصفحات إلا صور الموقع نفسه بحكم سياسة أمنه، ولا صورة من «\(source)»؛ "
                    + "ضع الملف بجانب هذا الملف، أو اكتب «csp: {img-src: \(source)}» في site.yaml"),
            at: location)
    }
}
