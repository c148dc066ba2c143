/// Words that are looked for together: singulars and their broken plurals, and the outlet's own synonyms.
struct Partners: Sendable {
    /// By each term of a row the others.
    private let rows: [[UInt8]: [[UInt8]]]
    private static let proclitics: Set<UInt8> = [Letters.waw, Letters.feh, Letters.beh, Letters.kaf, Letters.lam]
    private static let endings = ["", "ا", "ه", "ها", "هم", "نا"].map { Letters.encoded($0.unicodeScalars) }

    init(isArabic: Bool, synonyms: [[String]]) {
        var rows: [[UInt8]: [[UInt8]]] = [:]
        func add(_ terms: [[UInt8]]) {
            for term in terms {
                for other in terms where other != term && !rows[term, default: []].contains(other) {
                    rows[term, default: []].append(other)
                }
            }
        }
        if isArabic {
            for row in brokenPlurals.split(separator: "|") {
                add(row.split(separator: " ").map { Letters.encoded($0.unicodeScalars) })
            }
        }
        if !synonyms.isEmpty {
            var cutter = WordCutter(isArabic: isArabic)
            let plain = Terms(isArabic: isArabic, partners: Partners())
            for row in synonyms { add(row.compactMap { cutter.words($0).first.map(plain.term) }) }
        }
        self.rows = rows
    }

    private init() { rows = [:] }

    /// The partners of a term, also where it stands behind one of وفبكل or before ا ه ها هم نا.
    func partners(of term: [UInt8]) -> [[UInt8]] {
        if let exact = rows[term] { return exact }
        guard Letters.isArabic(term) else { return [] }
        var starts = [term[...]]
        if let first = term.first, Self.proclitics.contains(first) { starts.append(term.dropFirst()) }
        for start in starts {
            for ending in Self.endings
            where start.count > ending.count && start.suffix(ending.count).elementsEqual(ending) {
                if let found = rows[Array(start.dropLast(ending.count))] { return found }
            }
        }
        return []
    }
}

extension Terms {
    fileprivate init(isArabic: Bool, partners: Partners) { (self.isArabic, self.partners) = (isArabic, partners) }
}
