import Content
import Templates

/// An entry of the menu with those beneath it.
struct MenuValue: Sendable {
    let record: Record<MenuEntry>

    static let type = MenuValue(base: "/").record.type

    init(base: String) {
        let link = LinkValue(base: base)
        record = Record(
            "menu entry",
            [
                Field("title", .string, "The entry's text.", example: "علوم") { .string($0.title) },
                Field("name", .string, "The same.", example: "علوم") { .string($0.title) },
                Field("url", .optional(.string), "Where it leads; absent for a word above other entries.") {
                    .optional($0.target?.href(base: base))
                },
                Field("children", .list(.record(LinkValue.type)), "The entries beneath it.") { entry in
                    .list(
                        entry.children.map { child in
                            link.value(child.title, child.target?.href(base: base) ?? "")
                        })
                },
            ])
    }
}
