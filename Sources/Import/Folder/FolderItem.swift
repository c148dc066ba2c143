import ArabicText
import Base
import Content

/// A text of a folder of Jekyll or Hugo, before it is known where in the new site it goes.
struct FolderItem: Sendable {
    /// Relative to the folder.
    let path: String
    let file: MatterFile
    /// What is stated, with the defaults that the settings have for its place.
    let matter: MatterValue
    var isPage = false
    var isDraft = false
    var date: WrittenDate?
    /// What names it in addresses: its own word for that, else its file's name.
    var name = ""
    /// Address that it had, decoded, with its first slash; empty for what had none.
    var address = ""
    /// Others that led to it.
    var otherAddresses: [String] = []
    var section = ""
    var tags: [String] = []
    /// Folder whose pictures stand beside the text; nil where the text is no bundle.
    var bundle: String?
    /// Part of the new address; settled by the plan.
    var slug = ""
    /// Place of the new file, likewise.
    var target = ""

    init(path: String, file: MatterFile, matter: MatterValue) {
        (self.path, self.file, self.matter) = (path, file, matter)
    }

    var isPublic: Bool { !isDraft }

    // MARK: - What is stated

    static let titleKeys = ["title", "linkTitle", "headline", "name"]
    static let summaryKeys = ["description", "summary", "excerpt", "abstract", "lead", "subtitle_seo"]
    static let kickerKeys = ["subtitle", "kicker", "tagline"]
    static let dateKeys = ["date", "publishDate", "publishdate", "pubdate", "published_at", "created", "created_at"]
    static let updatedKeys = [
        "lastmod", "last_modified_at", "updated", "modified", "modified_time", "last_modified", "date_modified",
    ]
    static let expiryKeys = ["expiryDate", "expirydate", "unpublishdate", "expires"]
    static let authorKeys = ["author", "authors", "byline", "writer"]
    static let imageKeys = [
        "image", "cover", "featured_image", "featuredImage", "feature_image", "thumbnail", "images", "img", "banner",
        "header", "hero", "cover_image", "coverImage", "thumb", "featured", "feature", "resources", "thumbnailImage",
        "coverimage", "card_image", "og_image", "preview", "thumbnailImagePosition",
    ]
    static let tagKeys = ["tags", "tag", "keywords", "labels", "topics"]
    static let categoryKeys = ["categories", "category"]
    static let aliasKeys = ["aliases", "alias", "redirect_from", "redirects", "old_url", "old_urls"]
    /// What is read elsewhere, or says only how the old system set and built the text.
    static let silentKeys: Set<String> = [
        "layout", "permalink", "url", "slug", "draft", "published", "type", "weight", "lang", "language", "dir",
        "direction", "toc", "showtoc", "tocopen", "comments", "id", "guid", "wordpress_id", "canonical_url",
        "canonical",
        "source", "source_url", "series", "kind", "markup", "sitemap", "noindex", "robots", "math", "mathjax", "katex",
        "mermaid", "hidden", "pin", "menu", "menus", "outputs", "cascade", "build", "_build", "headless", "share",
        "related", "classes", "sidebar", "image_alt", "imagealt", "translationkey", "params", "extra", "taxonomies",
        "redirect_to", "iscjklanguage", "author_profile", "read_time", "order", "nav", "cssclass", "caption",
    ]

    static let known: Set<String> = silentKeys.union(
        (titleKeys + summaryKeys + kickerKeys + dateKeys + updatedKeys + expiryKeys + authorKeys + imageKeys + tagKeys
            + categoryKeys + aliasKeys).map { $0.lowercased() })

    /// Value of the first of these keys, also beneath `params`, as Hugo has it, and `taxonomies`, as Zola.
    func value(_ keys: [String]) -> MatterValue {
        let own = matter[any: keys]
        if own != .nothing { return own }
        let nested = ["params", "taxonomies", "extra"].lazy.map { matter[$0][any: keys] }
        return nested.first { $0 != .nothing } ?? .nothing
    }

    var title: String { value(Self.titleKeys).text.map { WordPressName.plain($0) } ?? "" }

    /// Keys that no key of an article takes up.
    var otherKeys: [MatterValue.Entry] {
        let nested = matter["params"].entries + matter["extra"].entries
        return (matter.entries + nested).filter {
            !Self.known.contains($0.key.lowercased()) && $0.value != .nothing && $0.value != .scalar("")
        }
    }

    /// A date as the old system takes it: ISO 8601, or with a blank and an offset behind the time.
    static func date(_ written: String?) -> WrittenDate? {
        guard let written, !written.isEmpty else { return nil }
        if let date = try? parseDate(written) { return date.date.year < 1900 ? nil : date }
        // 2024-01-24 09:05:00 +0300, 2024-01-24 09:05:00.000000000 Z, 2024-1-4
        var parts = written.split { $0 == " " || $0 == "T" }.map(String.init)
        guard let first = parts.first else { return nil }
        let numbers = first.split { $0 == "-" || $0 == "/" }.map { Int($0) }
        guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2], year >= 1900,
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        parts.removeFirst()
        guard var clock = parts.first else { return WrittenDate(date: date) }
        var zone = parts.dropFirst().first { $0.hasPrefix("+") || $0.hasPrefix("-") || $0 == "Z" || $0 == "UTC" }
        if let sign = clock.lastIndex(where: { "+-Z".contains($0) }), sign != clock.startIndex {
            zone = String(clock[sign...])
            clock = String(clock[..<sign])
        }
        let times = clock.split(separator: ":").map { Int($0.prefix { $0.isNumber }) }
        guard times.count > 1, let hour = times[0], let minute = times[1],
            let time = CivilTime(hour: hour, minute: minute, second: times.count > 2 ? times[2] ?? 0 : 0)
        else { return WrittenDate(date: date) }
        return WrittenDate(date: date, time: time, offsetSeconds: zone.flatMap { offset($0) })
    }

    private static func offset(_ zone: String) -> Int? {
        if zone == "Z" || zone == "UTC" { return 0 }
        let digits = zone.filter { $0.isNumber }
        guard digits.count == 4, let number = Int(digits) else { return nil }
        let seconds = number / 100 * 3600 + number % 100 * 60
        return zone.hasPrefix("-") ? -seconds : seconds
    }

    /// Words of categories or tags: a list, or one text with commas; Jekyll parts a text at blanks.
    static func words(_ value: MatterValue, atBlanks: Bool) -> [String] {
        var words: [String] = []
        switch value {
        case .list(let items): words = items.flatMap { $0.items }.compactMap(\.text)
        case .scalar(let text):
            let separators: [Character] = text.contains(where: { ",،؛;".contains($0) }) ? [",", "،", "؛", ";"] : [" "]
            words =
                separators == [" "] && !atBlanks
                ? [text] : text.split { separators.contains($0) }.map(String.init)
        case .map, .nothing: break
        }
        var seen: Set<String> = []
        return words.map { WordPressPlan.tagName($0.trimmed()) }.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}
