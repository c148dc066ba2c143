import Content
import Templates
import Typesetting

/// What an article's page says of its live coverage as a whole.
struct LiveValue: Sendable {
    let record: Record<ArticlePage>

    init(_ site: Site, _ dates: Record<Stamp>) {
        let base = site.outlet.address.base
        record = Record(
            "live",
            [
                Field("count", .int, "How many updates it has.", example: "12") { .int($0.text.updates.count) },
                Field("updated", .optional(.record(dates.type)), "When the last update was written.") { subject in
                    subject.text.updates.first.map { dates.value(site.stamp(of: $0)) } ?? .undefined
                },
                Field("ended", .bool, "Whether it has come to its end.") { .bool($0.article.hasEnded) },
                Field("url", .string, "Its updates alone, which the page's script fetches.") {
                    .string(LiveUpdates.url(of: $0.article).href(base: base))
                },
            ])
    }
}
