import ArabicText
import Base
import Content

/// What is settled about all texts of a folder before the first is written: the site's settings, sections, addresses.
struct FolderPlan: Sendable {
    private(set) var items: [FolderItem]
    @Boxed private(set) var outlet: Outlet
    let settings: FolderSettings
    let options: ImportOptions
    let system: FolderSystem
    let files: FolderFiles
    private(set) var rows: [ReportRow] = []
    /// Places of items by the keys of their old addresses, and by paths without endings.
    private var byAddress: [UInt64: Int] = [:]
    private var byPath: [String: Int] = [:]
    /// Paths of items by their new addresses.
    private var residents: [Digest: String] = [:]
    /// Old addresses of pages that only templates filled, and where they lead.
    private(set) var leftOut: [String] = []
    private var replacements: [UInt64: String] = [:]
    /// New addresses of the lists of sections, tags and authors.
    private var lists: Set<Digest> = []
    /// Part of the address of a tag's page, by folded names.
    private(set) var tagSlugs: [String: String] = [:]
    /// Old lists of texts: their addresses.
    let listAddresses: [String]
    /// What precedes the old addresses of the language: empty, or `/ar`.
    let prefix: String
    /// Names of authors by the keys that texts have for them.
    let authorNames: [String: String]
    /// Comments by the paths of the texts that they are on.
    let comments: [String: [WordPressComment]]

    /// - Parameters:
    ///   - outlet: of the site that is there; nil where there is none yet.
    ///   - extends: whether its site.yaml is an import's own, so that sections may be added.
    init(
        _ reading: FolderReading, outlet known: Outlet?, extending extends: Bool, _ options: ImportOptions,
        state: ImportState
    ) throws(Diagnostic) {
        (items, settings, system, files) = (reading.items, reading.settings, reading.system, reading.files)
        (self.options, authorNames, comments) = (options, reading.authorNames, reading.comments)
        (listAddresses, prefix) = (reading.listAddresses, reading.prefix)
        self.outlet = known ?? Outlet(ofNewSite: "", address: .unknown, arabicMessages: options.arabic)
        nameSections(reading.lists)
        let (zone, row) = Self.zone(items, settings, options)
        if let row, known == nil { rows.append(ReportRow(row)) }
        let sections = self.items.filter { !$0.isPage && !$0.section.isEmpty }.map(\.section)
        let names = Self.byUse(sections)
        let style: SlugStyle = known?.slugStyle ?? .arabic
        let part = { (name: String) in
            known?.sections.first { folded($0.name) == folded(name) }?.slug ?? termSlug(name, style: style)
        }
        let pattern = AddressPattern(self.items.filter { !$0.isPage && $0.isPublic }, sectionPart: part)
        var outlet = known ?? Self.outlet(settings, zone, system, options)
        if known == nil {
            if settings.address.isEmpty { rows.append(ReportRow(.address, "https://example.org/")) }
            outlet.patterns.article = pattern.text
            outlet.sections = names.map { .init(ofNewSite: $0, slug: part($0), description: nil) }
            if pattern.kept * 5 < pattern.total * 4 {
                rows.append(ReportRow(.permalinks, "\(pattern.text): \(pattern.kept)/\(pattern.total)"))
            }
        } else if extends {
            let there = Set(outlet.sections.map { folded($0.name) })
            outlet.sections += names.filter { !there.contains(folded($0)) }
                .map { .init(ofNewSite: $0, slug: part($0), description: nil) }
        }
        self.outlet = outlet
        try settleSlugs(state)
        index()
        leaveTemplatesOut()
        nameLists()
    }

