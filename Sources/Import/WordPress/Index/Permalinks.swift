import ArabicText
import Base
import Content

/// The pattern of the old addresses, found from the addresses themselves.
struct Permalinks {
    /// Pattern of articles in the new site.
    private(set) var article: String
    /// What an editor hears of it.
    private(set) var row: ReportRow.Finding?

    /// - Parameter index: its published posts.
    init(_ index: ExportIndex) {
        var counts: [String: Int] = [:]
        var total = 0
        for post in index.posts where post.state == .published && !post.isPage {
            let link = index[post.link]
            guard !link.isEmpty, !link.holds("?") else { continue }
            total += 1
            if let pattern = Self.pattern(of: post, link, index) { counts[pattern, default: 0] += 1 }
        }
        article = "/{year}/{month}/{slug}/"
        guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
        let nearest = Self.nearest(best.key)
        article = nearest
        guard nearest != best.key.replacing("{category}", with: "{section}") || best.value * 5 < total * 4 else {
            return
        }
        row = .init(.permalinks, "\(best.key): \(best.value)/\(total)")
    }

    private static func pattern(of post: ExportIndex.Post, _ link: String, _ index: ExportIndex) -> String? {
        let path = WordPressName.decoded(PictureAddress.path(link)).text
        var parts: [String] = []
        let segments = path.split(separator: "/").map(String.init)
        let name = index[post.name]
        let date = post.localSeconds.map { CivilDate(daysSince1970: $0 >= 0 ? $0 / 86400 : ($0 - 86399) / 86400) }
        var ending = path.hasSuffix("/") || segments.isEmpty ? "/" : ""
        for (place, segment) in segments.enumerated() {
            var segment = segment
            if place == segments.count - 1, let dot = segment.lastIndex(of: "."),
                [".html", ".htm", ".php"].contains(segment[dot...])
            {
                ending = String(segment[dot...])
                segment = String(segment[..<dot])
            }
            parts.append(self.name(of: segment, after: parts.last, post, name, date, index))
        }
        // A category may stand with those above it.
        var joined: [String] = []
        for part in parts where !(part == "{category}" && joined.last == part) { joined.append(part) }
        guard joined.contains("{slug}") || joined.contains("{id}") else { return nil }
        return "/" + joined.joined(separator: "/") + (ending.isEmpty ? "/" : ending)
    }

    private static func name(
        of segment: String, after last: String?, _ post: ExportIndex.Post, _ name: String, _ date: CivilDate?,
        _ index: ExportIndex
    ) -> String {
        if segment == name { return "{slug}" }
        if segment == "\(post.id)" { return "{id}" }
        if let number = Int(segment), let date {
            if segment.count == 4, number == date.year { return "{year}" }
            if segment.count == 2 {
                if last == "{year}", number == date.month { return "{month}" }
                if last == "{month}", number == date.day { return "{day}" }
                if let seconds = post.localSeconds.map({ $0 % 86400 }), number == seconds / 3600 { return "{hour}" }
                return "{minute}"
            }
        }
        if let place = index.category(segment), post.terms.contains(where: { index.isBranch(Int($0), below: place) }) {
            return "{category}"
        }
        if segment == "uncategorized" { return "{category}" }
        if segment == index[post.author].lowercased() { return "{author}" }
        return segment
    }

    /// The nearest pattern that the site can have.
    private static func nearest(_ pattern: String) -> String {
        let known: Set<String> = ["{year}", "{month}", "{day}", "{slug}", "{id}", "{section}"]
        var plain = pattern.replacing("{category}", with: "{section}")
        if let dot = plain.lastIndex(of: "."), !plain.hasSuffix("/") { plain = String(plain[..<dot]) }
        let parts = plain.split(separator: "/").map(String.init).filter { !$0.hasPrefix("{") || known.contains($0) }
        return "/" + parts.joined(separator: "/") + "/"
    }
}

extension ExportIndex {
    /// Whether the term is `above`, or lies beneath it.
    func isBranch(_ place: Int, below above: Int) -> Bool {
        var place = place
        for _ in 0..<16 {
            if place == above { return true }
            let parent = terms[place].term.parent
            guard !parent.isEmpty, let next = category(parent) else { return false }
            place = next
        }
        return false
    }
}
