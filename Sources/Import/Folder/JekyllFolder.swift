import ArabicText
import Base
import Content

/// A site of Jekyll: which of its files are texts, and where each of them was.
struct JekyllFolder {
    private let tree: DiskTree
    private let settings: FolderSettings
    private let collections: [String: MatterValue]
    private let source: String

    /// Texts of a folder.
    static let endings: Set<String> = ["md", "markdown", "mkd", "mkdn", "mdown"]

    init(_ tree: DiskTree, _ settings: FolderSettings) {
        (self.tree, self.settings) = (tree, settings)
        let stated = settings.values["collections"]
        var collections = Dictionary(
            stated.entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        for name in stated.texts where collections[name] == nil { collections[name] = .map([]) }
        self.collections = collections
        source = settings.values["source"].text.map { $0 == "." ? "" : $0 + "/" } ?? ""
    }

    /// Texts in the order of their paths, with pages that are made by templates and have no text of their own.
    func items(_ entries: [FileEntry]) throws -> [FolderItem] {
        var items: [FolderItem] = []
        for entry in entries where entry.kind == .file && entry.size <= 16 << 20 && entry.path.hasPrefix(source) {
            let path = entry.path
            let parts = path.dropFirst(source.count).split(separator: "/").map(String.init)
            guard let name = parts.last, let ending = Self.ending(name), !Self.isOutside(parts) else { continue }
            let place = Place(parts, collections)
            let isText = Self.endings.contains(ending)
            guard isText || ending == "html" || ending == "htm", place.isRead else { continue }
            if place.isPage, !isText {
                // A page of HTML is a template: lists, feeds, the front page.
                let file = MatterFile(try tree.read(path), path: path)
                if file.hasMatter { items.append(item(path, parts, file.withoutBody, place)) }
                continue
            }
            let file = MatterFile(try tree.read(path), path: path)
            guard file.hasMatter || !place.isPage else { continue }
            items.append(item(path, parts, file, place))
        }
        return items
    }

    private static func ending(_ name: String) -> String? {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    }

    /// Files of the workshop, which Jekyll does not read either.
    private static func isOutside(_ parts: [String]) -> Bool {
        ["vendor", "node_modules", "_site"].contains(parts[0]) || parts.contains { $0.hasPrefix(".") }
    }

    /// What a file is by the folders that it lies in.
    private struct Place {
        var isDraft = false
        var isPost = false
        var collection: String?
        var isRead = true
        /// Folders above `_posts`, which are categories.
        var above: [String] = []
        /// Path in the collection.
        var inner: [String] = []

        var isPage: Bool { !isDraft && !isPost && collection == nil }

        init(_ parts: [String], _ collections: [String: MatterValue]) {
            let folders = parts.dropLast()
            guard let mark = folders.firstIndex(where: { $0.hasPrefix("_") }) else {
                // A file that begins so is no page.
                isRead = !parts[parts.count - 1].hasPrefix("_")
                return
            }
            above = Array(folders[..<mark])
            inner = Array(parts[(mark + 1)...])
            switch folders[mark] {
            case "_posts": isPost = true
            case "_drafts": isDraft = true
            case let name where collections[String(name.dropFirst())] != nil: collection = String(name.dropFirst())
            default: isRead = false
            }
        }
    }

    private func item(_ path: String, _ parts: [String], _ file: MatterFile, _ place: Place) -> FolderItem {
        let defaults = defaults(
            for: parts.joined(separator: "/"), type: place.isPage ? "pages" : place.collection ?? "posts")
        var item = FolderItem(path: path, file: file, matter: defaults.merged(with: file.matter))
        let fileName = parts[parts.count - 1]
        var stem = String(fileName[..<(fileName.lastIndex(of: ".") ?? fileName.endIndex)])
        let named = Self.day(in: stem)
        if let named { stem = named.rest }
        item.name = item.matter["slug"].text ?? stem
        item.isPage = place.isPage
        item.date = FolderItem.date(item.value(FolderItem.dateKeys).text) ?? named.map { WrittenDate(date: $0.date) }
        // A collection without dates is no news.
        if place.collection != nil, item.date == nil { item.isPage = true }
        item.isDraft =
            place.isDraft || item.matter["published"].flag == false || item.matter["draft"].flag == true
            || place.collection.map { collections[$0]?["output"].flag != true } ?? false
        let categories =
            place.above + FolderItem.words(item.matter["categories"], atBlanks: true)
            + (item.matter["category"].text.map { [WordPressPlan.tagName($0)] } ?? [])
        var seen: Set<String> = []
        let named2 = categories.filter { seen.insert($0).inserted }
        if !item.isPage {
            item.section = named2.first ?? ""
            item.tags = (named2.dropFirst() + FolderItem.words(item.value(FolderItem.tagKeys), atBlanks: true))
                .filter { $0 != named2.first }.uniqued()
        }
        guard !item.isDraft else { return item }
        item.address = address(of: item, parts, stem, named2, place)
        item.otherAddresses = item.value(FolderItem.aliasKeys).texts
        return item
    }

    /// `2024-01-24-name`, and `24-1-4-name`, which Jekyll takes too.
    private static func day(in stem: String) -> (date: CivilDate, rest: String)? {
        let parts = stem.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            let date = CivilDate(year: year < 100 ? year + 2000 : year, month: month, day: day), !parts[3].isEmpty
        else { return nil }
        return (date, String(parts[3]))
    }

    /// Values that `defaults` has for a path, those of the longer path last.
    private func defaults(for path: String, type: String) -> MatterValue {
        let fitting = settings.values["defaults"].items.filter { rule in
            let scope = rule["scope"]
            let folder = (scope["path"].text ?? "").split(separator: "/").joined(separator: "/")
            guard folder.isEmpty || path == folder || path.hasPrefix(folder + "/") else { return false }
            return scope["type"].text.map { $0 == type } ?? true
        }
        let sorted = fitting.enumerated().sorted { one, other in
            let (a, b) = (one.element["scope"]["path"].text ?? "", other.element["scope"]["path"].text ?? "")
            return (a.count, one.offset) < (b.count, other.offset)
        }
        return sorted.reduce(.map([])) { $0.merged(with: $1.element["values"]) }
    }

    // MARK: - Addresses

    private static let styles = [
        "date": "/:categories/:year/:month/:day/:title:output_ext",
        "pretty": "/:categories/:year/:month/:day/:title/",
        "ordinal": "/:categories/:year/:y_day/:title:output_ext",
        "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
        "none": "/:categories/:title:output_ext",
    ]

    private func address(
        of item: FolderItem, _ parts: [String], _ stem: String, _ categories: [String], _ place: Place
    ) -> String {
        let style = settings.values["permalink"].text ?? "date"
        var pattern: String
        if let own = item.matter["permalink"].text {
            pattern = own
        } else if let name = place.collection {
            pattern = collections[name]?["permalink"].text ?? "/:collection/:path:output_ext"
        } else if item.isPage {
            return pageAddress(parts, isPretty: style == "pretty" || Self.styles[style] == nil && style.hasSuffix("/"))
        } else {
            pattern = collections["posts"]?["permalink"].text ?? style
        }
        pattern = Self.styles[pattern] ?? pattern
        let date = item.date
        let words = OldAddress { name in
            switch name {
            case "title": return OldAddress.jekyllName(item.matter["slug"].text ?? stem)
            case "slug": return OldAddress.jekyllPart(item.matter["slug"].text ?? stem)
            case "categories": return categories.map { $0.lowercased() }.joined(separator: "/")
            case "slugified_categories":
                return categories.map { OldAddress.jekyllPart($0) }.joined(separator: "/")
            case "output_ext": return ".html"
            case "collection": return place.collection ?? "posts"
            case "basename", "name": return OldAddress.jekyllName(stem)
            case "path":
                return (place.inner.isEmpty ? parts : place.inner).dropLast().joined(separator: "/") + "/" + stem
            default: return date.flatMap { OldAddress.value(name, of: $0.date, $0.time) }
            }
        }
        let path = words.fill(pattern.hasPrefix("/") ? pattern : "/" + pattern)
        return CanonicalForm.nfc(path.hasSuffix("/index.html") ? String(path.dropLast(10)) : path)
    }

    private func pageAddress(_ parts: [String], isPretty: Bool) -> String {
        let name = parts[parts.count - 1]
        let stem = String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
        let folder = parts.dropLast().map { "/" + $0 }.joined()
        if stem == "index" { return folder + "/" }
        return CanonicalForm.nfc(folder + "/" + stem + (isPretty ? "/" : ".html"))
    }
}
