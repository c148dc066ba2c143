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

/// Which feeds the site has, as site.yaml decides.
struct FeedPlan: Sendable {
    let feeds: [Feed]
    private let bySubject: [Feed.Subject: [Feed]]

    static func make(_ site: Site, _ catalogue: Catalogue) -> (plan: FeedPlan, diagnostics: [Diagnostic]) {
        let settings = site.outlet.services.feeds
        var list = FeedList(site.outlet)
        list.add(
            .site, settings.site, title: site.outlet.name, description: site.outlet.description, at: URLPath(""))
        for (index, section) in site.sections.enumerated() {
            let named = settings.namedSections.last { $0.section == section.name }
            list.add(
                .section(index), named?.formats ?? settings.sections, title: section.name,
                description: section.description,
                at: section.url)
        }
        list.add(
            .corrections, settings.corrections, title: catalogue.text("corrections"), description: nil,
            at: FixedPaths.corrections)
        for (index, tag) in site.tags.enumerated() {
            list.add(.tag(index), settings.tags, title: tag.name, description: nil, at: tag.url)
        }
        for (index, author) in site.authors.enumerated() {
            list.add(.author(index), settings.authors, title: author.name, description: nil, at: author.url)
        }
        return (FeedPlan(list.feeds), unknownSections(site))
    }

    private init(_ feeds: [Feed]) {
        self.feeds = feeds
        bySubject = Dictionary(grouping: feeds, by: \.subject)
    }

    func feeds(of subject: Feed.Subject) -> [Feed] { bySubject[subject] ?? [] }

    /// A feed's bytes.
    static func print(_ feed: Feed, _ edition: Edition) throws(Diagnostic) -> [UInt8] {
        let items = try FeedEditor(edition).items(of: feed)
        return switch feed.format {
        case .rss: Rss(feed, of: edition.site).bytes(items)
        case .atom: Atom(feed, of: edition.site).bytes(items)
        case .json: JSONFeed(feed, of: edition.site).bytes(items)
        }
    }

    private static func unknownSections(_ site: Site) -> [Diagnostic] {
        let names = site.sections.map(\.name)
        return site.outlet.services.feeds.namedSections.filter { !names.contains($0.section) }.map { named in
            let hint = suggestion(for: named.section, among: names)
            return Diagnostic(
                id: "unknown-section",
                Message(
                    en: "a feed is of a section that the site has; there is no “\(named.section)”"
                        + (hint.map { "; did you mean “\($0)”?" } ?? ""),
                    ar: "تتبع الخلاصة قسمًا في الموقع؛ ولا قسم باسم «\(named.section)»"
                        + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "")),
                at: Location(path: "Content/site.yaml", line: named.line, column: named.column))
        }
    }
}

/// Collects feeds while a plan is made.
private struct FeedList {
    private let outlet: Outlet
    private(set) var feeds: [Feed] = []

    init(_ outlet: Outlet) { self.outlet = outlet }

    mutating func add(
        _ subject: Feed.Subject, _ formats: [FeedSettings.Format], title: String, description: String?, at home: URLPath
    ) {
        for format in formats {
            let ending =
                switch format {
                case .rss: outlet.patterns.rss
                case .atom: outlet.patterns.atom
                case .json: outlet.patterns.json
                }
            feeds.append(
                Feed(
                    subject: subject, format: format,
                    title: subject == .site ? outlet.name : "\(title) – \(outlet.name)", description: description,
                    url: URLPath(home.text + ending), home: home))
        }
    }
}
