import ArabicText
import Base

/// A code that another site gives for its films and posts: frames, quotations with a script, `<div class="fb-post">`. Of
/// it the address is read, which becomes a card; nothing of it is run.
struct PastedEmbed: Equatable {
    let address: String
    /// As plain text; empty where the code has none.
    let title: String

    /// The codes that a block of HTML is made of; nil where it holds anything else, which must not get lost.
    static func all(in html: [UInt8]) -> [PastedEmbed]? {
        var reader = Reader(html: html)
        return reader.read() && reader.hasCode ? reader.found : nil
    }

    private struct Reader {
        let html: [UInt8]
        var found: [PastedEmbed] = []
        /// Whether anything in it is a site's own; a wrapper alone is an editor's.
        var hasCode = false
        private var place = 0

        init(html: [UInt8]) { self.html = html }

        private static let wrappers: Set<String> = ["div", "p", "center", "figure", "br", "span"]
        /// Where sites have the scripts that would draw their posts.
        private static let scripts = [
            "platform.twitter.com", "www.instagram.com", "www.tiktok.com", "connect.facebook.net", "telegram.org",
            "platform.x.com",
        ]

        mutating func read() -> Bool {
            while true {
                while place < html.count, html[place] <= 0x20 { place += 1 }
                guard place < html.count else { return true }
                guard let tag = HTMLTag(at: place, in: html), take(tag) else { return false }
            }
        }

        private mutating func take(_ tag: HTMLTag) -> Bool {
            let start = place
            place = tag.end
            if tag.isClosing { return Self.wrappers.contains(tag.name) }
            switch tag.name {
            case "iframe":
                skip(to: tag.name)
                guard let source = value("src", tag), let address = PastedEmbed.page(ofFrame: source) else {
                    return false
                }
                let title = value("title", tag) ?? ""
                return add(address, title: title.lowercased().contains("player") ? "" : title)
            case "script":
                skip(to: tag.name)
                if let post = value("data-telegram-post", tag) { return add("https://t.me/" + post, title: "") }
                let source = value("src", tag) ?? ""
                hasCode = true
                return Self.scripts.contains(EmbedAddress(source).host)
            case "blockquote":
                skip(to: tag.name)
                return takeQuote(tag, start..<place)
            case "div":
                let classes = value("class", tag) ?? ""
                guard classes.hasPrefix("fb-"), let address = value("data-href", tag) else { return true }
                skip(to: tag.name)
                return add(address, title: "")
            default: return Self.wrappers.contains(tag.name)
            }
        }

        private mutating func takeQuote(_ tag: HTMLTag, _ range: Range<Int>) -> Bool {
            let classes = value("class", tag) ?? ""
            if classes.contains("instagram-media") || classes.contains("tiktok-embed") {
                let address = value("data-instgrm-permalink", tag) ?? value("cite", tag)
                return address.map { add(Self.withoutQuery($0), title: "") } ?? false
            }
            guard classes.contains("twitter-") else { return false }
            var links: [String] = []
            var at = tag.end
            while let open = html[at..<range.upperBound].firstIndex(of: UInt8(ascii: "<")) {
                guard let inner = HTMLTag(at: open, in: html) else { break }
                if inner.name == "a", let href = value("href", inner) { links.append(href) }
                at = inner.end
            }
            guard let link = links.last(where: { $0.contains("/status/") }) else { return false }
            return add(Self.withoutQuery(link), title: paragraph(in: tag.end..<range.upperBound))
        }

        /// The words of the first paragraph, as many as a title has.
        private func paragraph(in range: Range<Int>) -> String {
            guard let open = html.place(of: "<p".utf8, from: range.lowerBound), open < range.upperBound,
                let tag = HTMLTag(at: open, in: html)
            else { return "" }
            let end = HTMLTag.placeOfEnd(of: "p", in: html, from: tag.end)
            var (words, isInTag): ([UInt8], Bool) = ([], false)
            for byte in html[tag.end..<max(tag.end, min(end, range.upperBound))] {
                switch byte {
                case UInt8(ascii: "<"): isInTag = true
                case UInt8(ascii: ">"): (isInTag, words) = (false, words + [0x20])
                default: if !isInTag { words.append(byte) }
                }
            }
            let line = CharacterReferences.resolved(words[...]).split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
            return line.count > 140 ? line.prefix(139) + "…" : line
        }

