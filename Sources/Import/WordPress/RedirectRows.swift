import ArabicText
import Base
import Content

/// Old addresses that no article's alias answers: rows of `Content/redirects.tsv`.
struct RedirectRows {
    static let path = "Content/redirects.tsv"

    /// `from⇥to` of each row; what exceeds a block lies in a nameless file.
    private var blocks: [SpillFile.Place] = []
    private var last: [UInt8] = []
    private let spill: SpillFile
    private var seen: Set<UInt64> = []
    /// How many old lists and pages keep their address, and how many lead to another.
    private(set) var same = 0
    private(set) var redirected = 0

    private static let blockSize = 1 << 20

    init(in folder: ImportFolder) { spill = SpillFile(in: folder.spillFolder, holding: Self.blockSize) }

    /// A row, unless the address is the same.
    private mutating func add(_ from: String, _ to: String) {
        guard from.holds("?") || from.hasSuffix("*") || ExportIndex.pathKey(from) != ExportIndex.pathKey(to) else {
            same += 1
            return
        }
        guard seen.insert(ExportIndex.key(from)).inserted else { return }
        redirected += 1
        last += "\(Self.written(from))\t\(Self.written(to))\n".utf8
        guard last.count >= Self.blockSize else { return }
        blocks.append(spill.put(last))
        last.removeAll(keepingCapacity: true)
    }

