package import Base

/// Makes the files of an era: from the texts of all its articles, or from the files of an earlier build and the texts of
/// those articles alone that these have not, or have otherwise.
package struct EraIndex: Sendable {
    private let era: Era
    private let parts: [Part]
    /// The last of the parts, which has the articles of the tail; nil where the era has none.
    private let tail: Part?
    private let isArabic: Bool

    /// The terms of some articles, by the files that they belong to.
    private struct Part: Sendable {
        let lists: TermLists
        let order: ShardOrder

        init(_ lists: TermLists, shards: Int, files: Int, isArabic: Bool) {
            self.lists = lists
            order = ShardOrder(of: lists, shards: shards, files: files, isArabic: isArabic)
        }

        func source(_ file: Int) -> TermSource { TermSource(lists, order[file]) }
    }

    /// Reads the texts of these articles of the era. Throws what `text` throws.
    ///
    /// - Parameters:
    ///   - numbers: of the articles, ascending; with a tail the whole of it among them, if its files are asked for.
    ///   - text: of the article with a number; nil of one that is not to be found.
    package init(
        _ era: Era, of numbers: [Int], _ terms: Terms, _ workers: Workers,
        text: @Sendable (Int) throws(Diagnostic) -> SearchableText?
    ) throws(Diagnostic) {
        (self.era, isArabic) = (era, terms.isArabic)
        let isArabic = isArabic
        let tailStart = era.tail?.lowerBound ?? era.count
        let old = numbers.filter { $0 < tailStart }
        let size = max(1, (old.count + workers.jobs - 1) / workers.jobs)
        var slices = stride(from: 0, to: old.count, by: size).map { Array(old[$0..<min($0 + size, old.count)]) }
        slices.append(numbers.filter { $0 >= tailStart })
        let made = workers.map(slices) { numbers -> Result<Part, Diagnostic> in
            var table = PostingTable(terms)
            var cutter = WordCutter(isArabic: isArabic)
            for number in numbers {
                do throws(Diagnostic) {
                    if let text = try text(number) { table.add(text, as: number, &cutter) }
                } catch {
                    return .failure(error)
                }
            }
            return .success(Part(table.lists(), shards: era.files, files: era.files, isArabic: isArabic))
        }
        var parts: [Part] = []
        for part in made { parts.append(try part.get()) }
        self.parts = parts
        tail = parts.last.flatMap { last in
            era.tail.map { _ in Part(last.lists, shards: era.files, files: Era.tails, isArabic: isArabic) }
        }
    }

    /// A base file, where all articles that it covers were read.
    package func base(_ file: Int) -> [UInt8] {
        let covered = UInt32(truncatingIfNeeded: era.covered(by: file))
        return IndexFileWriter.merged(parts.map { $0.source(file) }, base: 0, count: Int(covered)) { _, posting in
            posting >> 2 < covered
        }
    }

    /// A tail file.
    package func tail(_ file: Int) -> [UInt8] {
        guard let range = era.tail, let tail else { return [] }
        return IndexFileWriter.merged([tail.source(file)], base: range.lowerBound, count: range.count) { _, _ in true }
    }

    /// A base file as `base` gives it, made from the file of an earlier build. Nil where that one is not what it is
    /// said to be.
    ///
    /// - Parameters:
    ///   - old: that file.
    ///   - oldCovered: how many articles it covers.
    ///   - isChanged: whether an article of the era, by its number, is another than it was then; of all that are, and of
    ///     all that come behind `oldCovered`, the texts were read.
    package func base(_ file: Int, from old: [UInt8], covering oldCovered: Int, isChanged: [Bool]) -> [UInt8]? {
        guard let before = IndexFile(old), before.base == 0, before.count == oldCovered else { return nil }
        let covered = era.covered(by: file)
        func comesNew(_ posting: UInt32) -> Bool {
            let number = Int(posting >> 2)
            return number < covered && (number >= oldCovered || isChanged[number])
        }
        let sources = [TermSource(all: before.lists)] + parts.map { $0.source(file) }
        // An edited article has most of its words as before: most files stay as they are.
        if covered == oldCovered {
            let lost = sources[0].entries { isChanged[Int($0 >> 2)] }
            if lost == sources.dropFirst().flatMap({ $0.entries(where: comesNew) }).sorted(by: <) { return old }
        }
        return IndexFileWriter.merged(sources, base: 0, count: covered) { source, posting in
            source == 0 ? !isChanged[Int(posting >> 2)] : comesNew(posting)
        }
    }
}
