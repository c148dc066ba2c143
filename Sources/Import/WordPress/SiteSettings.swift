import ArabicText
import Base
import Content

/// site.yaml as an import writes it.
struct SiteSettings {
    @Boxed var outlet: Outlet
    var navigation: [(title: String, url: String)] = []
    /// Paths that the old server goes on answering.
    var elsewhere: [String] = []
    /// Whether pictures keep their names.
    var keepsPictureNames = false

    static let path = "Content/site.yaml"

    var bytes: [UInt8] {
        var lines = ["name: \(Self.quoted(outlet.name))", "url: \(outlet.address.origin)\(outlet.address.base)"]
        if let description = outlet.description, !description.isEmpty {
            lines.append("description: \(Self.quoted(description))")
        }
        lines += ["language: \(outlet.language)", "time_zone: \"\(outlet.zone.name)\"", "urls:"]
        let patterns = outlet.patterns
        for (key, pattern) in [
            ("article", patterns.article), ("section", patterns.section), ("tag", patterns.tag),
            ("author", patterns.author),
            ("page", patterns.page), ("rss", patterns.rss),
        ] { lines.append("  \(key): \"\(pattern)\"") }
        if outlet.pageSize != Outlet.standardPageSize { lines.append("page_size: \(outlet.pageSize)") }
        lines += feeds + sections
        if !navigation.isEmpty {
            lines.append("navigation:")
            for link in navigation {
                lines += ["  - title: \(Self.quoted(link.title))", "    url: \(Self.quoted(link.url))"]
            }
        }
        if !elsewhere.isEmpty { lines += ["elsewhere:"] + elsewhere.map { "  - \(Self.quoted($0))" } }
        if keepsPictureNames { lines += ["pictures:", "  names: path"] }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private var feeds: [String] {
        let feeds = outlet.services.feeds
        let lines = [("tags", feeds.tags), ("authors", feeds.authors)].filter { !$0.1.isEmpty }.map { key, formats in
            "  \(key): [\(formats.map(\.rawValue).joined(separator: ", "))]"
        }
        return lines.isEmpty ? [] : ["feeds:"] + lines
    }

    private var sections: [String] {
        guard !outlet.sections.isEmpty else { return [] }
        return (outlet.nestsSections ? ["section_addresses: nested"] : []) + ["sections:"]
            + sections(beneath: nil, "  ")
    }

    /// - Parameter indent: blanks in front of each item.
    private func sections(beneath parent: Int?, _ indent: String) -> [String] {
        outlet.sections.indices.filter { outlet.sections[$0].parent == parent }.flatMap { place in
            let section = outlet.sections[place]
            let children = sections(beneath: place, indent + "    ")
            return ["\(indent)- name: \(Self.quoted(section.name))", "\(indent)  slug: \(Self.quoted(section.slug))"]
                + (section.description.map { ["\(indent)  description: \(Self.quoted($0))"] } ?? [])
                + (children.isEmpty ? [] : ["\(indent)  children:"] + children)
        }
    }

    /// Text as YAML takes it for text.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "/" } ?? false
            && text.unicodeScalars.allSatisfy { scalar in
                !":#\"'{}[]&*!|>%@`,?\\\n\t".unicodeScalars.contains(scalar)
            } && !text.hasSuffix(" ")
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
        return isPlain
            ? text
            : "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
    }

    /// Items of `elsewhere` in a file that an import wrote.
    static func elsewhere(in bytes: [UInt8]) -> [String] {
        let lines = String(decoding: bytes, as: UTF8.self).splitLines
        guard let start = lines.firstIndex(of: "elsewhere:") else { return [] }
        return lines[(start + 1)...].prefix { $0.hasPrefix("  - ") }.map { line in
            let text = String(line.dropFirst(4))
            return text.hasPrefix("\"") ? String(text.dropFirst().dropLast()) : text
        }
    }

    /// The main menu: that of the likeliest name, its items at the top.
    static func navigation(_ plan: WordPressPlan) -> [(title: String, url: String)] {
        let menus = Dictionary(grouping: plan.index.menu.filter(\.isTop), by: \.menu)
        let names = menus.keys.sorted { (menus[$1]?.count ?? 0, $0) < (menus[$0]?.count ?? 0, $1) }
        let words = ["main", "primary", "header", "رئيسي", "top"]
        guard
            let menu = names.first(where: { name in words.contains { WordPressName.decoded(name).text.contains($0) } })
                ?? names.first
        else { return [] }
        return (menus[menu] ?? []).sorted { $0.order < $1.order }.compactMap { link($0, plan) }
    }

    private static func link(_ item: ExportIndex.MenuItem, _ plan: WordPressPlan) -> (title: String, url: String)? {
        switch item.type {
        case "taxonomy":
            guard let place = plan.index.term(id: item.object), let address = plan.address(ofTerm: place) else {
                return nil
            }
            return (item.title.isEmpty ? plan.index.terms[place].term.name : item.title, "/" + address.text)
        case "post_type":
            guard let post = plan.index.post(item.object), post.state == .published else { return nil }
            let title = item.title.isEmpty ? plan.index[post.title] : item.title
            return title.isEmpty ? nil : (title, "/" + plan.address(of: post).text)
        default:
            guard !item.url.isEmpty, item.url != "#", !item.title.isEmpty else { return nil }
            let answer = WordPressReferences(plan: plan, id: 0, toArticles: "", isPublic: true).link(item.url)
            return answer.destination.map { (item.title, $0) }
        }
    }
}
