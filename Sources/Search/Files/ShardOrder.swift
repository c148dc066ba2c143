/// The terms of lists by the files that they belong to, each file's ascending by their bytes.
struct ShardOrder: Sendable {
    private let terms: [UInt32]
    /// Where the terms of each file begin in `terms`, and where the last ones end.
    private let starts: [Int]

    /// - Parameters:
    ///   - shards: how many keys are told apart, a power of two.
    ///   - files: how many files there are, which share the shards by turns.
    init(of lists: TermLists, shards: Int, files: Int, isArabic: Bool) {
        var pairs: [(file: UInt32, term: UInt32)] = []
        pairs.reserveCapacity(lists.count * 3 / 2)
        var starts = [Int](repeating: 0, count: files + 1)
        for term in 0..<lists.count {
            let range = lists.range(of: term)
            lists.bytes[range].withUnsafeBufferPointer { bytes in
                // A term has three keys at most; -1 is none.
                var seen = (-1, -1)
                Keys.forEachShard(of: bytes, isArabic: isArabic, among: shards) { shard in
                    let file = shard % files
                    guard file != seen.0, file != seen.1 else { return }
                    seen = (file, seen.0)
                    pairs.append((UInt32(truncatingIfNeeded: file), UInt32(truncatingIfNeeded: term)))
                    starts[file + 1] += 1
                }
            }
        }
        for file in 0..<files { starts[file + 1] += starts[file] }
        var next = starts
        var terms = [UInt32](repeating: 0, count: pairs.count)
        for pair in pairs {
            terms[next[Int(pair.file)]] = pair.term
            next[Int(pair.file)] += 1
        }
        for file in 0..<files {
            terms[starts[file]..<starts[file + 1]].sort { a, b in
                order(lists, lists.range(of: Int(a)), lists, lists.range(of: Int(b))) < 0
            }
        }
        (self.terms, self.starts) = (terms, starts)
    }

    subscript(file: Int) -> ArraySlice<UInt32> { terms[starts[file]..<starts[file + 1]] }
}
