import ArabicText
import Base

/// Words of feeds that are none of their stories.
enum FeedText {
    /// Whether a paragraph is the one that a plug-in of WordPress adds to every text of a feed.
    static func isPlugged(_ words: String) -> Bool {
        let line = words.trimmed()
        if line.hasPrefix("The post "), line.holds("appeared first on") { return true }
        return line.hasPrefix("ظهرت المقالة") && (line.contains("أولاً على") || line.contains("أولًا على"))
    }

    /// The summary that a description holds, as text.
    static func summary(_ html: String) -> String {
        var text = HTMLText(SilentReferences())
        let blocks = text.blocks(HTMLTree.fragment(Array(html.utf8)).nodes)
        let words = blocks.map(\.plain).filter { !isPlugged($0) }.joined(separator: " ")
        return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A moment as feeds write it: ISO 8601 or, in RSS, `Wed, 24 Jan 2024 06:05:00 +0000` (RFC 822).
    static func date(_ written: String) -> WrittenDate? {
        if let date = FolderItem.date(written) { return date }
        var words = written.split { $0 == " " || $0 == "," }
        if let first = words.first, first.first?.isLetter == true { words.removeFirst() }
        guard words.count >= 4, let day = Int(words[0]),
            let month = months.firstIndex(of: words[1].prefix(3).lowercased()), let year = Int(words[2]),
            let date = CivilDate(year: year < 100 ? 2000 + year : year, month: month + 1, day: day)
        else { return nil }
        let clock = words[3].split(separator: ":").compactMap { Int($0) }
        guard clock.count > 1,
            let time = CivilTime(hour: clock[0], minute: clock[1], second: clock.count > 2 ? clock[2] : 0)
        else { return WrittenDate(date: date) }
        var offset = 0
        if words.count > 4, let sign = words[4].first, sign == "+" || sign == "-",
            let digits = Int(words[4].dropFirst().filter(\.isNumber))
        {
            offset = (digits / 100 * 3600 + digits % 100 * 60) * (sign == "-" ? -1 : 1)
        }
        return WrittenDate(date: date, time: time, offsetSeconds: offset)
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// An address without what counts who came from where.
    static func untracked(_ address: String) -> String {
        guard let mark = address.firstIndex(of: "?") else { return address }
        let query = address[address.index(after: mark)...].prefix { $0 != "#" }
        let kept = query.split(separator: "&").filter { part in
            !["utm_", "fbclid", "gclid"].contains { part.replacing("amp;", with: "").hasPrefix($0) }
        }
        return address[..<mark] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }
}

/// Links and pictures of what is read for its words alone.
private struct SilentReferences: References {
    func link(_ href: String) -> LinkAnswer { LinkAnswer() }
    func picture(_ source: String, id: Int?) -> PictureAnswer? { nil }
    func gallery(_ ids: [Int]) -> [(id: Int, figure: Figure?)] { [] }
    func ownGallery() -> [(id: Int, figure: Figure?)] { [] }
    func file(_ source: String) -> LinkAnswer { LinkAnswer() }
}
