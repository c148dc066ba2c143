import Base
import Content

/// JSON Feed 1.1.
struct JSONFeed {
    let feed: Feed
    let site: Site

    private var address: SiteAddress { site.outlet.address }

    func bytes(_ items: [FeedItem]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            writeFeed(&json)
            json.array("items") { json in
                for item in items {
                    let before = json.end
                    write(item, &json)
                    if json.bytes.count > FeedLimits.bytes, item.guid != items.first?.guid {
                        json.cut(to: before)
                        break
                    }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func writeFeed(_ json: inout JSONWriter) {
        let outlet = site.outlet
        json.text("version", "https://jsonfeed.org/version/1.1")
        json.text("title", feed.title)
        json.address("home_page_url", feed.home, at: address)
        json.address("feed_url", feed.url, at: address)
        json.text("description", feed.description)
        json.text("language", outlet.language)
        if let icon = site.feedImage { json.address("icon", icon.url, at: address) }
        if let favicon = site.icons.first { json.address("favicon", favicon.url, at: address) }
        json.array("authors") { json in
            json.object { json in
                json.text("name", outlet.name)
                json.address("url", URLPath(""), at: address)
            }
        }
        if let hub = outlet.services.feeds.hub {
            json.array("hubs") { json in
                json.object { json in
                    json.text("type", "WebSub")
                    json.text("url", hub.text)
                }
            }
        }
    }

    private func write(_ item: FeedItem, _ json: inout JSONWriter) {
        json.object { json in
            json.text("id", item.guid)
            if item.fragment == nil {
                json.address("url", item.url, at: address)
            } else {
                json.text("url", item.address(at: address))
            }
            json.text("external_url", item.original?.text)
            json.text("title", item.title)
            json.text("summary", item.summary)
            if item.html.isEmpty {
                json.text("content_text", item.summary ?? item.title)
            } else {
                json.text("content_html", item.html)
            }
            if let image = item.image { json.address("image", image.shared.url, at: address) }
            json.instant("date_published", item.published)
            json.instant("date_modified", item.modified)
            if !item.authors.isEmpty {
                json.array("authors") { json in
                    for author in item.authors {
                        json.object { json in
                            json.text("name", site.authors[author].name)
                            json.address("url", site.authors[author].url, at: address)
                        }
                    }
                }
            }
            if let reader = item.reader {
                json.array("authors") { json in json.object { json in json.text("name", reader) } }
            }
            if !item.categories.isEmpty {
                json.array("tags") { json in
                    for category in item.categories { json.text(category) }
                }
            }
            json.text("language", item.language)
            guard !item.recordings.isEmpty else { return }
            json.array("attachments") { json in
                for recording in item.recordings {
                    json.object { json in
                        json.address("url", recording.url, at: address)
                        json.text("mime_type", recording.mediaType)
                        json.number("size_in_bytes", recording.size)
                        if recording.milliseconds > 0 {
                            json.number("duration_in_seconds", (recording.milliseconds + 500) / 1000)
                        }
                    }
                }
            }
        }
    }
}
