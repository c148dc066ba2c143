/// عبدالله is عبد الله, أبوظبي is أبو ظبي: names that are written in one word and in two.
enum CompoundName {
    private static let abd: [UInt8] = [Letters.ain, Letters.beh, Letters.dal, Letters.alef, Letters.lam]
    private static let abu: [UInt8] = [Letters.alef, Letters.beh, Letters.waw]
    private static let proclitics: Set<UInt8> = [Letters.waw, Letters.feh, Letters.beh, Letters.kaf, Letters.lam]

    /// The two words, nil where it is one: أبواب is.
    static func split(_ word: [UInt8]) -> ([UInt8], [UInt8])? {
        guard word.count > 5, let first = word.first else { return nil }
        let start = proclitics.contains(first) ? 1 : 0
        let rest = word[start...]
        if rest.starts(with: abd), Letters.count(rest.dropFirst(5)) >= 2 {
            return (Array(word[..<(start + 3)]), Array(word[(start + 3)...]))
        }
        let name = rest.dropFirst(3)
        if rest.starts(with: abu), !name.starts(with: abu.prefix(2)), Letters.count(name) >= 3 {
            return (Array(word[..<(start + 3)]), Array(name))
        }
        return nil
    }
}
