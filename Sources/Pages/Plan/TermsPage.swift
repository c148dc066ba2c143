import ArabicText
import Base
import Content

/// An index: of all tags, all authors, or all months.
struct TermsPage: Sendable {
    struct Entry: Sendable {
        let name: String
        let url: URLPath
        let count: Int
    }

    struct Group: Sendable {
        let letter: String
        var entries: [Entry]
    }

    let title: String
    let groups: [Group]

    /// Sorted as Arabic readers expect (`indexPlace`), and grouped by first letter.
    static func alphabetical(_ title: String, _ entries: [Entry]) -> TermsPage {
        let sorted = entries.map { (place: indexPlace($0.name), entry: $0) }.sorted { a, b in
            a.place.key == b.place.key ? bytesPrecede(a.entry.name, b.entry.name) : a.place.key < b.place.key
        }
        var groups: [Group] = []
        for ((_, letter), entry) in sorted {
            if groups.last?.letter == letter {
                groups[groups.count - 1].entries.append(entry)
            } else {
                groups.append(Group(letter: letter, entries: [entry]))
            }
        }
        return TermsPage(title: title, groups: groups)
    }
}
