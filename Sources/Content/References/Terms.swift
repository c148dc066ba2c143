import ArabicText
import Base

/// Sections, tags and authors while articles are added to them, the oldest first.
struct Terms {
    struct SectionEntry {
        let name: String
        let slug: String
        var articles: [Int] = []
    }

    struct TagEntry {
        let name: String
        let slug: String
        /// What site.yaml settles about it.
        let settings: Outlet.Tag?
        var articles: [Int] = []
    }

    struct AuthorEntry {
        let name: String
        let slug: String
        let profile: Profile?
        var articles: [Int] = []
    }

    @Boxed private(set) var outlet: Outlet
    private(set) var diagnostics: [Diagnostic] = []
    /// Those of site.yaml in its order, or else those that articles name.
    private(set) var sections: [SectionEntry] = []
    /// Places by the folded names that articles gave.
    private var sectionIndex: [String: Int] = [:]
    private var sectionSlugs: Set<String> = []
    private(set) var tags: [TagEntry] = []
    private var tagIndex: [String: Int] = [:]
    /// Places by the full folding, which merges ة with ه and ى with ي: only to warn of twins.
    private var tagTwins: [String: Int] = [:]
    private var tagSlugs: Set<String> = []
    /// What site.yaml settles about tags, by the keys of all their spellings.
    private var tagSettings: [String: Outlet.Tag] = [:]
    /// Places by the spellings of articles, so that each is folded once.
    private(set) var sectionSpellings: [TextKey: Int] = [:]
    private(set) var tagSpellings: [TextKey: Int] = [:]
    /// Places by the spellings of articles; two where one spelling names two people.
    private(set) var authorSpellings: [TextKey: [Int]] = [:]
    private(set) var authors: [AuthorEntry] = []
    private var authorIndex: [String: Int] = [:]
    private var authorSlugs: Set<String> = []
    /// Those of authors with a profile.
    private var profileSlugs: Set<String> = []
    private let noted: (sections: NotedAddresses, tags: NotedAddresses, authors: NotedAddresses)

    /// - Parameter published: what the ledger says of lists: a name that is noted there keeps its address.
    init(outlet: Outlet, profiles: [Profile], published: [Ledger.Entry] = []) {
        self.outlet = outlet
        noted = (
            NotedAddresses(published, .section, pattern: outlet.patterns.section, key: folded),
            NotedAddresses(published, .tag, pattern: outlet.patterns.tag, key: spellingKey),
            NotedAddresses(published, .author, pattern: outlet.patterns.author, key: folded)
        )
        sections = outlet.sections.map { .init(name: $0.name, slug: $0.slug) }
        for tag in outlet.tags {
            for spelling in [tag.name] + tag.also where tagSettings[spellingKey(spelling)] == nil {
                tagSettings[spellingKey(spelling)] = tag
            }
        }
        (sectionSlugs, tagSlugs) = (noted.sections.slugs, noted.tags.slugs.union(outlet.tags.compactMap(\.slug)))
        for profile in profiles { add(profile) }
        profileSlugs = authorSlugs
        authorSlugs.formUnion(noted.authors.slugs)
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
        // Its file's name decides no more once readers know the author's page.
        let noted = profile.hasOwnSlug ? nil : noted.authors[folded(profile.name)]?.slug
        let slug = Self.unique(noted ?? profile.slug, in: &authorSlugs)
        authors.append(.init(name: profile.name, slug: slug, profile: profile))
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
        guard outlet.sections.isEmpty else {
            let (place, problem, rule) = outlet.section(named: word.text)
            if let place { sectionSpellings[TextKey(word.text)] = place }
            if let problem { diagnostics.append(Diagnostic(id: rule, problem, at: word.location)) }
            return place
        }
        if let found = sectionIndex[folded(word.text)] {
            sectionSpellings[TextKey(word.text)] = found
            return found
        }
        let slug = termSlug(word.text, style: outlet.slugStyle)
        // Where no section has a name of its own, one that differs from another by punctuation alone is that one.
        let place =
            sections.firstIndex {
                termSlug($0.name, style: outlet.slugStyle) == slug && haveSameSigns($0.name, word.text)
            }
            ?? sections.count
        sectionIndex[folded(word.text)] = place
        sectionSpellings[TextKey(word.text)] = place
        if place == sections.count {
            let noted = noted.sections[folded(word.text)]
            let slug = noted?.slug ?? Self.unique(slug, in: &sectionSlugs)
            sections.append(.init(name: noted?.name ?? word.text, slug: slug))
        }
        return place
    }