    /// The path without what parts columns.
    private static func written(_ path: String) -> String {
        guard path.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return path }
        var result = ""
        for scalar in path.unicodeScalars {
            if scalar.value <= 0x20 || scalar.value == 0x7F {
                result += percentEncoded(String(scalar))
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Rows that others wrote, before those that are guessed.
    mutating func add(_ known: [(from: String, to: String)]) { for row in known { add(row.from, row.to) } }

    mutating func addPosts(_ plan: WordPressPlan) {
        for post in plan.index.publicPosts {
            let address = "/" + plan.address(of: post).text
            add(post.isPage ? "/?page_id=\(post.id)" : "/?p=\(post.id)", address)
            guard post.isPage else { continue }
            let link = plan.index[post.link]
            if !link.isEmpty, !link.holds("?") {
                add(WordPressName.decoded(PictureAddress.path(link)).text, address)
            }
        }
        guard plan.index.hasAMP else { return }
        for post in plan.index.publicPosts where !post.isPage {
            let path = WordPressName.decoded(PictureAddress.path(plan.index[post.link])).text
            add(path + (path.hasSuffix("/") ? "" : "/") + "amp/", "/" + plan.address(of: post).text)
        }
    }

    mutating func addTerms(_ plan: WordPressPlan) {
        // WordPress lists the stories of a category under those above it, too.
        var uses = plan.index.terms.map(\.uses)
        var ofSection: [Int: Int] = [:]
        for post in plan.index.publicPosts where !post.isPage && post.section >= 0 {
            ofSection[Int(post.section), default: 0] += 1
            guard plan.options.sections == .tree else { continue }
            for above in plan.index.places(above: Int(post.section)) { ofSection[above, default: 0] += 1 }
        }
        for place in plan.index.terms.indices where !plan.index.terms[place].term.isTag {
            for above in plan.index.places(above: place) { uses[above] += plan.index.terms[place].uses }
        }
        func isListed(_ place: Int) -> Bool {
            plan.index.terms[place].uses > 0 || plan.options.sections == .tree && plan.sections[place] != nil
        }
        for place in plan.index.terms.indices where isListed(place) {
            let term = plan.index.terms[place].term
            // A category that says nothing has no list of its own: its stories are among all others.
            let address = plan.address(ofTerm: place) ?? URLPath("")
            let to = "/" + address.text
            let base = term.isTag ? "/tag/" : "/category/"
            var olds = ["\(base)\(term.nicename)/"]
            if !term.isTag, !term.parent.isEmpty {
                olds.append(base + plan.index.branch(of: place).joined(separator: "/") + "/")
            }
            let isSection = plan.isSection(address)
            let feeds = plan.outlet.services.feeds
            let count = (old: uses[place], new: isSection ? ofSection[place, default: 0] : plan.index.terms[place].uses)
            for old in olds {
                addList(old, to, count, plan.outlet, hasFeed: (isSection ? feeds.sections : feeds.tags).contains(.rss))
            }
        }
    }

    /// A list with its older pages and its feed.
    ///
    /// - Parameters:
    ///   - count: of its stories in the old site, at most, and in the new one, at least.
    ///   - size: how many stories a page of it had in the old site.
    ///   - feed: what the old site added to its path for its feed.
    ///   - hasFeed: whether it has one in the new site.
    mutating func addList(
        _ old: String, _ to: String, _ count: (old: Int, new: Int), _ outlet: Outlet,
        size: Int = WordPressPlan.listSize, feed: String = "feed/", hasFeed: Bool
    ) {
        add(old, to)
        add(old + feed, (hasFeed ? to : "/") + outlet.patterns.rss)
        let pages = (count.old + size - 1) / size
        guard pages > 1 else { return }
        if ExportIndex.pathKey(old) != ExportIndex.pathKey(to) { return add(old + "page/*", to) }
        // The new list has one page less at least, since its front holds more; some have more than one.
        let there = max(1, count.new / outlet.pageSize - 1)
        for number in 2..<max(2, pages + 1) {
            if number > there { add(old + "page/\(number)/", to) } else { same += 1 }
        }
    }

    mutating func addAuthors(_ logins: [String], _ plan: WordPressPlan) {
        var counts: [String: Int] = [:]
        for post in plan.index.publicPosts where !post.isPage {
            counts[plan.index[post.author].lowercased(), default: 0] += 1
        }
        for login in logins {
            let slug = WordPressAuthors.slug(login)
            guard !slug.isEmpty else { continue }
            let address = "/" + URLPatterns.fill(plan.outlet.patterns.author, slug: slug).text
            let count = counts[login.lowercased(), default: 0]
            addList(
                "/author/\(login)/", address, (count, count), plan.outlet,
                hasFeed: plan.outlet.services.feeds.authors.contains(.rss))
        }
    }

    /// Months, pages of the front page's list, feeds.
    mutating func addLists(_ plan: WordPressPlan) {
        // By the old site's clock, which is another one where the zone is.
        var (months, years): ([String: Int], [String: Int]) = ([:], [:])
        var there: Set<String> = []
        for post in plan.index.publicPosts where !post.isPage {
            if let day = plan.day(of: post) { there.insert(Self.month(of: day)) }
            guard let seconds = post.localSeconds else { continue }
            let month = Self.month(of: CivilDate(daysSince1970: (seconds - (seconds < 0 ? 86399 : 0)) / 86400))
            months[month, default: 0] += 1
            years[String(month.prefix(4)), default: 0] += 1
        }
        let lists =
            months.map { ("/\($0)/", there.contains($0) ? "/archive/\($0)/" : "/archive/", $1) }
            + years.map { ("/\($0)/", "/archive/", $1) }
        for (old, to, count) in lists.sorted(by: { $0.0 < $1.0 }) {
            add(old, to)
            if count > WordPressPlan.listSize { add(old + "page/*", to) }
        }
        let feed = "/" + plan.outlet.patterns.rss
        add("/feed/", feed)
        for old in ["/feed/atom/", "/feed/rss/", "/feed/rss2/", "/comments/feed/"] { add(old, feed) }
        add("/page/*", "/")
    }

    private static func month(of day: CivilDate) -> String { String(day.iso.prefix(7)).replacing("-", with: "/") }

    /// Files, and the pages that WordPress makes of pictures.
    ///
    /// - Parameters:
    ///   - pictures: in the folder of uploads, shown by published texts, by their names in the site.
    ///   - assets: linked to by published texts, likewise.
    mutating func addFiles(pictures: [String: String], assets: [String: String], _ plan: WordPressPlan) {
        for attachment in plan.index.attachments {
            let link = plan.index[attachment.link]
            let file = plan.index[attachment.file]
            var to =
                assets[file].map { "/assets/uploads/" + $0 } ?? pictures[file].map { "/media/articles/uploads/" + $0 }
            if to == nil, let parent = plan.index.post(Int(attachment.parent)), parent.state == .published,
                !parent.isScheduled
            {
                to = "/" + plan.address(of: parent).text
            }
            guard let to, !link.isEmpty else { continue }
            if link.holds("?") {
                add("/?attachment_id=\(attachment.id)", to)
            } else {
                add(WordPressName.decoded(PictureAddress.path(link)).text, to)
            }
        }
        for (file, name) in assets.sorted(by: { $0.key < $1.key }) {
            add("/wp-content/uploads/" + file, "/assets/uploads/" + name)
        }
        for (file, name) in pictures.sorted(by: { $0.key < $1.key }) where name != file {
            add("/wp-content/uploads/" + file, "/media/articles/uploads/" + name)
        }
        if !pictures.isEmpty { add("/wp-content/uploads/*", "/media/articles/uploads/*") }
    }

    // MARK: - The file

    /// Writes the file where it lacks a row; those that are there stay, in their places.
    ///
    /// - Parameter deleted: addresses of articles that an editor has deleted since; what led to them is gone.
    func write(to folder: ImportFolder, deleted: Set<String>) throws(Diagnostic) {
        guard let old = try folder.existingLines(at: Self.path) else { return }
        let gone = Set(deleted.map { Array(Self.written($0).utf8)[...] })
        var stale: Set<ArraySlice<UInt8>> = []
        if !gone.isEmpty {
            try forEach { from, to in if gone.contains(to) { stale.insert(Self.line(from, to)[...]) } }
        }
        var known: Set<UInt64> = []
        var isWhole = true
        try old.forEachLine { _, line in
            known.insert(Self.digest(Self.from(line)))
            if stale.contains(line) { isWhole = false }
        }
        try forEach { from, _ in if !known.contains(Self.digest(from)) { isWhole = false } }
        guard !isWhole else { return }
        let new = try LineLog(Self.path, in: folder.tree, .replacing)
        try old.forEachLine { (_, line) throws(Diagnostic) in
            try new.add((stale.contains(line) ? Self.line(Self.from(line), nil) : Array(line)) + [0x0A])
        }
        try forEach { (from, to) throws(Diagnostic) in
            guard !known.contains(Self.digest(from)) else { return }
            try new.add(Self.line(from, gone.contains(to) ? nil : to) + [0x0A])
        }
        try new.replace()
    }

    /// Gives each row.
    private func forEach(
        _ use: (_ from: ArraySlice<UInt8>, _ to: ArraySlice<UInt8>) throws(Diagnostic) -> Void
    ) throws(Diagnostic) {
        for block in blocks + [.memory(last)] {
            guard let bytes = spill.bytes(at: block) else { throw .unreadable(Self.path) }
            for row in bytes.split(separator: 0x0A) {
                let columns = row.split(separator: 0x09, maxSplits: 1)
                if columns.count == 2 { try use(columns[0], columns[1]) }
            }
        }
    }

    /// The first column.
    private static func from(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.split(maxSplits: 1) { $0 == 0x09 || $0 == 0x20 }.first ?? []
    }

    private static func digest(_ from: ArraySlice<UInt8>) -> UInt64 { Digest(of: Array(from)).high }

    /// - Parameter to: nil where nothing is there any more.
    private static func line(_ from: ArraySlice<UInt8>, _ to: ArraySlice<UInt8>?) -> [UInt8] {
        to.map { from + [0x09] + $0 + Array("\t301".utf8) } ?? from + Array("\t410".utf8)
    }
}

extension ExportIndex {
    /// Nicenames from the top of a branch down to the term.
    func branch(of place: Int) -> [String] {
        (places(above: place).reversed() + [place]).map { terms[$0].term.nicename }
    }

    /// The categories that one lies in, the nearest first.
    func places(above place: Int) -> [Int] {
        var (places, place): ([Int], Int) = ([], place)
        while places.count < 16, !terms[place].term.parent.isEmpty, let above = category(terms[place].term.parent) {
            places.append(above)
            place = above
        }
        return places
    }
}
