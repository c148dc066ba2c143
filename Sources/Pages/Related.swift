import Content

/// How many articles before an article, in each of its tags and in its section, may be related to it.
private let relatedWindow = 32
private let relatedCount = 4

/// For each article its place in the lists that hold it, so that the window before it is found without a search.
struct ArchivePositions: Sendable {
    /// In the order of the article's tags; the section's place last, where it has one.
    fileprivate let places: [[Int]]

    init(_ site: Site) {
        var places = site.articles.map { Array(repeating: 0, count: $0.tags.count + ($0.section == nil ? 0 : 1)) }
        for (tag, list) in site.tags.map(\.articles).enumerated() {
            for (place, article) in list.enumerated() {
                if let slot = site.articles[article].tags.firstIndex(of: tag) { places[article][slot] = place }
            }
        }
        for list in site.sections.map(\.articles) {
            for (place, article) in list.enumerated() where site.articles[article].section != nil {
                places[article][places[article].count - 1] = place
            }
        }
        self.places = places
    }
}

/// What to read next: the editor's choice first, then the older articles that share most with this one.
///
/// Only a bounded window before the article is looked at and only the two articles decide, so that no later article ever
/// changes the answer. A shared tag counts 4, a shared series 3, the section 1; of equals the newer comes first.
func relatedArticles(to index: Int, in site: Site, _ positions: ArchivePositions) -> [Int] {
    let article = site.articles[index]
    var found = Array(article.related.prefix(relatedCount))
    var candidates: [Int] = []
    for (slot, place) in positions.places[index].enumerated() {
        let list =
            slot < article.tags.count ? site.tags[article.tags[slot]].articles : article.section.map { site.sections[$0].articles } ?? []
        candidates += list[(place + 1)...].prefix(relatedWindow)
    }
    candidates.sort()
    var scored: [(score: Int, index: Int)] = []
    var last = -1
    for candidate in candidates where candidate != last {
        last = candidate
        let other = site.articles[candidate]
        let shared = article.tags.count { other.tags.contains($0) }
        let score =
            4 * shared + (article.series != nil && article.series == other.series ? 3 : 0) + (article.section == other.section ? 1 : 0)
        scored.append((score, candidate))
    }
    scored.sort { ($1.score, $0.index) < ($0.score, $1.index) }
    for candidate in scored where found.count < relatedCount && !found.contains(candidate.index) { found.append(candidate.index) }
    return found
}
