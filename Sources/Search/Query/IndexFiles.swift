package import Base

/// The files of an index, each read once.
final class IndexFiles {
    private let map: IndexMap
    private let read: (String) throws(Diagnostic) -> [UInt8]
    private var known: [String: [[UInt8]: [Posting]]] = [:]

    init(_ map: IndexMap, _ read: @escaping (String) throws(Diagnostic) -> [UInt8]) {
        (self.map, self.read) = (map, read)
    }

    /// All terms beside this one, with their postings, by the eras' places.
    func lists(of term: [UInt8], in eras: [Int]) throws(Diagnostic) -> [[[UInt8]: [Posting]]] {
        var lists: [[[UInt8]: [Posting]]] = []
        for place in eras { lists.append(try self.lists(of: term, map.eras[place].era)) }
        return lists
    }

    private func lists(of term: [UInt8], _ era: Era) throws(Diagnostic) -> [[UInt8]: [Posting]] {
        let shard = Keys.shard(of: Keys.key(of: term), among: era.files)
        var lists: [[UInt8]: [Posting]] = [:]
        let covered = era.covered(by: shard)
        if covered > 0 { lists = try file("\(era.year)/\(shard).bin", 0..<covered) }
        if let tail = era.tail {
            // Base and tail overlap.
            lists.merge(try file("\(era.year)/t\(shard % Era.tails).bin", tail)) { base, tail in
                base + tail.filter { $0.number > base.last?.number ?? -1 }
            }
        }
        return lists
    }

    private func file(_ path: String, _ articles: Range<Int>) throws(Diagnostic) -> [[UInt8]: [Posting]] {
        if let lists = known[path] { return lists }
        guard let file = IndexFile(try read(path)), file.base == articles.lowerBound, file.count == articles.count
        else {
            throw .damagedIndex(path)
        }
        let lists = Dictionary(file.terms.map { ($0.term, $0.postings) }) { first, _ in first }
        known[path] = lists
        return lists
    }
}

extension Diagnostic {
    /// An error of a file of the index that is cut or of another build.
    package static func damagedIndex(_ path: String) -> Diagnostic {
        Diagnostic(
            id: SearchRule.searchIndex,
            Message(
                en: "a file of the search index is of the same build as its map; this one is not; build again",
                ar: "ملفات فهرس البحث كلها من بناء واحد؛ وهذا من غيره أو مقطوع؛ أعد البناء"),
            at: Location(path: path))
    }
}
