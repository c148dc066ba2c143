import Base
import Search

/// How the files of an era are brought from what they were made from to what they are to be made from.
struct EraPatch: Sendable {
    let old: Era
    let oldArticles: [Digest]
    /// Where the articles of then have terms.
    let oldFiles: ArticleFiles
    /// Whether an article is another than it was, by its number.
    let isChanged: [Bool]
    /// Numbers of the articles that are.
    let changed: [Int]
    /// Articles whose texts are needed.
    let numbers: [Int]

    /// Nil where there is nothing to start from, or so much has changed that a patch costs more than it saves.
    ///
    /// - Parameter articleFiles: where the articles of an era of then have terms.
    init?(
        _ era: Era, _ articles: [Digest], _ files: [SearchFile], _ last: LastSearch,
        articleFiles: (_ old: Era, _ oldArticles: [Digest]) -> ArticleFiles?
    ) {
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
        changed = isChanged.indices.filter { isChanged[$0] }
        numbers = isNeeded.indices.filter { isNeeded[$0] }
        guard numbers.count * 3 <= max(era.count, 3 * era.step), let known = articleFiles(old, oldArticles) else {
            return nil
        }
        oldFiles = known
    }

    /// Whether a base file has terms of an article that changed, then or now.
    func touches(_ file: Int, now files: ArticleFiles) -> Bool {
        changed.contains { oldFiles.contains($0, file) || files.contains($0, file) }
    }
}
