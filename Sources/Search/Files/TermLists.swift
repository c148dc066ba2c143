/// Terms with their postings, in a few pieces of memory. A class, so that whoever merges many passes pointers.
final class TermLists: Sendable {
    /// The terms, one behind the other.
    let bytes: [UInt8]
    /// Where each term ends in `bytes`.
    private let ends: [UInt32]
    /// Packed postings, those of each term ascending.
    let postings: [UInt32]
    /// Where those of each term end.
    private let postingEnds: [UInt32]

    init(bytes: [UInt8], ends: [UInt32], postings: [UInt32], postingEnds: [UInt32]) {
        (self.bytes, self.ends, self.postings, self.postingEnds) = (bytes, ends, postings, postingEnds)
    }

    var count: Int { ends.count }

    func range(of term: Int) -> Range<Int> { (term == 0 ? 0 : Int(ends[term - 1]))..<Int(ends[term]) }

    func postings(of term: Int) -> ArraySlice<UInt32> {
        postings[(term == 0 ? 0 : Int(postingEnds[term - 1]))..<Int(postingEnds[term])]
    }

    func term(_ term: Int) -> [UInt8] { Array(bytes[range(of: term)]) }
}

/// A number of terms of some lists, ascending by their bytes.
struct TermSource: Sendable {
    let lists: TermLists
    /// Numbers of terms.
    let order: ArraySlice<UInt32>

    init(_ lists: TermLists, _ order: ArraySlice<UInt32>) { (self.lists, self.order) = (lists, order) }

    /// All terms of lists that are in order.
    init(all lists: TermLists) { self.init(lists, (0..<UInt32(truncatingIfNeeded: lists.count)).map { $0 }[...]) }
}

extension TermSource {
    /// A posting with its term.
    struct Entry: Comparable {
        let term: [UInt8]
        let posting: UInt32

        static func < (a: Self, b: Self) -> Bool {
            a.term == b.term ? a.posting < b.posting : a.term.lexicographicallyPrecedes(b.term)
        }
    }

    /// The postings that fulfil a condition, ascending.
    func entries(where fits: (UInt32) -> Bool) -> [Entry] {
        order.flatMap { term in
            lists.postings(of: Int(term)).filter(fits).map { Entry(term: lists.term(Int(term)), posting: $0) }
        }
    }
}

/// Which of two terms comes first, by their bytes: negative, 0 or positive.
func order(_ a: TermLists, _ one: Range<Int>, _ b: TermLists, _ other: Range<Int>) -> Int {
    let common = min(one.count, other.count)
    for offset in 0..<common {
        let (x, y) = (a.bytes[one.lowerBound + offset], b.bytes[other.lowerBound + offset])
        if x != y { return x < y ? -1 : 1 }
    }
    return one.count - other.count
}
