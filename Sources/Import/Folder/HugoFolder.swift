import ArabicText
import Base
import Content

/// A site of Hugo: which of its files are texts, and where each of them was.
struct HugoFolder {
    private let tree: DiskTree
    private let settings: FolderSettings
    /// Folder of the texts, with its slash.
    let content: String
    /// The language whose texts come, and others that files and folders may name.
    private let language: String
    private let isDefault: Bool
    private let others: Set<String>
    /// What precedes the addresses of the language: empty, or `/ar`.
    private let prefix: String

    init(_ tree: DiskTree, _ settings: FolderSettings, language: String, isDefault: Bool) {
        (self.tree, self.settings, self.language, self.isDefault) = (tree, settings, language, isDefault)
        content = (settings.values["contentDir"].text ?? "content").split(separator: "/").joined(separator: "/") + "/"
        others = Set(settings.values["languages"].entries.map { $0.key.lowercased() }).subtracting([
            language.lowercased()
        ])
        let isBelow = !isDefault || settings.values["defaultContentLanguageInSubdir"].flag == true
        prefix = isBelow && !language.isEmpty && !settings.values["languages"].entries.isEmpty ? "/" + language : ""
    }

    /// Texts in the order of their paths; files that only hold a list's words; how many are of other languages.
    func items(_ entries: [FileEntry]) throws -> (items: [FolderItem], lists: [FolderItem], foreign: [String: Int]) {
        var items: [FolderItem] = []
        var lists: [FolderItem] = []
        var foreign: [String: Int] = [:]
        let texts = entries.filter { $0.kind == .file && $0.size <= 16 << 20 && $0.path.hasPrefix(content) }
        let names = Set(texts.map(\.path))
        for entry in texts {
            let path = entry.path
            var parts = path.dropFirst(content.count).split(separator: "/").map(String.init)
            guard let name = parts.last, let dot = name.lastIndex(of: "."),
                JekyllFolder.endings.union(["html", "htm"]).contains(name[name.index(after: dot)...].lowercased()),
                !parts.contains(where: { $0.hasPrefix(".") })
            else { continue }
            var stem = String(name[..<dot])
            var isNamed = settings.values["contentDir"] != .nothing
            // Folders of other languages lie beside this one's, where no `contentDir` parts them.
            if parts.count > 1, others.contains(parts[0].lowercased()) {
                foreign[parts[0].lowercased(), default: 0] += 1
                continue
            }
            if parts.count > 1, parts[0].lowercased() == language.lowercased(),
                settings.values["contentDir"] == .nothing
            {
                parts.removeFirst()
                isNamed = true
            }
            if let mark = stem.lastIndex(of: ".") {
                let tag = stem[stem.index(after: mark)...].lowercased()
                if others.contains(tag) {
                    foreign[tag, default: 0] += 1
                    continue
                }
                if tag == language.lowercased() {
                    stem = String(stem[..<mark])
                    isNamed = true
                }
            }
            // A file that names no language is of the site's own.
            if !isDefault, !isNamed {
                foreign[(settings.defaultLanguage.isEmpty ? "—" : settings.defaultLanguage), default: 0] += 1
                continue
            }
            // What lies in a bundle beside its text belongs to it.
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            if stem != "index", stem != "_index",
                names.contains(folder + "/index.md") || names.contains(folder + "/index.\(language).md")
            {
                continue
            }
            let file = MatterFile(try tree.read(path), path: path)
            let item = item(path, Array(parts.dropLast()), stem, folder: folder, file)
            if stem == "_index" { lists.append(item) } else if file.hasMatter { items.append(item) }
        }
        return (items, lists, foreign)
    }

