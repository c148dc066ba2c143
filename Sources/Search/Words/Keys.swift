/// Under which keys a term lies, and in which files they are.
package enum Keys {
    /// Where a term is looked for: digits whole, else the first three letters, five behind است and مست, which begin too
    /// many. ظ ذ ص ط ث, which are misspelled, are ض د س ت ت.
    package static func key(of term: some Collection<UInt8>) -> [UInt8] {
        guard let first = term.first else { return [] }
        var key: [UInt8] = []
        if Letters.isDigit(first) { return Array(term) }
        for byte in Letters.prefix(Array(term.prefix(24))[...], 5) { key.append(merged(byte)) }
        let isLong =
            key.count == 5 && !key.contains(Letters.long) && key[1] == Letters.seen && key[2] == Letters.teh
            && (key[0] == Letters.alef || key[0] == Letters.meem)
        return isLong ? key : Array(Letters.prefix(key[...], 3))
    }

    /// Where a term is kept: also behind each proclitic that it may begin with.
    package static func keys(of term: [UInt8], isArabic: Bool) -> [[UInt8]] {
        let hasPartner = term.last == Letters.partner
        var keys = [key(of: hasPartner ? term.dropLast() : term[...])]
        guard isArabic, !hasPartner, Letters.isArabic(term) else { return keys }
        for length in 1..<(Proclitic.length(in: term) + 1) where Letters.count(term.dropFirst(length)) >= 3 {
            keys.append(key(of: term.dropFirst(length)))
        }
        return keys
    }

    /// The shard of each of a term's keys, perhaps one twice. The short way of `keys` and `shard`, for terms of letters
    /// of one byte.
    static func forEachShard(
        of term: UnsafeBufferPointer<UInt8>, isArabic: Bool, among count: Int, _ body: (Int) -> Void
    ) {
        guard let first = term.first, !term.contains(Letters.long), !Letters.isDigit(first) else {
            for key in keys(of: Array(term), isArabic: isArabic) { body(shard(of: key, among: count)) }
            return
        }
        let hasPartner = term[term.count - 1] == Letters.partner
        let length = hasPartner ? term.count - 1 : term.count
        func file(from start: Int) -> Int {
            func letter(_ offset: Int) -> UInt8 { merged(term[start + offset]) }
            let isLong =
                length - start >= 5 && letter(1) == Letters.seen && letter(2) == Letters.teh
                && (letter(0) == Letters.alef || letter(0) == Letters.meem)
            var hash = seed
            for offset in 0..<min(isLong ? 5 : 3, length - start) {
                let byte = letter(offset)
                hash = (hash ^ (UInt32(byte) + (byte < 0x80 ? 0 : 0x5A0))) &* prime
            }
            return Int((hash ^ hash >> 15) % UInt32(truncatingIfNeeded: count))
        }
        body(file(from: 0))
        guard isArabic, !hasPartner, first >= 0x80 else { return }
        let proclitic = Proclitic.length(in: term)
        if proclitic > 0, length >= 4 { body(file(from: 1)) }
        if proclitic > 1, length >= 5 { body(file(from: 2)) }
    }

    private static let seed: UInt32 = 0x811C_9DC5
    private static let prime: UInt32 = 0x0100_0193

    /// The file of a key among `count`, a power of two.
    package static func shard(of key: some Sequence<UInt8>, among count: Int) -> Int {
        Int(hash(key) % UInt32(truncatingIfNeeded: count))
    }

    /// FNV-1a over scalars, its upper half mixed in.
    package static func hash(_ key: some Sequence<UInt8>) -> UInt32 {
        var hash = seed
        Letters.forEach(of: key) { hash = (hash ^ $0) &* prime }
        return hash ^ hash >> 15
    }

    private static func merged(_ byte: UInt8) -> UInt8 {
        switch byte {
        case Letters.zah: Letters.dad
        case Letters.thal: Letters.dal
        case Letters.sad: Letters.seen
        case Letters.tah, Letters.theh: Letters.teh
        default: byte
        }
    }
}

/// What may stand before a word and be none of its letters: `[وف]?[بكل]`, `[وف]?س` before ي ت ن ا, `[وف]`.
enum Proclitic {
    /// How many letters of the term they may be, 2 at most.
    static func length(in term: some Collection<UInt8>) -> Int {
        var letters = term.makeIterator()
        guard let first = letters.next() else { return 0 }
        let second = letters.next()
        if isInner(first, before: second) { return 1 }
        guard first == Letters.waw || first == Letters.feh else { return 0 }
        return second.map { isInner($0, before: letters.next()) } ?? false ? 2 : 1
    }

    private static func isInner(_ letter: UInt8, before next: UInt8?) -> Bool {
        switch letter {
        case Letters.beh, Letters.kaf, Letters.lam: true
        case Letters.seen:
            next == Letters.yeh || next == Letters.teh || next == Letters.noon || next == Letters.alef
        default: false
        }
    }
}
