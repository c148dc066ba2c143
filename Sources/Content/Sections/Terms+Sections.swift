import ArabicText
import Base

// What the sections come to once every article was added.

extension Terms {
    /// Whether site.yaml lists the sections; else articles name them.
    private var areListed: Bool { !outlet.sections.isEmpty }

    /// What readers, the ledger and feeds know a section by.
    func identity(ofSection place: Int) -> String {
        areListed ? outlet.identity(ofSection: place) : sections[place].name
    }

    func url(ofSection place: Int) -> URLPath {
        areListed
            ? outlet.url(ofSection: place) : URLPatterns.fill(outlet.patterns.section, slug: sections[place].slug)
    }

    /// The sections with their stories, and those of all that lies beneath them.
    ///
    /// - Parameter report: takes what is wrong with their editors.
    func frozenSections(_ report: (Diagnostic) -> Void) -> [Section] {
        let lists = articlesOfBranches
        return sections.indices.map { place in
            let section = sections[place]
            let settings = areListed ? outlet.sections[place] : Outlet.Section(name: section.name, slug: section.slug)
            let ancestors = areListed ? outlet.ancestors(of: place) : []
            return Section(
                name: section.name, url: url(ofSection: place), identity: identity(ofSection: place),
                key: areListed ? outlet.searchKey(ofSection: place) : section.slug,
                description: settings.description, isSearched: settings.isSearched, carriesAds: settings.carriesAds,
                aliases: settings.aliases,
                ancestors: ancestors,
                children: areListed ? outlet.sections.indices.filter { outlet.sections[$0].parent == place } : [],
                hasFeed: settings.hasFeed,
                color: settings.color ?? ancestors.reversed().lazy.compactMap { outlet.sections[$0].color }.first,
                editor: settings.editor.flatMap { editor($0, report) }, articles: lists[place])
        }
    }

    /// For each section its own stories and those beneath it, the newest first: an article has one section, so that none
    /// comes twice.
    private var articlesOfBranches: [[Int]] {
        var lists = sections.map { Array($0.articles.reversed()) }
        guard outlet.hasSectionTree else { return lists }
        // What lies beneath a section comes behind it.
        var branches = Set<Int>()
        for place in outlet.sections.indices.reversed() {
            guard let parent = outlet.sections[place].parent else { continue }
            lists[parent] += lists[place]
            branches.insert(parent)
        }
        for parent in branches { lists[parent].sort() }
        return lists
    }

    /// Only who has a profile is always there: others come and go with their articles.
    private func editor(_ word: Manuscript.Word, _ report: (Diagnostic) -> Void) -> Int? {
        let name = folded(word.text)
        let known = authors.indices.filter { authors[$0].profile != nil }
        if let found = known.first(where: { folded(authors[$0].slug) == name || folded(authors[$0].name) == name }) {
            return found
        }
        let hint = suggestion(for: word.text, among: known.flatMap { [authors[$0].name, authors[$0].slug] })
        report(
            Diagnostic(
                id: ReferenceRule.unknownEditor,
                Message(
                    en:
                        "the editor of a section has a profile in Content/authors; nobody there is called “\(word.text)”"
                        + (hint.map { "; did you mean “\($0)”?" } ?? ""),
                    ar: "لمحرر القسم ملف تعريف في Content/authors؛ ولا أحد فيه باسم «\(word.text)»"
                        + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "")),
                at: word.location))
        return nil
    }
}
