import ArabicText
import Base

/// The keys `servers` and `elsewhere`.
extension Fields {
    mutating func readServers(into services: inout Services) {
        var servers: [Services.Server] = []
        for word in words("servers") {
            let names = Services.Server.allCases.map(\.rawValue)
            if let server = Services.Server(rawValue: bare(word.text).lowercased()) {
                servers.append(server)
            } else {
                let hint = suggestion(for: word.text, among: names)
                report(
                    KeyRule.unknownValue, at: word.location,
                    Message(
                        en: "rules are written for \(names.joined(separator: ", ")), not “\(word.text)”"
                            + (hint.map { "; did you mean “\($0)”?" } ?? ""),
                        ar: "تُكتب القواعد لـ \(names.joined(separator: "، "))، لا «\(word.text)»"
                            + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "")))
            }
        }
        if !servers.isEmpty { services.servers = servers }
    }

    /// - Parameter base: path that the whole site lives under.
    mutating func readElsewhere(base: String) -> [URLPath] {
        items("elsewhere").compactMap { item in
            let wanted = Message(en: "paths such as /shop/", ar: "مسارات مثل ‎/shop/")
            guard var text = word(item, "elsewhere", wanted) else { return nil }
            if text.hasSuffix("/*") { text.removeLast() }
            if !text.hasSuffix("/") { text += "/" }
            guard let path = path(text, at: item.location) else { return nil }
            guard !path.text.isEmpty, !base.hasPrefix(path.href(base: "/")) else {
                report(
                    SettingsRule.elsewhereAll, at: item.location,
                    Message(
                        en: "a part of the host is elsewhere, such as /shop/; “\(text)” is the site as a whole",
                        ar: "ما يجيب عنه الخادم جزء من المضيف مثل ‎/shop/؛ و«\(text)» هو الموقع كله"))
                return nil
            }
            return path
        }
    }
}

extension Outlet {
    /// Whether the server answers this path by itself.
    ///
    /// - Parameter path: of the host, from its first slash on, perhaps with a query, encoded or not.
    package func isElsewhere(host path: some StringProtocol) -> Bool {
        guard !services.elsewhere.isEmpty, path.utf8.first == UInt8(ascii: "/"), !path.hasPrefix("//") else {
            return false
        }
        let bare = String(path.prefix { $0 != "?" && $0 != "#" })
        guard let decoded = percentDecoded(bare) else { return false }
        let parts = decoded.split(separator: "/")
        guard !parts.contains("..") else { return false }
        let plain = CanonicalForm.nfc(parts.joined(separator: "/") + "/")
        return services.elsewhere.contains { plain.hasPrefix($0.text) }
    }

    /// The same for a path of the site.
    package func isElsewhere(_ path: URLPath) -> Bool {
        !services.elsewhere.isEmpty && isElsewhere(host: path.href(base: address.base))
    }
}
