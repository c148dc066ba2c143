import ArabicText
import Base

/// Gathers what the files state and resolves it to one `Site`. Lives only while a site is loaded.
struct SiteLoader<Tree: FileTree> {
    let outlet: Outlet
    let options: LoadOptions
    /// Of site.yaml; nil where it could not be read, so that nothing is kept of what articles say without it.
    let settings: Digest?
    let tree: Tree
    var diagnostics: [Diagnostic] = []

    /// In the order of their paths.
    private(set) var manuscripts: [ReadManuscript] = []
    /// By path, those whose front matter is in error, with what its single lines say of whether readers may have them.
    private var readByLine: [String: ReadManuscript] = [:]
    private var profiles: [Profile] = []
    private var pages: [(page: StandingPage, order: Int)] = []
    private var pictures: [String: Picture] = [:]
    private var damagedPictures: Set<String> = []
    private var leftOutPictures: Set<String> = []
    private var assets: [String: FileEntry] = [:]

    init(outlet: Outlet, settings: Digest?, options: LoadOptions, tree: Tree) {
        self.outlet = outlet
        self.settings = settings
        self.options = options
        self.tree = tree
    }

    // MARK: Reading

    mutating func read(_ folder: ContentFolder) {
        let (outlet, tree) = (outlet, tree)
        let cache = settings == nil ? ManuscriptCache() : options.cache ?? ManuscriptCache()
        let settings = settings ?? Digest(of: "")
        let kept: [Result<ReadManuscript, Diagnostic>] = options.workers.map(folder.articles) { entry in
            Result { () throws(Diagnostic) in
                try cache.manuscript(in: entry, settings: settings) { () throws(Diagnostic) in
                    try tree.read(entry.path)
                } parse: { file, digest in
                    let read = readManuscript(file, path: entry.path, outlet: outlet, digest: digest)
                    return .init(read.manuscript, read.diagnostics)
                }
            }
        }
        manuscripts.reserveCapacity(kept.count)
        for result in kept {
            switch result {
            case .success(let kept):
                manuscripts.append(kept)
                if !kept.diagnostics.isEmpty { diagnostics += kept.diagnostics }
            case .failure(let problem): diagnostics.append(problem)
            }
        }
        for kept in manuscripts where kept.diagnostics.contains(where: { $0.severity == .error }) {
            do throws(Diagnostic) {
                let file = try tree.read(kept.manuscript.path)
                var manuscript = kept.manuscript
                Withdrawal(in: file, path: manuscript.path, zone: outlet.zone).apply(to: &manuscript)
                readByLine[manuscript.path] = .init(manuscript, [])
            } catch {
                diagnostics.append(error)
            }
        }
        profiles = gather(folder.authors) { readProfile($0, path: $1) }
        pages = gather(folder.pages) { readStandingPage($0, path: $1, outlet: outlet) }
        for asset in folder.assets { assets[asset.path] = asset }
        // One that cannot be read is an error where it is published.
        diagnostics += options.workers.map(folder.assets.filter(\.isWrittenByHand)) { asset in
            (try? tree.read(asset.path)).flatMap { .conflict(in: $0, path: asset.path) }
        }.compactMap { $0 }
        let leftOut = options.leftOut
        leftOutPictures = Set(folder.pictures.map(\.path).filter(leftOut.contains).map(CanonicalForm.nfc))
        let files = leftOutPictures.isEmpty ? folder.pictures : folder.pictures.filter { !leftOut.contains($0.path) }
        let read: [Result<Picture, Diagnostic>] = options.workers.map(files) { entry in
            let url = URLPath("media/" + CanonicalForm.nfc(String(entry.path.dropFirst("Content/".count))))
            return Result { () throws(Diagnostic) in try readPicture(entry, in: tree, url: url) }
        }
        for (entry, result) in zip(files, read) {
            switch result {
            case .success(let picture): pictures[CanonicalForm.nfc(picture.path)] = picture
            case .failure(let problem):
                damagedPictures.insert(CanonicalForm.nfc(entry.path))
                diagnostics.append(problem)
            }
        }
    }

