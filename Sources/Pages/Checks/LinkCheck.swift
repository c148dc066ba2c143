import ArabicText
import Base
import Content
import Markdown
import Templates
import Typesetting

/// Follows every link inside the site, as a reader's browser would, before anything is written.
struct LinkCheck: Sendable {
    /// A text with the place where its links count from.
    struct Text: Sendable {
        let path: String
        let url: URLPath
        let bodyStart: Int
        let text: SetText
    }

    private let base: String
    private let site: Site
    private let edition: Edition
    private let plan: PagePlan
    private let targets: LinkTargets
    /// Every path of the site: pages, files, redirects; with the number of the text that has it.
    private let paths: [TextKey: Int?]
    /// The last parts of the addresses of articles without a date: where a link meant one, that is all there is to say.
    private let undated: Set<Substring>
    /// Anchors that templates make may stand on any page.
    private let templates: [[UInt8]]

    init(_ edition: Edition, _ plan: PagePlan, _ theme: Theme) {
        site = edition.site
        base = site.outlet.address.base
        self.edition = edition
        self.plan = plan
        targets = edition.typesetter.targets
        templates = theme.sources.map(\.bytes)
        var paths: [TextKey: Int?] = [:]
        paths.reserveCapacity(plan.outputs.count)
        for url in site.lastPages.values { paths[TextKey(url.text)] = .some(nil) }
        for output in plan.outputs { paths[TextKey(output.url.text)] = .some(nil) }
        for (number, article) in site.articles.enumerated() { paths[TextKey(article.url.text)] = number }
        for (number, page) in site.pages.enumerated() {
            paths[TextKey(page.url.text)] = site.articles.count + number
        }
        self.paths = paths
        undated = Set(site.articles.filter(\.isUndated).compactMap { $0.url.text.split(separator: "/").last })
    }

    private func has(_ path: String) -> Bool { paths[TextKey(path)] != nil }

    /// Whether the text of an article or a page, or a comment under it, has this anchor; nil where a path is of
    /// something else.
    private func has(_ anchor: String, on path: String) -> Bool? {
        guard case .some(.some(let number)) = paths[TextKey(path)] else { return nil }
        guard number < edition.articles.count else {
            return edition.pages[number - edition.articles.count].anchors.contains(anchor)
        }
        return edition.articles[number].anchors.contains(anchor)
            || site.articles[number].thread?.entries.contains { $0.comment.anchor == anchor } ?? false
    }

    private enum Outcome {
        case sound
        case nowhere
        case noAnchor(String)
    }

