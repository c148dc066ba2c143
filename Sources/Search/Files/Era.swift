/// Sizes of the index. Other than the standard ones are for tests, which cannot write ten thousand articles.
package struct IndexSizes: Sendable, Hashable {
    /// The fewest articles of an era.
    package var era = 8192
    /// With fewer articles a site's first era has few files.
    package var small = 1024
    /// How many files an era has.
    package var files = 1024
    package var smallFiles = 64
    /// Articles by which a base file moves on, and those of the tail.
    package var step = 64

    package static let standard = IndexSizes()

    package init() {}
}

/// The shortest run of whole years, from the oldest, that has enough articles; the last one is open. What lies in the
/// folder of an era depends on its own articles and on `reach` alone.
package struct Era: Sendable {
    /// The first year, which names its folder.
    package let year: Int
    /// Its articles by their places among all, the oldest first.
    package let articles: Range<Int>
    /// The number of the first article of each year.
    package let years: [(year: Int, first: Int)]
    /// Number of base files.
    package let files: Int
    /// Number of articles from its first to the newest of all.
    package let reach: Int

    /// Articles by which a base file moves on: for each new article one file of so many does.
    package let step: Int
    /// Number of tail files.
    package static let tails = 16
    /// Cards in a file.
    package static let cards = 8

    package var count: Int { articles.count }

    /// How many of its articles base file `file` covers.
    package func covered(by file: Int) -> Int {
        // Not below zero, also where there are fewer articles than files.
        let moved = ((reach - file) % step + step) % step
        return max(0, min(count, reach - moved))
    }

    /// The last articles, which the tail covers; nil where base files have them all.
    package var tail: Range<Int>? { reach < count + step ? max(0, count - step)..<count : nil }

    /// The numbers of the articles of a year; empty where it has none.
    package func numbers(of year: Int) -> Range<Int> {
        guard let place = years.firstIndex(where: { $0.year == year }) else { return 0..<0 }
        return years[place].first..<(place + 1 < years.count ? years[place + 1].first : count)
    }

    /// The eras of articles.
    ///
    /// - Parameter years: of each article, the oldest first.
    package static func all(years: [Int], _ sizes: IndexSizes) -> [Era] {
        var eras: [Era] = []
        var start = 0
        for end in 1..<(years.count + 1) {
            let isEnd = end == years.count || years[end] != years[end - 1] && end - start >= sizes.era
            guard isEnd else { continue }
            var firsts: [(year: Int, first: Int)] = []
            for place in start..<end where firsts.last?.year != years[place] {
                firsts.append((years[place], place - start))
            }
            let isSmall = start == 0 && end - start < sizes.small
            eras.append(
                Era(
                    year: years[start], articles: start..<end, years: firsts,
                    files: isSmall ? sizes.smallFiles : sizes.files, reach: years.count - start,
                    step: sizes.step))
            start = end
        }
        return eras
    }

    package init(
        year: Int, articles: Range<Int>, years: [(year: Int, first: Int)], files: Int, reach: Int, step: Int = 64
    ) {
        (self.year, self.articles, self.years) = (year, articles, years)
        (self.files, self.reach, self.step) = (files, reach, step)
    }
}
