import Base
import Content
import Publishing

/// An outlet over the years: names are spelt in many ways, files move, stories expire, and now and then somebody records
/// what is public.
struct AddressHistory {
    struct Story {
        var name: String
        var date: Int
        var tags: [String]
        var author: String
        var section: String
        var expires: Int?
        var isRemoved = false
        var slug: String?
        var id: String?
        var aliases: [String] = []

        /// Where it lives.
        var url: String {
            let day = AddressHistory.day(date)
            let last = slug ?? String(name.split(separator: "/").last ?? "")
            return "/\(day.year)/\(day.month < 10 ? "0" : "")\(day.month)/\(last)/"
        }

        var text: String {
            var lines = [
                "title: خبر", "date: \(AddressHistory.day(date).iso)", "author: \"\(author)\"", "section: \(section)",
            ]
            if !tags.isEmpty { lines.append("tags: [\(tags.map { "\"\($0)\"" }.joined(separator: ", "))]") }
            if let expires { lines.append("expires: \(Story.written(expires))") }
            if isRemoved { lines.append("status: removed") }
            if let slug { lines.append("slug: \(slug)") }
            if let id { lines.append("id: \(id)") }
            if !aliases.isEmpty { lines.append("aliases: [\(aliases.joined(separator: ", "))]") }
            return "---\n\(lines.joined(separator: "\n"))\n---\n\nنص\n"
        }

