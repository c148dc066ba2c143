import ArabicText
import Base
import Content
import Markdown

/// A text of a folder on its way into a file.
struct FolderArticle: Sendable {
    private(set) var file = ArticleFile()
    private(set) var rows: [ReportRow.Finding] = []
    private(set) var uses: [FileUse] = []
    /// Old addresses that lead nowhere now.
    private(set) var lost = 0
    let item: FolderItem

    private let plan: FolderPlan

    init(_ item: FolderItem, _ plan: FolderPlan) {
        (self.item, self.plan) = (item, plan)
        if let problem = item.file.problem { rows.append(.init(.frontMatter, problem.place)) }
        file.title = item.title
        file.isDraft = item.isDraft
        if item.isDraft { rows.append(.init(.draft, item.title.isEmpty ? item.name : item.title)) }
        setDates()
        file.section = item.section
        file.tags = item.tags
        file.kind = plan.options.kinds[item.section] ?? ""
        file.summary = item.value(FolderItem.summaryKeys).text.map { WordPressName.plain($0) } ?? ""
        file.kicker = item.value(FolderItem.kickerKeys).text.map { WordPressName.plain($0) } ?? ""
        file.id = item.matter[any: ["id", "wordpress_id", "guid"]].text.flatMap { Self.isID($0) ? $0 : nil } ?? ""
        file.closesComments = item.matter["comments"].flag == false
        file.authors = plan.authors(of: item).map { ($0, "") }
        setSource()
        setText()
        setImage()
        setExtra()
        if item.isPublic { setAliases() }
    }

    /// The whole file.
    var bytes: [UInt8] { item.isPage ? pageBytes : file.bytes }

    private var pageBytes: [UInt8] {
        var matter = FrontMatterWriter()
        matter.add("title", file.title)
        if !file.summary.isEmpty { matter.add("description", file.summary) }
        if !file.slug.isEmpty { matter.add("slug", file.slug) }
        // A feed's pages keep their addresses as rows of redirects.
        if plan.system != .feed { matter.add("aliases", list: file.aliases) }
        if file.isDraft { matter.add("draft", "true") }
        return Array((matter.text + "\n" + (file.body.isEmpty ? "" : file.body + "\n")).utf8)
    }

    /// Digest of all that the folder says of the text.
    var digest: Digest {
        var parts = Fingerprint()
        parts.add(item.file.body)
        parts.add("\(item.matter)")
        return parts.digest
    }