    /// Addresses of the lists that the new site makes by itself.
    private mutating func nameLists() {
        for item in items where !item.isPage && item.isPublic {
            for tag in item.tags where tagSlugs[spellingKey(tag)] == nil {
                let slug = termSlug(tag, style: outlet.slugStyle)
                tagSlugs[spellingKey(tag)] = slug
                lists.insert(URLPatterns.fill(outlet.patterns.tag, slug: slug).collisionDigest)
            }
            for name in authors(of: item) {
                let slug = termSlug(name, style: outlet.slugStyle)
                lists.insert(URLPatterns.fill(outlet.patterns.author, slug: slug).collisionDigest)
            }
        }
        for section in outlet.sections.indices { lists.insert(outlet.url(ofSection: section).collisionDigest) }
    }

    /// Names of those who wrote a text.
    func authors(of item: FolderItem) -> [String] {
        var names: [String] = []
        for author in item.value(FolderItem.authorKeys).items {
            let written = author["name"].text ?? author.text ?? ""
            // An address behind a name is nobody's business.
            let name = WordPressName.plain(String(written.prefix { $0 != "<" }))
            guard !name.isEmpty, !name.contains("@") else { continue }
            names.append(options.authors[name] ?? authorNames[name] ?? name)
        }
        return names.uniqued()
    }

    // MARK: - Settings

    private static func outlet(
        _ settings: FolderSettings, _ zone: Zone, _ system: FolderSystem, _ options: ImportOptions
    ) -> Outlet {
        // A folder may name none, and a site has one: this can belong to nobody.
        let address = (try? WebURL(settings.address.isEmpty ? "https://example.org/" : settings.address))
            .flatMap { try? SiteAddress($0) }
        let name = WordPressName.plain(settings.title)
        var outlet = Outlet(
            ofNewSite: name.isEmpty ? (settings.host.isEmpty ? "الموقع" : settings.host) : name,
            address: address ?? .unknown, arabicMessages: options.arabic)
        outlet.description =
            settings.values[any: ["description", "subtitle", "tagline"]].text.map { WordPressName.plain($0) }
            ?? settings.values["params"][any: ["description", "subtitle"]].text.map { WordPressName.plain($0) }
        let language = settings.language.replacing("_", with: "-").lowercased()
        let isTag = language.utf8.count >= 2 && language.utf8.prefix(2).allSatisfy { (0x61...0x7A).contains($0) }
        outlet.language = isTag ? String(language.prefix(2)) : "ar"
        outlet.zone = zone
        outlet.patterns.section = system.sectionPattern
        outlet.patterns.tag = system.tagPattern
        outlet.patterns.rss = system.feed
        if system == .hugo { outlet.pageSize = settings.listSize ?? 10 }
        return outlet
    }

