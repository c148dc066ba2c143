import Content
import Markdown
import Templates
import Typesetting

struct ListValue: Sendable {
    let record: Record<ListPage>
    let block: Record<ListPage.Block>

    init(_ edition: Edition, cards: CardTable) {
        let site = edition.site
        let base = site.outlet.address.base
        let items = ValueType.list(.record(cards.type))
        let author = AuthorValue(edition).record
        let breaking = BreakingValue(base: base).record
        let picture = PictureValue(site.outlet).record
        let block = BlockValue(site, cards: cards).record
        self.block = block
        record = Record(
            "list",
            [
                Field("title", .string, "What the list is of.") { .string($0.title) },
                Field("description", .optional(.string), "What it covers.") { .optional($0.description) },
                Field("items", items, "The stories on this page, the newest first; a landing page's in its order.") {
                    cards.list($0.items)
                },
                Field("number", .int, "The page's number; 1 holds the oldest stories.") { .int($0.number) },
                Field("front", .bool, "Whether this is the page that readers come to first.") { .bool($0.isFront) },
                Field("newer", .optional(.string), "The page with newer stories.") {
                    .optional($0.newer?.href(base: base))
                },
                Field("older", .optional(.string), "The page with older stories.") {
                    .optional($0.older?.href(base: base))
                },
                Field("count", .optional(.int), "How many stories the whole list has; at its front alone.") {
                    $0.count.map { .int($0) } ?? .undefined
                },
                Field("author", .optional(.record(author.type)), "The author, on an author's page.") {
                    $0.author.map { author.value($0) } ?? .undefined
                },
                Field("editor", .optional(.record(author.type)), "Who is in charge, on a section's page.") {
                    $0.section.flatMap { site.sections[$0].editor }.map { author.value($0) } ?? .undefined
                },
                Field("image", .optional(.record(picture.type)), "The picture of what a tag is about.") {
                    $0.image.map { picture.value($0) } ?? .undefined
                },
                Field("slots", items, "The stories of a front in the editors' order, the lead first.") {
                    cards.list($0.slots)
                },
                Field(
                    "blocks", .list(.record(block.type)),
                    "The blocks of a front: as editors ordered them, else its sections."
                ) {
                    .list($0.blocks.map { block.value($0) })
                },
                Field("breaking", .optional(.record(breaking.type)), "The breaking-news bar.") {
                    $0.breaking.map { breaking.value($0) } ?? .undefined
                },
            ])
    }
}

struct BreakingValue: Sendable {
    let record: Record<FrontPage.Breaking>

    init(base: String) {
        record = Record(
            "breaking",
            [
                Field("text", .string, "What has happened.") { .string($0.text) },
                Field("url", .optional(.string), "Where to read on.") { .optional($0.target?.href(base: base)) },
            ])
    }
}

private struct AuthorValue: Sendable {
    let record: Record<Int>

    init(_ edition: Edition) {
        let site = edition.site
        let base = site.outlet.address.base
        let picture = PictureValue(site.outlet).record
        let link = LinkValue(base: base)
        record = Record(
            "author",
            [
                Field("name", .string, "The name.") { .string(site.authors[$0].name) },
                Field("url", .string, "The author's page.") { .string(site.authors[$0].url.href(base: base)) },
                Field("slug", .string, "What addresses and the search know them by.", example: "كريم-السقاء") {
                    .string(site.authors[$0].slug)
                },
                Field("role", .optional(.string), "What they are at the outlet.") { .optional(site.authors[$0].role) },
                Field("organization", .bool, "A desk or an agency.") { .bool(site.authors[$0].isOrganization) },
                Field("bio", .optional(.markup), "The profile's text, ready.") {
                    edition.bios[$0].inMemoryHTML.map { $0.isEmpty ? .undefined : .markup($0) } ?? .undefined
                },
                Field("image", .optional(.record(picture.type)), "The portrait.") {
                    site.authors[$0].image.map { picture.value($0) } ?? .undefined
                },
                Field("links", .list(.record(LinkValue.type)), "Where else to find them.") {
                    .list(site.authors[$0].links.map { link.value($0) })
                },
            ])
    }
}
