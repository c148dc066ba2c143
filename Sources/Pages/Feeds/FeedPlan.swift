import Base
package import Content
import Typesetting

/// Which feeds the site has, as site.yaml decides.
package struct FeedPlan: Sendable {
    /// All of them, by subject and format.
    package let feeds: [Feed]
    private let bySubject: [Feed.Subject: [Feed]]

    init(_ site: Site, _ catalogue: Catalogue) {
        let settings = site.outlet.services.feeds
        var list = FeedList(site.outlet)
        list.add(
            .site, "site", settings.site, title: site.outlet.name, description: site.outlet.description, at: URLPath("")
        )
        for (index, section) in site.sections.enumerated() {
            list.add(
                .section(index), "section/\(section.identity)",
                settings.formats(ofSection: section.identity, section.hasFeed), title: section.name,
                description: section.description,
                at: section.url)
        }
        list.add(
            .corrections, "corrections", settings.corrections, title: catalogue.text("corrections"), description: nil,
            at: FixedPaths.corrections)
        for (index, tag) in site.tags.enumerated() {
            list.add(
                .tag(index), "tag/\(tag.name)", settings.tags, title: tag.name, description: tag.description,
                at: tag.url)
        }
        for (index, author) in site.authors.enumerated() {
            list.add(
                .author(index), "author/\(author.name)", settings.authors, title: author.name, description: nil,
                at: author.url)
        }
        for (index, page) in site.pages.enumerated() where page.list?.hasFeed ?? false {
            list.add(
                .page(index), "page/\(page.identity)", settings.sections.isEmpty ? [.rss] : settings.sections,
                title: page.title, description: page.description, at: page.url)
        }
        if !settings.comments.isEmpty {
            for (index, article) in site.articles.enumerated() where article.thread != nil {
                list.addComments(
                    of: article, at: index, "comments/\(site.identity(of: article))", settings.comments,
                    title: "\(catalogue.text("comments"))\(catalogue.text("colon"))\(article.title)")
            }
        }
        feeds = list.feeds
        bySubject = Dictionary(grouping: feeds, by: \.subject)
    }

    /// - Returns: those of one subject, one a format.
    func feeds(of subject: Feed.Subject) -> [Feed] { bySubject[subject] ?? [] }

    /// Reports the sections that site.yaml wants a feed of and the site has not.
    static func unknownSections(_ site: Site) -> [Diagnostic] {
        let names = site.sections.map(\.identity)
        return site.outlet.services.feeds.namedSections.filter { !names.contains($0.section) }.map { named in
            let hint = suggestion(for: named.section, among: names)
            return Diagnostic(
                id: ReferenceRule.unknownSection,
                Message(
                    en: "a feed is of a section that the site has; there is no “\(named.section)”"
                        + (hint.map { "; did you mean “\($0)”?" } ?? ""),
                    ar: "تتبع الخلاصة قسمًا في الموقع؛ ولا قسم باسم «\(named.section)»"
                        + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "")),
                at: Location(path: "Content/site.yaml", line: named.line, column: named.column))
        }
    }
}

extension Outlet {
    fileprivate func feed(_ format: FeedSettings.Format, at home: URLPath) -> URLPath {
        let ending =
            switch format {
            case .rss: patterns.rss
            case .atom: patterns.atom
            case .json: patterns.json
            }
        return URLPath(home.text + ending)
    }

    /// Feeds that a tag, an author or a section has at `home`, or had as long as it had stories: as the ledger names them,
    /// with their addresses.
    package func feeds(of kind: Ledger.Kind, _ name: String, at home: URLPath) -> [(name: String, url: URLPath)] {
        let settings = services.feeds
        let formats =
            switch kind {
            case .section:
                settings.formats(ofSection: name, sectionNames.place(of: name).flatMap { sections[$0].hasFeed })
            case .tag: settings.tags
            case .author: settings.authors
            case .article, .feed, .page: [FeedSettings.Format]()
            }
        return formats.map { ("\(kind.rawValue)/\(name) \($0.rawValue)", feed($0, at: home)) }
    }
}

extension FeedSettings {
    /// - Parameter hasFeed: what the section itself says.
    fileprivate func formats(ofSection name: String, _ hasFeed: Bool?) -> [Format] {
        guard hasFeed != false else { return [] }
        let formats = namedSections.last { $0.section == name }?.formats ?? sections
        return formats.isEmpty && hasFeed == true ? [.rss] : formats
    }
}

/// Collects feeds while a plan is made.
private struct FeedList {
    @Boxed private var outlet: Outlet
    private(set) var feeds: [Feed] = []

    init(_ outlet: Outlet) { self.outlet = outlet }

    /// Files of their own names, whatever the outlet's patterns say: no server needs a rule for each.
    mutating func addComments(
        of article: Article, at index: Int, _ name: String, _ formats: [FeedSettings.Format], title: String
    ) {
        let folder = article.url.text.hasSuffix("/") ? article.url.text : article.url.text + "."
        for format in formats {
            feeds.append(
                Feed(
                    subject: .comments(index), format: format, list: name, title: "\(title) – \(outlet.name)",
                    description: nil, url: URLPath("\(folder)comments.\(format == .rss ? "xml" : format.rawValue)"),
                    home: article.url))
        }
    }

    mutating func add(
        _ subject: Feed.Subject, _ name: String, _ formats: [FeedSettings.Format], title: String, description: String?,
        at home: URLPath
    ) {
        for format in formats {
            feeds.append(
                Feed(
                    subject: subject, format: format, list: name,
                    title: subject == .site ? outlet.name : "\(title) – \(outlet.name)", description: description,
                    url: outlet.feed(format, at: home), home: home))
        }
    }
}