    private static func isID(_ text: String) -> Bool {
        text.utf8.count < 80
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
            }
    }

    // MARK: - Fields

    private mutating func setDates() {
        file.date = item.date.map { Self.written($0) } ?? ""
        if let updated = FolderItem.date(item.value(FolderItem.updatedKeys).text), plan.options.keepsUpdated,
            updated != item.date, let stamp = try? Stamp(updated, zone: plan.outlet.zone),
            plan.stamp(of: item).map({ $0 < stamp }) ?? false
        {
            file.updated = Self.written(updated)
        }
        if let expiry = FolderItem.date(item.value(FolderItem.expiryKeys).text) { file.expires = Self.written(expiry) }
        guard !item.isPage, item.date == nil else { return }
        if !item.isDraft { rows.append(.init(.noDate, item.title)) }
        file.date = plan.lastDay.iso
        file.isDraft = true
    }

    /// The date as it was written: a day, or a day and a minute, with its offset where one was given.
    private static func written(_ date: WrittenDate) -> String {
        guard let time = date.time else { return date.date.iso }
        guard let offset = date.offsetSeconds else {
            var text: [UInt8] = []
            text.append(iso: time)
            return "\(date.date.iso) \(String(decoding: text, as: UTF8.self))"
        }
        return localISO(date.date, time, offset: offset)
    }

    private mutating func setSource() {
        guard let written = item.matter[any: ["canonical_url", "canonicalURL", "canonical"]].text,
            let url = try? WebURL(written), !PictureAddress.isOwn(url.text, host: plan.settings.host)
        else { return }
        file.source = (PictureAddress.host(url.text), "", url.text)
    }

    private mutating func setImage() {
        guard !item.isPage else { return }
        for value in FolderItem.imageKeys.map({
            item.matter[$0] == .nothing ? item.matter["params"][$0] : item.matter[$0]
        }) {
            guard let first = value.items.first else { continue }
            let keys = ["src", "image", "url", "path", "teaser", "feature", "overlay_image", "filename"]
            guard let source = first[any: keys].text ?? first.text,
                PictureAddress.isPicture(source) || first.text == nil || source.contains("/")
            else { continue }
            let alt = first["alt"].text ?? item.matter[any: ["image_alt", "imageAlt", "alt"]].text ?? ""
            let caption = first["caption"].text ?? item.matter[any: ["image_caption", "caption"]].text ?? ""
            return setImage(source, alt: WordPressName.plain(alt), caption: WordPressName.plain(caption))
        }
    }

    private mutating func setImage(_ source: String, alt: String, caption: String) {
        let found = FolderReferences(plan: plan, item: item).picture(source, id: nil)
        guard let answer = found, case .picture? = answer.use else {
            return rows.append(.init(found?.row?.kind == .svg ? .svg : .leadPictureWaits, source))
        }
        if let use = answer.use { uses.insert(use, at: 0) }
        file.image = Figure(destination: answer.destination, alt: alt, caption: caption)
    }

    /// Fields that site.yaml declares; others are told by their names.
    private mutating func setExtra() {
        let declared = Set(plan.outlet.extra.map(\.name))
        for entry in item.otherKeys where !item.isPage {
            if declared.contains(entry.key), let text = entry.value.text { file.extra.append((entry.key, text)) }
        }
    }

    // MARK: - Text

    private mutating func setText() {
        var references = FolderReferences(plan: plan, item: item)
        var source = item.file.body
        switch plan.system {
        case .feed: return setHTML(source, references)
        case .jekyll:
            var liquid = LiquidText(references)
            source = liquid.expanded(source)
            rows += liquid.rows
        case .hugo:
            var shortcodes = HugoShortcodes(references)
            source = shortcodes.expanded(source)
            rows += shortcodes.rows
        }
        references.anchors = Set(Renderer().render(Array(source.utf8)).anchors)
        if item.path.hasSuffix(".html") || item.path.hasSuffix(".htm") { return setHTML(source, references) }
        var body = MarkdownBody(references, isKramdown: plan.system == .jekyll)
        file.body = body.rewritten(source)
        rows += body.text.rows
        uses += body.text.uses
        var mending = MarkdownMending()
        file.body = mending.mended(file.body)
        rows += mending.rows
        setTitle()
        if file.body.isEmpty { rows.append(.init(.empty, file.title)) }
    }

    private mutating func setTitle() {
        if file.title.isEmpty {
            let line = file.body.splitLines.first { !$0.trimmed().isEmpty && !$0.hasPrefix("!") } ?? ""
            let heading = line.hasPrefix("#") ? String(line.drop { $0 == "#" }).trimmed() : ""
            let name = item.name.replacing("-", with: " ").replacing("_", with: " ").trimmed()
            file.title = heading.isEmpty ? (name.isEmpty ? String(line.prefix(60)).trimmed() : name) : heading
            rows.append(.init(.title, file.title))
        }
    }

    private mutating func setHTML(_ source: String, _ references: FolderReferences) {
        var text = HTMLText(references)
        let (nodes, dropped) = HTMLTree.fragment(Array(source.utf8))
        text.rows += dropped
        var blocks = text.blocks(nodes).settlingHeadings(title: file.title)
        if plan.system == .feed {
            // What a plug-in of WordPress puts below every text of a feed.
            blocks.removeAll { FeedText.isPlugged($0.plain) }
            if item.matter["summary-only"].flag == true { text.report(.summaryOnly, item.title) }
        }
        file.body = text.markdown(blocks)
        rows += text.rows
        uses += text.uses
        setTitle()
        if file.body.isEmpty { rows.append(.init(.empty, file.title)) }
    }

    // MARK: - Old addresses

    private mutating func setAliases() {
        let address = plan.address(of: item)
        let named = Self.slug(ofFile: item.target)
        if named != item.slug { file.slug = item.slug }
        var seen: Set<UInt64> = [ExportIndex.pathKey("/" + address.text)]
        // The folder's own first.
        for written in [item.address] + item.otherAddresses where !written.isEmpty {
            let path = plan.settings.path(written)
            guard path != "/", seen.insert(ExportIndex.pathKey(path)).inserted else { continue }
            let alias = try? URLPath(written: percentEncoded(path))
            // Two addresses that differ in case alone cannot both be had, on every server and disk.
            if let alias, !alias.text.isEmpty, alias.collisionDigest != address.collisionDigest {
                // What has a page of its own here answers.
                if !plan.isTaken(alias, besides: item) { file.aliases.append("/" + alias.text) }
            } else {
                rows.append(.init(.alias, path))
                lost += 1
            }
        }
    }

    /// The slug that a file's name gives.
    private static func slug(ofFile path: String) -> String {
        var name = String(path.split(separator: "/").last ?? "")
        if name.hasSuffix(".md") { name = String(name.dropLast(3)) }
        let parts = name.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
        let isDated =
            parts.count == 4 && parts[0].utf8.count == 4 && parts[..<3].allSatisfy { $0.allSatisfy(\.isNumber) }
        return isDated ? String(parts[3]) : name
    }
}
