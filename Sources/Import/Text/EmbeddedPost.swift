import Base

/// Films and posts of other sites: the public address that becomes a card.
enum EmbeddedPost {
    /// Address that stands alone in a line; nil for what is none of these sites.
    static func card(bare address: String) -> String? {
        guard address.utf8.count < 500, !address.contains(where: \.isWhitespace), !address.contains("<"),
            site(of: address) != nil
        else { return nil }
        return address
    }

    /// What a frame shows.
    static func card(frame source: String) -> String? {
        let source = source.hasPrefix("//") ? "https:" + source : source
        let host = PictureAddress.host(source)
        let path = PictureAddress.path(source)
        let last = String(path.split(separator: "/").last ?? "")
        if host.hasSuffix("youtube.com") || host.hasSuffix("youtube-nocookie.com"),
            path.hasPrefix("/embed/") || path.hasPrefix("/v/")
        {
            if last == "videoseries", let list = PictureAddress.query("list", in: source) {
                return "https://www.youtube.com/playlist?list=\(list)"
            }
            return last.isEmpty ? nil : "https://www.youtube.com/watch?v=\(last)"
        }
        if host == "player.vimeo.com", !last.isEmpty { return "https://vimeo.com/\(last)" }
        if host.hasSuffix("facebook.com"), path.hasPrefix("/plugins/") {
            return PictureAddress.query("href", in: source).flatMap { card(bare: $0) }
        }
        if host == "w.soundcloud.com" {
            guard let url = PictureAddress.query("url", in: source), !url.contains("api.soundcloud.com") else {
                return nil
            }
            return card(bare: url)
        }
        if host == "t.me" || host == "telegram.me", path.count > 1 {
            return "https://t.me" + path
        }
        if host.hasSuffix("instagram.com"), path.hasPrefix("/p/") || path.hasPrefix("/reel/") {
            return "https://www.instagram.com" + path.replacing("/embed", with: "").replacing("captioned/", with: "")
        }
        if host == "platform.twitter.com", let id = PictureAddress.query("id", in: source) {
            return "https://twitter.com/i/status/\(id)"
        }
        return nil
    }

    /// The post that a script would show in a quotation's place.
    static func card(quote: HTMLElement) -> String? {
        if quote.hasClass("twitter-tweet") || quote.hasClass("twitter-video") {
            let links = quote.children.all { $0.tag == "a" }.compactMap { $0["href"] }
            return links.last { $0.contains("/status/") }.map(withoutQuery).flatMap { card(bare: $0) }
        }
        if quote.hasClass("instagram-media") {
            let link = quote["data-instgrm-permalink"] ?? quote.children.first("a")?["href"]
            return link.map(withoutQuery).flatMap { card(bare: $0) }
        }
        return nil
    }

    private static func withoutQuery(_ address: String) -> String {
        String(address.prefix { $0 != "?" && $0 != "#" })
    }

    private static func site(of address: String) -> String? {
        guard address.hasPrefix("https://") || address.hasPrefix("http://"), PictureAddress.path(address).count > 1
        else {
            return nil
        }
        let host = PictureAddress.host(address)
        let plain = ["www.", "m.", "mobile.", "web."].first { host.hasPrefix($0) }.map {
            String(host.dropFirst($0.count))
        }
        return sites.contains(plain ?? host) ? plain ?? host : nil
    }

    /// Those whose links the site shows as cards.
    private static let sites: Set<String> = [
        "youtube.com", "youtu.be", "youtube-nocookie.com", "music.youtube.com", "x.com", "twitter.com", "facebook.com",
        "fb.watch", "fb.com", "instagram.com", "instagr.am", "t.me", "telegram.me", "vimeo.com", "player.vimeo.com",
        "soundcloud.com", "on.soundcloud.com",
    ]
}
