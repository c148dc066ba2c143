import ArabicText
import Base
import Content
import Markdown

/// The article of one page.
struct PageArticle {
    var file = ArticleFile()
    private(set) var rows: [ReportRow.Finding] = []
    private(set) var uses: [FileUse] = []
    /// What tells this page from others: its old address, else its headline and day.
    private(set) var identity = ""

    @Boxed private var outlet: Outlet
    private let options: ImportOptions
    private var blocks: [Block] = []
    private var text: HTMLText?
    private var day: CivilDate
    /// The last part of the old address, which names the file where there is one.
    private var oldName = ""

    init(_ source: [UInt8], outlet: Outlet, _ options: ImportOptions) {
        (self.outlet, self.options) = (outlet, options)
        day = outlet.zone.civil(options.now).date
        if Self.isHTML(source) { readHTML(source) } else { readText(source) }
        if file.section.isEmpty { file.section = options.section }
        if let kind = options.kinds[file.section] { file.kind = kind }
        if file.date.isEmpty {
            file.date = day.iso
            file.isDraft = true
            rows.append(.init(.noDate, file.title))
        }
    }

    private static func isHTML(_ source: [UInt8]) -> Bool {
        let start = String(decoding: source.prefix(2000), as: UTF8.self).lowercased()
        return ["<!doctype", "<html", "<article", "<body", "<div", "<head"].contains { start.contains($0) }
    }

    // MARK: - From text

    private mutating func readText(_ source: [UInt8]) {
        let page = PageText(String(decoding: source, as: UTF8.self), outlet: outlet.name)
        file.title = page.title
        take(page.head)
        file.source = page.source.map { ($0, "", "") }
        rows += page.related.map { .init(.relatedLeftOut, $0) }
        blocks = page.lines.map { line in
            .paragraph(InlineText(line).paragraphs(keepsBlanks: true).first ?? InlineText(line))
        }
        identity = Self.identity(file.title, file.date)
    }

    private static func identity(_ title: String, _ date: String) -> String { Digest(of: title + "\n" + date).shortHex }

    private mutating func take(_ head: PageHead) {
        if file.section.isEmpty { file.section = head.section }
        if file.authors.isEmpty { file.authors = head.authors }
        if file.date.isEmpty, let date = head.date { setDate(date) }
        if file.updated.isEmpty, let updated = head.updated { file.updated = Self.written(updated) }
    }

    private mutating func setDate(_ date: WrittenDate) {
        file.date = Self.written(date)
        day = (try? Stamp(date, zone: outlet.zone))?.date ?? date.date
    }

    /// The date as it was written: a day, or a day and a minute, with its offset where one was given.
    private static func written(_ date: WrittenDate) -> String {
        guard let time = date.time else { return date.date.iso }
        let clock = { (number: Int) in (number < 10 ? "0" : "") + "\(number)" }
        guard let offset = date.offsetSeconds else {
            return "\(date.date.iso) \(clock(time.hour)):\(clock(time.minute))"
        }
        return localISO(date.date, time, offset: offset)
    }

    // MARK: - From HTML

    private mutating func readHTML(_ source: [UInt8]) {
        let page = PageHTML(source, outlet: outlet.name)
        let address = page.canonical.isEmpty ? options.address : page.canonical
        var text = HTMLText(PageReferences(outlet: outlet, address: address))
        text.rows += page.rows
        file.title = page.title
        file.section = page.section
        file.tags = page.tags
        file.authors = page.authors.map { ($0, "") }
        if let date = try? parseDate(page.date) { setDate(date) }
        if let updated = try? parseDate(page.updated), page.updated != page.date {
            file.updated = Self.written(updated)
        }
        take(PageHead(page.head.filter { !PageWords.isTextLine($0) }, title: page.title))
        if !page.image.isEmpty { _ = text.references.picture(page.image, id: nil)?.use.map { text.uses.append($0) } }
        blocks = tidy(text.blocks(page.body), &text)
        if let path = Self.oldPath(address, outlet) {
            file.aliases = [path]
            oldName = String(path.split(separator: "/").last ?? "")
        }
        identity = address.isEmpty ? Self.identity(file.title, file.date) : Digest(of: address).shortHex
        self.text = text
    }

