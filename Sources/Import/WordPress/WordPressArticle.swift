import ArabicText
import Base
import Content
import Markdown

/// A post on its way into a file.
struct WordPressArticle: Sendable {
    private(set) var file = ArticleFile()
    private(set) var rows: [ReportRow.Finding] = []
    private(set) var uses: [FileUse] = []
    let bylines: [WordPressAuthors.Byline]
    let post: ExportIndex.Post
    let item: WordPressItem
    /// How many old addresses the post had that lead nowhere now.
    private(set) var lost = 0

    private let plan: WordPressPlan

    init(_ item: WordPressItem, _ post: ExportIndex.Post, _ plan: WordPressPlan) {
        (self.item, self.post, self.plan) = (item, post, plan)
        bylines = WordPressAuthors(plan).bylines(of: item)
        file.id = "\(item.id)"
        file.title = WordPressName.plain(item.title)
        setStatus()
        setDates()
        setTerms()
        setAuthors()
        setText()
        setSummary()
        if post.state == .published { setAliases() }
    }

    var path: String { plan.path(of: post) }

    var bytes: [UInt8] { post.isPage ? pageBytes : file.bytes }

    /// The file of a standing page.
    private var pageBytes: [UInt8] {
        var matter = FrontMatterWriter()
        matter.add("title", file.title)
        if !file.summary.isEmpty { matter.add("description", file.summary) }
        if item.menuOrder != 0 { matter.add("order", "\(item.menuOrder)") }
        if file.isDraft { matter.add("draft", "true") }
        return Array((matter.text + "\n" + (file.body.isEmpty ? "" : file.body + "\n")).utf8)
    }

    /// Digest of all that the export says of the post.
    var digest: Digest {
        var parts = Fingerprint()
        for text in [
            item.title, item.link, item.creator, item.content, item.excerpt, item.date, item.dateGMT, item.modified,
            item.name,
            item.status, item.commentStatus,
        ] { parts.add(text) }
        parts.add(item.parent)
        parts.add(item.menuOrder)
        parts.add(item.hasPassword ? 1 : 0)
        for category in item.categories { parts.add(category.domain + "\t" + category.nicename) }
        for meta in item.meta { parts.add(meta.key + "\t" + meta.value) }
        return parts.digest
    }

    // MARK: - Fields

    private mutating func setStatus() {
        file.isDraft = post.state == .draft
        guard file.isDraft else { return }
        switch item.status {
        case "future": rows.append(.init(.scheduledPast, file.title))
        case "draft", "pending", "private", "publish": rows.append(.init(.draft, file.title))
        default: rows.append(.init(.status, item.status))
        }
    }

    private mutating func setDates() {
        let zone = plan.outlet.zone
        guard let date = WordPressDate(local: item.date, gmt: item.dateGMT) else {
            let guess = WordPressDate(mail: item.pubDate) ?? WordPressDate(mail: plan.index.channel["pubDate"] ?? "")
            file.date = guess.map { plan.outlet.zone.iso($0.instant(in: zone)) } ?? ""
            rows.append(.init(.dates, file.date))
            if file.date.isEmpty {
                file.date = zone.civil(plan.options.now).date.iso
                file.isDraft = true
            }
            return
        }
        if date.isContradictory { rows.append(.init(.dates, "\(item.date) / \(item.dateGMT)")) }
        file.date = file.isDraft && date.offset == nil ? date.floating : date.iso(in: zone)
        guard plan.options.keepsUpdated, !post.isPage,
            let modified = WordPressDate(local: item.modified, gmt: item.modifiedGMT),
            !plan.bulkHours.contains(modified.localSeconds / 3600),
            modified.instant(in: zone).seconds > date.instant(in: zone).seconds + 600
        else { return }
        file.updated = modified.iso(in: zone)
    }

