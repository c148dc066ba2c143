package import Base

/// An address that may stand in a link: `http`, `https`, `mailto` or `tel`, and nothing else.
package struct WebURL: Sendable, Hashable {
    /// Percent-encoded where it was not ASCII.
    package let text: String

    /// Why a written address is refused.
    package enum Problem: Error {
        case noScheme, scheme(String), malformed
    }

    /// Address whose text was that of another, checked then.
    package init(checked text: String) { self.text = text }

    /// Address as an editor writes it, checked; throws where no link may lead to it.
    package init(_ written: String) throws(Problem) {
        guard let colon = written.firstIndex(of: ":") else { throw .noScheme }
        let scheme = written[..<colon].lowercased()
        guard !scheme.isEmpty, scheme.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x2B...0x39).contains($0) })
        else {
            throw .noScheme
        }
        let rest = written[written.index(after: colon)...]
        guard ["http", "https", "mailto", "tel"].contains(scheme) else { throw .scheme(scheme) }
        guard !rest.isEmpty, rest.unicodeScalars.allSatisfy({ Self.mayStand($0) }) else { throw .malformed }
        if scheme.hasPrefix("http") {
            guard rest.hasPrefix("//") else { throw .malformed }
            let authority = rest.dropFirst(2).prefix { !"/?#".contains($0) }
            // A name and password before the host only ever serve to disguise it.
            guard !authority.isEmpty, !authority.contains("@"), authority.first != ":" else { throw .malformed }
        }
        text = scheme + ":" + Self.encoded(String(rest))
    }

    /// The address with `https://` where that alone is missing; nil for what is no host with a path.
    package static func completed(_ written: String) -> String? {
        let text = written.hasPrefix("//") ? String(written.dropFirst(2)) : written
        let host = text.prefix { !"/?#:".contains($0) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last?.lowercased(), labels.allSatisfy({ !$0.isEmpty }),
            host.lowercased().hasPrefix("www.") || topLevels.contains(last), let url = try? WebURL("https://" + text)
        else { return nil }
        return url.text.utf8.count == text.utf8.count + 8 ? url.text : "https://" + text
    }

    /// What hosts end in most often, and files never.
    private static let topLevels: Set<String> = [
        "com", "org", "net", "edu", "gov", "info", "biz", "int", "news", "tv", "eg", "sa", "ae", "jo", "lb", "iq", "sy",
        "ps", "kw", "qa",
        "bh",
        "om", "ye", "ma", "dz", "tn", "ly", "sd", "uk", "fr", "de", "eu", "us", "io", "co", "me", "app", "مصر",
        "السعودية", "امارات",
        "الاردن",
    ]

    /// Message about an address without `https://`, with `whole` as what to write.
    package static func missingScheme(_ whole: String) -> Message {
        Message(en: "https:// is missing; write “\(whole)”", ar: "تنقص https:// في أول الرابط؛ اكتب «\(whole)»")
    }

    private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && scalar.value != 0x7F && scalar.properties.generalCategory != .format
            && !scalar.properties.isWhitespace && !"<>\"\\^`{|}".unicodeScalars.contains(scalar)
    }

    /// Keeps what is ASCII, so that an address that is already encoded stays as it is.
    private static func encoded(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.isASCII ? String($0) : percentEncoded(String($0)) }.joined())
    }

    /// The host of an `http` address, in lower case; empty for others.
    package var host: String {
        guard let start = text.range(of: "://")?.upperBound else { return "" }
        return text[start...].prefix { !"/?#:".contains($0) }.lowercased()
    }
}

extension StringProtocol {
    /// The first place of `other`, compared by bytes.
    fileprivate func range(of other: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
            start = index(after: start)
        }
        return nil
    }
}

/// The address that the whole site lives under, such as `https://example.org/news/`.
package struct SiteAddress: Sendable, Hashable {
    /// `https://example.org`
    package let origin: String
    /// `/` or `/news/`.
    package let base: String

    /// Site address at `url`; throws where it is not `http`, or has a query, a fragment or dots between its slashes.
    package init(_ url: WebURL) throws(WebURL.Problem) {
        guard url.text.hasPrefix("http") else { throw .scheme(String(url.text.prefix { $0 != ":" })) }
        let afterScheme = url.text.utf8.firstIndex(of: UInt8(ascii: ":")).map { url.text.utf8.index($0, offsetBy: 3) }
        guard let afterScheme, !url.text.contains("?"), !url.text.contains("#") else { throw .malformed }
        let slash = url.text[afterScheme...].firstIndex(of: "/") ?? url.text.endIndex
        origin = String(url.text[..<slash])
        let path = url.text[slash...].split(separator: "/")
        guard !path.contains(".."), !path.contains(".") else { throw .malformed }
        base = path.isEmpty ? "/" : "/" + path.joined(separator: "/") + "/"
    }

    private init(origin: String, base: String) { (self.origin, self.base) = (origin, base) }

    /// Stands in while a site without settings is checked.
    package static let unknown = SiteAddress(origin: "", base: "/")

    /// Host in lower case, without the port.
    package var host: String {
        (origin.split(separator: "/").last ?? "").prefix { $0 != ":" }.lowercased()
    }

    /// The path behind the site's base, with a slash before it, of an address that names this very host, with or without
    /// its scheme; nil of all else.
    package func ownPath(of address: String) -> String? {
        guard !origin.isEmpty, let slashes = ["https://", "http://", "//"].first(where: { Self.starts(address, $0) })
        else { return nil }
        let authority = origin.utf8.dropFirst(origin.hasPrefix("https") ? 8 : 7)
        let rest = address.utf8.dropFirst(slashes.utf8.count)
        guard Self.starts(String(Substring(rest)), String(Substring(authority))) else { return nil }
        let path = String(Substring(rest.dropFirst(authority.count)))
        if path.isEmpty || path + "/" == base { return "/" }
        guard path.utf8.starts(with: base.utf8) || base == "/" && "?#".contains(path.prefix(1)) else { return nil }
        return "/" + path.dropFirst(path.hasPrefix(base) ? base.count : 0)
    }

    /// Letters of ASCII in either case.
    private static func starts(_ text: String, _ start: String) -> Bool {
        text.utf8.count >= start.utf8.count
            && zip(text.utf8, start.utf8).allSatisfy { one, other in
                one == other || (one | 0x20) == (other | 0x20) && (0x61...0x7A).contains(one | 0x20)
            }
    }

    /// Whole address of a page or a file of the site.
    package func absolute(_ path: URLPath) -> String { origin + path.href(base: base) }
}
