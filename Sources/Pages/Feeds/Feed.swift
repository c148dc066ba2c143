import Base
package import Content

/// One feed of the site: what it carries, in which format, and where it lives.
package struct Feed: Sendable {
    enum Subject: Sendable, Hashable {
        case site, corrections
        /// Indexes into the site's lists.
        case section(Int)
        case tag(Int)
        case author(Int)
    }

    let subject: Subject
    let format: FeedSettings.Format
    let title: String
    let description: String?
    /// Ends with `/` where the outlet's patterns say so; then the file is the folder's index, by its format.
    package let url: URLPath
    /// The page that shows the same.
    let home: URLPath

    /// Where the bytes go.
    package var file: String {
        url.file == url.text ? url.text : url.text + (format == .json ? "index.json" : "index.xml")
    }

    func link(_ address: SiteAddress) -> FeedLink {
        FeedLink(title: title, url: url.href(base: address.base), type: format.mediaType)
    }

    /// Stays the same for ever, whatever becomes of the feed's address.
    func id(_ site: Site) -> String {
        let name =
            switch subject {
            case .site: "site"
            case .corrections: "corrections"
            case .section(let index): "section/\(site.sections[index].name)"
            case .tag(let index): "tag/\(site.tags[index].name)"
            case .author(let index): "author/\(site.authors[index].name)"
            }
        return site.outlet.guid("feed/\(name)")
    }
}

extension FeedSettings.Format {
    var mediaType: String {
        switch self {
        case .rss: "application/rss+xml"
        case .atom: "application/atom+xml"
        case .json: "application/feed+json"
        }
    }
}

extension Outlet {
    /// An id that survives edits, new headlines and moves: a `tag:` URI (RFC 4151) of the host that site.yaml fixes.
    func guid(_ identity: String) -> String {
        let authority = services.guidHost.contains(",") ? services.guidHost : services.guidHost + ",2024"
        return "tag:\(authority):\(percentEncoded(identity))"
    }
}
