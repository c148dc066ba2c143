import Base
import Search

/// How the files of an era are brought from what they were made from to what they are to be made from.
struct EraPatch: Sendable {
    let old: Era
    let oldArticles: [Digest]
    /// Whether an article is another than it was, by its number.
    let isChanged: [Bool]
    /// Articles whose texts are needed.
    let numbers: [Int]

    /// Nil where there is nothing to start from, or so much has changed that a patch costs more than it saves.
    init?(_ era: Era, _ articles: [Digest], _ files: [SearchFile], _ last: LastSearch) {
        guard let (old, oldArticles) = last.era(era.year), old.files == era.files, old.count <= era.count,
            old.reach <= era.reach
        else { return nil }
        (self.old, self.oldArticles) = (old, oldArticles)
        var isChanged = [Bool](repeating: false, count: era.count)
        for number in 0..<old.count where oldArticles[number] != articles[number] { isChanged[number] = true }
        var isNeeded = isChanged
        for file in files {
            switch file.part {
            case .base(let number):
                for number in old.covered(by: number)..<max(old.covered(by: number), era.covered(by: number)) {
                    isNeeded[number] = true
                }
            case .tail: for number in era.tail ?? 0..<0 { isNeeded[number] = true }
            case .cards, .map: break
            }
        }
        self.isChanged = isChanged
        numbers = isNeeded.indices.filter { isNeeded[$0] }
        guard numbers.count * 3 <= max(era.count, 3 * era.step) else { return nil }
    }
}
