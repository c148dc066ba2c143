import ArabicText
import Base
import Content

/// What is settled about all posts before the first is written: the site's zone and patterns, sections, addresses.
struct WordPressPlan: Sendable {
    private(set) var index: ExportIndex
    @Boxed private(set) var outlet: Outlet
    let options: ImportOptions
    /// Host of the old site.
    let host: String
    /// Scheme and host of the old site.
    let origin: String
    /// Places in `outlet.sections` by those of their categories in `index.terms`.
    private(set) var sections: [Int: Int] = [:]
    private(set) var rows: [ReportRow] = []
    /// Hours in which so many posts were changed that it was no change of theirs.
    private(set) var bulkHours: Set<Int> = []
    /// Name of the sections' pages by their terms' places.
    private var choice: SectionChoice { SectionChoice(index: index, shape: options.sections) }
    /// Address of the page that a tag's spellings share, by their folded names.
    private var tagSlugs: [String: String] = [:]
    let uploads: Uploads?

    /// - Parameters:
    ///   - outlet: of the site that is there; nil where there is none yet, or it is an import's own.
    ///   - state: what earlier runs wrote.
    ///   - extends: whether its site.yaml is an import's own, so that sections may be added.
    ///   - site: the folder that is written into.
    init(
        _ index: ExportIndex, outlet known: Outlet?, extending extends: Bool, _ options: ImportOptions,
        state: ImportState, site: DiskTree
    ) throws(Diagnostic) {
        self.options = options
        // The one copy, which is changed here: it is large.
        self.index = index
        let address = self.index.channel["wp:base_blog_url"] ?? self.index.channel["link"] ?? ""
        host = PictureAddress.host(address)
        origin = address.hasPrefix("http://") ? "http://" + host : "https://" + host
        let zone = Self.zone(self.index, options, known)
        if let row = zone.row { rows.append(ReportRow(row)) }
        let permalinks = Permalinks(self.index)
        if known == nil, let row = permalinks.row { rows.append(ReportRow(row)) }
        // Chosen before any is set: the index is large, and there is to be one.
        for (place, section) in Self.chosenSections(of: self.index, options).enumerated() where section >= 0 {
            self.index.posts[place].section = section
        }
        var tree = SectionTree(self.index, options.sections)
        let new = Self.outlet(self.index, address, zone.zone, permalinks.article, tree.sections, options)
        var outlet = known ?? new
        if known != nil { tree.settle(in: &outlet, extending: extends) }
        self.outlet = outlet
        sections = tree.places
        if options.sections == .tree { rows += tree.rows }
        uploads = options.media.map { Uploads($0, site: site) }
        findBulkHours()
        reportFlags()
        try settleSlugs(state)
        nameTags()
    }

    /// Place of each post's section in the index's terms; -1 for none.
    private static func chosenSections(of index: ExportIndex, _ options: ImportOptions) -> [Int32] {
        let choice = SectionChoice(index: index, shape: options.sections)
        return index.posts.map { post in
            guard post.state != .hidden, !post.isPage, let chosen = choice.chosen(for: post) else { return -1 }
            return Int32(choice.section(chosen))
        }
    }

    // MARK: - The site

    /// Stories on a page of a list in WordPress.
    static let listSize = 10

