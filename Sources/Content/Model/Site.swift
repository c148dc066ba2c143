package import Base

/// Everything that is public, checked and frozen. Nothing changes after it was made; pages are functions of it.
///
/// A class, since a hundred values of the program hold it: as a structure its fields were copied by 2 MB of code.
package final class Site: Sendable {
    /// Settings of the newsroom.
    package let outlet: Outlet
    /// Digest of site.yaml's bytes and of the outlet's zone.
    package let settingsDigest: Digest
    /// Published articles, the newest first; ties by path.
    package let articles: [Article]
    /// For articles that are a right of reply, or have one, the others' places in `articles`.
    package let replies: [Int: [Int]]
    /// Sections in the outlet's order; where it names none, in the order of their first article.
    package let sections: [Section]
    /// Tags in the order of their oldest article.
    package let tags: [Tag]
    /// Authors with a profile in the order of their files, then the others in the order of their oldest article.
    package let authors: [Author]
    /// Standing pages by `order`, then by their file names.
    package let pages: [StandingPage]
    /// The entries of the menu.
    package let menu: [MenuEntry]
    /// Choice of the editors for the front page.
    package let frontPage: FrontPage
    /// Retracted, removed and expired articles: they keep an address and leave every list.
    package let tombstones: [Article]
    /// Removed articles that leave no trace: no page, no rule, no link.
    package let silenced: [SilencedArticle]
    /// Lines of `Content/redirects.tsv`, in their order.
    package let redirects: [RedirectRule]
    /// Pages of an earlier build that stay, by the paths of their articles, which are left out because they are broken.
    package let lastPages: [String: URLPath]
    /// Where the pages of articles that are left out because they are broken will be, by path, where they have none yet.
    package let awaited: [String: URLPath]
    /// Identities of all articles that are left out because they are broken.
    package let heldBackIdentities: Set<String>
    /// The paths of broken articles that leave the site all the same: their files say that readers may not have them.
    package let withdrawnThoughBroken: Set<String>
    /// The paths of drafts and of articles under embargo by their identities, for the ledger; nothing else of them is
    /// known here.
    package let waiting: [String: String]
    /// How many of them are articles under embargo, and the first and the last of their hours; nil where there are
    /// none.
    package let embargo: Embargo?
    /// Every picture beside articles, authors and pages, by its path in the site's folder.
    package let pictures: [String: Picture]
    /// Files beside them that only bear a picture's name; each is reported where it is read, so that its uses need not
    /// be.
    package let damagedPictures: Set<String>
    /// Pictures that the build was told to leave out because they are broken, and with them the articles that show one.
    package let leftOutPictures: Set<String>
    /// Recordings and documents beside them, by their paths.
    package let attachments: [String: Attachment]
    /// Files beside them that no text may show, by their paths.
    package let unusedFiles: Set<String>
    /// The files of `Content/data`, by their names.
    package let data: [DataFile]
    /// Logo of the outlet.
    package let logo: Picture?
    /// Icons of the site, as browsers and phones show it.
    package let icons: [Picture]
    /// Picture of a link to a page that has none of its own.
    package let shareImage: Picture?
    /// `Content/assets`, copied as they are but for what pictures note.
    package let assets: [FileEntry]
    /// Drafts and embargoed articles are shown.
    package let isPreview: Bool
    /// When the site changes although nobody touches it; nil where it never does.
    package let nextChange: Instant?
    /// What the ledger says, beside what is.
    package let published: PublishedAddresses

    init(
        outlet: Outlet, settingsDigest: Digest, articles: [Article], replies: [Int: [Int]], sections: [Section],
        tags: [Tag], authors: [Author], pages: [StandingPage], menu: [MenuEntry], frontPage: FrontPage,
        tombstones: [Article],
        silenced: [SilencedArticle], redirects: [RedirectRule], lastPages: [String: URLPath],
        awaited: [String: URLPath], heldBackIdentities: Set<String>, withdrawnThoughBroken: Set<String>,
        waiting: [String: String], embargo: Embargo?, pictures: [String: Picture], damagedPictures: Set<String>,
        leftOutPictures: Set<String>, attachments: [String: Attachment], unusedFiles: Set<String>, data: [DataFile],
        logo: Picture?, icons: [Picture], shareImage: Picture?, assets: [FileEntry], isPreview: Bool,
        nextChange: Instant?, published: PublishedAddresses
    ) {
        (self.outlet, self.settingsDigest, self.articles, self.replies) = (outlet, settingsDigest, articles, replies)
        (self.sections, self.tags, self.authors, self.pages) = (sections, tags, authors, pages)
        (self.menu, self.frontPage) = (menu, frontPage)
        (self.tombstones, self.silenced, self.redirects) = (tombstones, silenced, redirects)
        (self.lastPages, self.awaited, self.heldBackIdentities, self.withdrawnThoughBroken) = (
            lastPages, awaited, heldBackIdentities, withdrawnThoughBroken
        )
        (self.waiting, self.embargo, self.pictures, self.damagedPictures) = (
            waiting, embargo, pictures, damagedPictures
        )
        (self.leftOutPictures, self.attachments, self.unusedFiles, self.data) = (
            leftOutPictures, attachments, unusedFiles, data
        )
        (self.logo, self.icons, self.shareImage, self.assets) = (logo, icons, shareImage, assets)
        (self.isPreview, self.nextChange, self.published) = (isPreview, nextChange, published)
    }

    /// Tags of the languages, other than the outlet's, that articles and pages are written in.
    package var otherLanguages: Set<String> {
        var tags = Set(pages.compactMap(\.language) + tombstones.compactMap(\.language))
        for article in articles { if let tag = article.language { tags.insert(tag) } }
        return tags
    }

    /// The same site with other texts of articles, in the same order.
    func with(_ articles: [Article], _ published: PublishedAddresses) -> Site {
        Site(
            outlet: outlet, settingsDigest: settingsDigest, articles: articles, replies: replies, sections: sections,
            tags: tags, authors: authors, pages: pages, menu: menu, frontPage: frontPage, tombstones: tombstones,
            silenced: silenced, redirects: redirects, lastPages: lastPages, awaited: awaited,
            heldBackIdentities: heldBackIdentities, withdrawnThoughBroken: withdrawnThoughBroken, waiting: waiting,
            embargo: embargo, pictures: pictures, damagedPictures: damagedPictures, leftOutPictures: leftOutPictures,
            attachments: attachments, unusedFiles: unusedFiles, data: data, logo: logo, icons: icons,
            shareImage: shareImage, assets: assets, isPreview: isPreview, nextChange: nextChange, published: published)
    }

    /// A site with nothing in it, for what wants to know types and not values.
    package static var example: Site {
        Site(
            outlet: Outlet(name: "", address: .unknown, arabicMessages: false), settingsDigest: Digest(of: ""),
            articles: [], replies: [:],
            sections: [],
            tags: [], authors: [],
            pages: [], menu: [], frontPage: .empty, tombstones: [], silenced: [], redirects: [], lastPages: [:],
            awaited: [:],
            heldBackIdentities: [], withdrawnThoughBroken: [],
            waiting: [:],
            embargo: nil,
            pictures: [:],
            damagedPictures: [], leftOutPictures: [], attachments: [:], unusedFiles: [], data: [], logo: nil,
            icons: [],
            shareImage: nil, assets: [],
            isPreview: false, nextChange: nil, published: PublishedAddresses())
    }

    /// Under which identity an article was published: that of the ledger, whatever became of its file since.
    package func identity(of article: Article) -> String {
        published.articles.identities.isEmpty
            ? article.identity : published.articles.identities[article.path] ?? article.identity
    }
}

/// A removed article of which nothing public may tell, not even its address.
package struct SilencedArticle: Sendable {
    /// The file, relative to the site's folder.
    package let path: String
    /// Its `id`, or what stands for it.
    package let identity: String
    /// All addresses that it has had.
    package let urls: [URLPath]
}

/// The articles whose hour has not come.
package struct Embargo: Sendable, Hashable {
    /// How many there are.
    package var articles: Int
    /// The first of their hours.
    package var first: Instant
    /// The last of their hours.
    package var last: Instant
}
