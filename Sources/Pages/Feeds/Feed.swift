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
        /// The list of a landing page.
        case page(Int)
        /// What readers wrote under an article.
        case comments(Int)
    }

    let subject: Subject
    let format: FeedSettings.Format
    /// What the feed is of, by kind and name: `tag/مياه`.
    let list: String
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

    /// Whether the ledger has it: comments go and come with their article.
    package var isNoted: Bool { if case .comments = subject { false } else { true } }

    /// As the ledger has it: its list and its format.
    package var published: String { "\(list) \(format.rawValue)" }

    func link(_ address: SiteAddress) -> FeedLink {
        FeedLink(title: title, url: url.href(base: address.base), type: format.mediaType)
    }

    /// Stays the same for ever, whatever becomes of the feed's address.
    func id(_ site: Site) -> String { site.outlet.guid("feed/\(list)") }
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

extension Site {
    /// An article's id in feeds: as site.yaml wants it, of the identity under which it was published.
    func guid(of article: Article) -> String {
        let identity = identity(of: article)
        guard let pattern = outlet.services.guidPattern else { return outlet.guid(identity) }
        return pattern.replacing("{id}", with: percentEncoded(identity))
    }
}

extension Outlet {
    /// An id that survives edits, new headlines and moves: a `tag:` URI (RFC 4151) of the host that site.yaml fixes.
    func guid(_ identity: String) -> String {
        let authority = services.guidHost.contains(",") ? services.guidHost : services.guidHost + ",2024"
        return "tag:\(authority):\(percentEncoded(identity))"
    }
}
