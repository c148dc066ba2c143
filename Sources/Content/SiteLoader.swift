import ArabicText
package import Base

/// Gathers what the files state and resolves it to one `Site`. Lives only while a site is loaded.
struct SiteLoader<Tree: FileTree> {
    let outlet: Outlet
    let options: LoadOptions
    let tree: Tree
    var diagnostics: [Diagnostic] = []
    var shelf: (kept: ManuscriptShelf, settings: Digest)?

    private(set) var manuscripts: [Manuscript] = []
    private var profiles: [Profile] = []
    private var pages: [(page: StandingPage, order: Int)] = []
    private var pictures: [String: Picture] = [:]
    private var assets: [String: FileEntry] = [:]

    init(outlet: Outlet, options: LoadOptions, tree: Tree) {
        self.outlet = outlet
        self.options = options
        self.tree = tree
    }

    // MARK: Reading

    mutating func read(_ folder: ContentFolder) {
        let outlet = outlet
        manuscripts = gather(folder.articles, shelf) { readManuscript($0, path: $1, outlet: outlet) }
        profiles = gather(folder.authors) { readProfile($0, path: $1) }
        pages = gather(folder.pages) { readStandingPage($0, path: $1, outlet: outlet) }
        for asset in folder.assets { assets[asset.path] = asset }
        let tree = tree
        let read: [Result<Picture, Diagnostic>] = options.workers.map(folder.pictures) { entry in
            let url = URLPath("media/" + CanonicalForm.nfc(String(entry.path.dropFirst("Content/".count))))
            return Result { () throws(Diagnostic) in try readPicture(entry, in: tree, url: url) }
        }
        for result in read {
            switch result {
            case .success(let picture): pictures[CanonicalForm.nfc(picture.path)] = picture
            case .failure(let problem): diagnostics.append(problem)
            }
        }
    }

    /// Reads the files in parallel; keeps their order. What a shelf holds of them is not read again.
    private mutating func gather<Value: Sendable>(
        _ entries: [FileEntry], _ read: @Sendable ([UInt8], String) -> (Value?, [Diagnostic])
    ) -> [Value] {
        let tree = tree
        return collect(options.workers.map(entries) { Self.result(of: $0, in: tree, read) })
    }

    private mutating func gather(
        _ entries: [FileEntry], _ shelf: (kept: ManuscriptShelf, settings: Digest)?,
        _ read: @Sendable ([UInt8], String) -> (Manuscript?, [Diagnostic])
    ) -> [Manuscript] {
        guard let shelf else { return gather(entries, read) }
        let tree = tree
        return collect(
            options.workers.map(entries) { entry in
                shelf.kept.manuscripts.value(for: entry.path, mark: .init(entry: entry, settings: shelf.settings)) {
                    Self.result(of: entry, in: tree, read)
                }
            })
    }

    private static func result<Value>(
        of entry: FileEntry, in tree: Tree, _ read: ([UInt8], String) -> (Value?, [Diagnostic])
    ) -> (Value?, [Diagnostic]) {
        do throws(Diagnostic) {
            return read(try tree.read(entry.path), entry.path)
        } catch {
            return (nil, [error])
        }
    }

    private mutating func collect<Value>(_ results: [(value: Value?, diagnostics: [Diagnostic])]) -> [Value] {
        for result in results { diagnostics += result.diagnostics }
        return results.compactMap(\.value)
    }

    // MARK: Freezing

