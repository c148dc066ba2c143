import Content

/// Which stories stand where on a front, each once: what the editors placed first, then what is newest, then what each
/// block has left.
struct FrontPlan {
    private let site: Site
    private var shown: Set<Int>

    /// - Parameter front: the front page's, or a section's.
    init(_ site: Site, _ front: FrontPage) {
        self.site = site
        shown = Set(front.slots + (front.blocks ?? []).flatMap(\.stories))
    }

    /// The first stories that stand nowhere yet.
    mutating func take(_ count: Int, of stories: some Sequence<Int>) -> [Int] {
        var taken: [Int] = []
        for story in stories {
            if taken.count == count { break }
            if shown.insert(story).inserted { taken.append(story) }
        }
        return taken
    }

    /// All of them that the editors placed nowhere.
    mutating func rest(of stories: [Int]) -> [Int] { take(stories.count, of: stories) }

    /// A block of four for each section at the top, as a front page has them that editors did not order; what lies
    /// beneath a section has its stories among that one's.
    mutating func sections() -> [ListPage.Block] {
        site.sections.indices.filter { site.sections[$0].ancestors.isEmpty }.map {
            ListPage.Block(section: $0, items: take(4, of: site.sections[$0].articles))
        }
    }

    /// Those that show something.
    mutating func blocks(_ blocks: [FrontPage.Block]) -> [ListPage.Block] {
        var planned: [ListPage.Block] = []
        for block in blocks {
            let items: [Int]
            var rows: ArraySlice<DataValue> = []
            switch block.source {
            case .section(let index): items = take(block.limit, of: site.sections[index].articles)
            case .tag(let index): items = take(block.limit, of: site.tags[index].articles)
            case .author(let index): items = take(block.limit, of: site.authors[index].articles)
            case .stories(let stories): items = Array(stories.prefix(block.limit))
            case .data(let index):
                // A list of its own: of what is read most, nothing may be missing because it also stands at the top.
                rows = site.data[index].rows.prefix(block.limit)
                items = rows.flatMap { $0.stories.prefix(1) }
            }
            guard !items.isEmpty || !rows.isEmpty else { continue }
            planned.append(
                ListPage.Block(
                    section: block.section, items: items, rows: Array(rows), chosen: block, number: planned.count + 1))
        }
        return planned
    }
}

extension FrontPage.Block {
    fileprivate var section: Int? { if case .section(let index) = source { index } else { nil } }

    /// What stands above it in the words of `site`; nil of data and of stories without a title.
    func title(in site: Site) -> String? {
        switch source {
        case .section(let index): title ?? site.sections[index].name
        case .tag(let index): title ?? site.tags[index].name
        case .author(let index): title ?? site.authors[index].name
        case .data, .stories: title
        }
    }

    /// Where its title leads.
    func target(in site: Site) -> Outlet.Link.Target? {
        switch source {
        case .section(let index): link?.target ?? .page(site.sections[index].url)
        case .tag(let index): link?.target ?? .page(site.tags[index].url)
        case .author(let index): link?.target ?? .page(site.authors[index].url)
        case .data, .stories: link?.target
        }
    }

    /// As templates know it.
    var kind: String {
        switch source {
        case .section: "section"
        case .tag: "tag"
        case .author: "author"
        case .data: "data"
        case .stories: "stories"
        }
    }
}
