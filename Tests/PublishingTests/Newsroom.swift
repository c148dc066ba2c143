import Base
@testable import Pictures
import TestSupport

/// A made-up outlet with every kind of file that a site may have, kept as values, so that an edit is a change of a
/// value and can be taken back.
struct Newsroom: Equatable {
    /// What site.yaml says.
    struct Settings: Equatable {
        var name = "جريدة التجربة"
        var description = "أخبار للتجربة"
        var pageSize = 8
        var numerals = "latn"
        var zone = "UTC"
        var quotes = "preserve"
        var sections: [Section] = Newsroom.sections
        var feedItems = 10
        var commentFeeds = "none"
        var more: [String] = []
    }

    struct Section: Equatable {
        var name: String
        var slug: String
        var description: String
        /// Name of the section that it lies beneath.
        var parent: String?
        /// Further keys, on one line.
        var more = ""
        /// Templates of its own.
        var template: String?
        var storyTemplate: String?
    }

    var settings = Settings()
    var stories: [Story] = []
    /// All other files, by path.
    var files: [String: [UInt8]] = [:]
    /// The build's clock, in seconds since 1970.
    var now = 1_735_689_600
    /// Where the site is built for, in place of what site.yaml says.
    var address: String?
    /// Makes names that were never used before.
    var counter = 0
    /// How many stories there were at first.
    let firstCount: Int

    static let note = "GPS 30.0444 N 31.2357 E"

    static let sections = [
        Section(name: "سياسة", slug: "politics", description: "أخبار السياسة"),
        Section(name: "اقتصاد", slug: "economy", description: "المال والأعمال"),
        Section(name: "ثقافة", slug: "culture", description: "كتب وفنون"),
        Section(name: "رياضة", slug: "sport", description: "ملاعب"),
    ]
    static let hugeTags = ["مصر", "العالم", "تقرير"]
    static let authors = ["سلمى الطحان", "كريم السقاء", "هند الرماني", "نادر الصواف", "مكتب التحرير"]
    static let series = ["رحلة النهر", "دفاتر المدينة"]
    private static let words = """
        النهر المدينة الحكومة السوق الكتاب الطريق العاصمة الميناء القمح الشتاء المدرسة المسرح الحديقة القطار الجسر السفينة الريح
        المطر الحقل القرية الرواية الفريق المباراة الوزير المجلس القانون الميزانية الأسعار التعليم الصحة الهجرة البحر الصحراء النخيل
        """.split { $0 == " " || $0 == "\n" }.map(String.init)

    static func words(_ count: Int, _ random: inout SplitMix64) -> String {
        (0..<count).map { _ in random.pick(words) ?? "" }.joined(separator: " ")
    }

    // MARK: Making

    init(stories count: Int, _ random: inout SplitMix64) {
        firstCount = count
        files = Self.theme
        for (index, author) in Self.authors.enumerated() where index < 3 {
            files["Content/authors/author-\(index).md"] = Self.profile(
                author, role: "محرر", "نبذة عن \(author).", image: index == 0)
        }
        files["Content/authors/face.png"] = Self.picture(200, 200, 0)
        files["Content/pages/about.md"] = Array("---\ntitle: من نحن\norder: 1\n---\n\nنحن [جريدة](charter.md).\n".utf8)
        files["Content/pages/charter.md"] = Array(
            "---\ntitle: الميثاق\ndescription: كيف نعمل\n---\n\n## البند الأول\n\nنص.\n".utf8)
        files["Content/assets/logo.png"] = Self.picture(600, 200, 1)
        files["Content/assets/paper.txt"] = Array("ملف\n".utf8)
        files["Content/frontpage.yaml"] = Array("slots:\n  - newest: true\n  - section: اقتصاد\n".utf8)
        for number in 0..<6 {
            let year = 2023 + number % 2
            files["Content/articles/\(year)/picture-\(number).png"] =
                number % 3 == 2 ? Self.photograph(number) : Self.picture(1200 + number, 675, UInt8(number))
        }
        for _ in 0..<count { addStory(at: now - random.below(600 * 86400), &random) }
    }

