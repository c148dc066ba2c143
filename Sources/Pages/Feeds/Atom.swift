import Base
import Content

/// Atom (RFC 4287).
struct Atom {
    let feed: Feed
    let site: Site

    private var address: SiteAddress { site.outlet.address }

    func bytes(_ items: [FeedItem]) -> [UInt8] {
        var xml = XMLWriter()
        xml.open("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.outlet.language])
        writeFeed(items, &xml)
        for item in items {
            let before = xml
            write(item, &xml)
            if xml.bytes.count > FeedLimits.bytes, item.guid != items.first?.guid {
                xml = before
                break
            }
        }
        xml.close("feed")
        return xml.bytes
    }

    private func writeFeed(_ items: [FeedItem], _ xml: inout XMLWriter) {
        let outlet = site.outlet
        xml.element("id", feed.id(site))
        xml.element("title", feed.title)
        xml.element("subtitle", feed.description)
        // Required; a feed without entries has not been updated since the beginning of time.
        xml.element("updated") { bytes in
            if let newest = items.map(\.modified).max() {
                bytes.append(zoned: newest)
            } else {
                bytes += "1970-01-01T00:00:00Z".utf8
            }
        }
        xml.empty("link", ["rel": "self", "type": feed.format.mediaType, "href": address.absolute(feed.url)])
        xml.empty("link", ["rel": "alternate", "type": "text/html", "href": address.absolute(feed.home)])
        if let hub = outlet.services.feeds.hub { xml.empty("link", ["rel": "hub", "href": hub.text]) }
        if let icon = site.icons.first { xml.address("icon", icon.url, at: address) }
        if let logo = site.feedImage { xml.address("logo", logo.url, at: address) }
        xml.element("rights", outlet.copyright ?? outlet.name)
        xml.open("author")
        xml.element("name", outlet.name)
        xml.address("uri", URLPath(""), at: address)
        xml.close("author")
    }

    private func write(_ item: FeedItem, _ xml: inout XMLWriter) {
        xml.open("entry", item.language == site.outlet.language ? [:] : ["xml:lang": item.language])
        xml.element("id", item.guid)
        xml.element("title", item.title)
        xml.element("updated") { $0.append(zoned: item.modified) }
        xml.element("published") { $0.append(zoned: item.published) }
        xml.empty("link", ["rel": "alternate", "type": "text/html", "href": item.address(at: address)])
        if let original = item.original { xml.empty("link", ["rel": "via", "href": original.text]) }
        for author in item.authors {
            xml.open("author")
            xml.element("name", site.authors[author].name)
            xml.address("uri", site.authors[author].url, at: address)
            xml.close("author")
        }
        if let reader = item.reader {
            xml.open("author")
            xml.element("name", reader)
            xml.close("author")
        }
        for category in item.categories { xml.empty("category", ["term": category]) }
        xml.element("summary", item.summary)
        if !item.html.isEmpty {
            xml.element("content", ["type": "html"]) { $0.append(characterData: item.html) }
        }
        if let picture = item.image?.shared {
            xml.empty(
                "link",
                [
                    "rel": "enclosure", "type": picture.type.mediaType, "length": String(item.imageSize),
                    "href": address.absolute(picture.url),
                ])
        }
        for recording in item.recordings {
            xml.empty(
                "link",
                [
                    "rel": "enclosure", "type": recording.mediaType, "length": String(recording.size),
                    "href": address.absolute(recording.url),
                ])
        }
        xml.close("entry")
    }
}
