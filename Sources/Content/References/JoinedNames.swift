import ArabicText

/// Names that a word joins to one: `سلمى الطحان وكريم السقاء`, `سلمى و كريم`, `Salma and Karim`, `Salma & Karim`.
struct JoinedNames {
    /// Words of the folded name.
    private let words: [Substring]

    init(_ name: String) { words = folded(name).split(separator: " ") }

    /// Where each of them stands; nil where one is not known, and where nothing joins any.
    func places(_ place: (String) -> Int?) -> [Int]? {
        func places(from start: Int, cutting cut: Int) -> [Int]? {
            for end in (start + 1)..<(words.count + 1) {
                guard let found = place(name(start..<end, cutting: cut)) else { continue }
                if end == words.count { return [found] }
                for (next, cut) in joints(at: end) {
                    if let rest = places(from: next, cutting: cut) { return [found] + rest }
                }
            }
            return nil
        }
        guard words.count > 1, let found = places(from: 0, cutting: 0), found.count > 1 else { return nil }
        return found
    }

    /// Places of the names on either side of a joining word that are known.
    func known(_ place: (String) -> Int?) -> [Int] {
        guard words.count > 1 else { return [] }
        return (1..<words.count).flatMap { end in
            joints(at: end).flatMap { next, cut in
                [place(name(0..<end, cutting: 0)), place(name(next..<words.count, cutting: cut))].compactMap { $0 }
            }
        }
    }

    /// Where the next name may start, and how many letters of its first word join it.
    private func joints(at index: Int) -> [(next: Int, cut: Int)] {
        guard index < words.count else { return [] }
        if ["و", "and", "&", "+", "et"].contains(words[index]) {
            return index + 1 < words.count ? [(index + 1, 0)] : []
        }
        return words[index].unicodeScalars.first == "و" && words[index].unicodeScalars.count > 2 ? [(index, 1)] : []
    }

    private func name(_ range: Range<Int>, cutting cut: Int) -> String {
        let scalars = words[range].joined(separator: " ").unicodeScalars
        return String(Substring(scalars.dropFirst(cut)))
    }
}
