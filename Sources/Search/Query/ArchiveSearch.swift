package import Base
private import Libc

/// Finds articles in the files of an index as the script of the search page does, in all eras at once.
package struct ArchiveSearch {
    private let map: IndexMap
    private let files: IndexFiles
    private let cutter: WordCutter
    private let terms: Terms
    private let nearness: Nearness

    /// - Parameter read: the bytes of a file beneath the index's folder; throws where it is not there.
    package init(_ map: IndexMap, read: @escaping (String) throws(Diagnostic) -> [UInt8]) {
        self.map = map
        files = IndexFiles(map, read)
        cutter = WordCutter(isArabic: map.isArabic)
        terms = Terms(isArabic: map.isArabic)
        nearness = Nearness(isArabic: map.isArabic)
    }

    /// A term of the index that answers one of the query's, with its postings by the places of the eras asked.
    private struct Answer {
        let nearness: Double
        let postings: [[Posting]]
    }

    /// Factors of a posting's weight.
    private static let weights = [1, 1.6, 3, 6]

    package func result(_ query: SearchQuery) throws(Diagnostic) -> SearchResult {
        let asked = terms(of: query.words)
        let eras = map.eras.indices.filter { place in
            query.year.map { !map.eras[place].era.numbers(of: $0).isEmpty } ?? true
        }
        var result = SearchResult()
        guard !asked.isEmpty, !eras.isEmpty else { return result }
        var wanted: [[Set<Int>]] = []
        for facet in query.facets {
            let term = Letters.encoded(facet.unicodeScalars)
            let lists = try files.lists(of: term, in: eras)
            wanted.append(lists.map { Set(($0[term] ?? []).map(\.number)) })
        }
        var found = [[Int: (score: Double, matched: Int)]](repeating: [:], count: eras.count)
        for (place, term) in asked.enumerated() {
            let answers = try answers(to: term, isLast: place == asked.count - 1, in: eras, &result)
            add(answers, of: eras, to: &found)
        }
        let total = map.eras.reduce(0) { $0 + $1.era.count }
        for (place, number) in eras.enumerated() {
            let era = map.eras[number].era
            let years = query.year.map { era.numbers(of: $0) } ?? 0..<era.count
            for (id, sum) in found[place] where years.contains(id) && wanted.allSatisfy({ $0[place].contains(id) }) {
                let recency = 1 + 0.3 * Double(era.articles.lowerBound + id) / Double(total)
                result.hits.append(
                    SearchHit(
                        era: number, number: id, score: Int((sum.score * recency * 1e6).rounded()),
                        matched: sum.matched))
            }
        }
        let most = result.hits.map(\.matched).max() ?? 0
        result.isComplete = most == asked.count
        result.hits = result.hits.filter { $0.matched == most }.sorted { a, b in
            let (x, y) = query.isByDate ? (0, 0) : (a.score, b.score)
            return (x, a.era, a.number) > (y, b.era, b.number)
        }
        return result
    }

    /// The query's terms, each once; stop words only where there is nothing else.
    private func terms(of words: String) -> [[UInt8]] {
        var cutter = cutter
        let all = cutter.words(words).prefix(SearchQuery.most)
        let stopWords = StopWords.words(isArabic: map.isArabic)
        let few = all.filter { !stopWords.contains($0) }
        guard all.reduce(0, { $0 + Letters.count($1) }) > 1 else { return [] }
        return (few.isEmpty ? Array(all) : few).map { terms.term(of: $0) }.uniqued()
    }

    private func add(
        _ answers: [Answer], of eras: [Int], to found: inout [[Int: (score: Double, matched: Int)]]
    ) {
        let articles = eras.reduce(0) { $0 + map.eras[$1].era.count }
        let frequency = answers.reduce(0.0) { sum, answer in
            sum + Double(answer.postings.reduce(0) { $0 + $1.count }) * answer.nearness
        }
        let rarity = log(1 + Double(articles) / (1 + frequency))
        for place in eras.indices {
            var best: [Int: Double] = [:]
            for answer in answers {
                for posting in answer.postings[place] {
                    let score = answer.nearness * Self.weights[posting.weight] * rarity
                    best[posting.number] = max(best[posting.number] ?? 0, score)
                }
            }
            for (id, score) in best {
                let before = found[place][id] ?? (0, 0)
                found[place][id] = (before.score + score, before.matched + 1)
            }
        }
    }

    /// Terms near to this one. Where there are none: without its own proclitic; the last as the beginning of a word; at
    /// last the most frequent of those with a letter typed wrongly.
    private func answers(
        to term: [UInt8], isLast: Bool, in eras: [Int], _ result: inout SearchResult
    ) throws(Diagnostic) -> [Answer] {
        let lists = try files.lists(of: term, in: eras)
        var near = kin(of: term, lists, isPrefix: false)
        if near.isEmpty, map.isArabic, Letters.isArabic(term) {
            for rest in Nearness.heads(of: term).dropFirst() where Letters.count(rest) > 3 {
                near += kin(of: Array(rest), try files.lists(of: Array(rest), in: eras), isPrefix: false)
            }
        }
        let isLong = Letters.count(term) > 3
        if near.isEmpty, isLast, isLong { near = kin(of: term, lists, isPrefix: true) }
        if near.isEmpty, isLong, let instead = guess(term, lists) {
            near = kin(of: instead, lists, isPrefix: false)
            result.guesses.append((Letters.text(term), Letters.text(instead)))
        }
        return near
    }

    private func frequencies(_ lists: [[[UInt8]: [Posting]]]) -> [[UInt8]: Int] {
        var counts: [[UInt8]: Int] = [:]
        for era in lists { for (term, postings) in era { counts[term, default: 0] += postings.count } }
        return counts
    }

    private func kin(of query: [UInt8], _ lists: [[[UInt8]: [Posting]]], isPrefix: Bool) -> [Answer] {
        let counts = frequencies(lists)
        let own = counts[query] ?? 0
        var answers: [Answer] = []
        for term in counts.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let near = nearness.of(
                term, to: query, isRare: own == 0 || counts[term, default: 0] <= 4 * own, isPrefix: isPrefix)
            if near > 0 { answers.append(Answer(nearness: near, postings: lists.map { $0[term] ?? [] })) }
        }
        return answers
    }

    private func guess(_ term: [UInt8], _ lists: [[[UInt8]: [Posting]]]) -> [UInt8]? {
        frequencies(lists).filter { other, _ in
            other.first == term.first && other.last != Letters.partner && !other.starts(with: term)
                && !term.starts(with: other)
                && Nearness.isTypo(term, other)
        }.min { a, b in
            (-a.value, Letters.text(a.key)) < (-b.value, Letters.text(b.key))
        }?.key
    }

    // MARK: Headlines

    /// Whether a headline has the words side by side.
    package func isPhrase(_ words: String, in headline: String) -> Bool {
        let (part, whole) = (joined(words), joined(headline))
        return whole.indices.contains { whole[$0...].starts(with: part) }
    }

    private func joined(_ text: String) -> [UInt8] {
        var cutter = cutter
        return cutter.words(text).reduce(into: [0x20]) { $0 += terms.term(of: $1) + [0x20] }
    }
}
