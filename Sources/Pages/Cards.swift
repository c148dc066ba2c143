import Base
import Content
import Templates

/// The cards of all articles, by their places in `site.articles`: made once and shared by every list, or, where few are wanted,
/// each time that one is.
struct Cards: Sendable {
    let count: Int
    let type: RecordType
    let dates: DateValue
    private let site: Site
    private let record: Record<Article>
    private let ready: [Value]?

    /// - Parameter workers: who makes all of them now; nil makes each when it is asked for.
    init(_ site: Site, _ catalogue: Catalogue, _ reads: ReadFields, madeBy workers: Workers?) {
        let dates = DateValue(site.outlet, reads)
        let record = CardValue(site, catalogue, dates: dates, reads).record
        self.site = site
        self.dates = dates
        self.record = record
        type = record.type
        count = site.articles.count
        ready = workers.map { $0.map(site.articles) { record.value($0) } }
    }

    subscript(index: Int) -> Value { ready.map { $0[index] } ?? record.value(site.articles[index]) }

    func list(_ indexes: some Sequence<Int>) -> Value { .list(indexes.map { self[$0] }) }
}
