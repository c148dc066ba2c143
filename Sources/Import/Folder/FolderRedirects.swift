import ArabicText
import Base
import Content

/// Rows for the old addresses of a folder that no article's alias answers: lists, feeds, files.
struct FolderRedirects {
    private(set) var rows: RedirectRows
    private let plan: FolderPlan
    private let articles: [FolderItem]

    /// - Parameters:
    ///   - pictures: that published texts show, by their paths in the folder.
    ///   - assets: that published texts link to, likewise.
    ///   - rows: those that are there already.
    init(_ plan: FolderPlan, pictures: [String: String], assets: [String: String], behind rows: RedirectRows) {
        (self.plan, self.rows) = (plan, rows)
        articles = plan.items.filter { $0.isPublic && !$0.isPage }
        switch plan.system {
        case .hugo: addHugo()
        case .jekyll: addJekyll()
        case .feed: addPages()
        }
        addFiles(pictures: pictures, assets: assets)
    }

    private mutating func addFiles(pictures: [String: String], assets: [String: String]) {
        for path in plan.leftOut where !path.isEmpty && path != "/" && plan.item(at: path) == nil {
            guard let place = plan.replacement(at: path) else { continue }
            rows.add([(path, place)])
            if plan.system == .hugo, path.hasSuffix("/") {
                rows.add([(path + "index.xml", "/" + plan.outlet.patterns.rss), (path + "page/1/", place)])
            }
        }
        for (source, name) in assets.sorted(by: { $0.key < $1.key }) {
            rows.add([(plan.system.address(ofFile: source), "/assets/uploads/" + name)])
        }
        for (source, name) in pictures.sorted(by: { $0.key < $1.key }) where assets[source] == nil {
            rows.add([(plan.system.address(ofFile: source), "/media/articles/uploads/" + name)])
        }
    }

    // MARK: - Hugo

    private mutating func addHugo() {
        let feed = "/" + plan.outlet.patterns.rss
        for list in plan.listAddresses {
            // A page of a text with the same name answers itself.
            if plan.item(at: list) == nil { rows.add([(list, "/"), (list + "index.xml", feed)]) }
            rows.add([(list + "page/*", "/")])
        }
        let base = plan.prefix
        if !base.isEmpty { rows.add([(base + "/", "/"), (base + "/index.xml", feed)]) }
        rows.add([(base + "/page/*", "/"), (base + "/categories/", "/"), (base + "/categories/index.xml", feed)])
        // The list of all tags is a page of every site.
        let tags = "/" + FixedPaths.tags.text
        rows.add([(base + "/tags/", tags), (base + "/tags/index.xml", feed)])
        rows.add([(base + "/categories/page/*", "/"), (base + "/tags/page/*", tags)])
        for item in plan.items where item.isPublic && item.path.holds("/_index.") {
            let address = "/" + plan.address(of: item).text
            rows.add([(item.address + "index.xml", feed), (item.address + "page/1/", address)])
        }
        addTerms(base + "/categories/", isTag: false) {
            FolderItem.words($0.value(FolderItem.categoryKeys), atBlanks: false)
        }
        addTerms(base + "/tags/", isTag: true) { FolderItem.words($0.value(["tags", "tag"]), atBlanks: false) }
        // Other lists that the site made of what its texts state.
        for name in plan.settings.values["taxonomies"].entries.compactMap(\.value.text) {
            guard !["categories", "tags"].contains(name) else { continue }
            let part = base + "/" + OldAddress.hugoPart(name) + "/"
            if name == "authors" || name == "author" {
                addAuthors(part)
            } else {
                rows.add([(part, "/"), (part + "*", "/")])
            }
        }
    }

    private mutating func addAuthors(_ base: String) {
        let index = "/" + FixedPaths.authors.text
        let feed = "/" + plan.outlet.patterns.rss
        rows.add([(base, index), (base + "index.xml", feed), (base + "page/*", index)])
        for name in articles.flatMap({ $0.value(FolderItem.authorKeys).texts }).uniqued() {
            let slug = termSlug(
                plan.options.authors[name] ?? plan.authorNames[name] ?? name, style: plan.outlet.slugStyle)
            let address = "/" + URLPatterns.fill(plan.outlet.patterns.author, slug: slug).text
            let old = base + OldAddress.hugoPart(name) + "/"
            rows.add([(old, address), (old + "index.xml", feed), (old + "page/*", address)])
        }
    }

    private mutating func addTerms(_ base: String, isTag: Bool, _ names: (FolderItem) -> [String]) {
        var uses: [String: Int] = [:]
        for item in plan.items where item.isPublic { for name in names(item) { uses[name, default: 0] += 1 } }
        let feeds = plan.outlet.services.feeds
        for (name, count) in uses.sorted(by: { bytesPrecede($0.key, $1.key) }) {
            let old = base + OldAddress.hugoPart(name) + "/"
            guard let address = plan.address(ofTerm: name, isTag: isTag) else {
                rows.add([(old, "/"), (old + "*", "/")])
                continue
            }
            let section = plan.outlet.sections.indices.first { plan.outlet.url(ofSection: $0) == address }
            let here = section == nil ? count : articles.count { folded($0.section) == folded(name) }
            rows.addList(
                old, "/" + address.text, (count, here), plan.outlet,
                size: plan.settings.listSize ?? 10, feed: "index.xml",
                hasFeed: (section == nil ? feeds.tags : feeds.sections).contains(.rss))
            // Hugo writes the first page of a list under a number, too.
            rows.add([(old + "page/1/", "/" + address.text)])
        }
    }

    // MARK: - Feeds

    private mutating func addPages() {
        for item in plan.items where item.isPage && item.isPublic && !item.address.isEmpty {
            rows.add([(plan.settings.path(item.address), "/" + plan.address(of: item).text)])
        }
    }

    // MARK: - Jekyll

    /// Pages of the front page's list, where it has any.
    private mutating func addJekyll() {
        guard let size = plan.settings.listSize, articles.count > size else { return }
        let pattern = plan.settings.values["paginate_path"].text ?? "/page:num/"
        for number in 2...((articles.count + size - 1) / size) {
            let path = pattern.replacing(":num", with: "\(number)")
            rows.add([(path.hasPrefix("/") ? path : "/" + path, "/")])
        }
    }
}