    /// The first of them: for each its line is counted and a near address looked for.
    func problems(in text: Text) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for link in text.text.links where problems.count < Remark.most {
            if let problem = problem(with: link, in: text) { problems.append(problem) }
        }
        // A picture by its whole address is one of the site's all the same; of those that an archive names, some were
        // lost before the outlet moved, and none of them stops it.
        for use in text.text.pictures where problems.count < Remark.most {
            guard site.outlet.address.ownPath(of: use.destination) != nil else { continue }
            let link = Link(destination: use.destination, offset: use.offset)
            if let problem = problem(with: link, in: text) { problems.append(problem.judged(.warning)) }
        }
        return problems
    }

    private func problem(with link: Link, in text: Text) -> Diagnostic? {
        let place = { edition.typesetter.place(link.offset, in: text.path, bodyStart: text.bodyStart) }
        switch follow(link.destination, from: text) {
        case .sound: return nil
        case .nowhere where targets.isSilenced(link.destination, from: text.path):
            return .silencedLink(link.destination, at: place())
        case .nowhere where targets.isAwaited(link.destination, from: text.path):
            return .awaited(link.destination, at: place())
        case .nowhere: return broken(link.destination, at: place(), from: text.path)
        case .noAnchor(let anchor): return noAnchor(anchor, link.destination, at: place())
        }
    }

    private func follow(_ destination: String, from text: Text) -> Outcome {
        let own = site.outlet.address.ownPath(of: destination).map { base + $0.dropFirst() }
        guard !site.outlet.isElsewhere(host: own ?? destination), let target = inside(destination, from: text) else {
            return .sound
        }
        let hash = target.firstIndex(of: "#") ?? target.endIndex
        let anchor = hash == target.endIndex ? "" : percentDecoded(String(target[target.index(after: hash)...])) ?? ""
        let path = target[..<hash].prefix { $0 != "?" }
        guard let url = resolve(String(path), from: text.url), let page = known(url) else {
            return resolve(String(path), from: text.url)?.split(separator: "/").last.map(undated.contains) ?? false
                ? .sound : .nowhere
        }
        guard !anchor.isEmpty, has(anchor, on: page) == false, !isInTemplates(anchor) else { return .sound }
        return .noAnchor(anchor)
    }

    /// The part of a link that counts from the site's root, or an anchor alone; nil where it leaves the site.
    private func inside(_ destination: String, from text: Text) -> String? {
        var target = destination
        if let own = site.outlet.address.ownPath(of: target) {
            target = own
        } else if target.utf8.starts(with: "//".utf8) || target.hasScheme {
            return nil
        }
        let first = target.utf8.first
        if first == nil || first == UInt8(ascii: "/") || first == UInt8(ascii: "#") { return target }
        // A file of Content that has a page; the renderer writes its page's path.
        guard let href = targets.href(of: target, from: text.path) else { return target }
        return "/" + href.dropFirst(base.count)
    }

    /// Decoded, without the slash in front; nil where it climbs out of the site.
    private func resolve(_ path: String, from url: URLPath) -> String? {
        guard let decoded = percentDecoded(path) else { return nil }
        if decoded.isEmpty { return url.text }
        var parts: [Substring] = decoded.hasPrefix("/") ? [] : url.text.split(separator: "/")
        if !decoded.hasPrefix("/"), !url.text.hasSuffix("/"), !parts.isEmpty { parts.removeLast() }
        for part in decoded.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            default: parts.append(part)
            }
        }
        let isFolder = decoded.hasSuffix("/") || decoded.hasSuffix("/.") || decoded.hasSuffix("/..") || decoded == ".."
        return CanonicalForm.nfc(parts.joined(separator: "/") + (isFolder && !parts.isEmpty ? "/" : ""))
    }

    /// As a server answers: a folder's address also without its last slash, `index.html` by its name, and what has moved
    /// where it is now.
    private func known(_ path: String) -> String? {
        if let page = page(at: path) { return page }
        switch plan.redirects.answer(to: path) {
        case .moved(let to, _, _): return site.outlet.isElsewhere(to) ? to.text : page(at: to.text)
        case .gone: return path
        case nil: return nil
        }
    }

    private func page(at path: String) -> String? {
        if path.isEmpty || has(path) { return path }
        if has(path + "/") { return path + "/" }
        if path.hasSuffix("index.html") {
            let folder = String(path.dropLast("index.html".count))
            return folder.isEmpty || has(folder) ? folder : nil
        }
        return nil
    }

    private func isInTemplates(_ anchor: String) -> Bool {
        let marks = ["id=\"\(anchor)\"", "id='\(anchor)'", "id=\(anchor) ", "id=\(anchor)>"].map { Array($0.utf8) }
        return templates.contains { source in marks.contains { source.contains(bytes: $0) } }
    }

    // MARK: Settings

    /// Menus, policies, accounts and authors' links.
    func problemsOfSettings() -> [Diagnostic] {
        let outlet = site.outlet
        let settings = outlet.place(of: "navigation")
        let links =
            site.menu.flatMap { [$0] + $0.children }.compactMap(\.link) + outlet.social + site.authors.flatMap(\.links)
            + ([site.frontPage.breaking?.link] + site.frontPage.allBlocks.map(\.link)).compactMap { $0 }
        let targets =
            links.map { ($0.target, $0.location ?? settings) }
            + outlet.services.policies.map { ($0.target, $0.location) }
        return targets.compactMap { target, location in
            guard case .page(let path) = target, !site.outlet.isElsewhere(path), known(path.text) == nil else {
                return nil
            }
            return broken("/" + path.text, at: location, from: "")
        }
    }

    // MARK: Messages

    private func broken(_ destination: String, at location: Location, from path: String) -> Diagnostic {
        if let file = file(destination, besides: path), file.hasPrefix("Content/articles/"),
            edition.typesetter.hasFile(file)
        {
            return .heldLink(destination, at: location)
        }
        if let whole = WebURL.completed(destination) {
            return Diagnostic(id: CheckRule.brokenLink, WebURL.missingScheme(whole), at: location)
        }
        let hint = nearest(to: destination, from: path)
        return Diagnostic(
            id: CheckRule.brokenLink,
            Message(
                en: "a link inside the site leads to a page or a file of it; “\(destination)” is neither"
                    + (hint.map { "; did you mean “\($0)”?" } ?? ""),
                ar: "يقود الرابط الداخلي إلى صفحة أو ملف في الموقع؛ و«\(destination)» ليس أيًّا منهما"
                    + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "")),
            at: location)
    }

    /// The Markdown file that a link names; nil where it names something else.
    private func file(_ destination: String, besides path: String) -> String? {
        let file = String(destination.prefix { $0 != "#" })
        return file.hasSuffix(".md") ? picturePath(file, besides: path) : nil
    }

    /// Among files the one of that name in another folder, else the most alike, as the file that links has to write it;
    /// else of all paths that start alike.
    private func nearest(to destination: String, from path: String) -> String? {
        if let target = file(destination, besides: path) {
            let known = (site.articles.map(\.path) + site.pages.map(\.path)).filter { $0 != path }.sorted(
                by: bytesPrecede)
            let name = target.split(separator: "/").last
            let found = known.first { $0.split(separator: "/").last == name } ?? suggestion(for: target, among: known)
            return found.map { relative($0, to: path) }
        }
        guard destination.hasPrefix("/"), let decoded = percentDecoded(destination) else { return nil }
        // A link counts from the site's own front page, wherever that lies.
        if base != "/", decoded.hasPrefix(base),
            known(String(decoded.dropFirst(base.count).prefix { $0 != "#" })) != nil
        {
            return "/" + decoded.dropFirst(base.count)
        }
        let prefix = decoded.dropFirst().prefix(3)
        let own = site.articles.first { $0.path == path }?.url ?? site.pages.first { $0.path == path }?.url
        let known = plan.outputs.map(\.url).filter { $0.text.hasPrefix(prefix) && $0 != own }.map(\.text).sorted(
            by: bytesPrecede)
        return suggestion(for: decoded, among: known.map { "/\($0)" })
    }

    /// The way to a file from the folder of another.
    private func relative(_ file: String, to other: String) -> String {
        var (way, folders) = (file.split(separator: "/")[...], other.split(separator: "/").dropLast())
        while let first = way.first, way.count > 1, first == folders.first {
            way.removeFirst()
            folders.removeFirst()
        }
        return (folders.map { _ in ".." } + way).joined(separator: "/").asWritten.replacing(" ", with: "%20")
    }

    private func noAnchor(_ anchor: String, _ destination: String, at location: Location) -> Diagnostic {
        let own = destination.hasPrefix("#")
        return Diagnostic(
            id: CheckRule.brokenAnchor,
            Message(
                en: "a link to a part of a page names one of its headings; " + (own ? "this page" : "that page")
                    + " has no “#\(anchor)”",
                ar: "رابط جزء من الصفحة يسمي أحد عناوينها؛ ولا «‎#\(anchor)» في "
                    + (own
                        ? "هذه الصفحة"
                        : "تلك "
                            + "الصفحة")),
            at: location)
    }
}

