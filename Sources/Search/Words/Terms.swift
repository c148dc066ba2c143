/// What the index holds for a word.
package struct Terms: Sendable {
    let isArabic: Bool
    let partners: Partners

    /// - Parameters:
    ///   - isArabic: whether Arabic's own rules hold.
    ///   - synonyms: rows of words that find each other, as the outlet wrote them.
    package init(isArabic: Bool, synonyms: [[String]] = []) {
        self.isArabic = isArabic
        partners = Partners(isArabic: isArabic, synonyms: synonyms)
    }

    /// Letters of a term that count.
    private static let longest = 24
    private static let god = Letters.encoded("الله".unicodeScalars)

    /// The terms of a word; a query takes the first. The article and what stands before it are gone; a word with لل has
    /// two, for its second ل may be the word's own.
    package func terms(of word: [UInt8]) -> [[UInt8]] {
        guard isArabic, Letters.isArabic(word) else { return [Array(Letters.prefix(word[...], Self.longest))] }
        guard let rest = Self.behindTwoLams(word) else { return [Self.withoutArticle(word[...])] }
        return [
            Self.withoutArticle(rest), Array(Letters.prefix(([Letters.lam] + rest)[...], Self.longest)),
        ]
    }

    /// The first of the terms.
    package func term(of word: [UInt8]) -> [UInt8] { terms(of: word).first ?? word }

    /// The terms of a word and those that its partners bring, each of these with U+0001 behind it.
    func allTerms(of word: [UInt8]) -> [[UInt8]] {
        let own = terms(of: word)
        return own + partners.partners(of: own.first ?? word).map { $0 + [Letters.partner] }
    }

    /// Behind `[وف]?لل`, where two letters are left.
    private static func behindTwoLams(_ word: [UInt8]) -> ArraySlice<UInt8>? {
        var rest = word[...]
        if let first = rest.first, first == Letters.waw || first == Letters.feh { rest = rest.dropFirst() }
        guard rest.starts(with: [Letters.lam, Letters.lam]) else { return nil }
        rest = rest.dropFirst(2)
        return Letters.count(rest) >= 2 ? rest : nil
    }

    /// Without `[وف]?[بك]?ال`, and then without another ال: الكترونية and الإلكترونية meet.
    private static func withoutArticle(_ word: ArraySlice<UInt8>) -> [UInt8] {
        if isGod(word) { return god }
        var rest = word
        if let first = rest.first, first == Letters.waw || first == Letters.feh { rest = rest.dropFirst() }
        if let first = rest.first, first == Letters.beh || first == Letters.kaf { rest = rest.dropFirst() }
        guard let once = behindArticle(rest) else { return Array(Letters.prefix(word, longest)) }
        return Array(Letters.prefix(behindArticle(once) ?? once, longest))
    }

    private static func behindArticle(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard word.starts(with: [Letters.alef, Letters.lam]) else { return nil }
        let rest = word.dropFirst(2)
        return Letters.count(rest) >= 2 ? rest : nil
    }

    /// `[وفتب]?([بك]?ال|ل)له`, the whole word.
    private static func isGod(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count <= 6, word.suffix(3).elementsEqual([Letters.lam, Letters.lam, Letters.heh]) else {
            return false
        }
        var rest = word.dropLast(3)
        let hasArticle = rest.last == Letters.alef
        if hasArticle { rest = rest.dropLast() }
        let before: [UInt8] = [Letters.waw, Letters.feh, Letters.teh, Letters.beh]
        switch rest.count {
        case 0: return true
        case 1: return before.contains(rest[rest.startIndex]) || hasArticle && rest.first == Letters.kaf
        case 2:
            return hasArticle && before.contains(rest[rest.startIndex])
                && [Letters.beh, Letters.kaf].contains(rest[rest.startIndex + 1])
        default: return false
        }
    }
}