        static func written(_ seconds: Int) -> String { PublishingTests.Story.written(seconds) }
    }

    struct Named {
        var name: String
        var slug: String
        var aliases: [String] = []
    }

    var stories: [Story] = []
    var sections = [Named(name: "علوم", slug: "science"), Named(name: "ثقافة", slug: "culture")]
    var pages = [Named(name: "من نحن", slug: "about")]
    var profiles: [Named] = []
    /// Lines beneath `tags:` of site.yaml.
    var tags: [String] = []
    var redirects: [String] = []
    var now = 1_735_689_600
    private var counter = 0

    static let tagNames = [
        "إيران", "ايران", "كوفيد 19", "كوفيد-19", "كوفيد ١٩", "C", "C++", "C#", "مسؤول", "مسئول", "كرة", "كره", "ماء",
        "مَاء",
    ]
    static let authorNames = ["عبد الله سالم", "عبد-الله سالم", "سلمى", "سلمي", "كريم"]

    static func day(_ seconds: Int) -> CivilDate { CivilDate(daysSince1970: seconds / 86400) }

    init(_ random: inout SplitMix64) {
        for _ in 0..<8 { add(&random) }
    }

    private mutating func next() -> Int {
        counter += 1
        return counter
    }

    private mutating func add(_ random: inout SplitMix64) {
        let tags = (0..<random.below(3)).map { _ in random.pick(Self.tagNames) ?? "" }
        stories.append(
            Story(
                name: "2024/story-\(next())", date: now - random.below(900) * 86400, tags: tags,
                author: random.pick(Self.authorNames) ?? "", section: random.pick(sections)?.name ?? ""))
    }

    /// One thing that a newsroom does, in words.
    mutating func step(_ random: inout SplitMix64) -> String {
        let place = random.below(stories.count)
        switch random.below(19) {
        case 0, 1:
            add(&random)
            return "a story, perhaps backdated"
        case 2 where stories.count > 4:
            return "deleted \(stories.remove(at: place).name)"
        case 3:
            stories[place].expires = random.oneIn(3) ? nil : now + random.below(20) * 86400 - 10 * 86400
            return "expires \(stories[place].name): \(stories[place].expires ?? 0)"
        case 4:
            stories[place].isRemoved.toggle()
            return "removed or not: \(stories[place].name)"
        case 5, 6:
            stories[place].tags = (0..<random.below(3)).map { _ in random.pick(Self.tagNames) ?? "" }
            return "tags of \(stories[place].name): \(stories[place].tags)"
        case 7:
            let (old, new) = (random.pick(Self.tagNames) ?? "", random.pick(Self.tagNames) ?? "")
            for index in stories.indices { stories[index].tags = stories[index].tags.map { $0 == old ? new : $0 } }
            return "tag \(old) is \(new) everywhere"
        case 8:
            stories[place].author = random.pick(Self.authorNames) ?? ""
            return "author of \(stories[place].name): \(stories[place].author)"
        case 9:
            return renameSection(&random)
        case 10:
            return editPages(&random)
        case 11:
            return editProfiles(&random)
        case 12:
            let last = stories[place].name.split(separator: "/").last ?? ""
            stories[place].name = "folder-\(next())/\(last)"
            return "moved \(stories[place].name)"
        case 13:
            stories[place].id = random.oneIn(3) ? nil : "id-\(next())"
            return "id of \(stories[place].name): \(stories[place].id ?? "-")"
        case 14:
            let old = stories[place].url
            stories[place].slug = random.oneIn(4) ? "same" : "slug-\(next())"
            if random.oneIn(2) { stories[place].aliases.append(old) }
            return "slug of \(stories[place].name): \(stories[place].slug ?? "-")"
        case 15:
            let old = stories[place].url
            stories[place].date -= random.below(60) * 86400
            if random.oneIn(2), stories[place].url != old { stories[place].aliases.append(old) }
            return "date of \(stories[place].name)"
        case 16:
            let (name, other) = (random.pick(Self.tagNames) ?? "", random.pick(Self.tagNames) ?? "")
            switch random.below(3) {
            case 0: tags = []
            case 1: tags = ["{name: \"\(name)\", also: [\"\(other)\"]}"]
            default: tags = ["{name: \"\(name)\", slug: tag-\(next())}"]
            }
            return "tags in site.yaml: \(tags)"
        default:
            now += random.below(12) * 86400
            return "the clock: \(now)"
        }
    }

    private mutating func renameSection(_ random: inout SplitMix64) -> String {
        let place = random.below(sections.count)
        let (old, number) = (sections[place], next())
        sections[place].name = "قسم \(number)"
        if random.oneIn(2) { sections[place].slug = "section-\(number)" }
        if random.oneIn(2), sections[place].slug != old.slug { sections[place].aliases.append("/section/\(old.slug)/") }
        for index in stories.indices where stories[index].section == old.name {
            stories[index].section = sections[place].name
        }
        return "section \(old) is \(sections[place])"
    }

    private mutating func editPages(_ random: inout SplitMix64) -> String {
        let place = random.below(pages.count)
        switch random.below(3) {
        case 0: pages.append(Named(name: "صفحة", slug: "page-\(next())"))
        case 1 where pages.count > 1: return "deleted page \(pages.remove(at: place))"
        default:
            let old = pages[place].slug
            pages[place].slug = "page-\(next())"
            if random.oneIn(2) { pages[place].aliases.append("/\(old)/") }
        }
        return "pages: \(pages)"
    }

    private mutating func editProfiles(_ random: inout SplitMix64) -> String {
        let place = random.below(profiles.count)
        switch random.below(3) {
        case 0 where !profiles.isEmpty: return "deleted profile \(profiles.remove(at: place))"
        case 1 where !profiles.isEmpty:
            let old = profiles[place].slug
            profiles[place].slug = "author-\(next())"
            if random.oneIn(2) { profiles[place].aliases.append("/author/\(old)/") }
        default: profiles.append(Named(name: random.pick(Self.authorNames) ?? "", slug: "author-\(next())"))
        }
        return "profiles: \(profiles)"
    }

    /// Writes the files of `Content/`, but for the ledger.
    func save(into tree: MemoryTree) {
        var files: [String: String] = [:]
        let lists = sections.map {
            "  - {name: \($0.name), slug: \($0.slug), aliases: [\($0.aliases.joined(separator: ", "))]}\n"
        }
        files["Content/site.yaml"] =
            "name: جريدة\nurl: https://example.org/\nmessages: en\npage_size: 3\nfeeds: {tags: [rss], authors: [atom]}\n"
            + "sections:\n\(lists.joined())" + (tags.isEmpty ? "" : "tags:\n" + tags.map { "  - \($0)\n" }.joined())
        for story in stories { files["Content/articles/\(story.name).md"] = story.text }
        for page in pages { files["Content/pages/\(page.slug).md"] = Self.named("title", page) }
        for profile in profiles { files["Content/authors/\(profile.slug).md"] = Self.named("name", profile) }
        if !redirects.isEmpty { files["Content/redirects.tsv"] = redirects.joined(separator: "\n") + "\n" }
        for path in tree.paths where path.hasPrefix("Content/") && files[path] == nil && path != Ledger.path {
            tree[path] = nil
        }
        for (path, text) in files where tree[path] != Array(text.utf8) { tree[path] = Array(text.utf8) }
    }

    private static func named(_ key: String, _ value: Named) -> String {
        "---\n\(key): \(value.name)\naliases: [\(value.aliases.joined(separator: ", "))]\n---\n\nنص\n"
    }
}