    private mutating func setTerms() {
        guard !post.isPage else { return }
        file.section = plan.sectionName(of: post)
        file.tags = plan.tags(of: post).filter { folded($0) != folded(file.section) || $0 != file.section }
        let name = post.section < 0 ? file.section : plan.index.terms[Int(post.section)].term.name
        file.kind = plan.options.kinds[file.section] ?? plan.options.kinds[name] ?? ""
        for place in post.terms where plan.index.terms[Int(place)].term.isTag {
            let name = plan.index.terms[Int(place)].term.name
            if WordPressPlan.tagName(name) != name { rows.append(.init(.tagComma, name)) }
        }
        file.closesComments = item.commentStatus == "closed" && plan.index.open > plan.index.closed
        for key in ["_yoast_wpseo_meta-robots-noindex", "rank_math_robots", "_aioseop_noindex"] {
            guard let value = item.meta(key), value == "1" || value == "on" || value.contains("noindex") else {
                continue
            }
            rows.append(.init(.noindex, file.title))
            break
        }
    }

    private mutating func setAuthors() {
        guard !post.isPage else { return }
        file.authors = bylines.map { ($0.name, "") }
        for byline in bylines {
            if byline.isUnknown { rows.append(.init(.authorUnknown, byline.name)) }
            if byline.isLogin { rows.append(.init(.authorLogin, byline.name)) }
        }
        for key in ["_yoast_wpseo_canonical", "rank_math_canonical_url"] {
            guard let url = item.meta(key), let canonical = try? WebURL(url.trimmed()),
                !PictureAddress.isOwn(canonical.text, host: plan.host)
            else { continue }
            file.source = (PictureAddress.host(canonical.text), "", canonical.text)
        }
    }

    private mutating func setSummary() {
        let excerpt = WordPressName.plain(item.excerpt)
        let descriptions = ["_yoast_wpseo_metadesc", "rank_math_description", "_aioseop_description"]
            .compactMap { item.meta($0) }.map { WordPressName.plain($0) }.filter { !$0.isEmpty && !Self.isTemplate($0) }
        for key in ["_yoast_wpseo_title", "rank_math_title"] {
            guard let title = item.meta(key).map({ WordPressName.plain($0) }), !title.isEmpty, !title.contains("%"),
                title != file.title
            else { continue }
            rows.append(.init(.seoTitle, title))
        }
        file.summary = excerpt.isEmpty ? descriptions.first ?? "" : excerpt
        if file.title.isEmpty {
            let words = file.body.splitLines.first { !$0.isEmpty && !$0.hasPrefix("!") } ?? ""
            file.title = String(words.prefix(60)).trimmed()
            if file.title.isEmpty { file.title = (plan.options.arabic ? "بلا عنوان " : "Untitled ") + "\(item.id)" }
            rows.append(.init(.title, file.title))
        }
    }

    /// Whether a plug-in fills the text in: `%%title%%`, `%excerpt%`.
    private static func isTemplate(_ text: String) -> Bool {
        let parts = text.split(separator: "%", omittingEmptySubsequences: false)
        return parts.dropFirst().dropLast().contains { part in
            !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
        }
    }

    // MARK: - Text

    private mutating func setText() {
        let toArticles = post.isPage ? "../articles/" : "../"
        var text = HTMLText(
            WordPressReferences(
                plan: plan, id: item.id, toArticles: toArticles, isPublic: post.state == .published && !post.isScheduled
            ))
        readFootnotes(&text)
        let (html, turns) = WordPressText.html(item.content, plan.index.patterns, &text.rows)
        self.turns = turns
        let (nodes, dropped) = HTMLTree.fragment(Array(html.utf8))
        text.rows += dropped
        var blocks = text.blocks(nodes).settlingHeadings(title: file.title)
        for place in blocks.indices.suffix(3).reversed() {
            guard let credit = blocks[place].credit else { continue }
            if file.source == nil { file.source = credit }
            blocks.remove(at: place)
            break
        }
        setLeadPicture(&blocks, &text)
        file.body = text.markdown(blocks)
        if file.body.isEmpty { text.report(.empty, file.title) }
        rows += text.rows
        uses = text.uses
    }

    /// How often the text turns a page.
    private var turns = 0

    private func readFootnotes(_ text: inout HTMLText) {
        guard let notes = item.meta("footnotes").flatMap({ JSONText($0) }) else { return }
        for note in notes.items {
            guard let id = note["id"]?.string, let content = note["content"]?.string else { continue }
            text.notesByID[id] = HTMLTree.fragment(Array(content.utf8)).nodes
        }
    }

