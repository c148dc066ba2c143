import ArabicText
import Base

/// Standing pages that list stories.
extension SiteLoader {
    /// The standing pages in their order, each with the stories that it lists.
    mutating func orderedPages(_ articles: [Article], _ sections: [Section], _ terms: Terms) -> [StandingPage] {
        let ordered = pages.sorted { ($0.order, $0.page.path) < ($1.order, $1.page.path) }.map(\.page)
        return ordered.map { page in
            guard let query = page.query else { return page }
            var page = page
            page.list = StoryList(
                order: query.order, pageSize: query.pageSize(of: outlet), hasFeed: query.hasFeed,
                articles: stories(query, articles, sections, terms))
            return page
        }
    }

    private mutating func stories(
        _ query: StoryQuery, _ articles: [Article], _ sections: [Section], _ terms: Terms
    ) -> [Int] {
        let inSection = places(query.sections, .section, terms.sectionNames) { name in
            terms.section(name).map { sections[$0].articles }
        }
        let withTag = places(query.tags, .tag, terms.tagNames) { name in
            terms.tag(name).map { terms.tags[$0].articles }
        }
        let byAuthor = places(query.authors, .author, terms.authors.map(\.name)) { name in
            terms.knownAuthors(name)?.flatMap { terms.authors[$0].articles }
        }
        let found = articles.indices.filter { place in
            (inSection?.contains(place) ?? true) && (withTag?.contains(place) ?? true)
                && (byAuthor?.contains(place) ?? true) && (query.kinds?.contains(articles[place].kind) ?? true)
        }
        return Array(sorted(found, query.order, articles).prefix(query.limit(of: outlet)))
    }

    private func sorted(_ places: [Int], _ order: StoryList.Order, _ articles: [Article]) -> [Int] {
        switch order {
        case .newest: return places
        case .oldest: return places.reversed()
        case .updated:
            return places.sorted { one, other in
                let (first, second) = (articles[one].modified, articles[other].modified)
                return first == second ? one < other : first > second
            }
        case .title:
            let keys = places.map { indexPlace(articles[$0].title).key }
            return places.indices.sorted { one, other in
                keys[one] == keys[other] ? places[one] < places[other] : keys[one] < keys[other]
            }.map { places[$0] }
        }
    }

    // MARK: Names

    private enum Named {
        case section, tag, author

        var word: Message {
            switch self {
            case .section: Message(en: "section", ar: "القسم")
            case .tag: Message(en: "tag", ar: "الوسم")
            case .author: Message(en: "author", ar: "الكاتب")
            }
        }
    }

    /// The articles of all that is named; nil where nothing is asked.
    private mutating func places(
        _ words: [Manuscript.Word]?, _ kind: Named, _ names: [String], _ find: (String) -> [Int]?
    ) -> Set<Int>? {
        guard let words else { return nil }
        var found: Set<Int> = []
        for word in words {
            if let places = find(word.text) {
                found.formUnion(places)
            } else {
                diagnostics.append(.unknown(word, kind.word, among: names))
            }
        }
        return found
    }
}

extension Diagnostic {
    /// A warning: a tag goes with its last article, which must not stop the next build.
    fileprivate static func unknown(_ word: Manuscript.Word, _ kind: Message, among names: [String]) -> Diagnostic {
        let hint = suggestion(for: word.text, among: names)
        return Diagnostic(
            .warning, id: StoryListRule.unknownName,
            Message(
                en: "no published story has the \(kind.english) “\(word.text)”; "
                    + (hint.map { "did you mean “\($0)”?" } ?? "the list goes without it"),
                ar: "لا مادة منشورة لها \(kind.arabic) «\(word.text)»؛ "
                    + (hint.map { "هل قصدت «\($0)»؟" } ?? "وتبقى القائمة بدونه")),
            at: word.location)
    }
}
