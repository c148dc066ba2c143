/// The sites whose links become cards when they stand alone on a line.
enum CardSite: String {
    case youtube, x, facebook, instagram, telegram, tiktok, vimeo, soundcloud

    /// As the site writes its name.
    var name: StaticString {
        switch self {
        case .youtube: "YouTube"
        case .x: "X"
        case .facebook: "Facebook"
        case .instagram: "Instagram"
        case .telegram: "Telegram"
        case .tiktok: "TikTok"
        case .vimeo: "Vimeo"
        case .soundcloud: "SoundCloud"
        }
    }

    /// The site of an `http` or `https` URL that leads to more than its front page.
    static func of(_ url: Bytes) -> CardSite? {
        var i = 0
        for prefix in ["https://", "http://"] where begins(url, with: prefix) { i = prefix.utf8.count }
        guard i > 0 else { return nil }
        var host = ""
        while i < url.count, url[i] != UInt8(ascii: "/"), url[i] != UInt8(ascii: "?") {
            guard url[i] < 0x80, host.utf8.count < 32 else { return nil }
            host.unicodeScalars.append(Unicode.Scalar(lower(url[i])))
            i += 1
        }
        guard i + 1 < url.count else { return nil }
        for prefix in ["www.", "m.", "mobile.", "web."] where host.hasPrefix(prefix) {
            return hosts[String(host.dropFirst(prefix.count))]
        }
        return hosts[host]
    }

    private static func begins(_ url: Bytes, with prefix: String) -> Bool {
        url.count > prefix.utf8.count && zip(url, prefix.utf8).allSatisfy { lower($0) == $1 }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static let hosts: [String: CardSite] = [
        "youtube.com": .youtube, "youtu.be": .youtube, "youtube-nocookie.com": .youtube, "music.youtube.com": .youtube,
        "x.com": .x, "twitter.com": .x,
        "facebook.com": .facebook, "fb.watch": .facebook, "fb.com": .facebook,
        "instagram.com": .instagram, "instagr.am": .instagram,
        "t.me": .telegram, "telegram.me": .telegram,
        "tiktok.com": .tiktok, "vm.tiktok.com": .tiktok, "vt.tiktok.com": .tiktok,
        "vimeo.com": .vimeo, "player.vimeo.com": .vimeo,
        "soundcloud.com": .soundcloud, "on.soundcloud.com": .soundcloud,
    ]
}
