/// Replacements in a body, made from its start to its end. A body without any goes to libcmark as it is.
struct Rewriting {
    let body: Bytes
    private var out: [UInt8] = []
    private var copied = 0
    private(set) var offsets = OffsetMap()

    init(_ body: Bytes) { self.body = body }

    var isEmpty: Bool { offsets.isIdentity }

    /// Where the next replacement may begin at the earliest.
    var frontier: Int { copied }

    /// Replaces `start..<end`; ignored where an earlier replacement reaches beyond `start`.
    mutating func replace(_ start: Int, _ end: Int, with text: StaticString) {
        guard advance(to: start) else { return }
        out.write(text)
        resume(at: end)
    }

    mutating func replace(_ start: Int, _ end: Int, with text: [UInt8]) {
        guard advance(to: start) else { return }
        out.append(contentsOf: text)
        resume(at: end)
    }

    private mutating func advance(to start: Int) -> Bool {
        guard start >= copied else { return false }
        if offsets.isIdentity { out.reserveCapacity(body.count + body.count / 8 + 64) }
        out.write(body, from: copied, to: start)
        return true
    }

    private mutating func resume(at end: Int) {
        copied = end
        offsets.add(derived: out.count, original: end)
    }

    /// The rewritten body. Call it once, and only if not `isEmpty`.
    consuming func finish() -> [UInt8] {
        out.write(body, from: copied, to: body.count)
        return out
    }
}

/// Leads from a place in a derived text back to the original one.
struct OffsetMap {
    private var derived: [Int] = []
    private var original: [Int] = []

    var isIdentity: Bool { derived.isEmpty }

    /// From `derived` on, both texts run alike up to the next call. Calls come in order.
    mutating func add(derived newDerived: Int, original newOriginal: Int) {
        if let last = derived.last, last == newDerived {
            original[original.count - 1] = newOriginal
            return
        }
        derived.append(newDerived)
        original.append(newOriginal)
    }

    func original(of offset: Int) -> Int {
        var low = 0
        var high = derived.count
        while low < high {
            let middle = (low + high) / 2
            if derived[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        let distance = low == 0 ? offset : original[low - 1] + offset - derived[low - 1]
        return low < original.count ? min(distance, original[low]) : distance
    }

    /// The map for a text that was cleaned of single characters: both are walked side by side, and where they differ the
    /// original is taken to have the longer run.
    static func between(original: Bytes, cleaned: Bytes) -> OffsetMap {
        var map = OffsetMap()
        var i = 0
        var j = 0
        while i < original.count, j < cleaned.count {
            if original[i] == cleaned[j] {
                i += 1
                j += 1
                continue
            }
            while i > 0, original[i] & 0xC0 == 0x80 { i -= 1 }
            while j > 0, cleaned[j] & 0xC0 == 0x80 { j -= 1 }
            let (a, b) = resynchronised(original, i, cleaned, j)
            i = max(a, i + 1)
            j = b
            map.add(derived: j, original: i)
        }
        return map
    }

    /// The nearest places behind `i` and `j` from which both texts run alike for a few bytes.
    private static func resynchronised(_ a: Bytes, _ i: Int, _ b: Bytes, _ j: Int) -> (Int, Int) {
        for distance in 1...48 {
            for skipped in 0...min(distance, 12) where agree(a, i + distance, b, j + skipped) {
                return (i + distance, j + skipped)
            }
        }
        return (i + 1, min(j + 1, b.count))
    }

    private static func agree(_ a: Bytes, _ i: Int, _ b: Bytes, _ j: Int) -> Bool {
        let length = min(4, a.count - i, b.count - j)
        guard length > 0 else { return i >= a.count && j >= b.count }
        for k in 0..<length where a[i + k] != b[j + k] { return false }
        return true
    }
}
