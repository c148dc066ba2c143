import Base

extension Vocabulary {
    /// The keys of one item of `blocks`.
    package static let block = Vocabulary([
        Key("section", ["القسم"], .code, "The newest stories of this section."),
        Key("tag", ["الوسم"], .code, "The newest stories with this tag."),
        Key("author", ["الكاتب", "الكاتبة"], .code, "The newest stories of this author."),
        Key(
            "data", ["البيانات", "بيانات"], .code, "The rows of a file of `Content/data/`, with the stories they name."),
        Key("stories", ["المواد", "مواد"], "Stories chosen by hand: file, slug or path."),
        Key("limit", ["العدد"], "How many at most: 4, but for stories chosen by hand."),
        Key("look", ["الشكل"], .code, "How they are shown: the name of a template in `Templates/blocks/`."),
        Key(
            "title", ["العنوان"], .text, "What stands above them; the name of their section, tag or author by default."),
        Key("url", ["الرابط"], .code, "Where the title leads; to their own page by default."),
    ])
}

/// A block of a front as it is written, before anything was looked up.
struct PlannedBlock: Sendable {
    enum Source: Sendable {
        case section(Manuscript.Word)
        case tag(Manuscript.Word)
        case author(Manuscript.Word)
        case data(Manuscript.Word)
        case stories([Manuscript.Word])
    }

    /// How many stories a block shows where it does not say, and how many it may.
    static let standardLimit = 4
    static let mostStories = 50
    static let standardLook = "cards"

    let source: Source
    let limit: Int
    let look: Manuscript.Word
    let title: String?
    let link: Outlet.Link?
}

extension Fields {
    /// Nil where it names nothing to show, or more than one thing, which is reported.
    mutating func readBlock(at place: Location) -> PlannedBlock? {
        var sources: [PlannedBlock.Source] = []
        if let name = word("section") { sources.append(.section(name)) }
        if let name = word("tag") { sources.append(.tag(name)) }
        if let name = word("author") { sources.append(.author(name)) }
        if let name = word("data") { sources.append(.data(name)) }
        if isWritten("stories") {
            let stories = items("stories").compactMap { item -> Manuscript.Word? in
                word(item, "stories", Message(en: "files, slugs or paths of articles", ar: "ملفات مقالات أو مساراتها"))
                    .map { .init(text: $0, location: item.location) }
            }
            sources.append(.stories(stories))
        }
        let limit = number("limit", in: 1...PlannedBlock.mostStories)
        let look = word("look") ?? .init(text: PlannedBlock.standardLook, location: place)
        let title = text("title")
        let urlPlace = self.place(of: "url")
        let target = text("url").flatMap { self.target($0, at: urlPlace) }
        guard let source = sources.first, sources.count == 1 else {
            report(
                SettingsRule.emptyBlock, at: place,
                Message(
                    en: "a block shows one thing: “section”, “tag”, “author”, “data” or “stories”",
                    ar: "تعرض كل كتلة شيئًا واحدًا: section أو tag أو author أو data أو stories"))
            return nil
        }
        let standard = if case .stories = source { PlannedBlock.mostStories } else { PlannedBlock.standardLimit }
        return PlannedBlock(
            source: source, limit: limit ?? standard, look: look, title: title,
            link: target.map { .init(title: title ?? "", target: $0, at: urlPlace) })
    }
}
