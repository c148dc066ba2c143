package import Base

/// A published article, its references resolved to places in the `Site` that holds it.
///
/// A class because every page that shows an article holds it: nothing of it changes, so sharing it is sharing a value.
package final class Article: Sendable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case news, opinion, analysis, report, interview, live, sponsored
    }

    package enum Status: Sendable, Hashable {
        case standing
        /// Keeps its place, headline and reason; its text is gone.
        case retracted(reason: String)
        /// Shows nothing of itself.
        case removed
        case expired
    }

    /// Who is named for the article, and as what (`تصوير`, `ترجمة`); an index into `Site.authors`.
    package struct Byline: Sendable, Hashable {
        package let author: Int
        package let role: String?

        package init(author: Int, role: String?) { (self.author, self.role) = (author, role) }
    }

    package struct Image: Sendable, Hashable {
        package let picture: Picture
        package let alt: String
        package let caption: String?
        package let credit: String?
        package let focus: String?

        package init(picture: Picture, alt: String, caption: String?, credit: String?, focus: String?) {
            (self.picture, self.alt, self.caption, self.credit, self.focus) = (picture, alt, caption, credit, focus)
        }
    }

    package struct Source: Sendable, Hashable {
        package let name: String
        package let url: WebURL?
        /// Where the text was first published, for an article that is syndicated.
        package let canonical: WebURL?

        package init(name: String, url: WebURL?, canonical: WebURL?) {
            (self.name, self.url, self.canonical) = (name, url, canonical)
        }
    }

    /// A path at which it was once published, and where the front matter says so.
    package struct Alias: Sendable, Hashable {
        package let path: URLPath
        package let location: Location
    }

    package struct Correction: Sendable, Hashable {
        package let date: Stamp
        package let text: String
    }

    package enum Extra: Sendable, Hashable {
        case text(String)
        case number(Double)
        case flag(Bool)
    }

    /// What its own file states.
    private let kept: ReadManuscript
    package let bylines: [Byline]
    /// Indexes into `Site.sections` and `Site.tags`.
    package let section: Int?
    package let tags: [Int]
    package let image: Image?
    /// What the editor chose, as indexes into `Site.articles`, in the editor's order.
    package let related: [Int]
    package let status: Status
    /// A draft or an embargoed article, shown because the build was asked to.
    package let isUnpublished: Bool

    /// The file, relative to the site's folder.
    package var path: String { kept.manuscript.path }
    /// What stays when the article moves: its `id`, else its path beneath `articles/`.
    package var identity: String { kept.manuscript.identity }
    package var url: URLPath { kept.manuscript.url }
    package var title: String { kept.manuscript.title }
    package var kicker: String? { kept.manuscript.kicker }
    package var summary: String? { kept.manuscript.summary }
    package var date: Stamp { kept.manuscript.date ?? .epoch }
    /// Its date cannot be read, which is an error, so that nobody knows its address.
    package var isUndated: Bool { kept.manuscript.date == nil }
    package var updated: Stamp? { kept.manuscript.updated }
    package var source: Source? { kept.manuscript.source }
    package var kind: Kind { kept.manuscript.kind }
    package var aliases: [Alias] { kept.manuscript.aliases }
    /// The newest first.
    package var corrections: [Correction] { kept.manuscript.corrections }
    /// Whether its front matter names a picture, be it there or not.
    package var namesPicture: Bool { kept.manuscript.image != nil }
    /// Where it names it.
    package var imageLocation: Location? { kept.manuscript.image?.location }
    package var series: String? { kept.manuscript.series }
    package var location: String? { kept.manuscript.location }
    package var allowsComments: Bool { kept.manuscript.allowsComments }
    package var language: String? { kept.manuscript.language }
    /// In the order in which site.yaml declares them; nil where the article has none.
    package var extra: [Extra?] { kept.manuscript.extra }
    /// Where the Markdown behind the front matter starts in the file's text; see `articleText`.
    package var bodyStart: Int { kept.manuscript.bodyStart }
    /// Of the file.
    package var digest: Digest { kept.manuscript.digest }
    /// A key as its file would have it, for messages.
    package func spelled(_ key: String) -> String {
        Vocabulary.article.spelled(key, arabic: kept.manuscript.hasArabicKeys)
    }
    /// Of the words that readers read: headline, kicker, summary and text.
    package var readDigest: Digest { kept.manuscript.readDigest }

    /// What others than the article itself say of it.
    struct Resolved {
        let bylines: [Byline]
        let section: Int?
        let tags: [Int]
        let image: Image?
        let related: [Int]
        let status: Status
        let isUnpublished: Bool
    }

    init(_ kept: ReadManuscript, _ resolved: Resolved) {
        self.kept = kept
        (bylines, section, tags, image) = (resolved.bylines, resolved.section, resolved.tags, resolved.image)
        (related, status, isUnpublished) = (resolved.related, resolved.status, resolved.isUnpublished)
    }

    /// What stays of an article that was taken back: its place, its headline, its byline and its dates.
    package var tombstone: Article {
        Article(
            ReadManuscript(kept.manuscript.tombstone, []),
            Resolved(
                bylines: bylines, section: section, tags: [], image: nil, related: [], status: status,
                isUnpublished: isUnpublished))
    }
}

