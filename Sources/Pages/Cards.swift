import Base
import Content
import Templates

/// The cards of all articles, in the order of `site.articles`, made once and shared by every list.
struct Cards: Sendable {
    let values: [Value]
    let type: RecordType
    let dates: DateValue

    init(_ site: Site, _ catalogue: Catalogue, workers: Workers) {
        let dates = DateValue(site.outlet)
        let card = CardValue(site, catalogue, dates: dates)
        self.dates = dates
        type = card.record.type
        values = workers.map(site.articles) { card.record.value($0) }
    }

    func list(_ indexes: some Sequence<Int>) -> Value { .list(indexes.map { values[$0] }) }
}