extension Diagnostic {
    fileprivate static func awaited(_ destination: String, at location: Location) -> Diagnostic {
        Diagnostic(
            .warning, id: ReferenceRule.heldArticle,
            Message(
                en:
                    "“\(destination)” is in error and not published yet; until it is mended these words stand "
                    + "without a link",
                ar: "في «\(destination)» خطأ ولم يُنشر بعد؛ ويبقى هذا النص بلا رابط حتى يُصلح"),
            at: location)
    }

    fileprivate static func silencedLink(_ destination: String, at location: Location) -> Diagnostic {
        Diagnostic(
            .warning, id: ReferenceRule.goneArticle,
            Message(
                en:
                    "“\(destination)” was removed without a trace; these words stand without a link; take the link out",
                ar: "«\(destination)» أُزيل بلا أثر؛ ويبقى هذا النص بلا رابط؛ احذف الرابط"),
            at: location)
    }

    fileprivate static func heldLink(_ destination: String, at location: Location) -> Diagnostic {
        Diagnostic(
            id: CheckRule.brokenLink,
            Message(
                en:
                    "a link leads to what readers can see; “\(destination)” is a draft or under embargo, or in "
                    + "error itself; "
                    + "take the link out until it is published",
                ar:
                    "يقود الرابط إلى ما يراه القراء؛ و«\(destination)» مسودة أو تحت حظر النشر، أو فيه خطأ؛ احذف "
                    + "الرابط حتى يُنشر"
            ),
            at: location)
    }
}

extension String {
    /// `https:`, `mailto:`, whatever a browser takes for a scheme (RFC 3986, section 3.1).
    fileprivate var hasScheme: Bool {
        guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")), let first = utf8.first,
            (0x61...0x7A).contains(first | 0x20)
        else { return false }
        return utf8[..<colon].allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "+")
                || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
    }
}

extension [UInt8] {
    fileprivate func contains(bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, count >= bytes.count else { return false }
        return (0...(count - bytes.count)).contains {
            self[$0] == first && self[$0..<($0 + bytes.count)].elementsEqual(bytes)
        }
    }
}

extension MenuEntry {
    /// The link that site.yaml has; nil for what leads nowhere, and for an entry that comes of a section.
    fileprivate var link: Outlet.Link? {
        guard let target, let location else { return nil }
        return Outlet.Link(title: title, target: target, at: location)
    }
}
