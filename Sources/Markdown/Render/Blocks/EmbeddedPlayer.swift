import Base

/// The address of a site's own player for one of its pages, which is asked for only when a reader has clicked.
extension CardSite {
    /// Nil for a page without a player: a channel, a profile.
    func player(of address: String) -> String? {
        let url = EmbedAddress(address)
        switch self {
        case .youtube: return url.youtubeID.map { "https://www.youtube-nocookie.com/embed/\($0)?autoplay=1" }
        case .x:
            return url.part(behind: "status").map { "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=\($0)" }
        case .facebook:
            let isFilm = url.parts.contains("videos") || url.parts.first == "watch" || url.parts.first == "reel"
            return "https://www.facebook.com/plugins/\(isFilm ? "video" : "post").php?href=\(url.escaped)"
        case .instagram:
            let kind = ["p", "reel", "tv"].first { url.part(behind: $0) != nil }
            return kind.flatMap { url.part(behind: $0) }.map { "https://www.instagram.com/p/\($0)/embed/" }
        case .telegram:
            guard url.parts.count >= 2, url.parts[1].allSatisfy(\.isNumber) else { return nil }
            return "https://t.me/\(url.parts[0])/\(url.parts[1])?embed=1"
        case .tiktok: return url.part(behind: "video").map { "https://www.tiktok.com/player/v1/\($0)" }
        case .soundcloud: return "https://w.soundcloud.com/player/?url=\(url.escaped)"
        case .vimeo: return nil
        }
    }
}

/// An address of another site in its parts.
struct EmbedAddress {
    let host: String
    /// Between the slashes of the path.
    let parts: [String]
    private let query: [(name: Substring, value: Substring)]
    private let whole: String

    init(_ address: String) {
        whole = address.hasPrefix("//") ? "https:" + address : address
        let rest = whole.drop { $0 != "/" }.drop { $0 == "/" }
        host = rest.prefix { !"/?#".contains($0) }.lowercased()
        let path = rest.dropFirst(host.count).prefix { $0 != "?" && $0 != "#" }
        parts = path.split(separator: "/").map(String.init)
        let question = rest.firstIndex(of: "?").map { rest[rest.index(after: $0)...].prefix { $0 != "#" } } ?? ""
        query = question.split(separator: "&").compactMap { pair in
            let halves = pair.split(separator: "=", maxSplits: 1)
            return halves.count == 2 ? (halves[0], halves[1]) : nil
        }
    }

    /// For the value of a query.
    var escaped: String {
        whole.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~".utf8.contains(byte)
            let hex = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.count == 1 ? "0" : "") + hex
        }.joined()
    }

    func value(_ name: String) -> String? {
        query.first { $0.name == name }.flatMap { percentDecoded(String($0.value)) }
    }

    /// What follows a part of the path, where it is a code of letters and digits.
    func part(behind name: String) -> String? {
        guard let place = parts.firstIndex(of: name), place + 1 < parts.count else { return nil }
        return Self.code(parts[place + 1])
    }

    var youtubeID: String? {
        if host == "youtu.be" { return parts.first.flatMap(Self.code) }
        if parts.first == "watch" { return value("v").flatMap(Self.code) }
        return ["embed", "shorts", "live", "v"].lazy.compactMap { part(behind: $0) }.first
    }

    private static func code(_ text: String) -> String? {
        let isCode =
            !text.isEmpty
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: "_")
            }
        return isCode ? text : nil
    }
}