    /// The repository's own templates.
    private static let theme: [String: [UInt8]] = {
        let tree = DiskTree(root: String(#filePath).replacing("/Tests/PublishingTests/Newsroom.swift", with: ""))
        var files: [String: [UInt8]] = [:]
        for entry in (try? tree.entries(under: "Templates")) ?? [] { files[entry.path] = try? tree.read(entry.path) }
        // Those of the outlet's own.
        for (name, parent) in [("longread", "article"), ("essay", "article"), ("sheet", "page"), ("front", "section")] {
            files["Templates/\(name).html"] = Array(
                "{% extends \"\(parent).html\" %}{% block main %}{{ super() }}<i>\(name)</i>{%- endblock %}".utf8)
        }
        return files
    }()

    static func profile(_ name: String, role: String, _ bio: String, image: Bool) -> [UInt8] {
        Array(
            "---\nname: \(name)\nrole: \(role)\n\(image ? "image:\n  src: face.png\n  alt: صورة\n" : "")---\n\n\(bio)\n"
                .utf8)
    }

    /// The head of a PNG (RFC 2083, 11.2.2), a byte to tell it from others, and a note that is never published.
    static func picture(_ width: Int, _ height: Int, _ mark: UInt8, note: String = Newsroom.note) -> [UInt8] {
        let big = { (number: Int) in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13) + Array("IHDR".utf8) + big(width)
            + big(height)
            + [8, 2, 0, 0, 0, 0, 0, 0, mark] + big(note.utf8.count) + Array("tEXt\(note)".utf8) + [0, 0, 0, 0]
    }

    /// A JPEG of which smaller ones are made, with a note that is never published. What it shows is noise.
    static func photograph(_ mark: Int) -> [UInt8] {
        var random = SplitMix64(seed: UInt64(mark))
        let bytes = (0..<(260 * 180 * 3)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let pixels = Pixels(width: 260, height: 180, channels: 3, bytes: bytes)
        guard var file = try? JPEGCodec.encode(pixels, quality: 80, profile: nil) else { return [] }
        file.insert(contentsOf: [0xFF, 0xFE, 0, UInt8(note.utf8.count + 2)] + Array(note.utf8), at: 2)
        return file
    }

    mutating func newNumber() -> Int {
        counter += 1
        return counter
    }

    mutating func addStory(at date: Int, _ random: inout SplitMix64) {
        let number = newNumber()
        let day = Story.written(date).prefix(10)
        var story = Story(
            name: "\(day.prefix(4))/\(day)-\(Self.words(1, &random))-\(number)",
            title: "\(Self.words(4, &random)) \(number)", date: date)
        story.summary = random.oneIn(3) ? nil : Self.words(9, &random)
        story.kicker = random.oneIn(4) ? Self.words(2, &random) : nil
        story.authors = random.oneIn(5) ? [] : [Self.authors[random.below(Self.authors.count)]]
        if random.oneIn(8) { story.authors.append("كاتب ضيف \(random.below(6))") }
        story.section = settings.sections[random.below(settings.sections.count)].name
        story.tags = tags(&random)
        story.kind = random.oneIn(6) ? random.pick(["opinion", "analysis", "report"]) ?? "news" : "news"
        if random.oneIn(8) { story.series = random.pick(Self.series) }
        if random.oneIn(6) { story.related = [random.pick(standing)?.name].compactMap { $0 } }
        if random.oneIn(9) { story.aliases = ["/old/\(number)/"] }
        if random.oneIn(12) { story.corrections = [.init(date: date + 3600, text: "صححنا الرقم \(number)")] }
        if random.oneIn(15) { story.isDraft = true }
        if random.oneIn(15) { story.expires = date + 86400 * (30 + random.below(600)) }
        story.body = [
            .paragraph(Self.words(20, &random)), .heading(Self.words(2, &random)),
            .paragraph("\"\(Self.words(8, &random))\"."),
        ]
        if random.oneIn(3), let other = random.pick(standing) {
            story.body.append(.link(Self.words(2, &random), to: other.name))
        }
        let beside = pictures(beside: story)
        if random.oneIn(3) { story.image = random.pick(beside) }
        if random.oneIn(6), let picture = random.pick(beside) { story.body.append(.picture(picture)) }
        stories.append(story)
    }

    /// A huge one or two, and now and then one of the long tail.
    func tags(_ random: inout SplitMix64) -> [String] {
        var tags = [Self.hugeTags[random.below(Self.hugeTags.count)]]
        if random.oneIn(2) { tags.append("وسم \(random.below(30))") }
        return tags
    }

    /// Those that readers see: only they can be linked to.
    var standing: [Story] {
        stories.filter {
            !$0.isDraft && $0.status == nil && $0.date <= now && $0.expires.map { $0 > now + 30 * 86400 } ?? true
        }
    }

    /// A recording or a document that is another for each number.
    static func attachment(_ name: String, _ number: Int) -> [UInt8] {
        switch name {
        case "talk.mp3": SampleFiles.taggedSound(frames: 40 + number)
        case "film.mp4": SampleFiles.film() + SampleFiles.box("free", [UInt8](repeating: 0, count: number))
        case "film.vtt": Array("WEBVTT \(number)\n".utf8)
        case "paper.pdf": SampleFiles.pdf("/Title(\(number))")
        default: Array("a,\(number)\n".utf8)
        }
    }

    func pictures(beside story: Story) -> [String] {
        let folder = "Content/articles/" + story.folder
        return files.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(".png") }.map {
            String($0.dropFirst(folder.count))
        }
        .filter { !$0.contains("/") }.sorted(by: bytesPrecede)
    }

    // MARK: Files

    var settingsText: String {
        let sections = lines(ofSectionsBeneath: nil, "  ")
        return """
            name: \(settings.name)
            url: https://example.org/
            description: \(settings.description)
            time_zone: \(settings.zone)
            numerals: \(settings.numerals)
            quotes: \(settings.quotes)
            page_size: \(settings.pageSize)
            messages: en
            logo: assets/logo.png
            sections:
            \(sections)feeds:
              site: [rss, atom, json]
              tags: rss
              authors: rss
              corrections: rss
              comments: \(settings.commentFeeds)
              items: \(settings.feedItems)
            \((settings.more).joined(separator: "\n"))

            """
    }

    private func lines(ofSectionsBeneath parent: String?, _ indent: String) -> String {
        settings.sections.filter { $0.parent == parent }.map { section in
            let children = lines(ofSectionsBeneath: section.name, indent + "    ")
            return "\(indent)- name: \(section.name)\n\(indent)  slug: \(section.slug)\n"
                + "\(indent)  description: \(section.description)\n"
                + (section.template.map { "\(indent)  template: \($0)\n" } ?? "")
                + (section.storyTemplate.map { "\(indent)  story_template: \($0)\n" } ?? "")
                + (section.more.isEmpty ? "" : "\(indent)  \(section.more)\n")
                + (children.isEmpty ? "" : "\(indent)  children:\n\(children)")
        }.joined()
    }

    /// Brings `tree` to what the newsroom holds now, and touches nothing that is so already.
    func save(into tree: MemoryTree) {
        var wanted = files
        wanted["Content/site.yaml"] = Array(settingsText.utf8)
        for story in stories { wanted[story.path] = Array(story.text.utf8) }
        for path in tree.paths where wanted[path] == nil { tree[path] = nil }
        for path in wanted.keys.sorted(by: bytesPrecede) where tree[path] != wanted[path] { tree[path] = wanted[path] }
    }
}
