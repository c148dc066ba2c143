/// A file of the index, read.
package struct IndexFile: Sendable {
    /// Number of the first article that it covers.
    package let base: Int
    /// How many articles it covers.
    package let count: Int
    let lists: TermLists

    /// Nil for bytes that are no such file: cut, or another's.
    package init?(_ bytes: [UInt8]) {
        guard let file = bytes.withUnsafeBufferPointer({ IndexFileReader($0).file() }) else { return nil }
        self = file
    }

    init(base: Int, count: Int, _ lists: TermLists) { (self.base, self.count, self.lists) = (base, count, lists) }

    /// The terms in their order, each with its postings.
    package var terms: [(term: [UInt8], postings: [Posting])] {
        (0..<lists.count).map { term in (lists.term(term), lists.postings(of: term).map { Posting(packed: $0) }) }
    }

    /// A file with these terms, which need not be in order.
    package static func bytes(base: Int, count: Int, _ terms: [(term: [UInt8], postings: [Posting])]) -> [UInt8] {
        var writer = IndexFileWriter(base: base, count: count)
        for entry in terms.sorted(by: { $0.term.lexicographicallyPrecedes($1.term) }) where !entry.postings.isEmpty {
            writer.add(entry.term[...], entry.postings.map(\.packed))
        }
        return writer.bytes
    }
}

/// Reads what `IndexFileWriter` wrote, and trusts none of it.
private struct IndexFileReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    consuming func file() -> IndexFile? {
        guard let base = varint(), let count = varint(), base < 1 << 28, count < 1 << 28 else { return nil }
        var (terms, ends): ([UInt8], [UInt32]) = ([], [])
        var (list, listEnds): ([UInt32], [UInt32]) = ([], [])
        var term: [UInt8] = []
        while place < bytes.count {
            guard let head = byte() else { return nil }
            var length = Int(head & 15)
            if length == 15 {
                guard let more = byte() else { return nil }
                length += Int(more)
            }
            guard Int(head >> 4) <= term.count, place + length <= bytes.count else { return nil }
            term.replaceSubrange(Int(head >> 4)..., with: bytes[place..<place + length])
            place += length
            terms.append(contentsOf: term)
            ends.append(UInt32(truncatingIfNeeded: terms.count))
            guard let postings = varint(), postings > 0, postings <= count,
                append(postings, base: base, count: count, to: &list)
            else { return nil }
            listEnds.append(UInt32(truncatingIfNeeded: list.count))
        }
        return IndexFile(
            base: base, count: count, TermLists(bytes: terms, ends: ends, postings: list, postingEnds: listEnds))
    }

    private mutating func byte() -> UInt8? {
        guard place < bytes.count else { return nil }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func varint() -> Int? {
        var number = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            guard let byte = byte() else { return nil }
            number |= Int(byte & 127) << shift
            if byte < 128 { return number }
        }
        return nil
    }

    private mutating func append(_ postings: Int, base: Int, count: Int, to list: inout [UInt32]) -> Bool {
        let parameter = riceParameter(articles: count, postings: postings)
        let end = bytes.count * 8
        var bit = place * 8
        var number = base - 1
        @inline(__always) func next() -> Int {
            defer { bit += 1 }
            return bit < end ? Int(bytes[bit >> 3] >> UInt8(truncatingIfNeeded: 7 - bit & 7) & 1) : 0
        }
        for _ in 0..<postings {
            var gap = 0
            while next() == 1 { gap += 1 }
            for _ in 0..<parameter { gap = gap << 1 | next() }
            var weight: UInt32 = 0
            while weight < 3, next() == 1 { weight += 1 }
            number += gap + 1
            guard bit <= end, number < base + count else { return false }
            list.append(UInt32(truncatingIfNeeded: number) << 2 | weight)
        }
        place = (bit + 7) >> 3
        return true
    }
}
