import ArabicText
import Content
import Templates

/// What the search page sees: what readers may choose by. Its values are the years, the newest first.
struct SearchValue: Sendable {
    let record: Record<[Int]>

    init(_ site: Site) {
        let section = Record<Section>(
            "searched section",
            [
                Field("name", .string, "The section's name.", example: "علوم") { .string($0.name) },
                Field("slug", .string, "What the index knows it by.", example: "science") { .string($0.key) },
                Field("level", .int, "1 at the top, 2 beneath that.", example: "1") { .int($0.ancestors.count + 1) },
            ])
        let year = Record<Int>(
            "searched year",
            [
                Field("number", .string, "What the index knows it by.", example: "2024") { .string("\($0)") },
                Field("text", .string, "In the outlet's digits.", example: "2024") {
                    .string(site.outlet.dates.numerals.plain($0))
                },
            ])
        record = Record(
            "search",
            [
                Field("sections", .list(.record(section.type)), "The sections that are searched.") { _ in
                    .list(site.sections.filter(\.isSearched).map { section.value($0) })
                },
                Field("years", .list(.record(year.type)), "The years that have articles, the newest first.") {
                    .list($0.map { year.value($0) })
                },
                Field("digits", .string, "The outlet's digits: `latn` or `arab`.", example: "latn") { _ in
                    .string(site.outlet.dates.numerals.rawValue)
                },
                Field("newest_first", .bool, "Whether the newest articles come first, not the best.") { _ in
                    .bool(site.outlet.search.isNewestFirst)
                },
            ])
    }
}