    /// Blocks without what stands about the text on its page.
    private mutating func tidy(_ blocks: [Block], _ text: inout HTMLText) -> [Block] {
        var blocks = blocks.settlingHeadings(title: file.title)
        let lines = blocks.map { $0.plain.trimmed() }
        blocks.removeLast(lines.count - PageText.withoutTail(lines).count)
        blocks.removeAll { block in
            guard case .paragraph(let words) = block else { return false }
            let line = words.plain.trimmed()
            if PageWords.isShareLine(line) { return true }
            guard PageWords.readAlso(line) != nil else { return false }
            text.report(.relatedLeftOut, line)
            return true
        }
        for place in blocks.indices.suffix(3).reversed() {
            guard file.source == nil, let source = blocks[place].credit else { continue }
            file.source = source
            blocks.remove(at: place)
            break
        }
        return blocks
    }

    private static func oldPath(_ address: String, _ outlet: Outlet) -> String? {
        guard !address.isEmpty, PictureAddress.isOwn(address, host: outlet.address.host),
            let path = try? URLPath(written: PictureAddress.path(address)), !path.text.isEmpty
        else { return nil }
        return "/" + path.text
    }

    // MARK: - The file

    mutating func settle() {
        var text = self.text ?? HTMLText(PageReferences(outlet: outlet, address: ""))
        file.body = text.markdown(blocks)
        rows += text.rows
        uses = text.uses
        if file.body.isEmpty { rows.append(.init(.empty, file.title)) }
    }

    /// Where the file goes: in the year of its day, under its headline's slug; a number behind where another is.
    func path(in folder: ImportFolder, key: String) throws(Diagnostic) -> String {
        if let known = try folder.state[key] { return known.path }
        let words = slug(oldName.isEmpty ? file.title : oldName, style: outlet.slugStyle == .ascii ? .ascii : .arabic)
        let stem = "Content/articles/\(day.year)/\(day.iso)-" + (words.isEmpty ? identity : words)
        var path = stem + ".md"
        var number = 2
        while folder.isThere(path), (try? folder.existing(path)) != file.bytes {
            path = "\(stem)-\(number).md"
            number += 1
        }
        return path
    }
}

/// Links and pictures of one page, seen from where it stood.
private struct PageReferences: References {
    @Boxed private(set) var outlet: Outlet
    let address: String

    func link(_ href: String) -> LinkAnswer {
        if href.hasPrefix("#") { return LinkAnswer() }
        let whole = absolute(href)
        if whole.hasPrefix("mailto:") || whole.hasPrefix("tel:") { return LinkAnswer(destination: whole) }
        guard let url = try? WebURL(whole) else { return LinkAnswer(row: .init(.linkScheme, href)) }
        // Whether another page of the outlet came is not known here, and a dead link stops a build.
        if PictureAddress.isOwn(whole, host: outlet.address.host) { return LinkAnswer(row: .init(.linkDead, href)) }
        return LinkAnswer(destination: url.text)
    }

    func picture(_ source: String, id: Int?) -> PictureAnswer? {
        guard let url = try? WebURL(PictureAddress.original(absolute(source))) else { return nil }
        let own = PictureAddress.isOwn(url.text, host: outlet.address.host)
        let address = own ? PictureAddress.withoutSize(url.text) : url.text
        let use = own ? FileUse.missing(address: address, path: PictureAddress.path(address)) : nil
        return PictureAnswer(destination: address, use: use)
    }

    func gallery(_ ids: [Int]) -> [(id: Int, figure: Figure?)] { [] }
    func ownGallery() -> [(id: Int, figure: Figure?)] { [] }
    func file(_ source: String) -> LinkAnswer { link(source) }

    /// The address as a browser on the page would resolve it.
    private func absolute(_ written: String) -> String {
        if written.hasPrefix("//") { return "https:" + written }
        guard !written.contains("://"), !written.hasPrefix("mailto:"), !written.hasPrefix("tel:"),
            !written.lowercased().hasPrefix("javascript:"), !written.lowercased().hasPrefix("data:")
        else { return written }
        let origin = address.isEmpty ? outlet.address.origin : "https://" + PictureAddress.host(address)
        if written.hasPrefix("/") { return origin + written }
        let folder = PictureAddress.path(address).split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return origin + folder.joined(separator: "/") + "/" + written
    }
}

/// ISO 8601 with an offset, zero as `+00:00`.
func localISO(_ date: CivilDate, _ time: CivilTime, offset: Int) -> String {
    var text: [UInt8] = []
    text.append(iso: date)
    text.append(UInt8(ascii: "T"))
    text.append(iso: time)
    text.append(offset: offset, separator: ":")
    return String(decoding: text, as: UTF8.self)
}
