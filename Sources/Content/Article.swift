package import Base

/// A published article, its references resolved to places in the `Site` that holds it.
package struct Article: Sendable {
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

    /// The file, relative to the site's folder.
    package let path: String
    /// What stays when the article moves: its `id`, else its path beneath `articles/`.
    package let identity: String
    package let url: URLPath
    package let title: String
    package let kicker: String?
    package let summary: String?
    package let date: Stamp
    package let updated: Stamp?
    package let bylines: [Byline]
    /// Indexes into `Site.sections` and `Site.tags`.
    package let section: Int?
    package let tags: [Int]
    package let image: Image?
    package let source: Source?
    package let kind: Kind
    package let aliases: [Alias]
    package let corrections: [Correction]
    package let series: String?
    /// What the editor chose, as indexes into `Site.articles`, in the editor's order.
    package let related: [Int]
    package let location: String?
    package let allowsComments: Bool
    package let language: String?
    /// In the order in which site.yaml declares them; nil where the article has none.
    package let extra: [Extra?]
    package let status: Status
    /// A draft or an embargoed article, shown because the build was asked to.
    package let isHeld: Bool
    /// The Markdown behind the front matter, and where it starts in the file.
    package let body: [UInt8]
    package let bodyStart: Int
    package let file: [UInt8]
    /// Of the file's bytes.
    package let digest: Digest
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
    package let size: Int
}

package struct Author: Sendable {
    package let name: String
    package let url: URLPath
    package let role: String?
    /// A desk or an agency.
    package let isOrganization: Bool
    package let image: Article.Image?
    package let links: [Outlet.Link]
    /// Markdown, empty where the author has no profile.
    package let bio: [UInt8]
    /// The profile's file and where `bio` starts in it.
    package let path: String?
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
