import Base
import Content
import Markdown
import Templates
import Typesetting

/// The tables of every value that pages give to templates, and the values that all pages share, made once.
struct PageValues: Sendable {
    private let cards: CardTable
    private let siteType: RecordType
    private let site: Value
    private let page: PageValue
    private let article: Record<ArticlePage>
    private let list: ListValue
    private let terms: Record<TermsPage>
    private let corrections: Record<CorrectionsEntry>
    private let breaking: Record<FrontPage.Breaking>
    private let search: Record<[Int]>
    private let data: DataTable
    private let bodies: [[UInt8]]
    /// What stands between paragraphs of texts; nil where site.yaml puts nothing there.
    private let thirdParties: ThirdParties?
    let dates: RecordType

    /// - Parameters:
    ///   - reads: the fields that the templates may ask for.
    ///   - workers: who makes all cards now; nil makes each when a page shows it.
    init(
        _ edition: Edition, _ feeds: FeedPlan, _ theme: Theme, _ reads: ReadFields = .all,
        cardsMadeBy workers: Workers? = nil
    ) {
        let cards = CardTable(edition, reads, madeBy: workers)
        let siteRecord = SiteValue(
            edition.site.outlet, edition.catalogue,
            feeds: feeds.feeds(of: .site).map { $0.link(edition.site.outlet.address) },
            hasBreakingBar: theme.hasBreakingBar, hasSearch: theme.hasSearch(edition.site)
        ).record
        self.cards = cards
        siteType = siteRecord.type
        site = siteRecord.value(edition.site)
        page = PageValue(edition, feeds, sections: cards.sections, reads)
        article = ArticleValue(edition, cards: cards, reads).record
        list = ListValue(edition, cards: cards)
        terms = TermsValue(base: edition.site.outlet.address.base).record
        corrections = CorrectionsValue(cards: cards).record
        breaking = BreakingValue(base: edition.site.outlet.address.base).record
        search = SearchValue(edition.site).record
        data = DataTable(edition.site.data, cards, reads)
        let outlet = edition.site.outlet
        thirdParties =
            outlet.services.adPlaces.contains { $0.afterParagraph != nil }
            ? ThirdParties(edition.site, edition.catalogue) : nil
        bodies = edition.pages.map { $0.inMemoryHTML ?? [] }
        dates = cards.dates.record.type
    }

    /// What a template of this kind sees, in the order of `values(of:)`.
    func globals(for kind: Page.Kind) -> [(name: String, type: ValueType)] {
        let common: [(String, ValueType)] = [("site", .record(siteType)), ("page", .record(page.type))]
        switch kind {
        case .article: return common + [("article", .record(article.type))]
        case .home, .section, .tag, .author, .archive:
            return common + [("list", .record(list.record.type)), ("data", .record(data.type))]
        case .landing:
            return common + [
                ("list", .record(list.record.type)), ("body", .optional(.markup)), ("data", .record(data.type)),
            ]
        case .fragment: return common + [("data", .record(data.type))]
        case .tags, .authors, .months: return common + [("terms", .record(terms.type))]
        case .page: return common + [("body", .markup)]
        case .corrections: return common + [("entries", .list(.record(corrections.type)))]
        case .search: return common + [("search", .record(search.type))]
        case .notFound: return common
        case .breaking: return common + [("breaking", .record(breaking.type))]
        }
    }

    /// The same for one that pages ask for by its name.
    func globals(for choice: TemplateChoice) -> [(name: String, type: ValueType)] {
        let globals = globals(for: choice.kind)
        return choice.seesData && !choice.kind.seesData ? globals + [("data", .record(data.type))] : globals
    }

    /// What the template of a block's look sees, in the order of `values(of:on:)`.
    var globalsOfLook: [(name: String, type: ValueType)] {
        [("site", .record(siteType)), ("page", .record(page.type)), ("block", .record(list.block.type))]
    }

    func values(of block: ListPage.Block, on subject: Page) -> [Value] {
        [site, page.value(subject), list.block.value(block)]
    }

    /// - Parameter text: an article's, as HTML.
    func values(of page: Page, text: [UInt8] = []) -> [Value] {
        let values = valuesOfKind(page, text: text)
        return page.seesData && !page.kind.seesData ? values + [data.value] : values
    }

    private func valuesOfKind(_ subject: Page, text: [UInt8]) -> [Value] {
        let common = [site, page.value(subject)]
        let text = thirdParties?.placingAds(in: text, of: subject) ?? text
        switch subject.content {
        case .article(var subject):
            subject.html = text
            subject.card = subject.index.map { cards[$0] } ?? cards.card(of: subject.article, subject.text)
            return common + [article.value(subject)]
        case .list(let page):
            guard subject.kind == .landing else { return common + [list.record.value(page), data.value] }
            let body = page.standing.map { bodies[$0] } ?? []
            return common + [list.record.value(page), body.isEmpty ? .undefined : .markup(body), data.value]
        case .fragment: return common + [data.value]
        case .terms(let page): return common + [terms.value(page)]
        case .standing(let index): return common + [.markup(bodies[index])]
        case .notice(let text), .emptied(_, let text): return common + [.markup(text)]
        case .breaking(let bar): return common + [breaking.value(bar)]
        case .corrections(let entries): return common + [.list(entries.map { corrections.value($0) })]
        case .search(let years): return common + [search.value(years)]
        case .nothing: return common
        }
    }
}
