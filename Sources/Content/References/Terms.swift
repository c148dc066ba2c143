import ArabicText
import Base

/// Sections, tags and authors while articles are added to them, the oldest first.
struct Terms {
    struct SectionEntry {
        let name: String
        let slug: String
        let description: String?
        var isSearched = true
        var articles: [Int] = []
    }

    struct TagEntry {
        let name: String
        let slug: String
        var articles: [Int] = []
    }

    struct AuthorEntry {
        let name: String
        let slug: String
        let profile: Profile?
        var articles: [Int] = []
    }

    private let outlet: Outlet
    private(set) var diagnostics: [Diagnostic] = []
    private var sections: [SectionEntry] = []
    private var sectionIndex: [String: Int] = [:]
    private var tags: [TagEntry] = []
    private var tagIndex: [String: Int] = [:]
    /// Places by the full folding, which merges ة with ه and ى with ي: only to warn of twins.
    private var tagTwins: [String: Int] = [:]
    private var tagSlugs: Set<String> = []
    /// Places by the spellings of articles, so that each is folded once.
    private var sectionSpellings: [TextKey: Int] = [:]
    private var tagSpellings: [TextKey: Int] = [:]
    /// Places by the spellings of articles; two where one spelling names two people.
    private var authorSpellings: [TextKey: [Int]] = [:]
    private(set) var authors: [AuthorEntry] = []
    private var authorIndex: [String: Int] = [:]
    private var authorSlugs: Set<String> = []

    init(outlet: Outlet, profiles: [Profile]) {
        self.outlet = outlet
        for section in outlet.sections {
            sectionIndex[folded(section.name)] = sections.count
            sections.append(
                .init(
                    name: section.name, slug: section.slug, description: section.description,
                    isSearched: section.isSearched))
        }
        for section in outlet.sections where sectionIndex[folded(section.slug)] == nil {
            sectionIndex[folded(section.slug)] = sectionIndex[folded(section.name)]
        }
        for profile in profiles { add(profile) }
    }

    private mutating func add(_ profile: Profile) {
        if let other = authorIndex[folded(profile.name)] {
            diagnostics.append(
                Diagnostic(
                    id: ReferenceRule.duplicateAuthor,
                    Message(
                        en:
                            "an author has one profile; “\(profile.name)” also stands in "
                            + "\(authors[other].profile?.path ?? "")",
                        ar: "لكل كاتب ملف واحد؛ «\(profile.name)» موجود أيضًا في "
                            + "\(authors[other].profile?.path ?? "")"),
                    at: profile.place))
            return
        }
        authorIndex[folded(profile.name)] = authors.count
        authors.append(.init(name: profile.name, slug: Self.unique(profile.slug, in: &authorSlugs), profile: profile))
    }

    mutating func add(_ manuscript: Manuscript, at index: Int) {
        if let section = manuscript.section,
            let place = sectionSpellings[TextKey(section.text)] ?? sectionPlace(for: section)
        {
            sections[place].articles.append(index)
        }
        for word in manuscript.tags {
            let tag = tagSpellings[TextKey(word.text)] ?? tagPlace(for: word)
            if tags[tag].articles.last != index { tags[tag].articles.append(index) }
        }
        for byline in manuscript.bylines {
            for author in authorSpellings[TextKey(byline.name)] ?? authorPlaces(for: byline)
            where authors[author].articles.last != index {
                authors[author].articles.append(index)
            }
        }
    }

