import Base
import Content

/// How many articles before an article, in each of its tags and in its section, may be related to it.
private let relatedWindow = 32
private let relatedCount = 4

/// Finds what to read next: the editor's choice first, then the older articles that share most with one.
///
/// Only a bounded window before the article is looked at and only the two articles decide, so that no later article
/// ever changes the answer. A shared tag counts 8, a shared series 6, the section 2, one that both lie beneath 1; of equals
/// the newer comes first.
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
    /// Where sections lie beneath others, for each what it lies beneath, the top first.
    private let ancestors: [[Int]]
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
        for (section, list) in site.sections.map(\.articles).enumerated() {
            for (place, article) in list.enumerated() where site.articles[article].section == section {
                sectionPlaces[article] = Int32(place)
            }
        }
        ancestors = site.outlet.hasSectionTree ? site.sections.map(\.ancestors) : []
        (self.tags, self.starts, self.places, self.series, self.sectionPlaces) = (
            tags, starts, places, series, sectionPlaces
        )
        sections = site.articles.map { $0.section.map(Int32.init) ?? -1 }
    }

    /// For each article, in the order of the site's. What `cache` knows of the older ones is not searched for again.
    static func all(_ site: Site, _ workers: Workers, _ cache: RelatedCache) -> [[Int]] {
        let count = site.articles.count
        let facts = workers.map(Array(0..<count)) { Self.facts(of: site.articles[count - 1 - $0], site) }
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

    private static func facts(of article: Article, _ site: Site) -> Digest {
        var parts = Fingerprint()
        parts.add(article.section ?? -1)
        for section in article.section.map({ site.sections[$0].ancestors }) ?? [] { parts.add(section) }
        parts.add(article.series)
        for tag in article.tags { parts.add(tag) }
        parts.add(-1)
        for related in article.related { parts.add(site.articles.count - 1 - related) }
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
        if sections[index] >= 0 {
            let section = Int(sections[index])
            consider(site.sections[section].articles, after: sectionPlaces[index])
            if !ancestors.isEmpty {
                for above in ancestors[section] {
                    let list = site.sections[above].articles
                    consider(list, after: place(of: index, in: list))
                }
            }
        }
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
        return 8 * shared + (isOneSeries ? 6 : 0) + nearness(index, other)
    }

    private func nearness(_ index: Int, _ other: Int) -> Int {
        if sections[index] == sections[other] { return 2 }
        guard !ancestors.isEmpty, sections[index] >= 0, sections[other] >= 0 else { return 0 }
        return top(Int(sections[index])) == top(Int(sections[other])) ? 1 : 0
    }

    private func top(_ section: Int) -> Int { ancestors[section].first ?? section }

    /// Place of an article in a list, the newest first, that holds it.
    private func place(of article: Int, in list: [Int]) -> Int32 {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle] < article { low = middle + 1 } else { high = middle }
        }
        return Int32(low)
    }
}
