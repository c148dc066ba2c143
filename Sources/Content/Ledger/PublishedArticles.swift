import Base

/// What the ledger says of articles otherwise than they are now.
package struct PublishedArticles: Sendable {
    /// Entries that do not say word for word what is public now, each with the place of its article among the site's
    /// articles and, behind them, its tombstones; nil where no article is left.
    package let differing: [(entry: Ledger.Entry, article: Int?)]
    /// Under which identity articles were published, by path, where that is another than their files give: a file was
    /// moved, or was given an id.
    package let identities: [String: String]
    /// Paths of the articles that no entry is of.
    package let newcomers: Set<String>
    let diagnostics: [Diagnostic]

    static let none = PublishedArticles(differing: [], identities: [:], newcomers: [], diagnostics: [])

    private init(
        differing: [(entry: Ledger.Entry, article: Int?)], identities: [String: String], newcomers: Set<String>,
        diagnostics: [Diagnostic]
    ) {
        (self.differing, self.identities, self.newcomers) = (differing, identities, newcomers)
        self.diagnostics = diagnostics
    }

    /// - Parameter articles: the site's, and behind them its tombstones.
    init(_ file: LedgerFile, _ articles: [Article]) {
        guard !file.lines.isEmpty else {
            self = .none
            return
        }
        let compared = file.compare(articles)
        var pending = compared.articles
        let (entries, problems) = file.entries(of: compared.lines)
        var owners = [Int?](repeating: nil, count: entries.count)
        var places: [TextKey: Int] = [:]
        for (place, entry) in entries.enumerated() { places[TextKey(entry.identity)] = place }
        var newest: [TextKey: Int] = [:]
        var ever: [TextKey: Int] = [:]
        for (place, entry) in entries.enumerated() {
            if let url = entry.urls.first { newest[TextKey(url.text)] = place }
            for url in entry.urls { ever[TextKey(url.text)] = place }
        }
        // An id is the strongest word, then the text at its address or in its file, then the address at which readers know
        // the story; a path alone means the least, for another file may lie there by now.
        func withItsText(_ place: Int?, _ article: Article) -> Int? {
            place.flatMap { entries[$0].digest == article.readDigest.hex ? $0 : nil }
        }
        let claims: [(Article) -> Int?] = [
            { $0.id.flatMap { places[TextKey($0)] } },
            { withItsText(newest[TextKey($0.url.text)], $0) },
            { withItsText(places[TextKey($0.identity)], $0) },
            { newest[TextKey($0.url.text)] },
            { article in ([article.url] + article.aliases.map(\.path)).lazy.compactMap { ever[TextKey($0.text)] }.first
            },
            { places[TextKey($0.identity)] },
        ]
        for claim in claims {
            pending.removeAll { number in
                guard let place = claim(articles[number]), owners[place] == nil else { return false }
                owners[place] = number
                return true
            }
        }
        var identities: [String: String] = [:]
        for (place, owner) in owners.enumerated() {
            guard let owner, articles[owner].identity != entries[place].identity else { continue }
            identities[articles[owner].path] = entries[place].identity
        }
        // One that was never public takes no other's identity.
        for number in pending where places[TextKey(articles[number].identity)] != nil {
            var (identity, suffix) = (articles[number].identity, 2)
            while places[TextKey("\(identity)~\(suffix)")] != nil { suffix += 1 }
            identity += "~\(suffix)"
            identities[articles[number].path] = identity
        }
        self.init(
            differing: zip(entries, owners).map { (entry: $0, article: $1) }, identities: identities,
            newcomers: Set(pending.map { articles[$0].path }), diagnostics: problems)
    }
}

extension LedgerFile {
    /// The lines that do not say what one of the articles is, and the articles of which no line says it.
    fileprivate func compare(_ articles: [Article]) -> (lines: [Int], articles: [Int]) {
        bytes.withUnsafeBufferPointer { bytes in
            var places: [UInt64: Int32] = [:]
            places.reserveCapacity(lines.count)
            var isSaid = [Bool](repeating: false, count: lines.count)
            // Two lines of one article are joined first.
            var isTwice: Set<Int32> = []
            for (place, line) in lines.enumerated() {
                let identity = UnsafeBufferPointer(rebasing: bytes[line.start..<line.identityEnd])
                if let other = places.updateValue(Int32(place), forKey: Digest(of: identity).low) {
                    isTwice.formUnion([other, Int32(place)])
                }
            }
            var pending: [Int] = []
            for (number, article) in articles.enumerated() {
                if let place = places[article.identityDigest.low], !isTwice.contains(place),
                    lines[Int(place)].says(article, in: bytes)
                {
                    isSaid[Int(place)] = true
                } else {
                    pending.append(number)
                }
            }
            return (isSaid.indices.filter { !isSaid[$0] }, pending)
        }
    }
}

extension LedgerFile.Line {
    /// Whether the article is what the line is of, reads as it did, and answers at all the line's addresses.
    fileprivate func says(_ article: Article, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let digest = identityEnd + 1
        guard Self.isHex(article.readDigest.high, at: digest, in: bytes),
            Self.isHex(article.readDigest.low, at: digest + 16, in: bytes)
        else { return false }
        var start = bytes.firstOffset(of: UInt8(ascii: "\t"), from: digest + LedgerFile.digestLength + 1, to: end) + 1
        guard start < end else { return false }
        while start < end {
            let next = bytes.firstOffset(of: UInt8(ascii: " "), from: start, to: end)
            let address = bytes[start..<next]
            guard
                Self.isAddress(address, of: article.url)
                    || article.aliases.contains(where: { Self.isAddress(address, of: $0.path) })
            else { return false }
            start = next + 1
        }
        return true
    }

    private static func isHex(_ value: UInt64, at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for digit in 0..<16 {
            let nibble = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * digit) & 15)
            guard bytes[place + digit] == (nibble < 10 ? 0x30 + nibble : 0x57 + nibble) else { return false }
        }
        return true
    }

    /// Whether `written`, percent-encoded behind a slash, is this path. Compares without a copy: one for each of
    /// 100,000 lines took longer than all the rest.
    private static func isAddress(_ written: Slice<UnsafeBufferPointer<UInt8>>, of url: URLPath) -> Bool {
        var text = url.text
        return text.withUTF8 { path in
            guard written.first == UInt8(ascii: "/") else { return false }
            var place = written.startIndex + 1
            for byte in path {
                guard place < written.endIndex else { return false }
                if written[place] == byte, byte != UInt8(ascii: "%") {
                    place += 1
                } else {
                    guard written[place] == UInt8(ascii: "%"), place + 2 < written.endIndex,
                        hexDigit(byte >> 4) == written[place + 1], hexDigit(byte & 15) == written[place + 2]
                    else { return false }
                    place += 3
                }
            }
            return place == written.endIndex
        }
    }

    /// In upper case, as `percentEncoded` has it.
    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