    private func item(_ path: String, _ folders: [String], _ stem: String, folder: String, _ file: MatterFile)
        -> FolderItem
    {
        var item = FolderItem(path: path, file: file, matter: file.matter)
        var folders = folders
        var name = stem
        if stem == "index" || stem == "_index" {
            item.bundle = folder
            // The folder names the text.
            if stem == "index", let last = folders.popLast() { name = last }
        }
        let named = Self.day(in: name)
        item.date =
            FolderItem.date(item.value(FolderItem.dateKeys).text) ?? named?.date.map { WrittenDate(date: $0) }
            ?? FolderItem.date(item.value(FolderItem.updatedKeys).text)
        item.name = item.matter["slug"].text ?? name
        item.isDraft = item.matter["draft"].flag == true || item.matter["published"].flag == false
        let isOfPages = folders.first == "page" || folders.first == "pages" || item.matter["type"].text == "page"
        item.isPage = folders.isEmpty || item.date == nil || isOfPages
        if !item.isPage { setTerms(&item, folders) }
        guard !item.isDraft else { return item }
        item.address = prefix + address(of: item, folders, name)
        let own = item.address
        item.otherAddresses = item.value(FolderItem.aliasKeys).texts.map { alias in
            // Others are meant from where the text lies.
            alias.hasPrefix("/") || alias.contains("://")
                ? alias : own.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/" + alias
        }
        return item
    }

    private static func day(in name: String) -> (date: CivilDate?, Void)? {
        let parts = name.split(separator: "-", maxSplits: 3).map(String.init)
        guard parts.count >= 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2].prefix(2))
        else { return nil }
        return (CivilDate(year: year, month: month, day: day), ())
    }

    /// Folders that only say that a text is one.
    private static let plain: Set<String> = [
        "post", "posts", "blog", "blogs", "article", "articles", "content", "p", "entries", "writing", "notes",
        "مقالات",
        "مدونة", "المدونة", "تدوينات",
    ]

    private func setTerms(_ item: inout FolderItem, _ folders: [String]) {
        let categories = FolderItem.words(item.value(FolderItem.categoryKeys), atBlanks: false)
        var section = categories.first ?? ""
        if section.isEmpty, let top = folders.first, !Self.plain.contains(top.lowercased()) { section = top }
        item.section = section
        item.tags = (categories.dropFirst() + FolderItem.words(item.value(FolderItem.tagKeys), atBlanks: false))
            .filter { $0 != section }.uniqued()
    }

    // MARK: - Addresses

    private func address(of item: FolderItem, _ folders: [String], _ name: String) -> String {
        if let url = item.matter["url"].text {
            let path = PictureAddress.path(url)
            return CanonicalForm.nfc(path.hasPrefix("/") ? path : "/" + path)
        }
        let keepsCase = settings.values["disablePathToLower"].flag == true
        let part = { (text: String) in
            let word = OldAddress.hugoPart(text)
            return keepsCase ? OldAddress.jekyllName(text) : word
        }
        let title = part(item.title.isEmpty ? name : item.title)
        let slug = item.matter["slug"].text.map(part)
        let sections = folders.map(part).joined(separator: "/")
        guard let pattern = pattern(for: folders) else {
            let last = slug ?? part(name)
            let path = "/" + ([sections, last].filter { !$0.isEmpty }.joined(separator: "/"))
            return settings.values["uglyURLs"].flag == true ? path + ".html" : path + (path == "/" ? "" : "/")
        }
        let date = item.date
        let words = OldAddress { word in
            switch word {
            case "title": return title
            case "slug": return slug ?? title
            case "slugorfilename", "slugorcontentbasename": return slug ?? part(name)
            case "filename", "contentbasename": return part(name)
            case "section": return part(folders.first ?? "")
            case "sections": return sections
            default: return date.flatMap { OldAddress.value(word, of: $0.date, $0.time) }
            }
        }
        let path = words.fill(pattern.hasPrefix("/") ? pattern : "/" + pattern)
        return path.hasSuffix("/") || path.contains(".") ? path : path + "/"
    }

    /// The pattern of a section: that of its own folders, else of those above.
    private func pattern(for folders: [String]) -> String? {
        let stated = settings.values["permalinks"]
        let pages = stated["page"].entries.isEmpty ? stated : stated["page"]
        for count in stride(from: folders.count, through: 1, by: -1) {
            let path = folders.prefix(count).joined(separator: "/")
            if let pattern = pages[path].text ?? pages["/" + path + "/"].text ?? pages["/" + path].text {
                return pattern
            }
        }
        return folders.isEmpty ? nil : pages["/"].text
    }
}
