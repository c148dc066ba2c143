/// Where each kind of page lives, with `{names}` for what differs.
package struct URLPatterns: Sendable, Hashable {
    /// Pattern of articles.
    package var article = "/{year}/{month}/{slug}/"
    /// Pattern of sections.
    package var section = "/section/{slug}/"
    /// Pattern of tags.
    package var tag = "/tag/{slug}/"
    /// Pattern of authors.
    package var author = "/author/{slug}/"
    /// Pattern of standing pages.
    package var page = "/{slug}/"
    /// Feeds live below what they are of: what is added to its path. `feed/` gives `/feed/` and `/category/x/feed/`.
    package var rss = "feed.xml"
    /// Ending of Atom feeds.
    package var atom = "atom.xml"
    /// Ending of JSON feeds.
    package var json = "feed.json"

    static let feeds: [(key: String, path: any WritableKeyPath<URLPatterns, String> & Sendable)] = [
        ("rss", \.rss), ("atom", \.atom), ("json", \.json),
    ]

    /// The names that each pattern may hold, and the one it must.
    static let names: [(key: String, path: any WritableKeyPath<URLPatterns, String> & Sendable, allowed: [String])] = [
        ("article", \.article, ["slug", "year", "month", "day", "section", "id"]),
        ("section", \.section, ["slug"]),
        ("tag", \.tag, ["slug"]),
        ("author", \.author, ["slug"]),
        ("page", \.page, ["slug"]),
    ]

    /// Fills the names in. A value is one part of the path, whose slashes become hyphens, but for a section's, which may
    /// be several.
    package static func fill(_ pattern: String, _ value: (_ name: String) -> String) -> URLPath {
        var path: [UInt8] = []
        var rest = Array(pattern.utf8)[...].dropFirst()
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            path += rest[..<open]
            let start = path.count
            let name = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
            path += value(name).utf8
            if name != "section" {
                for place in start..<path.count where path[place] == UInt8(ascii: "/") {
                    path[place] = UInt8(ascii: "-")
                }
            }
            rest = rest[(close + 1)...]
        }
        return URLPath(String(decoding: path + rest, as: UTF8.self))
    }

    /// Fills the slug in where it is the only name.
    package static func fill(_ pattern: String, slug: String) -> URLPath {
        fill(pattern) { $0 == "slug" ? slug : "" }
    }

    /// Fills in what a section's address is made of, which may be several parts.
    package static func fill(_ pattern: String, section path: String) -> URLPath {
        fill(pattern.replacing("{slug}", with: "{section}")) { $0 == "section" ? path : "" }
    }
}
