import ArabicText
import Base
import Content

/// Old addresses that no article's alias answers: rows of `Content/redirects.tsv`.
struct RedirectRows {
    static let path = "Content/redirects.tsv"

    private(set) var rows: [(from: String, to: String)] = []
    private var seen: Set<UInt64> = []
    /// How many old lists and pages keep their address, and how many lead to another.
    private(set) var same = 0
    private(set) var redirected = 0

    /// A row, unless the address is the same.
    private mutating func add(_ from: String, _ to: String) {
        guard from.contains("?") || from.hasSuffix("*") || ExportIndex.pathKey(from) != ExportIndex.pathKey(to) else {
            same += 1
            return
        }
        guard seen.insert(ExportIndex.key(from)).inserted else { return }
        redirected += 1
        rows.append((Self.written(from), Self.written(to)))
    }

    /// The path without what parts columns.
    private static func written(_ path: String) -> String {
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
            if !link.isEmpty, !link.contains("?") {
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
        for place in plan.index.terms.indices where plan.index.terms[place].uses > 0 {
            let term = plan.index.terms[place].term
            guard let address = plan.address(ofTerm: place) else { continue }
            let to = "/" + address.text
            let base = term.isTag ? "/tag/" : "/category/"
            var olds = ["\(base)\(term.nicename)/"]
            if !term.isTag, !term.parent.isEmpty {
                olds.append(base + plan.index.branch(of: place).joined(separator: "/") + "/")
            }
            for old in olds {
                add(old, to)
                // WordPress shows ten stories a page. Of a list that keeps its address the pages are numbered alike.
                if plan.index.terms[place].uses > 10, ExportIndex.pathKey(old) != ExportIndex.pathKey(to) {
                    add(old + "page/*", to)
                }
            }
        }
    }

    mutating func addAuthors(_ logins: [String], _ plan: WordPressPlan) {
        for login in logins {
            let slug = WordPressAuthors.slug(login)
            guard !slug.isEmpty else { continue }
            let address = "/" + URLPatterns.fill(plan.outlet.patterns.author, slug: slug).text
            let old = "/author/\(login)/"
            add(old, address)
            if ExportIndex.pathKey(old) != ExportIndex.pathKey(address) { add(old + "page/*", address) }
        }
    }

    /// Months, pages of the front page's list, feeds.
    mutating func addLists(_ plan: WordPressPlan) {
        var months: Set<String> = []
        for post in plan.index.publicPosts where !post.isPage {
            if let day = plan.day(of: post) { months.insert(String(day.iso.prefix(7)).replacing("-", with: "/")) }
        }
        for month in months.sorted() { add("/\(month)/", "/archive/\(month)/") }
        for year in Set(months.map { $0.prefix(4) }).sorted() { add("/\(year)/", "/archive/") }
        let feed = "/" + plan.outlet.patterns.rss
        add("/feed/", feed)
        for old in ["/feed/atom/", "/feed/rss/", "/feed/rss2/", "/comments/feed/"] { add(old, feed) }
        add("/page/*", "/")
    }

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
            if link.contains("?") {
                add("/?attachment_id=\(attachment.id)", to)
            } else {
                add(WordPressName.decoded(PictureAddress.path(link)).text, to)
            }
        }
        for (file, name) in assets.sorted(by: { $0.key < $1.key }) {
            add("/wp-content/uploads/" + file, "/assets/uploads/" + name)
        }
        if !pictures.isEmpty { add("/wp-content/uploads/*", "/media/articles/uploads/*") }
    }

    /// The file: rows that are there stay, and lack nothing of ours.
    ///
    /// - Parameter deleted: addresses of articles that an editor has deleted since; what led to them is gone.
    func bytes(besides existing: [UInt8], deleted: Set<String>) -> [UInt8] {
        let gone = Set(deleted.map(Self.written))
        let ours = Dictionary(rows.map { (Self.line($0, []), Self.line($0, gone)) }) { first, _ in first }
        var known: Set<String> = []
        var result: [UInt8] = []
        var lines = String(decoding: existing, as: UTF8.self).splitLines
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        for line in lines {
            if let from = line.split(whereSeparator: { $0 == "\t" || $0 == " " }).first { known.insert(String(from)) }
            result += "\(ours[String(line)] ?? String(line))\n".utf8
        }
        for row in rows where !known.contains(row.from) { result += "\(Self.line(row, gone))\n".utf8 }
        return result
    }

    private static func line(_ row: (from: String, to: String), _ gone: Set<String>) -> String {
        gone.contains(row.to) ? "\(row.from)\t410" : "\(row.from)\t\(row.to)\t301"
    }
}

extension ExportIndex {
    /// Nicenames from the top of a branch down to the term.
    func branch(of place: Int) -> [String] {
        var names = [terms[place].term.nicename]
        var place = place
        for _ in 0..<16 {
            let parent = terms[place].term.parent
            guard !parent.isEmpty, let above = category(parent) else { break }
            names.insert(terms[above].term.nicename, at: 0)
            place = above
        }
        return names
    }
}
