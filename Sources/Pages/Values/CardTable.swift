import Base
import Content
import Templates
import Typesetting

/// Values by number: all made beforehand and shared by every page that shows them, or, where few are wanted, each time
/// that one is.
struct NumberedValues: Sendable {
    private let make: @Sendable (Int) -> Value
    private let ready: [Value]?

    /// - Parameter workers: who makes all of them now; nil makes each when it is asked for.
    init(_ count: Int, madeBy workers: Workers?, _ make: @escaping @Sendable (Int) -> Value) {
        self.make = make
        ready = workers.map { $0.map(Array(0..<count), make) }
    }

    subscript(number: Int) -> Value { ready.map { $0[number] } ?? make(number) }
}

/// What articles are shown with on every page that names them: their cards by the places in `site.articles`, and those
/// of their sections and tags.
struct CardTable: Sendable {
    let count: Int
    let type: RecordType
    let dates: DateValue
    let sections: NumberedValues
    /// As links.
    let tags: NumberedValues
    private let cards: NumberedValues
    private let record: Record<CardValue.Subject>

    /// - Parameter workers: who makes all of them now; nil makes each when it is asked for.
    init(_ edition: Edition, _ reads: ReadFields, madeBy workers: Workers?) {
        let (site, texts) = (edition.site, edition.articles)
        let dates = DateValue(edition, reads)
        let (section, link) = (SectionValue(site).record, LinkValue(base: site.outlet.address.base))
        let sections = NumberedValues(site.sections.count, madeBy: workers) { section.value(site.sections[$0]) }
        let tags = NumberedValues(site.tags.count, madeBy: workers) {
            link.value(.init(title: site.tags[$0].name, target: .page(site.tags[$0].url)))
        }
        // An article's page shows fields of its card as its own.
        let record = CardValue(
            edition, dates: dates, sections: sections, tags: tags,
            reads.withSource("card", of: "article"), madeBy: workers
        ).record
        self.dates = dates
        (self.sections, self.tags) = (sections, tags)
        self.record = record
        type = record.type
        count = site.articles.count
        cards = NumberedValues(count, madeBy: workers) {
            record.value(.init(article: site.articles[$0], text: texts[$0]))
        }
    }

    subscript(index: Int) -> Value { cards[index] }

    /// The card of an article that stands in no list.
    func card(of article: Article, _ text: SetText) -> Value {
        record.value(.init(article: article, text: text))
    }

    func list(_ indexes: some Sequence<Int>) -> Value { .list(indexes.map { self[$0] }) }
}
