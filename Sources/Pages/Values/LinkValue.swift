import Content
import Templates

/// A link that templates show: its text and where it leads.
struct LinkValue: Sendable {
    private let base: String

    static let type = record.type

    private static let record = Record<(title: String, href: String)>(
        "link",
        [
            Field("title", .string, "The link's text.") { .string($0.title) },
            Field("name", .string, "The same, for accounts and authors' links.") { .string($0.title) },
            Field("url", .string, "Where it leads.") { .string($0.href) },
        ])

    init(base: String) { self.base = base }

    func value(_ link: Outlet.Link) -> Value { value(link.title, link.target.href(base: base)) }

    func value(_ title: String, _ href: String) -> Value { Self.record.value((title, href)) }
}

extension Outlet.Link.Target {
    func href(base: String) -> String {
        switch self {
        case .page(let path): path.href(base: base)
        case .web(let url): url.text
        }
    }
}