    /// Place of the section; nil where site.yaml lists sections, and none of that name.
    private mutating func sectionPlace(for word: Manuscript.Word) -> Int? {
        if let found = sectionIndex[folded(word.text)] {
            sectionSpellings[TextKey(word.text)] = found
            return found
        }
        guard !outlet.sections.isEmpty else {
            let slug = termSlug(word.text, style: outlet.slugStyle)
            // Where no section has a name of its own, one that differs from another by signs alone is that one.
            let place = sections.firstIndex { $0.slug == slug } ?? sections.count
            sectionIndex[folded(word.text)] = place
            sectionSpellings[TextKey(word.text)] = place
            if place == sections.count { sections.append(.init(name: word.text, slug: slug, description: nil)) }
            return place
        }
        let names = outlet.sections.map(\.name)
        let hint = suggestion(for: word.text, among: names)
        diagnostics.append(
            Diagnostic(
                id: ReferenceRule.unknownSection,
                Message(
                    en: "site.yaml lists no section “\(word.text)”"
                        + (hint.map { "; did you mean “\($0)”?" } ?? "; it has: \(names.joined(separator: ", "))"),
                    ar: "لا قسم باسم «\(word.text)» في site.yaml"
                        + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ أقسامه: \(names.joined(separator: "، "))")),
                at: word.location))
        return nil
    }

    private mutating func tagPlace(for word: Manuscript.Word) -> Int {
        let place = newTagPlace(for: word)
        tagSpellings[TextKey(word.text)] = place
        return place
    }

    private mutating func newTagPlace(for word: Manuscript.Word) -> Int {
        let key = tagKey(word.text)
        if let found = tagIndex[key] { return found }
        let twin = folded(word.text)
        if let other = tagTwins[twin] {
            diagnostics.append(
                Diagnostic(
                    .warning, id: ReferenceRule.twinTags,
                    Message(
                        en:
                            "the tags “\(word.text)” and “\(tags[other].name)” differ by one letter's dots; write "
                            + "both alike if they mean the same",
                        ar:
                            "الوسمان «\(word.text)» و«\(tags[other].name)» لا يفرق بينهما إلا نقاط حرف؛ وحّد "
                            + "الكتابة إن كان المعنى واحدًا"
                    ),
                    at: word.location))
        }
        tagIndex[key] = tags.count
        tagTwins[twin] = tags.count
        let slug = Self.unique(termSlug(word.text, style: outlet.slugStyle), in: &tagSlugs)
        tags.append(.init(name: word.text, slug: slug))
        return tags.count - 1
    }

    private mutating func authorPlaces(for byline: Manuscript.Byline) -> [Int] {
        let places = knownAuthors(byline.name) ?? [newAuthorPlace(for: byline)]
        authorSpellings[TextKey(byline.name)] = places
        return places
    }

    private mutating func newAuthorPlace(for byline: Manuscript.Byline) -> Int {
        if let known = JoinedNames(byline.name).known(profilePlace).first {
            let name = authors[known].name
            diagnostics.append(
                Diagnostic(
                    .advice, id: ReferenceRule.joinedNames,
                    Message(
                        en:
                            "“\(byline.name)” is taken for one name; where it is “\(name)” and somebody else, put "
                            + "a comma between the two",
                        ar: "يُعد «\(byline.name)» اسمًا واحدًا؛ فإن كان «\(name)» وغيره فافصل بينهما بفاصلة"),
                    at: byline.location))
        }
        authorIndex[folded(byline.name)] = authors.count
        let slug = Self.unique(termSlug(byline.name, style: outlet.slugStyle), in: &authorSlugs)
        authors.append(.init(name: byline.name, slug: slug, profile: nil))
        return authors.count - 1
    }

    /// Who goes by this name; for `سلمى وكريم` both, where each has a profile. What other articles call them decides
    /// nothing: one article must not change who wrote another.
    private func knownAuthors(_ name: String) -> [Int]? {
        if let found = authorIndex[folded(name)], authors[found].profile != nil { return [found] }
        return JoinedNames(name).places(profilePlace) ?? authorIndex[folded(name)].map { [$0] }
    }

    /// - Parameter name: folded.
    private func profilePlace(_ name: String) -> Int? {
        authorIndex[name].flatMap { authors[$0].profile == nil ? nil : $0 }
    }

    /// The first to come keeps the slug, which older articles decided long ago; `C++` after `C` becomes `c-2`.
    private static func unique(_ slug: String, in taken: inout Set<String>) -> String {
        var candidate = slug
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(slug)-\(number)"
            number += 1
        }
        return candidate
    }

    // MARK: Looking up

    func section(_ name: String) -> Int? { sectionIndex[folded(name)] }

    func tag(_ name: String) -> Int? { tagIndex[tagKey(name)] }

    /// Place of its section; nil where it has none, or one that nobody knows.
    func section(of manuscript: Manuscript) -> Int? {
        manuscript.section.flatMap { sectionSpellings[TextKey($0.text)] ?? section($0.text) }
    }

    var sectionNames: [String] { sections.map(\.name) }

    var tagNames: [String] { tags.map(\.name) }

    /// Its authors, each once for what they did, in the order of the names.
    func bylines(of manuscript: Manuscript) -> [Article.Byline] {
        var bylines: [Article.Byline] = []
        bylines.reserveCapacity(manuscript.bylines.count)
        for byline in manuscript.bylines {
            // What was taken back was never added, and may spell a name as nobody else does.
            for author in authorSpellings[TextKey(byline.name)] ?? knownAuthors(byline.name) ?? []
            where !bylines.contains(where: { $0.author == author && $0.role == byline.role }) {
                bylines.append(.init(author: author, role: byline.role))
            }
        }
        return bylines
    }

    /// Places of its tags, each once, in the order of the words.
    func tags(of manuscript: Manuscript) -> [Int] {
        var places: [Int] = []
        places.reserveCapacity(manuscript.tags.count)
        for word in manuscript.tags {
            guard let place = tagSpellings[TextKey(word.text)] ?? tag(word.text), !places.contains(place) else {
                continue
            }
            places.append(place)
        }
        return places
    }

    var frozenSections: [Section] {
        sections.map {
            Section(
                name: $0.name, url: URLPatterns.fill(outlet.patterns.section, slug: $0.slug), slug: $0.slug,
                description: $0.description, isSearched: $0.isSearched,
                articles: $0.articles.reversed())
        }
    }

    var frozenTags: [Tag] {
        tags.map {
            Tag(
                name: $0.name, url: URLPatterns.fill(outlet.patterns.tag, slug: $0.slug),
                articles: $0.articles.reversed())
        }
    }
}

/// What makes two spellings one tag: folding, but ة and ه, ى and ي stay apart, for كرة is no كره.
package func tagKey(_ name: String) -> String {
    // Letter by letter and not character by character, for a vowel mark makes another character of the same letter.
    var apart = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { apart.append(scalar == "ة" ? "\u{E000}" : scalar == "ى" ? "\u{E001}" : scalar) }
    return folded(String(apart))
}
