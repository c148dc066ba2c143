/// Leads from an offset in a derived text back to the one in the original text, both in bytes.
struct OffsetMap {
    /// Where a stretch begins in which both texts are alike, in order; `original` has the same places.
    private var derived: [Int] = []
    private var original: [Int] = []

    /// Whether both texts are the same.
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

    /// Where the byte at `offset` of the derived text comes from, by binary search.
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

    /// The map for a text that was cleaned of single characters: both are walked side by side, from one place where
    /// they part to the next where they run alike.
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
            (i, j) = resynchronised(original, letter(at: i, in: original), cleaned, letter(at: j, in: cleaned))
            map.add(derived: j, original: i)
        }
        if !map.isIdentity { map.add(derived: cleaned.count, original: original.count) }
        return map
    }

    /// The nearest beginnings of letters behind the one at `i` and at or behind `j` from which both texts run alike;
    /// the next letter of each where there are none near. That `i` always comes behind a whole letter is what makes an
    /// end of it.
    private static func resynchronised(_ a: Bytes, _ i: Int, _ b: Bytes, _ j: Int) -> (Int, Int) {
        let (nextA, nextB) = (letter(behind: i, in: a), letter(behind: j, in: b))
        // One character becomes as many as «صلى الله عليه وسلم», and as many become none.
        for from in nextA...max(nextA, min(a.count, i + 48)) where isLetter(a, from) {
            for to in j...min(b.count, j + 48) where isLetter(b, to) && agree(a, from, b, to) { return (from, to) }
        }
        return (nextA, nextB)
    }

    /// Whether both texts are alike for a few bytes, or at a sign or a blank, where texts of other letters have nothing
    /// longer in common; or both end.
    private static func agree(_ a: Bytes, _ i: Int, _ b: Bytes, _ j: Int) -> Bool {
        let length = min(4, a.count - i, b.count - j)
        guard length > 0 else { return i >= a.count && j >= b.count }
        guard a[i] == b[j] else { return false }
        if a[i] < 0x30 { return true }
        for k in 1..<length where a[i + k] != b[j + k] { return false }
        return true
    }

    /// Whether a letter begins here, or the text ends.
    private static func isLetter(_ bytes: Bytes, _ place: Int) -> Bool {
        place >= bytes.count || bytes[place] & 0xC0 != 0x80
    }

    private static func letter(at place: Int, in bytes: Bytes) -> Int {
        var place = place
        while place > 0, !isLetter(bytes, place) { place -= 1 }
        return place
    }

    private static func letter(behind place: Int, in bytes: Bytes) -> Int {
        var place = min(place + 1, bytes.count)
        while !isLetter(bytes, place) { place += 1 }
        return place
    }
}
