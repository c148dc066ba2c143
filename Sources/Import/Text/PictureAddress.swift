import Base

/// Parts of addresses as old texts write them.
enum PictureAddress {
    /// Host in lower case, without `www.` and the port; empty for none.
    static func host(_ address: String) -> String {
        guard let start = address.byteRange(of: "//")?.upperBound else { return "" }
        return Substring(address.utf8[start...].prefix { !"/?#:".utf8.contains($0) }).lowercased()
    }

    /// Path with its first slash, as written; `/` where there is none.
    static func path(_ address: String) -> String {
        var rest = address.utf8[...]
        if let start = address.byteRange(of: "//")?.upperBound, address.hasPrefix("//") || address.holds("://") {
            rest = rest[start...].drop { !"/?#".utf8.contains($0) }
        }
        let path = rest.prefix { !"?#".utf8.contains($0) }
        return path.isEmpty ? "/" : String(Substring(path))
    }

    /// Value of a name in the query, decoded.
    static func query(_ name: String, in address: String) -> String? {
        guard let mark = address.firstIndex(of: "?") else { return nil }
        for part in address[address.index(after: mark)...].prefix(while: { $0 != "#" }).split(separator: "&") {
            let plain = part.hasPrefix("amp;") ? part.dropFirst(4) : part
            if plain.hasPrefix(name + "=") { return percentDecoded(String(plain.dropFirst(name.count + 1))) }
        }
        return nil
    }

    /// Whether it is an address of the site: its host, with or without `www.`, or none.
    static func isOwn(_ address: String, host own: String) -> Bool {
        guard address.hasPrefix("http://") || address.hasPrefix("https://") || address.hasPrefix("//") else {
            return address.hasPrefix("/") || address.hasPrefix("?")
        }
        return withoutWWW(host(address)) == withoutWWW(own)
    }

    static func withoutWWW(_ host: String) -> String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

    /// The last part of the path, decoded.
    static func name(_ address: String) -> String {
        let last = String(path(address).split(separator: "/").last ?? "")
        return percentDecoded(last) ?? last
    }

    /// Whether it ends as pictures do.
    static func isPicture(_ address: String) -> Bool {
        let ending = path(address).lowercased().split(separator: ".").last ?? ""
        return ["jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "tif", "tiff"].contains(ending)
    }

    /// Whether two addresses mean one picture, in whatever size.
    static func same(_ one: String, _ other: String) -> Bool {
        !one.isEmpty && withoutSize(path(FeedPicture.fullSize(one))) == withoutSize(path(FeedPicture.fullSize(other)))
    }

    /// Path without the size that WordPress adds to the names of smaller copies: `-300x200`.
    static func withoutSize(_ path: String) -> String {
        guard let dot = path.lastIndex(of: "."), let dash = path[..<dot].lastIndex(of: "-") else { return path }
        let size = path[path.index(after: dash)..<dot].split(separator: "x", omittingEmptySubsequences: false)
        guard size.count == 2,
            size.allSatisfy({ (1...5).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return path }
        return String(path[..<dash] + path[dot...])
    }

    /// The address of the original behind copies on `i0.wp.com` and the like, which have the host in their path.
    static func original(_ address: String) -> String {
        let host = host(address)
        guard host.hasSuffix(".wp.com"), host.hasPrefix("i"), host.count == 9 else { return address }
        let path = String(path(address).dropFirst())
        return "https://" + path
    }
}