    private mutating func setLeadPicture(_ blocks: inout [Block], _ text: inout HTMLText) {
        guard let id = item.meta("_thumbnail_id").flatMap({ Int($0) }), id > 0, !post.isPage else { return }
        let references = WordPressReferences(plan: plan, id: item.id, toArticles: "../", isPublic: false)
        guard let attachment = plan.index.attachment(id), let figure = references.figure(attachment, isWanted: true),
            let answer = references.picture(figure.destination, id: id)
        else { return text.report(.pictureMissing, "\(id)") }
        if let use = answer.use { text.uses.insert(use, at: 0) }
        guard case .picture? = answer.use else { return text.report(.leadPictureWaits, answer.destination) }
        var image = Figure(
            destination: answer.destination, alt: plan.index[attachment.alt], caption: plan.index[attachment.caption])
        if case .figure(let first)? = blocks.first, first.destination == image.destination, !first.isOfGallery,
            blocks.count > 1
        {
            if !first.caption.isEmpty { image.caption = first.caption }
            if image.alt.isEmpty { image.alt = first.alt }
            blocks.removeFirst()
        }
        file.image = image
    }

    // MARK: - Old addresses

    private mutating func setAliases() {
        var paths: [String] = []
        let link = PictureAddress.path(item.link)
        if !item.link.isEmpty, !item.link.holds("?") {
            paths.append(WordPressName.decoded(link).text)
            let own = paths[0]
            for old in item.metas("_wp_old_slug") {
                paths.append(own.replacingLast(plan.index[post.name], with: WordPressName.decoded(old).text))
            }
            for old in item.metas("_wp_old_date") {
                if let path = Self.path(own, on: old, insteadOf: item.date) { paths.append(path) }
            }
            if turns > 0 {
                let base = own.hasSuffix("/") ? own : own + "/"
                for page in 2...(min(turns, 200) + 1) { paths.append("\(base)\(page)/") }
            }
        }
        if !item.guid.holds("?"), PictureAddress.isOwn(item.guid, host: plan.host),
            PictureAddress.path(item.guid) != "/"
        {
            paths.append(WordPressName.decoded(PictureAddress.path(item.guid)).text)
        }
        let address = plan.address(of: post)
        var seen: Set<UInt64> = [ExportIndex.pathKey("/" + address.text)]
        for path in paths where path != "/" && seen.insert(ExportIndex.pathKey(path)).inserted {
            if let alias = try? URLPath(written: path), !alias.text.isEmpty {
                file.aliases.append("/" + alias.text)
            } else {
                rows.append(.init(.alias, path))
                lost += 1
            }
        }
        if WordPressName.decoded(item.name).isCut { rows.append(.init(.slug, item.name)) }
    }

    /// The path with the year, month and day of another date, as far as it has them.
    private static func path(_ path: String, on old: String, insteadOf date: String) -> String? {
        let new = date.prefix(10).split(separator: "-").map(String.init)
        let before = old.prefix(10).split(separator: "-").map(String.init)
        guard new.count == 3, before.count == 3 else { return nil }
        for count in [3, 2, 1] {
            let shown = "/" + new.prefix(count).joined(separator: "/") + "/"
            guard let range = path.firstRange(of: shown) else { continue }
            return path.replacingCharacters(range, with: "/" + before.prefix(count).joined(separator: "/") + "/")
        }
        return nil
    }
}

/// The text of a post as HTML.
enum WordPressText {
    /// HTML without blocks' comments and shortcodes, and how often it turns a page.
    static func html(
        _ content: String, _ patterns: [Int: String], _ rows: inout [ReportRow.Finding]
    ) -> (html: String, turns: Int) {
        let (expanded, codes) = Shortcodes.expanded(content)
        let (html, blocks, turns) = BlockMarkup.resolved(expanded, patterns: patterns)
        rows += codes + blocks
        return (html, turns)
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }

    /// The text with the last occurrence of `part` replaced.
    fileprivate func replacingLast(_ part: String, with text: String) -> String {
        guard !part.isEmpty, let range = ranges(of: part).last else { return self }
        return replacingCharacters(range, with: text)
    }
}
