import Content
import Templates

struct SectionValue: Sendable {
    let record: Record<Section>

    static let type = SectionValue(.example).record.type

    init(_ site: Site) {
        let base = site.outlet.address.base
        let link = LinkValue(base: base)
        @Sendable func links(_ places: [Int]) -> Value {
            .list(places.map { link.value(.init(title: site.sections[$0].name, target: .page(site.sections[$0].url))) })
        }
        record = Record(
            "section",
            [
                Field("name", .string, "The section's name.", example: "علوم") { .string($0.name) },
                Field("url", .string, "Its page.") { .string($0.url.href(base: base)) },
                Field("description", .optional(.string), "What it covers.") { .optional($0.description) },
                Field("level", .int, "1 at the top, 2 beneath that.", example: "1") { .int($0.ancestors.count + 1) },
                Field("parents", .list(.record(LinkValue.type)), "What it lies beneath, the top first.") {
                    links($0.ancestors)
                },
                Field("children", .list(.record(LinkValue.type)), "The sections right beneath it.") {
                    links($0.children)
                },
                Field(
                    "class", .optional(.string),
                    "Where it or one above it has a colour: the class within which a style sheet reads that as "
                        + "`var(--section)`.",
                    example: "section-science"
                ) { .optional($0.colorClass) },
            ])
    }
}
