import Base
import Content

/// How many articles before an article, in each of its tags and in its section, may be related to it.
private let relatedWindow = 32
private let relatedCount = 4

/// Finds what to read next: the editor's choice first, then the older articles that share most with one.
///
/// Only a bounded window before the article is looked at and only the two articles decide, so that no later article
/// ever changes the answer. A shared tag counts 4, a shared series 3, the section 1; of equals the newer comes first.
struct RelatedStories: Sendable {
    private let site: Site
    /// What decides, in arrays of numbers: each article is compared with some hundred others, and names would cost most
    /// of it. An article's tags are those from its own start to the next one's.
    private let tags: [Int32]
    private let starts: [Int32]
    /// The article's places in the lists of its tags, beside `tags`; in its section's; -1 for none.
    private let places: [Int32]
    private let sections: [Int32]
    private let sectionPlaces: [Int32]
    /// The series by the first article in it; -1 for none.
    private let series: [Int32]

    init(_ site: Site) {
        self.site = site
        var tags: [Int32] = []
        var starts: [Int32] = [0]
        var series: [Int32] = []
        var seriesNames: [String: Int32] = [:]
        for (index, article) in site.articles.enumerated() {
            for tag in article.tags { tags.append(Int32(tag)) }
            starts.append(Int32(tags.count))
            guard let name = article.series else {
                series.append(-1)
                continue
            }
            let number = seriesNames[name] ?? Int32(index)
            seriesNames[name] = number
            series.append(number)
        }
        var places = [Int32](repeating: 0, count: tags.count)
        for (tag, list) in site.tags.map(\.articles).enumerated() {
            for (place, article) in list.enumerated() {
                for slot in Int(starts[article])..<Int(starts[article + 1]) where tags[slot] == Int32(tag) {
                    places[slot] = Int32(place)
                }
            }
        }
        var sectionPlaces = [Int32](repeating: -1, count: site.articles.count)
        for list in site.sections.map(\.articles) {
            for (place, article) in list.enumerated() { sectionPlaces[article] = Int32(place) }
        }
        (self.tags, self.starts, self.places, self.series, self.sectionPlaces) = (
            tags, starts, places, series, sectionPlaces
        )
        sections = site.articles.map { $0.section.map(Int32.init) ?? -1 }
    }

    /// For each article, in the order of the site's. What `cache` knows of the older ones is not searched for again.
    static func all(_ site: Site, _ workers: Workers, _ cache: RelatedCache) -> [[Int]] {
        let count = site.articles.count
        let facts = workers.map(Array(0..<count)) { Self.facts(of: site.articles[count - 1 - $0], count) }
        let known = cache.stories(for: facts)
        var found: [[Int]] = []
        found.reserveCapacity(count)
        if known.count < count {
            let stories = RelatedStories(site)
            let new = Array(0..<(count - known.count))
            found = workers.map(new, state: { [Int32](repeating: -1, count: count) }) { stories.stories(for: $1, &$0) }
        }
        for list in known.reversed() { found.append(list.map { count - 1 - $0 }) }
        if known.count < count {
            cache.put(.init(facts: facts, stories: found.reversed().map { $0.map { count - 1 - $0 } }))
        }
        return found
    }

    /// - Parameter count: of all articles.
    private static func facts(of article: Article, _ count: Int) -> Digest {
        var parts = Fingerprint()
        parts.add(article.section ?? -1)
        parts.add(article.series)
        for tag in article.tags { parts.add(tag) }
        parts.add(-1)
        for related in article.related { parts.add(count - 1 - related) }
        return parts.digest
    }

    /// - Parameter seen: for each article the last one that it was compared with.
    private func stories(for index: Int, _ seen: inout [Int32]) -> [Int] {
        let chosen = Array(site.articles[index].related.prefix(relatedCount))
        var best: [(score: Int, index: Int)] = []
        best.reserveCapacity(relatedCount + 1)
        func consider(_ list: [Int], after place: Int32) {
            let first = Int(place) + 1
            for candidate in list[first..<min(list.count, first + relatedWindow)] where seen[candidate] != Int32(index)
            {
                seen[candidate] = Int32(index)
                guard !chosen.contains(candidate) else { continue }
                let score = score(index, candidate)
                if best.count == relatedCount, let last = best.last, (last.score, candidate) >= (score, last.index) {
                    continue
                }
                let place = best.firstIndex { ($0.score, candidate) < (score, $0.index) } ?? best.count
                best.insert((score, candidate), at: place)
                if best.count > relatedCount { best.removeLast() }
            }
        }
        for slot in Int(starts[index])..<Int(starts[index + 1]) {
            consider(site.tags[Int(tags[slot])].articles, after: places[slot])
        }
        if sections[index] >= 0 { consider(site.sections[Int(sections[index])].articles, after: sectionPlaces[index]) }
        return chosen + best.map(\.index).prefix(relatedCount - chosen.count)
    }

    private func score(_ index: Int, _ other: Int) -> Int {
        var shared = 0
        for slot in Int(starts[index])..<Int(starts[index + 1]) {
            for otherSlot in Int(starts[other])..<Int(starts[other + 1]) where tags[slot] == tags[otherSlot] {
                shared += 1
            }
        }
        let isOneSeries = series[index] >= 0 && series[index] == series[other]
        return 4 * shared + (isOneSeries ? 3 : 0) + (sections[index] == sections[other] ? 1 : 0)
    }
}
