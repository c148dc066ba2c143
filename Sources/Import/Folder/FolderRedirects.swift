import ArabicText
import Base
import Content

/// Rows for the old addresses of a folder that no article's alias answers: lists, feeds, files.
struct FolderRedirects {
    private(set) var rows = RedirectRows()
    private let plan: FolderPlan
    private let articles: [FolderItem]

    /// - Parameters:
    ///   - pictures: that published texts show, by their paths in the folder.
    ///   - assets: that published texts link to, likewise.
    init(_ plan: FolderPlan, pictures: [String: String], assets: [String: String]) {
        self.plan = plan
        articles = plan.items.filter { $0.isPublic && !$0.isPage }
        switch plan.system {
        case .hugo: addHugo()
        case .jekyll: addJekyll()
        }
        for path in plan.leftOut where !path.isEmpty && path != "/" && plan.item(at: path) == nil {
            if let place = plan.replacement(at: path) { rows.add([(path, place)]) }
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
            let path = list.hasSuffix("/") ? list : list + "/"
            guard plan.item(at: path) == nil else { continue }
            rows.add([(path, "/"), (path + "page/*", "/"), (path + "index.xml", feed)])
        }
        // A folder is a list, whether it says anything or not.
        let folders = articles.compactMap { plan.system.folder(of: $0) }.uniqued()
        for folder in folders where !plan.listAddresses.contains("/" + folder + "/") {
            rows.add([("/\(folder)/", "/"), ("/\(folder)/page/*", "/"), ("/\(folder)/index.xml", feed)])
        }
        rows.add([("/page/*", "/"), ("/categories/", "/")])
        // The list of all tags is a page of this site, too.
        if plan.tagSlugs.isEmpty { rows.add([("/tags/", "/")]) }
        addTerms("/categories/", isTag: false) { FolderItem.words($0.value(FolderItem.categoryKeys), atBlanks: false) }
        addTerms("/tags/", isTag: true) { FolderItem.words($0.value(["tags", "tag"]), atBlanks: false) }
    }

    private mutating func addTerms(_ base: String, isTag: Bool, _ names: (FolderItem) -> [String]) {
        var uses: [String: Int] = [:]
        for item in articles { for name in names(item) { uses[name, default: 0] += 1 } }
        let feeds = plan.outlet.services.feeds
        for (name, count) in uses.sorted(by: { bytesPrecede($0.key, $1.key) }) {
            guard let address = plan.address(ofTerm: name, isTag: isTag) else { continue }
            let section = plan.outlet.sections.first {
                URLPatterns.fill(plan.outlet.patterns.section, slug: $0.slug) == address
            }
            let here = section == nil ? count : articles.count { folded($0.section) == folded(name) }
            rows.addList(
                base + OldAddress.hugoPart(name) + "/", "/" + address.text, (count, here), plan.outlet,
                size: plan.settings.listSize ?? 10, feed: "index.xml",
                hasFeed: (section == nil ? feeds.tags : feeds.sections).contains(.rss))
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
