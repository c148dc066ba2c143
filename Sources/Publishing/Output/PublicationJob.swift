import Base
import Content
import Pages

/// An output and its place among what builds have written before.
struct PublicationJob: Sendable {
    let output: Output
    /// The path beneath the output folder.
    let path: String
    /// The place in the last manifest's files; nil for a path that is new.
    let place: Int?

    init(_ output: Output, at place: Int?) {
        (self.output, self.place) = (output, place)
        path = output.file
    }

    /// The number that the manifest has for the article that a page or a redirect is of; nil for all else.
    var article: UInt64? {
        switch output {
        case .page(let page) where page.kind == .article: Manifest.articleHash(page.origin.path)
        // In the place of one that was removed.
        case .page(let page) where page.kind == .page && page.origin.path.hasPrefix("Content/articles/"):
            Manifest.articleHash(page.origin.path)
        // From an address that the article had.
        case .written(let file) where file.origin.path.hasPrefix("Content/articles/"):
            Manifest.redirectHash(file.origin.path)
        default: nil
        }
    }

    /// The number that the manifest has for the list or the page that a file is the first page of, or for the feed; nil for
    /// all else.
    var list: UInt64? {
        switch output {
        case .page(let page): page.published.map(Manifest.listHash)
        case .feed(let feed): Manifest.listHash(.feed, feed.published)
        default: nil
        }
    }

    /// The digest of what readers read of an article there; nil of a notice in its place, and of all else.
    var text: Digest? { output.page?.standingArticle?.readDigest }

    /// Every output, by path.
    ///
    /// - Parameters:
    ///   - old: what builds have written before, by path.
    ///   - places: the places in `old`, by the digests of the paths.
    static func all(of outputs: [Output], old: [Manifest.File], _ places: [Digest: Int]) -> [PublicationJob] {
        guard !old.isEmpty else {
            return outputs.map { PublicationJob($0, at: nil) }.sorted { bytesPrecede($0.path, $1.path) }
        }
        // What builds have written before is in order already.
        var numbers = [Int](repeating: -1, count: old.count)
        var new: [(path: String, number: Int)] = []
        for (number, output) in outputs.enumerated() {
            let path = output.file
            if let place = places[Digest(of: path)], numbers[place] < 0 {
                numbers[place] = number
            } else {
                new.append((path, number))
            }
        }
        new.sort { bytesPrecede($0.path, $1.path) }
        var jobs: [PublicationJob] = []
        jobs.reserveCapacity(outputs.count)
        var waiting = new[...]
        for (place, number) in numbers.enumerated() where number >= 0 {
            while let next = waiting.first, bytesPrecede(next.path, old[place].path) {
                jobs.append(PublicationJob(outputs[next.number], at: nil))
                waiting.removeFirst()
            }
            jobs.append(PublicationJob(outputs[number], at: place))
        }
        for next in waiting { jobs.append(PublicationJob(outputs[next.number], at: nil)) }
        return jobs
    }
}