/// The text of an article's, an author's or a page's file, in which `bodyStart` and all offsets count.
package func articleText(_ path: String, in tree: some FileTree) throws(Diagnostic) -> [UInt8] {
    try SourceText(try tree.read(path), path: path).bytes
}

/// The same of a file whose digest is the article's. In one with front matter all was found to be UTF-8 when that was
/// read.
package func articleText(of article: Article, unchanged file: [UInt8]) throws(Diagnostic) -> [UInt8] {
    article.bodyStart > 0 ? SourceText(valid: file).bytes : try SourceText(file, path: article.path).bytes
}

/// When something was published, changed or corrected.
package struct Stamp: Sendable, Hashable, Comparable {
    package let instant: Instant
    /// On the wall clock of the outlet's zone.
    package let date: CivilDate
    /// Nil where the editor wrote only the day; then none is shown.
    package let time: CivilTime?
    /// Seconds east of UTC.
    package let offset: Int

    package static func < (a: Self, b: Self) -> Bool { a.instant < b.instant }

    /// For an article whose date could not be read: it is never published.
    static let epoch = Stamp(instant: .epoch, date: CivilDate(daysSince1970: 0), time: nil, offset: 0)
}

/// A picture file that pages may show.
package struct Picture: Sendable, Hashable {
    /// Relative to the site's folder.
    package let path: String
    package let url: URLPath
    /// In pixels; zero where the format states none (SVG among the outlet's assets).
    package let width: Int
    package let height: Int
    package let type: PictureType
    /// In bytes.
    package var size: Int { stamp.size }
    package let stamp: FileStamp
}

package struct Author: Sendable {
    package let name: String
    package let url: URLPath
    package let role: String?
    /// A desk or an agency.
    package let isOrganization: Bool
    package let image: Article.Image?
    package let links: [Outlet.Link]
    /// The profile's file, the Markdown in it, empty where there is no profile, and where that starts.
    package let path: String?
    package let bio: [UInt8]
    package let bioStart: Int
    package let file: [UInt8]
    /// Indexes into `Site.articles`, the newest first.
    package let articles: [Int]
}

package struct Section: Sendable {
    package let name: String
    package let url: URLPath
    package let description: String?
    package let articles: [Int]
}

package struct Tag: Sendable {
    package let name: String
    package let url: URLPath
    package let articles: [Int]
}

/// A page that is no news: about, contact, policies.
package struct StandingPage: Sendable {
    package let path: String
    package let url: URLPath
    package let title: String
    package let description: String?
    package let body: [UInt8]
    package let bodyStart: Int
    package let file: [UInt8]
}