    private mutating func tagPlace(for word: Manuscript.Word) -> Int {
        let place = newTagPlace(for: word)
        tagSpellings[TextKey(word.text)] = place
        return place
    }

    private mutating func newTagPlace(for word: Manuscript.Word) -> Int {
        let spelling = spellingKey(word.text)
        if let found = tagIndex[spelling] { return found }
        let settings = tagSettings[spelling]
        let key = settings.map { spellingKey($0.name) } ?? spelling
        let place = tagIndex[key] ?? tags.count
        tagIndex[spelling] = place
        guard place == tags.count else { return place }
        tagIndex[key] = place
        let keys = [key] + (settings?.also ?? []).map(spellingKey)
        let noted = keys.lazy.compactMap { [noted] in noted.tags[$0] }.first
        let name = settings?.name ?? noted?.name ?? word.text
        remarkTwin(of: name, settled: settings != nil, at: word.location)
        let slug =
            settings?.slug ?? noted?.slug ?? Self.unique(termSlug(name, style: outlet.slugStyle), in: &tagSlugs)
        tags.append(.init(name: name, slug: slug, settings: settings))
        return place
    }

    /// Warns where readers take two tags for one; whoever named both in site.yaml means both.
    private mutating func remarkTwin(of name: String, settled: Bool, at location: Location) {
        let twin = folded(name)
        guard let other = tagTwins.updateValue(tags.count, forKey: twin),
            !settled || tags[other].settings == nil
        else { return }
        let otherName = tags[other].name
        diagnostics.append(
            Diagnostic(
                .warning, id: ReferenceRule.twinTags,
                Message(
                    en:
                        "the tags “\(name)” and “\(otherName)” look alike and have a page each; if they mean the "
                        + "same, write both alike, or in site.yaml beneath “tags:” “- {name: \(otherName), also: "
                        + "[\(name)]}”; if not, name both there",
                    ar:
                        "الوسمان «\(name)» و«\(otherName)» متشابهان ولكل منهما صفحة؛ فإن كان المعنى واحدًا فوحّد "
                        + "كتابتهما، أو اكتب في site.yaml تحت «tags:» «- {name: \(otherName), also: [\(name)]}»؛ وإلا "
                        + "فاذكرهما هناك كليهما"),
                at: location))
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
        let noted = noted.authors[folded(byline.name)].flatMap { profileSlugs.contains($0.slug) ? nil : $0 }
        let slug = noted?.slug ?? Self.unique(termSlug(byline.name, style: outlet.slugStyle), in: &authorSlugs)
        authors.append(.init(name: noted?.name ?? byline.name, slug: slug, profile: nil))
        return authors.count - 1
    }

    /// Who goes by this name; for `سلمى وكريم` both, where each has a profile. What other articles call them decides
    /// nothing: one article must not change who wrote another.
    func knownAuthors(_ name: String) -> [Int]? {
        if let found = authorIndex[folded(name)], authors[found].profile != nil { return [found] }
        return JoinedNames(name).places(profilePlace) ?? authorIndex[folded(name)].map { [$0] }
    }

    /// - Parameter name: folded.
    private func profilePlace(_ name: String) -> Int? {
        authorIndex[name].flatMap { authors[$0].profile == nil ? nil : $0 }
    }

    /// The first to come keeps the slug, which older articles decided long ago; `C++` after `C` becomes `c-2`.
    static func unique(_ slug: String, in taken: inout Set<String>) -> String {
        var candidate = slug
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(slug)-\(number)"
            number += 1
        }
        return candidate
    }

    // MARK: Looking up

    func section(_ name: String) -> Int? {
        outlet.sections.isEmpty ? sectionIndex[folded(name)] : outlet.sectionNames.place(of: name)
    }

    func tag(_ name: String) -> Int? {
        let key = spellingKey(name)
        return tagIndex[key] ?? tagSettings[key].flatMap { tagIndex[spellingKey($0.name)] }
    }

    func author(_ name: String) -> Int? { authorIndex[folded(name)] }
}

/// Whether two names have the same signs besides punctuation: `C++` is no `C`.
private func haveSameSigns(_ name: String, _ other: String) -> Bool {
    func signs(_ name: String) -> [Unicode.Scalar] {
        name.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .mathSymbol, .currencySymbol, .otherSymbol: true
            default: "#@&%*".unicodeScalars.contains(scalar)
            }
        }
    }
    return signs(name) == signs(other)
}
