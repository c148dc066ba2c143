import Base
import Content
package import Search
import Typesetting

/// Which files the search index has, and which articles they are of.
package struct SearchPlan: Sendable {
    /// The oldest first.
    package let eras: [Era]
    /// What is searched, and what only keeps its number, in the site's order, the oldest first.
    let entries: [Entry]
    let terms: Terms
    let settings: SearchSettings

    /// What stands at a number.
    enum Entry: Sendable {
        /// Place in `Site.articles`.
        case article(Int)
        /// Place in `Site.tombstones`, of one that was retracted.
        case retracted(Int)
        /// Nothing that is found: what was removed, has expired or is not to be searched.
        case nothing
    }

    /// - Parameter sizes: other than the standard ones in tests.
    init(_ site: Site, _ sizes: IndexSizes) {
        var entries: [Entry] = []
        var years: [Int] = []
        entries.reserveCapacity(site.articles.count + site.tombstones.count)
        func add(_ article: Article, _ entry: Entry) {
            let isFound = article.isSearched && article.section.map { site.sections[$0].isSearched } ?? true
            entries.append(isFound ? entry : .nothing)
            // An era is of whole years, be the clocks of dates what they may.
            years.append(max(years.last ?? .min, article.date.date.year))
        }
        // Both lists have the newest first, and of two at one instant the one whose path comes first.
        var gone = site.tombstones.indices.reversed()[...]
        for place in site.articles.indices.reversed() {
            let article = site.articles[place]
            while let next = gone.first, Self.precedes(site.tombstones[next], article) {
                add(site.tombstones[next], Self.entry(site.tombstones[next], next))
                gone.removeFirst()
            }
            add(article, .article(place))
        }
        for next in gone { add(site.tombstones[next], Self.entry(site.tombstones[next], next)) }
        self.entries = entries
        eras = Era.all(years: years, sizes)
        settings = site.outlet.search
        terms = Terms(isArabic: site.outlet.isSearchedInArabic, synonyms: settings.synonyms)
    }

    private static func precedes(_ a: Article, _ b: Article) -> Bool {
        a.date.instant != b.date.instant ? a.date.instant < b.date.instant : bytesPrecede(b.path, a.path)
    }

    private static func entry(_ tombstone: Article, _ place: Int) -> Entry {
        if case .retracted = tombstone.status { .retracted(place) } else { .nothing }
    }

    /// Every file of the index; the map comes last.
    var files: [SearchFile] {
        var files: [SearchFile] = []
        for (place, era) in eras.enumerated() {
            func add(_ part: SearchFile.Part, _ name: String) {
                files.append(SearchFile(era: place, part: part, name: "\(era.year)/\(name)"))
            }
            for file in 0..<era.files where era.covered(by: file) > 0 { add(.base(file), "\(file).bin") }
            if era.tail != nil { for file in 0..<Era.tails { add(.tail(file), "t\(file).bin") } }
            for file in 0..<((era.count + Era.cards - 1) / Era.cards) { add(.cards(file), "d\(file).json") }
        }
        files.append(SearchFile(era: 0, part: .map, name: "map.json"))
        return files
    }

    func entries(of era: Era) -> ArraySlice<Entry> { entries[era.articles] }
}