    mutating func freeze(_ folder: ContentFolder) -> Site {
        checkIdentities()
        let (shown, gone) = publicManuscripts()
        var terms = Terms(outlet: outlet, profiles: profiles)
        for index in shown.indices.reversed() { terms.add(shown[index], at: index) }
        diagnostics += terms.diagnostics
        let targets = ArticleTargets(shown, outlet: outlet, held: manuscripts.filter { isHeld($0) })
        let articles = shown.indices.map { freeze(shown[$0], at: $0, terms, targets) }
        let tombstones = gone.map { freeze($0, at: nil, terms, targets) }
        let frontPage = frontPage(folder, articles, terms, targets)
        let ordered = pages.sorted { ($0.order, $0.page.path) < ($1.order, $1.page.path) }.map(\.page)
        let authors = terms.authors.enumerated().map { freeze($0.element) }
        let logo = outlet.logo.flatMap { ownPicture($0) }
        let icons = ownPictures(outlet.services.icons, usual: ["icon.svg", "icon-192.png", "icon-512.png"])
        let shareImage = ownPictures(outlet.services.shareImage.map { [$0] }, usual: ["og.png", "og.jpg"]).first
        return Site(
            outlet: outlet, articles: articles, sections: terms.frozenSections, tags: terms.frozenTags, authors: authors,
            pages: ordered, frontPage: frontPage, tombstones: tombstones, pictures: pictures, logo: logo, icons: icons,
            shareImage: shareImage, assets: folder.assets,
            isPreview: options.showsHeld)
    }

    private func isHeld(_ manuscript: Manuscript) -> Bool {
        manuscript.isHeld(at: options.now) || options.leftOut.contains(manuscript.path)
    }

    private mutating func checkIdentities() {
        var seen: [String: String] = [:]
        for manuscript in manuscripts {
            guard let id = manuscript.id else { continue }
            if let other = seen[id] {
                diagnostics.append(
                    Diagnostic(
                        id: "duplicate-id",
                        Message(
                            en: "each article has an id of its own; “\(id)” is also that of \(other)",
                            ar: "لكل مقال معرّف خاص به؛ «\(id)» هو أيضًا معرّف \(other)"),
                        at: manuscript.place(of: "id")))
            }
            seen[id] = manuscript.path
        }
    }

    /// The newest first, ties by path; what is held is in neither list.
    private func publicManuscripts() -> (shown: [Manuscript], gone: [Manuscript]) {
        let dated = manuscripts.filter { !options.leftOut.contains($0.path) && (options.showsHeld || !isHeld($0)) }
            .sorted { a, b in
                let (one, other) = (a.date?.instant ?? .epoch, b.date?.instant ?? .epoch)
                return one == other ? bytesPrecede(a.path, b.path) : one > other
            }
        var shown: [Manuscript] = []
        var gone: [Manuscript] = []
        for var manuscript in dated {
            if manuscript.status == .standing, let expires = manuscript.expires, expires.instant <= options.now {
                manuscript.status = .expired
            }
            if manuscript.status == .standing { shown.append(manuscript) } else { gone.append(manuscript) }
        }
        return (shown, gone)
    }

    private mutating func freeze(_ manuscript: Manuscript, at index: Int?, _ terms: Terms, _ targets: ArticleTargets) -> Article {
        let related = manuscript.related.compactMap { word in resolve(word, targets) }.filter { $0 != index }
        return Article(
            path: manuscript.path, identity: manuscript.identity, url: articleURL(manuscript, outlet: outlet),
            title: manuscript.title, kicker: manuscript.kicker, summary: manuscript.summary,
            date: manuscript.date ?? .epoch,
            updated: manuscript.updated,
            bylines: manuscript.bylines.compactMap { line in
                terms.author(line.name).map { .init(author: $0, role: line.role) }
            },
            section: manuscript.section.flatMap { terms.section($0.text) },
            tags: terms.tagIndexes(manuscript.tags.map(\.text)),
            image: manuscript.image.flatMap { image($0, besides: manuscript.path) },
            source: manuscript.source, kind: manuscript.kind,
            aliases: manuscript.aliases.map { .init(path: $0.path, location: $0.location) },
            corrections: manuscript.corrections.sorted { $0.date > $1.date }, series: manuscript.series,
            related: related.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            location: manuscript.location, allowsComments: manuscript.allowsComments, language: manuscript.language,
            extra: manuscript.extra, status: manuscript.status, isHeld: isHeld(manuscript),
            body: Array(manuscript.file[manuscript.bodyStart...]), bodyStart: manuscript.bodyStart, file: manuscript.file,
            digest: Digest(of: manuscript.file))
    }

