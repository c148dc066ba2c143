import Base
import Content
import Search
import Typesetting

/// What is searched of each entry of the plan.
struct SearchTexts: Sendable {
    private let edition: Edition
    private let site: Site
    private let entries: [SearchPlan.Entry]
    /// By the places of sections: its own, and those of what it lies beneath.
    private let sectionFacets: [[String]]
    private let authorFacets: [String]

    init(_ edition: Edition, _ plan: SearchPlan) {
        self.edition = edition
        site = edition.site
        entries = plan.entries
        let sections = site.sections
        sectionFacets = sections.map { section in
            ["#" + section.key] + section.ancestors.map { "#" + sections[$0].key }
        }
        authorFacets = site.authors.map { "@" + $0.slug }
    }

    /// Nil where nothing is found under the number. Throws where an article's file was changed meanwhile.
    func text(_ place: Int) throws(Diagnostic) -> SearchableText? {
        switch entries[place] {
        case .article(let index):
            let article = site.articles[index]
            var text = text(of: article)
            let html = try edition.html(ofArticle: index)
            text.body.reserveCapacity(html.count)
            text.body.append(textOf: html)
            // What stands beside the text is found by its words, too.
            for line in [article.source?.name, article.image?.caption] + article.corrections.map(\.text) {
                text.body.append(0x20)
                text.body.append(contentsOf: (line ?? "").utf8)
            }
            text.leads += [article.summary].compactMap { $0 } + article.tags.map { site.tags[$0].name }
            text.isLedByBody = article.summary == nil
            return text
        case .retracted(let index): return text(of: site.tombstones[index])
        case .nothing: return nil
        }
    }

    private func text(of article: Article) -> SearchableText {
        var text = SearchableText()
        text.titles = [article.title] + [article.kicker].compactMap { $0 }
        text.leads = article.bylines.map { site.authors[$0.author].name }
        text.facets = article.bylines.map { authorFacets[$0.author] }
        if let section = article.section {
            text.leads.append(site.sections[section].name)
            text.facets += sectionFacets[section]
        }
        return text
    }
}