    /// The zone that is stated, else the offset that most dates have.
    private static func zone(
        _ items: [FolderItem], _ settings: FolderSettings, _ options: ImportOptions
    ) -> (Zone, ReportRow.Finding?) {
        if let zone = options.zone { return (zone, nil) }
        if let name = settings.zoneName, let zone = try? Zone(name, in: ZoneDatabase()) { return (zone, nil) }
        var counts: [Int: Int] = [:]
        for item in items { if let offset = item.date?.offsetSeconds { counts[offset, default: 0] += 1 } }
        guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return (.utc, nil) }
        var text: [UInt8] = []
        text.append(offset: best, separator: ":")
        let name = String(decoding: text, as: UTF8.self)
        let zone = best == 0 ? .utc : (try? Zone(name, in: ZoneDatabase())) ?? .utc
        return (zone, counts.count > 1 ? .init(.zone, name) : nil)
    }

    /// A section that is but a folder's name has the title that its list states.
    private mutating func nameSections(_ lists: [FolderItem]) {
        var titles: [String: String] = [:]
        for list in lists {
            guard let folder = list.bundle?.split(separator: "/").last, !list.title.isEmpty else { continue }
            titles[String(folder)] = list.title
        }
        for place in items.indices {
            if let title = titles[items[place].section] { items[place].section = WordPressPlan.tagName(title) }
            if items[place].section.isEmpty, !items[place].isPage { items[place].section = options.section }
        }
    }

    private static func byUse(_ names: [String]) -> [String] {
        var uses: [String: (count: Int, first: Int, name: String)] = [:]
        for (place, name) in names.enumerated() { uses[folded(name), default: (0, place, name)].count += 1 }
        return uses.values.sorted { ($1.count, $0.first) < ($0.count, $1.first) }.map(\.name)
    }

    // MARK: - Addresses

    private mutating func settleSlugs(_ state: ImportState) throws(Diagnostic) {
        // What every site has belongs to no text.
        var taken = Dictionary(FixedPaths.pages.map { ($0.collisionDigest, -1) }) { first, _ in first }
        var paths = Set(try state.paths())
        let order = items.indices.sorted { one, other in
            let (a, b) = (state.has(system.key(items[one])), state.has(system.key(items[other])))
            return a == b ? one < other : a
        }
        for place in order {
            let item = items[place]
            let last = item.address.split(separator: "/").last.map(String.init) ?? item.name
            let named = ArabicText.slug(item.name, style: .arabic)
            let wanted =
                AddressPattern.slug(ofLast: last) ?? (named.isEmpty ? Digest(of: item.path).shortHex : named)
            var free = wanted
            var number = 2
            while let other = taken[key(items[place], free)], other != place {
                free = shortenedSlug(wanted) + "-\(number)"
                number += 1
            }
            taken[key(items[place], free)] = place
            items[place].slug = free
            if let known = try state[system.key(item)] {
                items[place].target = known.path
                continue
            }
            var name = named.isEmpty ? free : named
            number = 2
            while !paths.insert(path(of: item, named: name)).inserted {
                name = (named.isEmpty ? free : shortenedSlug(named)) + "-\(number)"
                number += 1
            }
            items[place].target = path(of: item, named: name)
        }
    }

    /// Drafts lie in one folder; what is published shares the site's addresses.
    private func key(_ item: FolderItem, _ slug: String) -> Digest {
        item.isDraft
            ? Digest(of: "draft/\(item.isPage)/\(slug)") : address(of: item, slug: slug).collisionDigest
    }

    private func path(of item: FolderItem, named name: String) -> String {
        if item.isPage { return "Content/pages/\(name).md" }
        guard item.isPublic, let day = item.date?.date else { return "Content/articles/drafts/\(name).md" }
        return "Content/articles/\(CivilText.year(day))/\(day.iso)-\(name).md"
    }

    /// Address in the new site.
    func address(of item: FolderItem) -> URLPath { address(of: item, slug: item.slug) }

    private func address(of item: FolderItem, slug: String) -> URLPath {
        if item.isPage { return URLPatterns.fill(outlet.patterns.page, slug: slug) }
        let date = stamp(of: item)?.date
        let digits = { (number: Int?, count: Int) -> String in
            let text = String(number ?? 0)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        return URLPatterns.fill(outlet.patterns.article) { name in
            switch name {
            case "slug", "id": slug
            case "year": digits(date?.year, 4)
            case "month": digits(date?.month, 2)
            case "day": digits(date?.day, 2)
            case "section": sectionSlug(item.section)
            default: ""
            }
        }
    }

    /// The day of the newest text: that of drafts that have none, which must be the same in every run.
    var lastDay: CivilDate { items.compactMap { $0.date?.date }.max() ?? outlet.zone.civil(options.now).date }

    func stamp(of item: FolderItem) -> Stamp? { item.date.flatMap { try? Stamp($0, zone: outlet.zone) } }

    private func sectionSlug(_ name: String) -> String {
        guard !name.isEmpty else { return "news" }
        return outlet.sectionNames.place(of: name).map { outlet.addressPart(ofSection: $0) }
            ?? termSlug(name, style: outlet.slugStyle)
    }

    /// Address of what lists the texts of a category or a tag; nil where nothing published has it.
    ///
    /// - Parameter isTag: which of two with one name is meant.
    func address(ofTerm name: String, isTag: Bool) -> URLPath? {
        let tag = tagSlugs[spellingKey(name)].map { URLPatterns.fill(outlet.patterns.tag, slug: $0) }
        if isTag, let tag { return tag }
        return outlet.sectionNames.place(of: name).map { outlet.url(ofSection: $0) } ?? tag
    }

    // MARK: - Pages without words

    /// Pages of which nothing is left when the templates are gone: lists, the search, the front page.
    private mutating func leaveTemplatesOut() {
        let plan = self
        let isTemplate = options.workers.map(items) { item in
            // What is long has words.
            item.isPage && item.isPublic && item.file.body.utf8.count < 20_000
                && FolderArticle(item, plan).file.body.isEmpty
        }
        guard isTemplate.contains(true) else { return }
        for (item, _) in zip(items, isTemplate).filter(\.1) {
            rows.append(ReportRow(.template, id: item.path, item.title))
            let key = ExportIndex.pathKey(settings.path(item.address))
            replacements[key] = replacement(for: item)
            for other in item.otherAddresses {
                replacements[ExportIndex.pathKey(settings.path(other))] = replacements[key]
            }
            leftOut.append(settings.path(item.address))
            leftOut += item.otherAddresses.map { settings.path($0) }
        }
        items = zip(items, isTemplate).filter { !$0.1 }.map(\.0)
        index()
    }

    /// The page of the new site that shows what a template of the old one did.
    private func replacement(for item: FolderItem) -> String {
        let names = [item.name, item.address, item.matter["layout"].text ?? ""].map { $0.lowercased() }
        let has = { (word: String) in names.contains { $0.contains(word) } }
        if has("archive") { return "/" + FixedPaths.archive.text }
        if has("search") { return "/" + FixedPaths.search.text }
        if has("tag"), items.contains(where: { $0.isPublic && !$0.tags.isEmpty }) { return "/" + FixedPaths.tags.text }
        return "/"
    }

    /// Where something leads now that no text took the place of; nil for what is none of these.
    func replacement(at path: String) -> String? { replacements[ExportIndex.pathKey(path)] }

    /// Whether another text lives at a path, or every site has something there.
    func isTaken(_ path: URLPath, besides item: FolderItem) -> Bool {
        if FixedPaths.pages.contains(path) || lists.contains(path.collisionDigest) { return true }
        return residents[path.collisionDigest].map { $0 != item.path } ?? false
    }

    // MARK: - Finding

    private mutating func index() {
        (byAddress, byPath, residents) = ([:], [:], [:])
        for item in items where item.isPublic { residents[address(of: item).collisionDigest] = item.path }
        for (place, item) in items.enumerated() where item.isPublic {
            for address in item.otherAddresses.reversed() + [item.address] where !address.isEmpty {
                byAddress[ExportIndex.pathKey(settings.path(address))] = place
            }
        }
        let names = items.map { system.names(of: $0) }
        for (place, names) in names.enumerated() { byPath[names[0]] = place }
        for (place, names) in names.enumerated() {
            for name in names where byPath[name] == nil { byPath[name] = place }
        }
    }

    /// The text that had an address.
    func item(at path: String) -> FolderItem? { byAddress[ExportIndex.pathKey(path)].map { items[$0] } }

    /// The text of a file: its path, or the end of it, without its ending.
    func item(named name: String) -> FolderItem? {
        var words = CanonicalForm.nfc(name)
        if words.hasPrefix("/") { words.removeFirst() }
        if words.hasSuffix("/") { words.removeLast() }
        if let dot = words.lastIndex(of: "."),
            JekyllFolder.endings.contains(words[words.index(after: dot)...].lowercased())
        {
            words = String(words[..<dot])
        }
        for ending in ["/index", "/_index"] where words.hasSuffix(ending) {
            words = String(words.dropLast(ending.count))
        }
        return byPath[words].map { items[$0] }
    }
}