    private mutating func freeze(_ author: Terms.AuthorEntry) -> Author {
        let profile = author.profile
        return Author(
            name: author.name, url: URLPatterns.fill(outlet.patterns.author, ["slug": author.slug]), role: profile?.role,
            isOrganization: profile?.isOrganization ?? false,
            image: profile.flatMap { profile in profile.image.flatMap { image($0, besides: profile.path) } },
            links: profile?.links ?? [], bio: profile.map { Array($0.file[$0.bodyStart...]) } ?? [], path: profile?.path,
            bioStart: profile?.bodyStart ?? 0, file: profile?.file ?? [], articles: author.articles.reversed())
    }

    // MARK: References

    /// The article that a word in front matter means; reports and gives nil where there is none.
    mutating func resolve(_ word: Manuscript.Word, _ targets: ArticleTargets) -> Int? {
        if let index = targets.index(of: word.text) { return index }
        diagnostics.append(targets.problem(with: word))
        return nil
    }

    private mutating func image(_ image: Manuscript.Image, besides path: String) -> Article.Image? {
        guard let target = picturePath(image.src, besides: path) else {
            diagnostics.append(Self.missingPicture(image.src, besides: path, at: image.location, among: pictures))
            return nil
        }
        if let picture = pictures[target] {
            return .init(
                picture: picture, alt: image.alt ?? "", caption: image.caption, credit: image.credit, focus: image.focus)
        }
        guard let asset = assets[target] else {
            diagnostics.append(Self.missingPicture(image.src, besides: path, at: image.location, among: pictures))
            return nil
        }
        let url = URLPath("assets/" + CanonicalForm.nfc(String(asset.path.dropFirst("Content/assets/".count))))
        do throws(Diagnostic) {
            let picture = try readPicture(asset, in: tree, url: url)
            return .init(
                picture: picture, alt: image.alt ?? "", caption: image.caption, credit: image.credit, focus: image.focus)
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    private static func missingPicture(_ src: String, besides path: String, at location: Location, among pictures: [String: Picture])
        -> Diagnostic
    {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/") + "/"
        let near = pictures.keys.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }.sorted(by: bytesPrecede)
        return .missingPicture(src, at: location, near: near)
    }

    // MARK: The outlet's own pictures

    /// A file of `Content/assets` that site.yaml names. It may be an SVG: it lies among the outlet's own, trusted files.
    private mutating func ownPicture(_ name: String) -> Picture? {
        let plain = ["/assets/", "assets/"].first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) } ?? name
        let path = "Content/assets/" + CanonicalForm.nfc(plain)
        guard let asset = assets[path] else {
            let names = assets.keys.map { String($0.dropFirst("Content/assets/".count)) }.sorted(by: bytesPrecede)
            diagnostics.append(.missingPicture(name, at: Location(path: "Content/site.yaml"), near: names))
            return nil
        }
        do throws(Diagnostic) {
            return try readPicture(asset, in: tree, url: URLPath(String(path.dropFirst("Content/".count))), allowsSVG: true)
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    /// What site.yaml names, else those of the usual names that are there.
    private mutating func ownPictures(_ names: [String]?, usual: [String]) -> [Picture] {
        (names ?? usual.filter { assets["Content/assets/" + $0] != nil }).compactMap { ownPicture($0) }
    }

    // MARK: The front page

    private mutating func frontPage(
        _ folder: ContentFolder, _ articles: [Article], _ terms: Terms, _ targets: ArticleTargets
    ) -> FrontPage {
        let (plan, problems) = frontPageFields(folder)
        diagnostics += problems
        guard let plan else { return .empty }
        var slots = FrontPageSlots(articles, terms, targets, now: options.now)
        let filled = slots.fill(plan)
        diagnostics += slots.diagnostics
        let breaking = plan.breaking.flatMap { bar in
            bar.until.map({ $0.instant > options.now }) ?? true
                ? FrontPage.Breaking(text: bar.text, target: bar.target) : nil
        }
        return FrontPage(slots: filled, breaking: breaking)
    }

    /// What frontpage.yaml states; nil where there is none or it cannot be read.
    func frontPageFields(_ folder: ContentFolder) -> (plan: FrontPagePlan?, diagnostics: [Diagnostic]) {
        guard let entry = folder.frontPage else { return (nil, []) }
        do throws(Diagnostic) {
            let text = try SourceText(try tree.read(entry.path), path: entry.path)
            let keys = Vocabulary.textKeys(of: [.frontPage, .slot, .breaking])
            let (clean, warnings) = cleaned(text.bytes, of: text.bytes, path: entry.path)
            let yaml = try Yaml.parse(LiteralText.quoted(clean[...], keys: keys), path: entry.path)
            let (plan, problems) = readFrontPagePlan(yaml, path: entry.path, outlet: outlet)
            return (plan, warnings + problems)
        } catch {
            return (nil, [error])
        }
    }
}

extension Diagnostic {
    /// - Parameter near: names of pictures that lie where this one was looked for.
    package static func missingPicture(_ src: String, at location: Location, near: [String]) -> Diagnostic {
        let hint = suggestion(for: src, among: near)
        return Diagnostic(
            id: "missing-picture",
            Message(
                en: "the picture “\(src)” is not there"
                    + (hint.map { "; did you mean “\($0)”?" } ?? "; put it beside this file, or under Content/assets and write /assets/…"),
                ar: "الصورة «\(src)» غير موجودة"
                    + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ ضعها بجانب هذا الملف، أو في Content/assets واكتب ‎/assets/…")),
            at: location)
    }
}

/// The file that a picture's address in `path` means: beside the file, or from the root of the site for `/assets/…`. Nil
/// where it leads out of `Content/` or to another site.
package func picturePath(_ src: String, besides path: String) -> String? {
    guard let decoded = percentDecoded(src), !decoded.contains("://") else { return nil }
    if decoded.hasPrefix("/") {
        return decoded.hasPrefix("/assets/") && !decoded.contains("..") ? CanonicalForm.nfc("Content" + decoded) : nil
    }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in decoded.split(separator: "/", omittingEmptySubsequences: false) {
        switch part {
        case ".": continue
        case "..":
            guard parts.count > 1 else { return nil }
            parts.removeLast()
        case "": return nil
        default: parts.append(String(part))
        }
    }
    return CanonicalForm.nfc(parts.joined(separator: "/"))
}

/// Where an article lives.
func articleURL(_ manuscript: Manuscript, outlet: Outlet) -> URLPath {
    let date = manuscript.date?.date
    func digits(_ number: Int?, _ count: Int) -> String {
        let text = String(number ?? 0)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    let day = "\(digits(date?.year, 4))-\(digits(date?.month, 2))-\(digits(date?.day, 2))"
    let section = manuscript.section.map { name in
        outlet.sections.first { folded($0.name) == folded(name.text) }?.slug ?? termSlug(name.text, style: outlet.slugStyle)
    }
    return URLPatterns.fill(
        outlet.patterns.article,
        [
            "slug": articleSlug(manuscript, day: day, style: outlet.slugStyle), "year": digits(date?.year, 4),
            "month": digits(date?.month, 2), "day": digits(date?.day, 2), "section": section ?? "news",
            "id": slug(manuscript.identity, style: .arabic),
        ])
}

private func articleSlug(_ manuscript: Manuscript, day: String, style: SlugStyle) -> String {
    let identity = slug(manuscript.identity, style: .arabic)
    if style == .id, manuscript.slug == nil, manuscript.id != nil { return identity }
    let found = slug(manuscript.slug ?? manuscript.nameWithoutDate, style: style == .id ? .arabic : style)
    if !found.isEmpty { return found }
    return identity.isEmpty ? "\(day)-\(Digest(of: manuscript.path).hex.prefix(8))" : "\(day)-\(identity)"
}
