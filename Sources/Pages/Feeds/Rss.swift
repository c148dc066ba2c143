import Base
import Content

/// RSS 2.0 with the modules that readers use: Dublin Core, content, Atom's own link, Media RSS.
struct Rss {
    let feed: Feed
    let site: Site

    private var address: SiteAddress { site.outlet.address }

    func bytes(_ items: [FeedItem]) -> [UInt8] {
        var xml = XMLWriter()
        xml.open(
            "rss",
            [
                "version": "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom",
                "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:media": "http://search.yahoo.com/mrss/",
            ])
        xml.open("channel")
        writeChannel(items, &xml)
        for item in items {
            let before = xml
            write(item, &xml)
            // The newest stay; what would make the feed too large for readers is left out.
            if xml.bytes.count > FeedLimits.bytes, item.guid != items.first?.guid {
                xml = before
                break
            }
        }
        xml.close("channel")
        xml.close("rss")
        return xml.bytes
    }

    private func writeChannel(_ items: [FeedItem], _ xml: inout XMLWriter) {
        let outlet = site.outlet
        xml.element("title", feed.title)
        xml.address("link", feed.home, at: address)
        xml.element("description", feed.description ?? outlet.description ?? feed.title)
        xml.element("language", outlet.language)
        xml.element("copyright", outlet.copyright ?? outlet.name)
        if let newest = items.map(\.modified).max() {
            xml.element("lastBuildDate") { $0.append(rfc822: newest) }
        }
        xml.empty("atom:link", ["rel": "self", "type": feed.format.mediaType, "href": address.absolute(feed.url)])
        if let hub = outlet.services.feeds.hub { xml.empty("atom:link", ["rel": "hub", "href": hub.text]) }
        if let picture = site.feedImage {
            xml.open("image")
            xml.address("url", picture.url, at: address)
            xml.element("title", feed.title)
            xml.address("link", feed.home, at: address)
            xml.close("image")
        }
    }

    private func write(_ item: FeedItem, _ xml: inout XMLWriter) {
        xml.open("item")
        xml.element("title", item.title)
        if item.fragment == nil {
            xml.address("link", item.url, at: address)
        } else {
            xml.element("link", item.address(at: address))
        }
        xml.element("guid", ["isPermaLink": "false"], item.guid)
        xml.element("pubDate") { $0.append(rfc822: item.published) }
        for author in item.authors { xml.element("dc:creator", site.authors[author].name) }
        if let reader = item.reader { xml.element("dc:creator", reader) }
        for category in item.categories { xml.element("category", category) }
        // Readers take a description for HTML; a title, a name or a caption is text to them.
        xml.element("description", item.summary.map { String(decoding: escaped($0), as: UTF8.self) })
        if !item.html.isEmpty { xml.element("content:encoded") { $0.append(characterData: item.html) } }
        // Readers know one enclosure: what is to be heard or seen, where there is such.
        if let recording = item.recordings.first {
            xml.empty(
                "enclosure",
                [
                    "url": address.absolute(recording.url), "length": String(recording.size),
                    "type": recording.mediaType,
                ])
        }
        if let image = item.image { write(image, item.imageSize, isEnclosed: item.recordings.isEmpty, &xml) }
        for recording in item.recordings { write(recording, &xml) }
        xml.close("item")
    }

    private func write(_ recording: Attachment, _ xml: inout XMLWriter) {
        let (url, size) = (address.absolute(recording.url), String(recording.size))
        let medium = recording.kind == .video ? "video" : "audio"
        let seconds = String((recording.milliseconds + 500) / 1000)
        if recording.width > 0 {
            xml.empty(
                "media:content",
                [
                    "url": url, "medium": medium, "type": recording.mediaType, "fileSize": size, "duration": seconds,
                    "width": String(recording.width), "height": String(recording.height),
                ])
        } else {
            xml.empty(
                "media:content",
                ["url": url, "medium": medium, "type": recording.mediaType, "fileSize": size, "duration": seconds])
        }
    }

    private func write(_ image: Article.Image, _ size: Int, isEnclosed: Bool, _ xml: inout XMLWriter) {
        let picture = image.shared
        let url = address.absolute(picture.url)
        if isEnclosed { xml.empty("enclosure", ["url": url, "length": String(size), "type": picture.type.mediaType]) }
        xml.open(
            "media:content",
            [
                "url": url, "medium": "image", "type": picture.type.mediaType, "width": String(picture.width),
                "height": String(picture.height), "fileSize": String(size),
            ])
        if let credit = image.credit { xml.element("media:credit", credit) }
        let description = image.caption ?? image.alt
        if !description.isEmpty { xml.element("media:description", description) }
        xml.close("media:content")
    }
}

enum FeedLimits {
    /// The most bytes of a whole feed.
    static let bytes = 2_000_000
}

extension Site {
    /// Feeds show the logo where it is one that readers can draw, else the largest icon.
    var feedImage: Picture? {
        ([logo] + icons.sorted { $0.width > $1.width }).compactMap { $0 }.first { $0.type != .svg }
    }
}