    /// Reads the files in parallel; keeps their order.
    private mutating func gather<Value: Sendable>(
        _ entries: [FileEntry], _ read: @Sendable ([UInt8], String) -> (Value?, [Diagnostic])
    ) -> [Value] {
        let tree = tree
        return collect(
            options.workers.map(entries) { entry in
                do throws(Diagnostic) {
                    return read(try tree.read(entry.path), entry.path)
                } catch {
                    return (nil, [error])
                }
            })
    }

    private mutating func collect<Value>(_ results: [(value: Value?, diagnostics: [Diagnostic])]) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(results.count)
        for result in results {
            if !result.diagnostics.isEmpty { diagnostics += result.diagnostics }
            if let value = result.value { values.append(value) }
        }
        return values
    }

    // MARK: Freezing

    mutating func freeze(_ folder: ContentFolder) -> Site {
        checkIdentities()
        remarkUnusualDates()
        let withdrawn = withdrawnOfLeftOut
        let (shown, gone) = publicManuscripts(withdrawn)
        var terms = Terms(outlet: outlet, profiles: profiles)
        for index in shown.indices.reversed() { terms.add(shown[index], at: index) }
        diagnostics += terms.diagnostics
        for kept in shown where !kept.manuscript.toldChanges.isEmpty {
            diagnostics += kept.manuscript.changesAhead(of: options.now)
        }
        // Most sites name no article in another, and then the names of all need not be gathered.
        let isAsked = folder.frontPage != nil || manuscripts.contains { !$0.manuscript.related.isEmpty }
        let names =
            isAsked
            ? ArticleTargets(
                shown, gone: gone, unpublished: manuscripts.filter { isUnpublished($0) },
                leftOut: options.leftOut.subtracting(withdrawn))
            : ArticleTargets([], gone: [], unpublished: [], leftOut: [])
        let looker = ReferenceResolver(self, terms, names)
        let articles = looker.frozen(shown, areListed: true)
        let tombstones = looker.frozen(gone, areListed: false)
        diagnostics += articles.diagnostics + tombstones.diagnostics
        // Read once: what is shown and when it changes must come of the same bytes.
        let (plan, problems) = frontPageFields(folder)
        diagnostics += problems
        let frontPage = frontPage(plan, articles.articles, terms, names)
        let ordered = pages.sorted { ($0.order, $0.page.path) < ($1.order, $1.page.path) }.map(\.page)
        let authors = terms.authors.map { freeze($0) }
        let logo = outlet.logo.flatMap { ownPicture($0, at: outlet.place(of: "logo")) }
        let icons = ownPictures(outlet.services.icons, "icons", usual: ["icon.svg", "icon-192.png", "icon-512.png"])
        let shareImage = ownPictures(
            outlet.services.shareImage.map { [$0] }, "share_image", usual: ["og.png", "og.jpg"]
        ).first
        return Site(
            outlet: outlet, settings: settings ?? Digest(of: ""), articles: articles.articles,
            sections: terms.frozenSections,
            tags: terms.frozenTags,
            authors: authors,
            pages: ordered, frontPage: frontPage, tombstones: tombstones.articles,
            lastPages: options.lastPages.filter { !withdrawn.contains($0.key) },
            awaited: awaited(withdrawn, articles.articles),
            heldBack: heldBack, withdrawn: withdrawn, waiting: waiting, embargo: embargo, pictures: pictures,
            damagedPictures: damagedPictures, leftOutPictures: leftOutPictures, logo: logo, icons: icons,
            shareImage: shareImage, assets: folder.assets,
            isPreview: options.showsUnpublished, nextChange: nextChange(plan))
    }

    private func isUnpublished(_ kept: ReadManuscript) -> Bool {
        kept.isUnpublished(at: options.now) || options.leftOut.contains(kept.manuscript.path)
    }

    /// The paths of the left-out articles that leave the site all the same.
    private var withdrawnOfLeftOut: Set<String> {
        guard !options.leftOut.isEmpty else { return [] }
        return Set(manuscripts.map(\.manuscript.path).filter { options.leftOut.contains($0) }).intersection(
            withdrawn.map(\.path))
    }

    /// Where another article has the address, nobody waits for this one's.
    private func awaited(_ withdrawn: Set<String>, _ articles: [Article]) -> [String: URLPath] {
        let new = options.leftOut.subtracting(withdrawn).filter { options.lastPages[$0] == nil }
        guard !new.isEmpty else { return [:] }
        let taken = Set(articles.map { Digest(of: $0.url.text) })
        let urls = manuscripts.lazy.map(\.manuscript).filter {
            new.contains($0.path) && !taken.contains(Digest(of: $0.url.text))
        }
        return Dictionary(urls.map { ($0.path, $0.url) }) { first, _ in first }
    }

    /// All that readers may not have, or not any more.
    var withdrawn: [WithdrawnArticle] {
        manuscripts.compactMap { kept in
            let kept = byLine(kept)
            let (status, isUnpublished) = (
                kept.status(at: options.now), !options.showsUnpublished && kept.isUnpublished(at: options.now)
            )
            guard status != .standing || isUnpublished else { return nil }
            return WithdrawnArticle(path: kept.manuscript.path, keepsHeadline: !isUnpublished && status != .removed)
        }
    }

    private func byLine(_ kept: ReadManuscript) -> ReadManuscript {
        readByLine.isEmpty ? kept : readByLine[kept.manuscript.path] ?? kept
    }

    private var waiting: [String: String] {
        guard !options.showsUnpublished else { return [:] }
        let unpublished = manuscripts.lazy.map { byLine($0) }.filter { $0.isUnpublished(at: options.now) }
        return Dictionary(unpublished.map { ($0.manuscript.identity, $0.manuscript.path) }) { first, _ in first }
    }

    private var embargo: Embargo? {
        guard !options.showsUnpublished else { return nil }
        var embargo: Embargo?
        for kept in manuscripts {
            let manuscript = byLine(kept).manuscript
            guard !manuscript.isDraft, let hour = manuscript.date?.instant, hour > options.now else { continue }
            let (first, last) = (min(embargo?.first ?? hour, hour), max(embargo?.last ?? hour, hour))
            embargo = Embargo(articles: (embargo?.articles ?? 0) + 1, first: first, last: last)
        }
        return embargo
    }

    /// Years that hardly anybody means: a digit was lost or gained, or two were swapped.
    private mutating func remarkUnusualDates() {
        let soon = options.now.seconds + 2 * 366 * 86400
        for kept in manuscripts {
            guard !kept.manuscript.isDraft, let date = kept.manuscript.date,
                date.date.year < 1900 || date.instant.seconds > soon
            else { continue }
            let isEarly = date.date.year < 1900
            diagnostics.append(
                Diagnostic(
                    .advice, id: "unusual-date",
                    Message(
                        en:
                            "the year \(date.date.year) is "
                            + "\(isEarly ? "before 1900" : "more than two years ahead, and until then nobody sees this article"); is it the one that is meant?",
                        ar:
                            "السنة \(date.date.year) "
                            + "\(isEarly ? "قبل 1900" : "بعد أكثر من سنتين، ولن تُرى هذه المادة قبلها")؛ فهل هي "
                            + "المقصودة؟"
                    ),
                    at: place(of: "date", in: kept.manuscript.path)))
        }
    }

    /// Where a key's value stands in an article, which is read again for it.
    private func place(of key: String, in path: String) -> Location {
        guard let file = try? tree.read(path), let text = try? SourceText(file, path: path),
            let matter = try? FrontMatter(of: text.bytes, path: path, textKeys: Vocabulary.articleText),
            let (yaml, _) = try? matter.yaml()
        else { return Location(path: path) }
        return Fields(yaml, .article, path: path).place(of: key)
    }

    /// The identities of the articles that are left out; of one that cannot be read, what its path would give.
    private var heldBack: Set<String> {
        guard !options.leftOut.isEmpty else { return [] }
        let read = manuscripts.filter { options.leftOut.contains($0.manuscript.path) }.map {
            byLine($0).manuscript.identity
        }
        return Set(read).union(options.leftOut.map { Manuscript.stem(of: $0) })
    }

    /// An id is neither that of another article nor its path, by which goes what has no id.
    private mutating func checkIdentities() {
        var holders: [Digest: Int] = [:]
        var lengths: Set<Int> = []
        for (place, kept) in manuscripts.enumerated() {
            guard let id = kept.manuscript.id else { continue }
            lengths.insert(id.utf8.count)
            if let other = holders.updateValue(place, forKey: Digest(of: id)) {
                reportSharedIdentity(of: place, with: other)
            }
        }
        guard !holders.isEmpty else { return }
        for (place, kept) in manuscripts.enumerated() {
            // To measure a path is cheaper than to cut it out, and hardly one is as long as an id.
            guard kept.manuscript.id == nil, lengths.contains(kept.manuscript.stemLength) else { continue }
            if let holder = holders[Digest(of: kept.manuscript.stem)] { reportSharedIdentity(of: holder, with: place) }
        }
    }

    private mutating func reportSharedIdentity(of place: Int, with otherPlace: Int) {
        let (holder, other) = (manuscripts[place].manuscript, manuscripts[otherPlace].manuscript)
        let isPath = other.id == nil
        diagnostics.append(
            Diagnostic(
                id: "duplicate-id",
                Message(
                    en: "each article has an id of its own; “\(holder.identity)” is also that of \(other.path)"
                        + (isPath ? ", which goes by its path; write another" : ""),
                    ar: "لكل مقال معرّف خاص به؛ «\(holder.identity)» هو أيضًا معرّف \(other.path)"
                        + (isPath ? " الذي يُعرف بمساره؛ اكتب غيره" : "")),
                at: holder.idLocation ?? Location(path: holder.path)))
    }

    /// The newest first, ties by path; what is held is in neither list.
    ///
    /// - Parameter withdrawn: broken articles that were taken back all the same.
    private func publicManuscripts(_ withdrawn: Set<String>) -> (shown: [ReadManuscript], gone: [ReadManuscript]) {
        // They come in the order of their paths, so that of two with one date the one with the smaller number is first.
        var order: [(date: Int, number: Int)] = []
        order.reserveCapacity(manuscripts.count)
        for (number, kept) in manuscripts.enumerated() {
            let isPublic =
                options.leftOut.contains(kept.manuscript.path)
                ? withdrawn.contains(kept.manuscript.path) && !byLine(kept).isUnpublished(at: options.now)
                    && lastPage(of: kept) != nil
                : options.showsUnpublished || !isUnpublished(kept)
            guard isPublic else { continue }
            order.append((kept.manuscript.date?.instant.seconds ?? 0, number))
        }
        order.sort { ($1.date, $0.number) < ($0.date, $1.number) }
        var shown: [ReadManuscript] = []
        shown.reserveCapacity(order.count)
        var gone: [ReadManuscript] = []
        for (_, number) in order {
            let kept = manuscripts[number]
            if let url = lastPage(of: kept) {
                gone.append(byLine(kept).withdrawn(at: url))
            } else if kept.status(at: options.now) == .standing {
                shown.append(kept)
            } else {
                gone.append(kept)
            }
        }
        guard !options.leftOut.isEmpty else { return (shown, gone) }
        // Where another has the address by now, it shows no notice.
        let taken = Set(shown.map { Digest(of: $0.manuscript.url.text) })
        return (shown, gone.filter { lastPage(of: $0) == nil || !taken.contains(Digest(of: $0.manuscript.url.text)) })
    }

    /// What readers still find of an article that is left out.
    private func lastPage(of kept: ReadManuscript) -> URLPath? { options.lastPages[kept.manuscript.path] }

    private mutating func freeze(_ author: Terms.AuthorEntry) -> Author {
        let profile = author.profile
        let portrait = profile.flatMap { profile in
            profile.image.flatMap { portrait -> Article.Image? in
                // Without its own picture a profile is still one.
                let isLeftOut = picturePath(portrait.src, besides: profile.path).map(leftOutPictures.contains) ?? false
                return isLeftOut ? nil : image(portrait, besides: profile.path, report: &diagnostics)
            }
        }
        return Author(
            name: author.name, url: URLPatterns.fill(outlet.patterns.author, slug: author.slug), role: profile?.role,
            isOrganization: profile?.isOrganization ?? false, image: portrait, links: profile?.links ?? [],
            path: profile?.path,
            bio: profile.map { Array($0.file[$0.bodyStart...]) } ?? [], bioStart: profile?.bodyStart ?? 0,
            file: profile?.file ?? [],
            articles: author.articles.reversed())
    }

    /// Resolves what articles say of others, each for itself.
    private struct ReferenceResolver: Sendable {
        let loader: SiteLoader
        let terms: Terms
        let targets: ArticleTargets

        init(_ loader: SiteLoader, _ terms: Terms, _ targets: ArticleTargets) {
            (self.loader, self.terms, self.targets) = (loader, terms, targets)
        }

        /// - Parameter areListed: whether these are the site's articles, or those that are in no list.
        func frozen(_ manuscripts: [ReadManuscript], areListed: Bool) -> (
            articles: [Article], diagnostics: [Diagnostic]
        ) {
            let frozen = loader.options.workers.map(Array(manuscripts.indices)) { place in
                freeze(manuscripts[place], at: areListed ? place : nil)
            }
            return (frozen.map(\.article), frozen.flatMap(\.diagnostics))
        }

        private func freeze(_ kept: ReadManuscript, at index: Int?) -> (article: Article, diagnostics: [Diagnostic]) {
            var diagnostics: [Diagnostic] = []
            var related: [Int] = []
            for word in kept.manuscript.related {
                guard let found = targets.index(of: word.text) else {
                    diagnostics.append(targets.problem(with: word))
                    continue
                }
                if found != index, !related.contains(found) { related.append(found) }
            }
            let resolved = Article.Resolved(
                bylines: terms.bylines(of: kept), section: terms.section(of: kept), tags: terms.tags(of: kept),
                image: kept.manuscript.image.flatMap {
                    loader.image($0, besides: kept.manuscript.path, report: &diagnostics)
                },
                related: related, status: kept.status(at: loader.options.now),
                isUnpublished: kept.isUnpublished(at: loader.options.now))
            return (Article(kept, resolved), diagnostics)
        }
    }

    // MARK: References

    private func image(_ image: Manuscript.Image, besides path: String, report diagnostics: inout [Diagnostic])
        -> Article.Image?
    {
        func shown(_ picture: Picture) -> Article.Image {
            .init(
                picture: picture, alt: image.alt ?? "", caption: image.caption, credit: image.credit, focus: image.focus
            )
        }
        guard let target = picturePath(image.src, besides: path) else {
            diagnostics.append(Self.missingPicture(image.src, besides: path, at: image.location, among: pictures))
            return nil
        }
        if let picture = pictures[target] { return shown(picture) }
        if damagedPictures.contains(target) { return nil }
        if leftOutPictures.contains(target) {
            diagnostics.append(.leftOutPicture(image.src, at: image.location))
            return nil
        }
        guard let asset = assets[target] else {
            diagnostics.append(Self.missingPicture(image.src, besides: path, at: image.location, among: pictures))
            return nil
        }
        let url = URLPath("assets/" + CanonicalForm.nfc(String(asset.path.dropFirst("Content/assets/".count))))
        do throws(Diagnostic) {
            return shown(try readPicture(asset, in: tree, url: url))
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    private static func missingPicture(
        _ src: String, besides path: String, at location: Location, among pictures: [String: Picture]
    )
        -> Diagnostic
    {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/") + "/"
        let near = pictures.keys.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }.sorted(
            by: bytesPrecede)
        return .missingPicture(src, at: location, near: near)
    }

    // MARK: The outlet's own pictures

    /// A file of `Content/assets` that site.yaml names. It may be an SVG: it lies among the outlet's own, trusted
    /// files.
    private mutating func ownPicture(_ name: String, at place: Location) -> Picture? {
        let plain =
            ["/assets/", "assets/"].first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) } ?? name
        let path = "Content/assets/" + CanonicalForm.nfc(plain)
        guard let asset = assets[path] else {
            let names = assets.keys.map { String($0.dropFirst("Content/assets/".count)) }.sorted(by: bytesPrecede)
            diagnostics.append(.missingPicture(name, at: place, near: names))
            return nil
        }
        do throws(Diagnostic) {
            return try readPicture(
                asset, in: tree, url: URLPath(String(path.dropFirst("Content/".count))), allowsSVG: true)
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    /// What site.yaml names, else those of the usual names that are there.
    private mutating func ownPictures(_ names: [String]?, _ key: String, usual: [String]) -> [Picture] {
        let place = outlet.place(of: key)
        return (names ?? usual.filter { assets["Content/assets/" + $0] != nil }).compactMap {
            ownPicture($0, at: place)
        }
    }

    // MARK: The front page

    private mutating func frontPage(
        _ plan: FrontPagePlan?, _ articles: [Article], _ terms: Terms, _ targets: ArticleTargets
    ) -> FrontPage {
        guard let plan else { return .empty }
        var slots = FrontPageSlots(articles, terms, targets, now: options.now)
        let filled = slots.fill(plan)
        diagnostics += slots.diagnostics
        let breaking = plan.breaking.flatMap { bar in
            bar.until.map({ $0.instant > options.now }) ?? true
                ? FrontPage.Breaking(text: bar.text, link: bar.link) : nil
        }
        return FrontPage(slots: filled, breaking: breaking)
    }

    /// What frontpage.yaml states; nil where there is none or it cannot be read.
    func frontPageFields(_ folder: ContentFolder) -> (plan: FrontPagePlan?, diagnostics: [Diagnostic]) {
        guard let entry = folder.frontPage else { return (nil, []) }
        do throws(Diagnostic) {
            let text = try SourceText(try tree.read(entry.path), path: entry.path).settings(path: entry.path)
            let keys = Vocabulary.textKeys(of: [.frontPage, .slot, .breaking])
            let (clean, warnings) = cleaned(text, of: text, path: entry.path)
            let (yaml, misplaced) = try Yaml.parse(written: clean, keys: keys, path: entry.path)
            let (plan, problems) = readFrontPagePlan(yaml, path: entry.path, outlet: outlet)
            return (plan, warnings + misplaced + problems)
        } catch {
            return (nil, [error])
        }
    }
}

extension FileEntry {
    /// Text that people write and merge, not what programs put out.
    fileprivate var isWrittenByHand: Bool {
        let ending = path.utf8.lastIndex(of: UInt8(ascii: ".")).map { path[path.utf8.index(after: $0)...].lowercased() }
        return size <= 1 << 20 && ending.map { Self.textEndings.contains($0) } ?? false
    }

    private static let textEndings: Set<String> = [
        "css", "csv", "html", "htm", "js", "json", "md", "mjs", "svg", "tsv", "txt", "vtt", "webmanifest", "xml",
        "yaml", "yml",
    ]
}
