package import Base
package import Content
import Typesetting

/// One file of the site: where it lives, what it is made from, and what it shows.
///
/// A class because plans are sorted and shared; nothing of a page changes.
package final class Page: Sendable {
    /// As templates know it, in `page.kind`.
    package enum Kind: String, Sendable, CaseIterable {
        case home, article, section, tag, author, archive, tags, authors, months, page, landing, corrections, search
        case notFound = "404"
        /// The breaking-news bar alone, which older pages fetch.
        case breaking
        /// A part that pages fetch: `Templates/fragments/NAME.html`.
        case fragment

        /// The template that renders it; a list without one of its own falls back to `list.html`.
        package var template: String {
            switch self {
            case .tags, .authors, .months: "terms.html"
            case .fragment: "fragments/….html"
            default: "\(rawValue).html"
            }
        }

        /// Whether it shows a list of articles, page by page.
        package var isList: Bool { [.home, .section, .tag, .author, .archive, .landing].contains(self) }

        /// Whether its words are in the language of its text.
        var followsText: Bool { self == .article || self == .page }

        /// Whether its template sees the outlet's data. Pages of articles do not: the archive would change with them.
        var seesData: Bool { isList || self == .fragment }
    }

    enum Content: Sendable {
        case article(ArticlePage)
        /// Large, and most pages are articles.
        indirect case list(ListPage)
        case terms(TermsPage)
        case standing(Int)
        /// A line in a page's place.
        case notice([UInt8])
        /// The same in place of a list without a story.
        indirect case emptied(Ledger.Entry, [UInt8])
        case breaking(FrontPage.Breaking)
        case corrections([CorrectionsEntry])
        /// The years that have articles, the newest first.
        case search([Int])
        /// The template's name.
        case fragment(String)
        case nothing
    }

    /// Decides which template renders the page.
    package let kind: Kind
    /// The address, beneath the site's own.
    package let url: URLPath
    /// The heading; the browser's title adds the outlet's name.
    package let title: String
    let description: String?
    /// From the front page down to the page's parent; the page itself is added where it is shown.
    let parents: [Outlet.Link]
    let content: Content
    /// The template that prints it in place of its kind's.
    let template: TemplateChoice?
    /// Whose feeds belong to the page.
    let subject: Feed.Subject?
    /// Search engines are to leave it out.
    let isUnlisted: Bool
    /// What the page is made from, as messages name it: a file, or words such as `the tag “مياه”`.
    package let origin: Location

    init(
        kind: Kind, url: URLPath, title: String, description: String?, parents: [Outlet.Link], content: Content,
        template: TemplateChoice? = nil, subject: Feed.Subject? = nil, isUnlisted: Bool = false, origin: Location
    ) {
        (self.kind, self.url, self.title, self.description, self.parents) = (kind, url, title, description, parents)
        (self.content, self.template, self.subject) = (content, template, subject)
        (self.isUnlisted, self.origin) = (isUnlisted, origin)
    }

    /// The same page with other contents.
    func showing(_ content: Content) -> Page {
        Page(
            kind: kind, url: url, title: title, description: description, parents: parents, content: content,
            template: template, subject: subject, isUnlisted: isUnlisted, origin: origin)
    }

    /// The section of its article, or the one that its list is of, as an index into `Site.sections`.
    var section: Int? {
        switch content {
        case .article(let subject): subject.article.section
        case .list(let list): list.section
        default: nil
        }
    }

    /// Whether its template sees the outlet's data.
    var seesData: Bool { template?.seesData ?? kind.seesData }

    /// The article, on an article's page.
    package var article: Article? {
        if case .article(let subject) = content { subject.article } else { nil }
    }

    /// What the ledger has it as, on the first page of a section, a tag or an author and on a standing page.
    package var published: (kind: Ledger.Kind, name: String)? {
        switch (kind, content) {
        case (.section, .list(let list)) where list.isFront: (.section, list.identity ?? title)
        case (.tag, .list(let list)) where list.isFront: (.tag, title)
        case (.author, .list(let list)) where list.isFront: (.author, title)
        case (.page, .standing): (.page, StandingPage.identity(of: origin.path))
        case (.landing, .list(let list)) where list.isFront: (.page, StandingPage.identity(of: origin.path))
        case (.page, .emptied(let list, _)) where url == list.urls.first: (list.kind, list.identity)
        default: nil
        }
    }

    /// BCP 47 tag of the language of its text; nil where it is the site's.
    func language(in site: Site) -> String? {
        switch content {
        case .article(let subject): subject.article.language
        case .standing(let index): site.pages[index].language
        default: nil
        }
    }

    /// The article, on the page that shows its text and no notice in its place.
    package var standingArticle: Article? {
        if case .article(let subject) = content, subject.index != nil { subject.article } else { nil }
    }
}
