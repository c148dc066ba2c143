/// How near a term of the index is to one of a query: 1 the same, 0 another word. The page's script has the same rules.
struct Nearness: Sendable {
    let isArabic: Bool

    /// - Parameters:
    ///   - isRare: whether the term is not much more frequent than the query's, so that what stands before it may be a
    ///     proclitic: وكالة is no و and كالة.
    ///   - isPrefix: whether the query's term may not be typed to its end.
    func of(_ term: [UInt8], to query: [UInt8], isRare: Bool, isPrefix: Bool) -> Double {
        if term == query { return 1 }
        if term.last == Letters.partner { return term.dropLast().elementsEqual(query) ? 0.5 : 0 }
        let begins = isPrefix && term.starts(with: query)
        guard isArabic, Letters.isArabic(query) else { return begins ? 0.4 : 0 }
        var best = begins && Letters.count(query) > 2 ? 0.4 : 0
        for (place, rest) in Self.heads(of: term).enumerated() where place == 0 || isRare {
            if rest.elementsEqual(query) {
                best = max(best, 0.9)
            } else if Letters.count(rest) > 2 {
                best = max(best, Self.endings(query[...], rest) * (place == 0 ? 1 : 0.9))
            }
        }
        return best
    }

    /// The term, and what is left of it behind the proclitics that it may begin with.
    static func heads(of term: [UInt8]) -> [ArraySlice<UInt8>] {
        var length = Proclitic.length(in: term)
        // Three letters are left at least, else fewer of the first are taken for proclitics.
        if length == 2, Letters.count(term[2...]) < 3 { length = Proclitic.length(in: term.prefix(1)) }
        guard length > 0, Letters.count(term[length...]) >= 3 else { return [term[...]] }
        return [term[...], term[length...]] + (length > 1 ? [term[1...]] : [])
    }

    /// .5 where both end in one of the endings behind a common stem.
    private static func endings(_ query: ArraySlice<UInt8>, _ term: ArraySlice<UInt8>) -> Double {
        let (a, b) = (Letters.scalars(query), Letters.scalars(term))
        var stem = 0
        while stem < min(a.count, b.count), a[stem] == b[stem] { stem += 1 }
        while stem > 2 {
            if all.contains(Array(a[stem...])), all.contains(Array(b[stem...])) {
                let both = Array(a[stem...] + b[stem...])
                // ة against nothing is another word: جامع and جامعة.
                if both == heh { return 0 }
                return stem == 3 && !ofShortStems.contains(both) ? 0 : 0.5
            }
            stem -= 1
        }
        return 0
    }

    private static let all = parsed(
        "ه ا ي ات ان ون ين يه ته ها هم هن نا كم تي ت تها تهم تنا يا يات يون يين تين تان وا ء ءي ءيه"
    ).union([[]])
    private static let ofShortStems = parsed("ات هات اته هته هتها ها هم نا هتهم هتنا")

    private static let heh: [UInt32] = [0x647]

    private static func parsed(_ text: String) -> Set<[UInt32]> {
        Set(text.split(separator: " ").map { $0.unicodeScalars.map(\.value) })
    }

    /// One letter more, less or other, or two that changed places.
    static func isTypo(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let (a, b) = (Letters.scalars(one), Letters.scalars(other))
        var (start, ends) = (0, (a.count, b.count))
        while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
        while ends.0 > start, ends.1 > start, a[ends.0 - 1] == b[ends.1 - 1] { ends = (ends.0 - 1, ends.1 - 1) }
        let (x, y) = (ends.0 - start, ends.1 - start)
        if x < 2, y < 2 { return true }
        return x == 2 && y == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
    }
}
