import Base
import Testing

@testable import Search

/// What finds what, with an index of that one word.
@Suite struct PairTests {
    struct Vector: Decodable, Sendable {
        let query: String
        let text: String
        let want: Bool
    }

    @Test func pairsAreFoundAsWanted() throws {
        let vectors: [Vector] = try Vectors.read("pairs")
        #expect(vectors.count == 74)
        for vector in vectors {
            #expect(try Self.finds(vector.query, in: vector.text) == vector.want, "\(vector.query), \(vector.text)")
        }
    }

    static func finds(_ query: String, in text: String, isArabic: Bool = true) throws -> Bool {
        !(try archive([text], isArabic: isArabic).result(SearchQuery(query)).hits.isEmpty)
    }

    /// An index of articles with these texts, all of one year.
    static func archive(_ texts: [String], isArabic: Bool = true) throws -> ArchiveSearch {
        let era = try #require(Era.all(years: texts.map { _ in 2024 }, .standard).first)
        let index = try EraIndex(
            era, of: Array(texts.indices), Terms(isArabic: isArabic), Workers(jobs: 1)
        ) { number in
            var text = SearchableText()
            text.body = Array(texts[number].utf8)
            return text
        }
        let map = IndexMap([.init(era, version: "0")], isArabic: isArabic)
        return ArchiveSearch(map) { (path: String) throws(Diagnostic) -> [UInt8] in
            let name = path.split(separator: "/").last?.dropLast(4) ?? ""
            if name.hasPrefix("t"), let file = Int(name.dropFirst()) { return index.tail(file) }
            return Int(name).map { index.base($0) } ?? []
        }
    }

    @Test func aWordWithOneLetterWrongIsTakenForTheMostFrequentOneNearToIt() throws {
        let search = try Self.archive(["انتخابات البلدية", "انتخابات", "انتحابي"])
        let result = try search.result(SearchQuery("انتخبات"))
        #expect(result.hits.map(\.number) == [1, 0])
        #expect(result.guesses.map(\.instead) == ["انتخابات"])
    }

    @Test func whereNoArticleHasAllWordsThoseWithMostAreFound() throws {
        let search = try Self.archive(["نفط وغاز", "نفط", "ماء"])
        let result = try search.result(SearchQuery("نفط غاز ذهب"))
        #expect(result.hits.map(\.number) == [0])
        #expect(!result.isComplete)
    }

    @Test(arguments: ["", "و", "ن", "😀", "<>", "على"]) func whatIsNoWordFindsNothing(_ query: String) throws {
        #expect(try Self.archive(["نفط وغاز على"]).result(SearchQuery(query)).hits.isEmpty)
    }

    @Test func englishIsFoundWithAndWithoutAccents() throws {
        #expect(try Self.finds("cafe", in: "The Café of Ærø", isArabic: false))
        #expect(try Self.finds("AERO", in: "The Café of Ærø", isArabic: false))
        #expect(try Self.finds("كتاب", in: "A book, كتاب in Arabic", isArabic: false))
    }
}
