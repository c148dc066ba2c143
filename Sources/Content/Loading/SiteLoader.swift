import ArabicText
import Base

/// Gathers what the files state and resolves it to one `Site`. Lives only while a site is loaded.
struct SiteLoader<Tree: FileTree> {
    @Boxed private(set) var outlet: Outlet
    let options: LoadOptions
    /// Digest of site.yaml's bytes; nil where it could not be read, and then the cache stays out of use.
    let settingsDigest: Digest?
    let tree: Tree
    var diagnostics: [Diagnostic] = []

    /// Manuscripts in the order of their paths.
    var manuscripts: [ReadManuscript] = []
    /// Manuscripts whose front matter is in error, by path, with what its single lines say of whether readers may have
    /// them.
    var readByLine: [String: ReadManuscript] = [:]
    var profiles: [Profile] = []
    var pages: [(page: StandingPage, order: Int)] = []
    var pictures: [String: Picture] = [:]
    var damagedPictures: Set<String> = []
    var leftOutPictures: Set<String> = []
    var attachments: [String: Attachment] = [:]
    var unusedFiles: Set<String> = []
    var assets: [String: FileEntry] = [:]
    var redirects: [RedirectRule] = []
    var data: [DataFile] = []
    /// Comments by the identity of their article, in NFC.
    var threads: [String: Discussion] = [:]

    init(outlet: Outlet, settingsDigest: Digest?, options: LoadOptions, tree: Tree) {
        self.outlet = outlet
        self.settingsDigest = settingsDigest
        self.options = options
        self.tree = tree
    }

    mutating func freeze(_ folder: ContentFolder) -> Site {
        checkIdentities()
        remarkUnusualDates()
        checkComments()
        let withdrawn = withdrawnOfLeftOut
        let (shown, gone) = publicManuscripts(withdrawn)
        let ledger = LedgerFile(tree)
        var terms = Terms(outlet: outlet, profiles: profiles, published: ledger.lists)
        for index in shown.indices.reversed() { terms.add(shown[index].manuscript, at: index) }
        diagnostics += terms.diagnostics
        for read in shown where !read.manuscript.toldChanges.isEmpty {
            diagnostics += read.manuscript.changesAhead(of: options.now)
        }
        // Most sites name no article in another, and then the names of all need not be gathered.
        let isAsked =
            folder.frontPage != nil || data.contains(where: \.value.hasReferences)
            || manuscripts.contains { !$0.manuscript.related.isEmpty || $0.manuscript.reply != nil }
        let names =
            isAsked
            ? ArticleTargets(
                shown, gone: gone + manuscripts.map { byLine($0) }.filter(\.isSilenced),
                unpublished: manuscripts.filter { isUnpublished($0) },
                leftOut: options.leftOut.subtracting(withdrawn))
            : ArticleTargets([], gone: [], unpublished: [], leftOut: [])
        let resolver = ReferenceResolver(self, terms, names)
        let articles = resolver.frozen(shown, areListed: true)
        let tombstones = resolver.frozen(gone, areListed: false)
        diagnostics += articles.diagnostics + tombstones.diagnostics
        // Read once: what is shown and when it changes must come of the same bytes.
        let (plan, problems) = frontPageFields(folder)
        diagnostics += problems
        let frontPage = frontPage(plan, articles.articles, terms, names)
        let sections = terms.frozenSections { diagnostics.append($0) }
        let ordered = orderedPages(articles.articles, sections, terms)
        let authors = terms.authors.map { freeze($0) }
        let tags = terms.frozenTags { image($0, besides: SettingsFile.path, report: &diagnostics) }
        let menu = menu(sections, tags, ordered, terms)
        let published = published(ledger, terms, articles.articles + tombstones.articles, shown)
        diagnostics += ledger.diagnostics + published.articles.diagnostics
        let logo = outlet.logo.flatMap { ownPicture($0, at: outlet.place(of: "logo")) }
        let icons = ownPictures(outlet.services.icons, "icons", usual: ["icon.svg", "icon-192.png", "icon-512.png"])
        let shareImage = ownPictures(
            outlet.services.shareImage.map { [$0] }, "share_image", usual: ["og.png", "og.jpg"]
        ).first
        return Site(
            outlet: outlet, settingsDigest: settingsDigest ?? Digest(of: ""), articles: articles.articles,
            replies: Self.replies(articles.articles),
            sections: sections,
            tags: tags,
            authors: authors,
            pages: ordered, menu: menu, frontPage: frontPage, tombstones: tombstones.articles,
            silenced: silenced, redirects: redirects,
            lastPages: options.lastPages.filter { !withdrawn.contains($0.key) },
            awaited: awaited(withdrawn, articles.articles),
            heldBackIdentities: heldBackIdentities, withdrawnThoughBroken: withdrawn, waiting: waiting,
            embargo: embargo, pictures: pictures,
            damagedPictures: damagedPictures, leftOutPictures: leftOutPictures,
            attachments: attachments, unusedFiles: unusedFiles, data: resolvedData(names), logo: logo, icons: icons,
            shareImage: shareImage, assets: folder.assets,
            isPreview: options.showsUnpublished, nextChange: nextChange(plan), published: published)
    }

    /// A story and its right of reply, each by the other's place.
    private static func replies(_ articles: [Article]) -> [Int: [Int]] {
        var replies: [Int: [Int]] = [:]
        for (place, article) in articles.enumerated() {
            guard let other = article.reply else { continue }
            for (one, second) in [(place, other), (other, place)] where !(replies[one]?.contains(second) ?? false) {
                replies[one, default: []].append(second)
            }
        }
        return replies
    }

    mutating func freeze(_ author: Terms.AuthorEntry) -> Author {
        let profile = author.profile
        let portrait = profile.flatMap { profile in
            profile.image.flatMap { portrait -> Article.Image? in
                // Without its own picture a profile is still one.
                let isLeftOut = picturePath(portrait.src, besides: profile.path).map(leftOutPictures.contains) ?? false
                return isLeftOut ? nil : image(portrait, besides: profile.path, report: &diagnostics)
            }
        }
        return Author(
            name: author.name, url: URLPatterns.fill(outlet.patterns.author, slug: author.slug), slug: author.slug,
            role: profile?.role,
            isOrganization: profile?.isOrganization ?? false, image: portrait, links: profile?.links ?? [],
            aliases: profile?.aliases ?? [],
            path: profile?.path,
            bio: profile.map { Array($0.file[$0.bodyStart...]) } ?? [], bioStart: profile?.bodyStart ?? 0,
            file: profile?.file ?? [],
            articles: author.articles.reversed())
    }
}