        private func value(_ name: String, _ tag: HTMLTag) -> String? {
            tag.attribute(name).map { CharacterReferences.resolved(html[$0.value]) }
        }

        /// Behind the end of the element that has begun.
        private mutating func skip(to name: String) {
            place = HTMLTag.placeOfEnd(of: name, in: html, from: place)
            if let end = HTMLTag(at: place, in: html) { place = end.end }
        }

        private static func withoutQuery(_ address: String) -> String {
            String(address.prefix { $0 != "?" && $0 != "#" })
        }

        private mutating func add(_ address: String, title: String) -> Bool {
            var text = address
            guard text.withUTF8({ CardSite.of($0) }) != nil, !address.contains(where: \.isWhitespace) else {
                return false
            }
            hasCode = true
            found.append(PastedEmbed(address: address, title: title))
            return true
        }
    }

    /// The page for people of what a frame shows; nil for what is no card's.
    fileprivate static func page(ofFrame source: String) -> String? {
        let url = EmbedAddress(source)
        let host =
            ["www.", "m."].first { url.host.hasPrefix($0) }.map { String(url.host.dropFirst($0.count)) } ?? url.host
        switch host {
        case "youtube.com", "youtube-nocookie.com":
            return url.youtubeID.map { "https://www.youtube.com/watch?v=\($0)" }
        case "facebook.com": return url.value("href")
        case "w.soundcloud.com": return url.value("url").flatMap { $0.contains("://api.") ? nil : $0 }
        case "player.vimeo.com": return url.parts.last.map { "https://vimeo.com/\($0)" }
        case "platform.twitter.com": return url.value("id").map { "https://x.com/i/status/\($0)" }
        case "t.me": return url.parts.count >= 2 ? "https://t.me/\(url.parts[0])/\(url.parts[1])" : nil
        case "instagram.com":
            return ["p", "reel"].lazy.compactMap { kind in url.part(behind: kind).map { (kind, $0) } }.first.map {
                "https://www.instagram.com/\($0.0)/\($0.1)/"
            }
        case "tiktok.com":
            return (url.part(behind: "v2") ?? url.part(behind: "v1")).map { "https://www.tiktok.com/@/video/\($0)" }
        default: return nil
        }
    }

}

extension Rendering {
    /// Writes the cards of pasted codes; false where the block is HTML of another kind.
    mutating func renderPastedEmbeds(_ node: Node) -> Bool {
        guard settings.readsEmbedCodes else { return false }
        let literal = restored(written(node.literal))
        guard literal.contains(where: { $0 == UInt8(ascii: "<") }), let embeds = PastedEmbed.all(in: literal) else {
            return false
        }
        let place = place(of: node)
        for embed in embeds { writeCard(of: embed, at: place) }
        return true
    }

    private mutating func writeCard(of embed: PastedEmbed, at place: Int) {
        var address = embed.address
        guard let site = address.withUTF8({ CardSite.of($0) }), let href = href(address, at: place) else { return }
        beginCard(site, address)
        html.write("<a href=\"")
        html.write(href)
        html.write("\">")
        writeSite(site)
        if embed.title.isEmpty {
            report(.cardWithoutTitle(address, at: place))
            html.write("<bdi dir=\"ltr\">")
            html.writeEscaped(address)
            html.write("</bdi>")
        } else {
            let title = Array(embed.title.utf8)
            let isLatin = direction(of: title) == .ltr && settings.direction == .rtl
            if isLatin { html.write("<bdi dir=\"ltr\">") }
            writeLine(title)
            if isLatin { html.write("</bdi>") }
            document.text.append(contentsOf: title + [0x0A])
        }
        html.write("</span></a></p>\n")
    }
}
