import Content
import Templates
import Typesetting

/// A block of a front: stories under a title of their own.
struct BlockValue: Sendable {
    let record: Record<ListPage.Block>

    init(_ site: Site, cards: CardTable) {
        let base = site.outlet.address.base
        let section = SectionValue(site).record
        let rows = BlockRows(site, cards)
        record = Record(
            "block",
            [
                Field("section", .optional(.record(section.type)), "The section, where it shows one.") {
                    $0.section.map { section.value(site.sections[$0]) } ?? .undefined
                },
                Field(
                    "items", .list(.record(cards.type)), "Its stories, which stand nowhere else on the page."
                ) {
                    cards.list($0.items)
                },
                Field("rows", rows.type, "The rows of its data file, where it shows one.") { rows.value($0.rows) },
                Field("kind", .string, "`section`, `tag`, `author`, `data` or `stories`.") {
                    .string($0.chosen?.kind ?? "section")
                },
                Field("title", .optional(.string), "What stands above it.", example: "علوم") { block in
                    if let chosen = block.chosen { return .optional(chosen.title(in: site)) }
                    return .optional(block.section.map { site.sections[$0].name })
                },
                Field("url", .optional(.string), "Where its title leads.") { block in
                    if let chosen = block.chosen { return .optional(chosen.target(in: site)?.href(base: base)) }
                    return .optional(block.section.map { site.sections[$0].url.href(base: base) })
                },
                Field("look", .optional(.string), "Its template in `blocks/`, where editors ordered it.") {
                    .optional($0.chosen?.look)
                },
                Field("number", .int, "Its place on the page, from 1, for ids.", example: "2") { .int($0.number) },
                Field(
                    "html", .optional(.markup), "The block as its template shows it, where editors ordered it."
                ) {
                    $0.html.map { .markup($0) } ?? .undefined
                },
            ])
    }
}
