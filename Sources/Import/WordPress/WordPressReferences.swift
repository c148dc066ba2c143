import ArabicText
import Base
import Content

/// What the links and pictures of one post lead to.
struct WordPressReferences: References {
    let plan: WordPressPlan
    /// Number of the post.
    let id: Int
    /// Path from the post's file to the folder of articles: `../`.
    let toArticles: String
    /// Whether readers have the post: a file that a text links to is published, whoever links to it.
    let isPublic: Bool

    // MARK: - Links

    func link(_ href: String) -> LinkAnswer {
        if href.hasPrefix("#") { return LinkAnswer() }
        guard PictureAddress.isOwn(href, host: plan.host) else { return elsewhere(href) }
        if let path = ExportIndex.uploadPath(href) { return file(path, of: href) }
        let words = LinkAnswer(row: .init(.linkDead, shown(href)))
        for name in ["p", "page_id"] {
            guard let number = PictureAddress.query(name, in: href).flatMap({ Int($0) }) else { continue }
            guard let post = plan.index.post(number), post.state == .published else { return words }
            return LinkAnswer(destination: "/" + plan.address(of: post).text)
        }
        if let number = PictureAddress.query("attachment_id", in: href).flatMap({ Int($0) }),
            let attachment = plan.index.attachment(number)
        {
            return file(attachment, of: href)
        }
        switch plan.index.found(at: href) {
        case .post(let post):
            return post.state == .published ? LinkAnswer(destination: "/" + plan.address(of: post).text) : words
        case .attachment(let attachment): return file(attachment, of: href)
        case nil: break
        }
        return page(PictureAddress.path(href)).map { LinkAnswer(destination: $0) } ?? words
    }

    /// A link as the report shows it: to what must not be public only its number.
    private func shown(_ href: String) -> String {
        if case .post(let post)? = plan.index.found(at: href), post.state == .hidden { return "?p=\(post.id)" }
        return href
    }

    private func elsewhere(_ href: String) -> LinkAnswer {
        let whole = href.hasPrefix("//") ? "https:" + href : href
        guard let url = try? WebURL(whole) else { return LinkAnswer(row: .init(.linkScheme, href)) }
        return LinkAnswer(destination: url.text)
    }

    /// The front page, lists and feeds.
    private func page(_ path: String) -> String? {
        let parts = WordPressName.decoded(path).text.split(separator: "/").map(String.init)
        guard let first = parts.first else { return "/" }
        switch first {
        case "feed" where parts.count == 1: return "/" + plan.outlet.patterns.rss
        case "category":
            return parts.last.flatMap { plan.index.category($0) }.flatMap { plan.address(ofTerm: $0) }.map {
                "/" + $0.text
            }
        case "tag":
            return parts.last.flatMap { plan.index.tag($0) }.flatMap { plan.address(ofTerm: $0) }.map { "/" + $0.text }
        case "author":
            return parts.count == 2 ? WordPressAuthors(plan).address(ofLogin: parts[1]).map { "/" + $0.text } : nil
        default: return nil
        }
    }

    // MARK: - Files

    func file(_ source: String) -> LinkAnswer {
        guard PictureAddress.isOwn(source, host: plan.host) else { return elsewhere(source) }
        guard let path = ExportIndex.uploadPath(source) else { return link(source) }
        return file(path, of: source)
    }

    /// The file that a picture's own page showed.
    private func file(_ attachment: ExportIndex.Attachment, of href: String) -> LinkAnswer {
        let address = plan.index[attachment.address]
        if !address.isEmpty { return elsewhere(address) }
        let path = plan.index[attachment.file]
        return path.isEmpty ? LinkAnswer(row: .init(.linkDead, href)) : file(path, of: href)
    }

    private func file(_ path: String, of href: String) -> LinkAnswer {
        guard Uploads.isSafe(path) else { return LinkAnswer(row: .init(.mediaName, path)) }
        if let found = plan.uploads?.find(path) {
            guard isPublic else { return LinkAnswer(row: .init(.linkDead, href)) }
            if found.type == .svg { return LinkAnswer(row: .init(.svg, path)) }
            return LinkAnswer(
                destination: "/assets/uploads/" + found.target, use: .asset(from: found.source, as: found.target))
        }
        return LinkAnswer(row: .init(.linkDead, href), use: missing(path))
    }

    func picture(_ source: String, id: Int?) -> PictureAnswer? {
        let source = PictureAddress.original(source.hasPrefix("//") ? "https:" + source : source)
        let known = id.flatMap { plan.index.attachment($0) }
        guard PictureAddress.isOwn(source, host: plan.host) else {
            guard let url = try? WebURL(source) else { return nil }
            return PictureAnswer(
                destination: url.text, alt: known.map { plan.index[$0.alt] } ?? "", row: .init(.pictureRemote, url.text)
            )
        }
        guard let written = ExportIndex.uploadPath(source) else {
            let address = source.hasPrefix("/") ? plan.origin + source : source
            return (try? WebURL(address)).map { PictureAnswer(destination: $0.text) }
        }
        return upload(written, known)
    }

    private func upload(_ written: String, _ known: ExportIndex.Attachment?) -> PictureAnswer? {
        let path = PictureAddress.withoutSize(written)
        let attachment = known ?? plan.index.attachment(file: path) ?? plan.index.attachment(file: written)
        let alt = attachment.map { plan.index[$0.alt] } ?? ""
        guard Uploads.isSafe(path) else { return nil }
        if let found = plan.uploads?.find(written) {
            guard let type = found.type else {
                return PictureAnswer(
                    destination: address(path), alt: alt, row: .init(.pictureMissing, path), use: missing(path))
            }
            guard type != .svg else {
                return PictureAnswer(destination: address(path), alt: alt, row: .init(.svg, path), use: missing(path))
            }
            return PictureAnswer(
                destination: toArticles + "uploads/" + found.target, alt: alt,
                use: .picture(from: found.source, as: found.target))
        }
        let row: ReportRow.Finding? = plan.uploads == nil ? nil : .init(.pictureMissing, path)
        return PictureAnswer(destination: address(path), alt: alt, row: row, use: missing(path))
    }

    private func address(_ path: String) -> String { plan.origin + "/wp-content/uploads/" + percentEncoded(path) }

    private func missing(_ path: String) -> FileUse {
        let original = PictureAddress.withoutSize(path)
        return .missing(address: address(original), path: "/wp-content/uploads/" + original)
    }

    // MARK: - Galleries

    func gallery(_ ids: [Int]) -> [(id: Int, figure: Figure?)] {
        ids.map { id in (id, plan.index.attachment(id).flatMap { figure($0) }) }
    }

    func ownGallery() -> [(id: Int, figure: Figure?)] {
        plan.index.attachments.filter { $0.parent == Int32(clamping: id) }.map { (Int($0.id), figure($0)) }
    }

    /// Its destination is the old address, which `picture` answers for.
    ///
    /// - Parameter isWanted: whether one that is not at hand counts, too.
    func figure(_ attachment: ExportIndex.Attachment, isWanted: Bool = false) -> Figure? {
        let file = plan.index[attachment.file]
        let (alt, caption) = (plan.index[attachment.alt], plan.index[attachment.caption])
        let elsewhere = plan.index[attachment.address]
        if !elsewhere.isEmpty { return Figure(destination: elsewhere, alt: alt, caption: caption) }
        guard !file.isEmpty, Uploads.isSafe(file) else { return nil }
        if !isWanted, let uploads = plan.uploads, uploads.find(file) == nil { return nil }
        return Figure(destination: address(file), alt: alt, caption: caption)
    }
}
