import Base
import Search
import Templates

/// The search index in the folder of a build.
struct BuiltIndex {
    private let output: DiskTree

    init(_ output: DiskTree) { self.output = output }

    /// What a search found, as the page shows it.
    struct Found {
        struct Hit: Sendable {
            let url: String
            let title: String
            let date: String
        }

        var isComplete = false
        var hits: [Hit] = []
        var guesses: [(word: String, instead: String)] = []
    }

    private struct Entry {
        let year: Int
        let articles: Int
        let files: Int
        let version: String
        let years: [(Int, Int)]

        /// Nil where something else stands there.
        init?(_ value: Value) {
            guard let year = value["y"]?.int, let articles = value["n"]?.int, let files = value["k"]?.int,
                let version = value["v"]?.text, let years = value["years"]?.items, articles > 0, files > 0
            else { return nil }
            let pairs = years.map { ($0.items ?? []).compactMap(\.int) }
            guard pairs.allSatisfy({ $0.count == 2 }) else { return nil }
            (self.year, self.articles, self.files, self.version) = (year, articles, files, version)
            self.years = pairs.map { ($0[0], $0[1]) }
        }
    }

    /// Throws where there is no index, or none of this format.
    func search(_ query: SearchQuery, isArabic: Bool) throws(Diagnostic) -> Found {
        let map = try map(isArabic)
        let archive = ArchiveSearch(map) { (path: String) throws(Diagnostic) in try output.read("search/" + path) }
        let result = try archive.result(query)
        var found = Found(isComplete: result.isComplete, guesses: result.guesses)
        var cards: [String: [[String]?]] = [:]
        for start in stride(from: 0, to: result.hits.count, by: Self.page) {
            var page: [(isPhrase: Bool, hit: Found.Hit)] = []
            for hit in result.hits[start..<min(start + Self.page, result.hits.count)] {
                let path = "search/\(map.eras[hit.era].era.year)/d\(hit.number / Era.cards).json"
                if cards[path] == nil { cards[path] = try self.cards(in: path) }
                guard let file = cards[path], hit.number % Era.cards < file.count else { throw .damagedIndex(path) }
                guard let card = file[hit.number % Era.cards], card.count > 4 else { continue }
                page.append(
                    (
                        !query.isByDate && archive.isPhrase(query.words, in: card[0]),
                        .init(url: card[1], title: card[0], date: card[2])
                    ))
            }
            found.hits += (page.filter(\.isPhrase) + page.filter { !$0.isPhrase }).map(\.hit)
        }
        return found
    }

    /// Results that the page shows at once; each has an order of its own.
    private static let page = 10

    private func map(_ isArabic: Bool) throws(Diagnostic) -> IndexMap {
        let path = "search/map.json"
        let map = try value(of: path)
        let found = map["eras"]?.items
        let entries = (found ?? []).compactMap(Entry.init)
        guard map["v"]?.int == 1, found?.count == entries.count else { throw .damagedIndex(path) }
        let total = entries.reduce(0) { $0 + $1.articles }
        var start = 0
        var eras: [IndexMap.Entry] = []
        for entry in entries {
            let era = Era(
                year: entry.year, articles: start..<start + entry.articles, years: entry.years,
                files: entry.files, reach: total - start)
            eras.append(.init(era, version: entry.version))
            start += entry.articles
        }
        return IndexMap(eras, isArabic: isArabic)
    }

    /// The cards of a file of them, nil for an article that is gone.
    private func cards(in path: String) throws(Diagnostic) -> [[String]?] {
        guard let cards = try value(of: path).items else { throw .damagedIndex(path) }
        return cards.map { card in card.items.map { $0.compactMap(\.text) } }
    }

    private func value(of path: String) throws(Diagnostic) -> Value {
        guard let bytes = try? output.read(path) else { throw .missingIndex }
        guard let value = try? JSONReader.value(of: bytes, path: path) else { throw .damagedIndex(path) }
        return value
    }
}

extension BuiltIndex.Found {
    var json: String {
        var json = JSONWriter(controls: .escaped)
        json.object { json in
            json.flag("complete", isComplete)
            json.array("hits") { json in
                for hit in hits {
                    json.object { json in
                        json.text("url", hit.url)
                        json.text("title", hit.title)
                        json.text("date", hit.date)
                    }
                }
            }
        }
        return json.string
    }

    /// - Parameter isolated: puts isolating characters around a title.
    func lines(arabic: Bool, _ isolated: (String) -> String) -> [String] {
        var lines: [String] = []
        for guess in guesses {
            lines.append(
                arabic
                    ? "لم نجد «\(guess.word)»؛ هذه نتائج «\(guess.instead)»"
                    : "“\(guess.word)” was not found; these are results for “\(guess.instead)”")
        }
        if hits.isEmpty { lines.append(arabic ? "لا نتائج" : "no results") }
        if !hits.isEmpty, !isComplete {
            lines.append(
                arabic ? "لا مقال فيه الكلمات كلها؛ الأقرب إليها:" : "no article has all the words; the nearest:")
        }
        return lines + hits.map { "\($0.date)  \(isolated(visible($0.title)))  \($0.url)" }
    }
}

extension Diagnostic {
    fileprivate static var missingIndex: Diagnostic {
        Diagnostic(
            id: SearchRule.searchIndex,
            Message(
                en:
                    "the search reads the index of a build, and there is none; build first, or name the folder with --output",
                ar:
                    "يقرأ البحث فهرس الموقع المبني، ولا فهرس هنا؛ ابنِ الموقع أولًا، أو اذكر المجلد بعد "
                    + "\u{200E}«--output»\u{200E}"), at: Location(path: "search/map.json"))
    }
}
