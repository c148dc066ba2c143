import Base
import Content
import Markdown
import Typesetting

/// What site.yaml brings of others onto pages: which page has which scripts and places for advertisements. Their markup is
/// made once.
struct ThirdParties: Sendable {
    /// Whether site.yaml brings nothing.
    let isEmpty: Bool
    private let site: Site
    private let scripts: [(script: OutletScript, markup: [UInt8])]
    private let places: [(place: AdPlace, markup: [UInt8])]
    /// Loads the sheet that keeps the places' room.
    private let sheet: [UInt8]

    init(_ site: Site, _ catalogue: Catalogue) {
        let services = site.outlet.services
        let base = site.outlet.address.base
        self.site = site
        isEmpty = services.scripts.isEmpty && services.adPlaces.isEmpty
        scripts = services.scripts.map { ($0, $0.markup(base: base)) }
        places = services.adPlaces.map { ($0, $0.markup(label: catalogue.text("advertisement"))) }
        sheet =
            AdSheet(services.adPlaces).map {
                Array("\n<link rel=\"stylesheet\" href=\"\($0.url.href(base: base))\">".utf8)
            }
            ?? []
    }

    /// What the page has of them in its head.
    func head(of page: Page) -> [UInt8] {
        guard !isEmpty, let group = group(of: page) else { return [] }
        var head = places.contains { stands($0.place, on: page, group) } ? sheet : []
        for (script, markup) in scripts where script.pages.contains(group) { head += markup }
        return head
    }

    /// The markup of a place that templates ask for by its name; nil where the page has none.
    func markup(of name: String, on page: Page) -> [UInt8]? {
        guard let (place, markup) = places.first(where: { $0.place.name == name }), place.afterParagraph == nil,
            let group = group(of: page), stands(place, on: page, group)
        else { return nil }
        return markup
    }

    /// Whether the page has a place for advertisements, or asks readers for a consent.
    func isOn(_ page: Page) -> Bool {
        guard !isEmpty, let group = group(of: page) else { return false }
        return places.contains { stands($0.place, on: page, group) } || !consents(of: page).isEmpty
    }

    /// What readers of the page are asked, in the order of site.yaml.
    func consents(of page: Page) -> [Consent] {
        guard !isEmpty, let group = group(of: page) else { return [] }
        let names =
            scripts.filter { $0.script.pages.contains(group) }.map(\.script.consent)
            + places.filter { stands($0.place, on: page, group) }.map(\.place.consent)
        return site.outlet.services.consents.filter { names.contains($0.name) }
    }

    /// An article's text with the places that stand between its paragraphs.
    func placingAds(in html: [UInt8], of page: Page) -> [UInt8] {
        guard case .article(let subject) = page.content, !subject.text.paragraphs.gaps.isEmpty,
            let group = group(of: page)
        else { return html }
        let here = places.filter { $0.place.afterParagraph != nil && $0.place.pages.contains(group) }
        var (text, copied): ([UInt8], Int) = ([], 0)
        for (offset, markup) in gaps(for: here.map(\.place), in: subject.text).map({
            ($0.offset, here[$0.place].markup)
        }) {
            // Of a text that another build set, the same bytes come again.
            guard copied <= offset, offset <= html.count else { continue }
            text += html[copied..<offset] + markup + [0x0A]
            copied = offset
        }
        return text + html[copied...]
    }

    /// Which place stands in front of which byte of the HTML, in the order of the text.
    private func gaps(for places: [AdPlace], in text: SetText) -> [(place: Int, offset: Int)] {
        var free = text.paragraphs.gaps[...]
        var found: [(Int, Int)] = []
        for (index, place) in places.enumerated().sorted(by: { ($0.1.afterParagraph ?? 0) < ($1.1.afterParagraph ?? 0) }
        )
        where text.paragraphs.count >= place.leastParagraphs {
            free = free.drop { $0.paragraph < place.afterParagraph ?? 0 }
            if let gap = free.popFirst() { found.append((index, gap.offset)) }
        }
        return found
    }

    private func stands(_ place: AdPlace, on page: Page, _ group: PageGroup) -> Bool {
        guard place.pages.contains(group) else { return false }
        guard place.afterParagraph != nil else { return true }
        guard case .article(let subject) = page.content else { return false }
        return gaps(for: [place], in: subject.text).isEmpty == false
    }

    /// The page's kind as site.yaml has it; nil where nothing of others may stand on it.
    private func group(of page: Page) -> PageGroup? {
        switch page.content {
        case .article(let subject):
            guard subject.index != nil, subject.article.carriesAds,
                subject.article.section.map({ site.sections[$0].carriesAds }) ?? true
            else { return nil }
        case .list:
            if case .section(let index) = page.subject, !site.sections[index].carriesAds { return nil }
        case .notice, .emptied: return nil
        default: break
        }
        return page.kind.group
    }
}

extension Page.Kind {
    /// As site.yaml tells pages apart; nil for parts that pages fetch.
    fileprivate var group: PageGroup? {
        switch self {
        case .home: .home
        case .article: .articles
        case .section, .tag, .author, .archive, .tags, .authors, .months, .landing: .lists
        case .page, .corrections, .notFound: .pages
        case .search: .search
        case .breaking, .fragment: nil
        }
    }
}
