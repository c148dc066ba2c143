import Base
import Testing

@testable import Search

@Suite struct EraTests {
    @Test func anEraIsTheShortestRunOfWholeYearsWithEnoughArticles() {
        var sizes = IndexSizes()
        sizes.era = 4
        let years = [2019, 2019, 2020, 2020, 2020, 2021, 2022, 2022, 2022, 2022, 2023]
        let eras = Era.all(years: years, sizes)
        #expect(eras.map(\.year) == [2019, 2021, 2023])
        #expect(eras.map(\.articles) == [0..<5, 5..<10, 10..<11])
        #expect(eras[0].years.map(\.first) == [0, 2])
        #expect(eras[1].numbers(of: 2022) == 1..<5)
        #expect(eras.map(\.files) == [64, 1024, 1024])
        #expect(Era.all(years: [], sizes).isEmpty)
    }

    /// Texts of a dozen words each, with ones that come again.
    private static func text(_ number: Int, _ edition: Int) -> SearchableText {
        var text = SearchableText()
        var random = SplitMix(seed: UInt64(number * 31 + edition))
        let words = [
            "وزير", "الوزير", "لبنان", "بلبنان", "أخبار", "استثمار", "للجنة", "سوق", "الأسواق", "نفط", "cop30", "٢٠٢٤",
        ]
        func some(_ count: Int) -> String {
            (0..<count).map { _ in words[random.below(words.count)] + ["", "ين", "ها"][random.below(3)] }.joined(
                separator: " ")
        }
        text.titles = [some(3)]
        text.body = Array(some(12).utf8)
        text.isLedByBody = number.isMultiple(of: 2)
        text.facets = ["#قسم"]
        return text
    }

    private struct SplitMix {
        var seed: UInt64
        mutating func below(_ count: Int) -> Int {
            seed &+= 0x9E37_79B9_7F4A_7C15
            var z = seed
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ z >> 31) % UInt64(count))
        }
    }

    private static func sizes(small: Int) -> IndexSizes {
        var sizes = IndexSizes()
        (sizes.era, sizes.small, sizes.files, sizes.smallFiles) = (100, small, 32, 8)
        return sizes
    }

    /// All files of the only era of so many articles, of which some have another edition.
    private static func clean(_ count: Int, edition: (Int) -> Int, jobs: Int = 1) throws -> (Era, EraIndex, [[UInt8]]) {
        let era = try #require(Era.all(years: [Int](repeating: 2024, count: count), sizes(small: 40)).first)
        let editions = (0..<count).map(edition)
        let index = try EraIndex(era, of: Array(0..<count), Terms(isArabic: true), Workers(jobs: jobs)) { number in
            number % 17 == 5 ? nil : text(number, editions[number])
        }
        return (era, index, (0..<era.files).map { index.base($0) })
    }

    @Test(arguments: [1, 5, 63, 64, 65, 130, 300]) func theNumberOfWorkersChangesNothing(_ count: Int) throws {
        let one = try Self.clean(count, edition: { _ in 0 })
        let three = try Self.clean(count, edition: { _ in 0 }, jobs: 3)
        #expect(one.2 == three.2)
        for file in 0..<Era.tails { #expect(one.1.tail(file) == three.1.tail(file)) }
    }

    @Test(arguments: [41, 64, 100, 200, 300]) func patchedFilesAreThoseOfACleanBuild(_ count: Int) throws {
        for (more, changed) in [(0, [3]), (1, []), (1, [0, 20, count - 1]), (70, [7, 8])] {
            let old = try Self.clean(count, edition: { _ in 0 })
            let new = try Self.clean(count + more, edition: { changed.contains($0) ? 1 : 0 })
            let isChanged = (0..<(count + more)).map { changed.contains($0) }
            let first = (0..<old.0.files).map { old.0.covered(by: $0) }.min() ?? 0
            let tail = new.0.tail ?? 0..<0
            let numbers = (0..<(count + more)).filter { isChanged[$0] || $0 >= first || tail.contains($0) }
            let patch = try EraIndex(new.0, of: numbers, Terms(isArabic: true), Workers(jobs: 2)) { number in
                number % 17 == 5 ? nil : Self.text(number, changed.contains(number) ? 1 : 0)
            }
            for file in 0..<new.0.files {
                let bytes = patch.base(file, from: old.2[file], covering: old.0.covered(by: file), isChanged: isChanged)
                #expect(bytes == new.2[file], "\(count) + \(more), \(changed), file \(file)")
            }
            for file in 0..<Era.tails { #expect(patch.tail(file) == new.1.tail(file)) }
            #expect(patch.base(0, from: [1, 2, 3], covering: 3, isChanged: isChanged) == nil)
        }
    }

    @Test func anAddedArticleMovesFewFilesOn() {
        for count in [100, 1000, 9000] {
            let eras = [count, count + 1].compactMap {
                Era.all(years: [Int](repeating: 2024, count: $0), .standard).last
            }
            let moved = (0..<eras[0].files).count { eras[0].covered(by: $0) != eras[1].covered(by: $0) }
            #expect(moved <= 16, "\(count)")
        }
    }
}
