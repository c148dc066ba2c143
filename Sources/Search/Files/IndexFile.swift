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
        return writer.file
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
        while true {
            guard let head = byte() else { return nil }
            if head == 0 { break }
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
        guard place == bytes.count else { return nil }
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

    /// Reads Rice codes, of which each has a gap and a weight, from a window of 57 bits at least.
    private mutating func append(_ postings: Int, base: Int, count: Int, to list: inout [UInt32]) -> Bool {
        let parameter = riceParameter(articles: count, postings: postings)
        let end = bytes.count * 8
        var bit = place * 8
        var number = base - 1
        for _ in 0..<postings {
            var (gap, word) = (0, window(at: bit))
            var ones = (~word).leadingZeroBitCount
            while ones >= 24 {
                (gap, bit) = (gap + 24, bit + 24)
                word = window(at: bit)
                ones = (~word).leadingZeroBitCount
            }
            gap += ones
            word <<= UInt64(ones + 1)
            if parameter > 0 {
                gap = gap << parameter | Int(word >> UInt64(64 - parameter))
                word <<= UInt64(parameter)
            }
            let weight = min(3, (~word).leadingZeroBitCount)
            bit += ones + 1 + parameter + (weight < 3 ? weight + 1 : 3)
            number += gap + 1
            guard bit <= end, number < base + count else { return false }
            list.append(UInt32(truncatingIfNeeded: number) << 2 | UInt32(weight))
        }
        place = (bit + 7) >> 3
        return true
    }

    /// The bits from here on, the first one the highest; zeros behind the file's end.
    private func window(at bit: Int) -> UInt64 {
        let (first, rest) = (bit >> 3, UInt64(bit & 7))
        if first + 8 <= bytes.count {
            let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: first, as: UInt64.self)
            return UInt64(bigEndian: word) << rest
        }
        var word: UInt64 = 0
        for place in first..<(first + 8) {
            word = word << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0)
        }
        return word << rest
    }
}