    private static func zone(
        _ index: ExportIndex, _ options: ImportOptions, _ known: Outlet?
    ) -> (zone: Zone, row: ReportRow.Finding?) {
        if let zone = options.zone { return (zone, nil) }
        if let known { return (known.zone, nil) }
        var counts: [Int: Int] = [:]
        for post in index.posts where post.state == .published {
            if let offset = post.offset { counts[offset, default: 0] += 1 }
        }
        guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return (.utc, nil) }
        var text: [UInt8] = []
        text.append(offset: best.key, separator: ":")
        let name = String(decoding: text, as: UTF8.self)
        let zone = best.key == 0 ? .utc : (try? Zone(name, in: ZoneDatabase())) ?? .utc
        return (zone, counts.count > 1 ? .init(.zone, name) : nil)
    }

    private static func outlet(
        _ index: ExportIndex, _ address: String, _ zone: Zone, _ article: String,
        _ sections: [Outlet.Section], _ options: ImportOptions
    ) -> Outlet {
        let url = (try? WebURL(address + "/")).flatMap { try? SiteAddress($0) }
        let language = index.channel["language"] ?? "ar"
        let name = WordPressName.plain(index.channel["title"] ?? "")
        var outlet = Outlet(
            ofNewSite: name.isEmpty ? PictureAddress.host(address) : name, address: url ?? .unknown,
            arabicMessages: options.arabic)
        outlet.description = WordPressName.plain(index.channel["description"] ?? "")
        outlet.language = language.isEmpty ? "ar" : language
        outlet.zone = zone
        outlet.patterns.article = article
        outlet.patterns.section = "/category/{slug}/"
        outlet.patterns.rss = "feed/"
        // As WordPress has it, so that pages of lists keep their numbers, and readers their feeds.
        outlet.pageSize = listSize
        (outlet.services.feeds.tags, outlet.services.feeds.authors) = ([.rss], [.rss])
        outlet.sections = sections
        // As WordPress has them.
        outlet.nestsSections = options.sections == .tree
        return outlet
    }

    private mutating func findBulkHours() {
        let total = index.posts.count { $0.state == .published && !$0.isPage }
        for (hour, count) in index.hours.sorted(by: { $0.key < $1.key }) where count >= 50 && count * 5 >= total {
            bulkHours.insert(hour)
            let date = CivilDate(daysSince1970: hour / 24)
            rows.append(ReportRow(.bulkEdit, "\(count): \(date.iso) \(hour % 24):00"))
        }
    }

    private mutating func reportFlags() {
        for place in index.terms.indices where !index.terms[place].term.isTag && choice.isFlag(place) {
            let term = index.terms[place]
            if term.uses + term.draftUses > 0 {
                rows.append(ReportRow(.flagCategory, "\(term.term.name): \(term.uses)"))
            }
        }
    }

    // MARK: - Names

    /// Spellings of one tag share a page, named by the oldest article's.
    private mutating func nameTags() {
        var keys: [String: String] = [:]
        var oldest: [String: (post: ExportIndex.Post, tag: String)] = [:]
        for post in index.publicPosts where !post.isPage {
            for tag in tags(of: post) {
                let key = keys[tag] ?? spellingKey(tag)
                keys[tag] = key
                if let known = oldest[key], !isOlder(post, known.post) { continue }
                oldest[key] = (post, tag)
            }
        }
        tagSlugs = oldest.mapValues { termSlug($0.tag, style: outlet.slugStyle) }
    }

    /// Whether the site takes the one for the first: the older, of one minute the last by name.
    private func isOlder(_ one: ExportIndex.Post, _ other: ExportIndex.Post) -> Bool {
        let (a, b) = (one.localSeconds ?? 0, other.localSeconds ?? 0)
        return a == b ? bytesPrecede(index[other.slug], index[one.slug]) : a < b
    }

    /// Names of a post's tags: its other categories, then its tags.
    func tags(of post: ExportIndex.Post) -> [String] {
        let chosen = choice.chosen(for: post)
        var names: [String] = []
        for isTag in [false, true] {
            for place in post.terms.map({ Int($0) }) where index.terms[place].term.isTag == isTag {
                if !isTag, choice.isNone(place) || place == chosen && place == Int(post.section) { continue }
                // The lists of what lies above a section have its stories.
                if !isTag, options.sections == .tree, post.section >= 0, index.isBranch(Int(post.section), below: place)
                {
                    continue
                }
                let name = Self.tagName(index.terms[place].term.name)
                if !name.isEmpty, !names.contains(name) { names.append(name) }
            }
        }
        return names
    }

    /// The name without commas, which part tags.
    static func tagName(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            if "،,؛;".unicodeScalars.contains(scalar) {
                result = result.trimmed(ends: [.end]) + " - "
            } else if !(scalar == " " && result.hasSuffix(" ")) {
                result.unicodeScalars.append(scalar)
            }
        }
        return result.trimmed()
    }

    /// Name of a post's section; empty for none.
    func sectionName(of post: ExportIndex.Post) -> String {
        guard post.section >= 0 else { return options.section }
        return sections[Int(post.section)].map { outlet.identity(ofSection: $0) }
            ?? index.terms[Int(post.section)].term.name
    }

    /// New address of what a category or tag of the old site showed; nil where no published article has it.
    func address(ofTerm place: Int) -> URLPath? {
        let term = index.terms[place].term
        if !term.isTag, let section = sections[place] ?? outlet.sectionNames.place(of: term.name) {
            return outlet.url(ofSection: section)
        }
        return tagSlugs[spellingKey(Self.tagName(term.name))].map { URLPatterns.fill(outlet.patterns.tag, slug: $0) }
    }

    /// Whether it is the address of a section.
    func isSection(_ address: URLPath) -> Bool {
        outlet.sections.indices.contains { outlet.url(ofSection: $0) == address }
    }

    // MARK: - Addresses

    func day(of post: ExportIndex.Post) -> CivilDate? {
        guard let seconds = post.localSeconds else { return nil }
        let days = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
        guard let offset = post.offset else { return CivilDate(daysSince1970: days) }
        return outlet.zone.civil(Instant(seconds: seconds - offset)).date
    }

    /// Address of a post in the new site.
    func address(of post: ExportIndex.Post) -> URLPath { address(of: post, slug: index[post.slug]) }

    private func address(of post: ExportIndex.Post, slug part: String) -> URLPath {
        if post.isPage { return URLPatterns.fill(outlet.patterns.page, slug: part) }
        let date = day(of: post)
        let digits = { (number: Int?, count: Int) -> String in
            let text = String(number ?? 0)
            return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        return URLPatterns.fill(outlet.patterns.article) { name in
            switch name {
            case "slug": part
            case "year": digits(date?.year, 4)
            case "month": digits(date?.month, 2)
            case "day": digits(date?.day, 2)
            case "id": String(post.id)
            case "section": sectionSlug(of: post)
            default: ""
            }
        }
    }

    private func sectionSlug(of post: ExportIndex.Post) -> String {
        let name = sectionName(of: post)
        guard !name.isEmpty else { return "news" }
        return outlet.sectionNames.place(of: name).map { outlet.addressPart(ofSection: $0) }
            ?? termSlug(name, style: outlet.slugStyle)
    }

    /// Gives each post its part of the address: its own, or with its number where another has a better right to it.
    private mutating func settleSlugs(_ state: ImportState) throws(Diagnostic) {
        // Those of an earlier run come first, then those that keep WordPress's slug.
        var ranks: [UInt8] = []
        for place in index.posts.indices {
            let post = index.posts[place]
            guard post.state != .hidden else {
                ranks.append(.max)
                continue
            }
            if let known = try state["wp:\(post.id)"] {
                index.setSlug(Self.name(ofFile: known.path), of: place)
                ranks.append(0)
            } else {
                let name = index[post.name]
                let part = ArabicText.slug(name, style: outlet.slugStyle == .ascii ? .ascii : .arabic)
                index.setSlug(part.isEmpty ? "\(post.id)" : part, of: place)
                ranks.append(part == name ? 1 : 2)
            }
        }
        var taken: Set<Digest> = []
        for rank in UInt8(0)...2 {
            for place in ranks.indices where ranks[place] == rank {
                if let part = freeSlug(of: index.posts[place], &taken) { index.setSlug(part, of: place) }
            }
        }
    }

    /// Another part of the address for a post whose own is taken; nil where it is free.
    private func freeSlug(of post: ExportIndex.Post, _ taken: inout Set<Digest>) -> String? {
        func take(_ part: String) -> Bool {
            taken.insert(Self.key(post, address(of: post, slug: part))).inserted
        }
        let own = index[post.slug]
        if take(own) { return nil }
        var part = own
        if post.isPage, let parent = index.post(Int(post.parent)) {
            part = ArabicText.slug(index[parent.name], style: .arabic) + "-" + part
            if take(part) { return part }
        }
        part = shortenedSlug(own) + "-\(post.id)"
        _ = take(part)
        return part
    }

    /// Drafts lie in one folder; what is published shares the site's addresses.
    private static func key(_ post: ExportIndex.Post, _ address: URLPath) -> Digest {
        if post.state == .draft {
            return Digest(of: "draft/\(post.isPage)/" + (address.text.split(separator: "/").last ?? ""))
        }
        return address.collisionDigest
    }

    private static func name(ofFile path: String) -> String {
        var name = String(path.split(separator: "/").last ?? "")
        if name.hasSuffix(".md") { name = String(name.dropLast(3)) }
        let bytes = Array(name.utf8)
        let isDated =
            bytes.count > 11 && bytes[4] == 0x2D && bytes[7] == 0x2D && bytes[10] == 0x2D
            && bytes[..<4].allSatisfy { (0x30...0x39).contains($0) }
        return isDated ? String(decoding: bytes[11...], as: UTF8.self) : name
    }

    /// Where the file of a post goes.
    func path(of post: ExportIndex.Post) -> String {
        let part = index[post.slug]
        if post.isPage { return "Content/pages/\(part).md" }
        guard post.state == .published, let day = day(of: post) else { return "Content/articles/drafts/\(part).md" }
        return "Content/articles/\(CivilText.year(day))/\(day.iso)-\(part).md"
    }
}

enum CivilText {
    /// Year in four digits.
    static func year(_ day: CivilDate) -> String { String(day.iso.prefix(4)) }
}
