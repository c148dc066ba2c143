/// Writes a file of the index: varint base, varint count of articles, then the terms ascending, each with the number of
/// its articles and their gaps in Rice code, and a zero, which no term begins with: a file that is cut lacks it.
struct IndexFileWriter {
    private var bytes: [UInt8] = []
    private let base: Int
    private let count: Int
    private var last: [UInt8] = []

    /// - Parameters:
    ///   - base: number of the first article covered.
    ///   - count: how many are covered.
    init(base: Int, count: Int) {
        (self.base, self.count) = (base, count)
        bytes.reserveCapacity(4096)
        bytes.append(varint: base)
        bytes.append(varint: count)
    }

    /// The whole file.
    var file: [UInt8] { bytes + [0] }

    /// Adds a term, greater than all before, with its packed postings, ascending, one at least.
    mutating func add(_ term: ArraySlice<UInt8>, _ postings: some Collection<UInt32>) {
        var shared = 0
        var place = term.startIndex
        while shared < min(last.count, term.count, 15), last[shared] == term[place] {
            shared += 1
            place += 1
        }
        let rest = term[place...]
        bytes.append(UInt8(truncatingIfNeeded: shared << 4 | min(rest.count, 15)))
        if rest.count >= 15 { bytes.append(UInt8(truncatingIfNeeded: rest.count - 15)) }
        bytes.append(contentsOf: rest)
        last.replaceSubrange(shared..., with: rest)
        bytes.append(varint: postings.count)
        append(postings)
    }

    private mutating func append(_ postings: some Collection<UInt32>) {
        let parameter = riceParameter(articles: count, postings: postings.count)
        var bits: UInt64 = 0
        var filled: UInt64 = 0
        func flush(_ bytes: inout [UInt8]) {
            while filled >= 8 {
                filled -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> filled))
            }
            bits &= (1 << filled) - 1
        }
        func put(_ value: UInt64, _ length: UInt64, _ bytes: inout [UInt8]) {
            bits = bits << length | value
            filled += length
            flush(&bytes)
        }
        var before = base - 1
        for posting in postings {
            let gap = Int(posting >> 2) - before - 1
            before = Int(posting >> 2)
            var ones = gap >> parameter
            while ones > 24 {
                put(1 << 24 - 1, 24, &bytes)
                ones -= 24
            }
            put((1 << UInt64(ones) - 1) << 1, UInt64(ones) + 1, &bytes)
            if parameter > 0 { put(UInt64(gap & (1 << parameter - 1)), UInt64(parameter), &bytes) }
            let weight = UInt64(posting & 3)
            if weight < 3 { put((1 << weight - 1) << 1, weight + 1, &bytes) } else { put(7, 3, &bytes) }
        }
        if filled > 0 { put(0, 8 - filled, &bytes) }
    }

    /// The file of what the sources hold of these articles, each term once.
    ///
    /// - Parameter keeps: whether the posting of a source is to stand there.
    static func merged(
        _ sources: [TermSource], base: Int, count: Int, keeps: (_ source: Int, _ posting: UInt32) -> Bool
    ) -> [UInt8] {
        var writer = IndexFileWriter(base: base, count: count)
        var places = sources.map(\.order.startIndex)
        var postings: [UInt32] = []
        while true {
            var first: (source: Int, term: Range<Int>)?
            for (number, source) in sources.enumerated() where places[number] < source.order.endIndex {
                let term = source.lists.range(of: Int(source.order[places[number]]))
                if let now = first, order(sources[now.source].lists, now.term, source.lists, term) <= 0 { continue }
                first = (number, term)
            }
            guard let first else { return writer.file }
            let lists = sources[first.source].lists
            postings.removeAll(keepingCapacity: true)
            for (number, source) in sources.enumerated() where places[number] < source.order.endIndex {
                let term = Int(source.order[places[number]])
                guard order(lists, first.term, source.lists, source.lists.range(of: term)) == 0 else { continue }
                for posting in source.lists.postings(of: term) where keeps(number, posting) { postings.append(posting) }
                places[number] += 1
            }
            guard !postings.isEmpty else { continue }
            // New postings of an article that was edited stand between old ones.
            if !isAscending(postings) { postings.sort() }
            writer.add(lists.bytes[first.term], postings)
        }
    }

    private static func isAscending(_ values: [UInt32]) -> Bool {
        for place in values.indices.dropFirst() where values[place] < values[place - 1] { return false }
        return true
    }
}

/// The largest r with 3 · postings · 2^r ≤ 2 · articles, 0 at least.
func riceParameter(articles: Int, postings: Int) -> Int {
    var parameter = 0
    while (3 * postings) << (parameter + 1) <= 2 * articles { parameter += 1 }
    return parameter
}

extension [UInt8] {
    /// Seven bits a byte, the low ones first; 128 says that more come.
    fileprivate mutating func append(varint number: Int) {
        var number = number
        while number > 127 {
            append(UInt8(truncatingIfNeeded: number & 127 | 128))
            number >>= 7
        }
        append(UInt8(truncatingIfNeeded: number))
    }
}
