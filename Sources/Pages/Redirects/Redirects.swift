import Base
package import Content

/// Where what has moved is now, and what is gone: one table for the pages that redirect by themselves, for the rules of
/// every server, for the check of links and for the preview.
package struct Redirects: Sendable {
    /// A rule as servers get it: it leads to where its way ends.
    struct Rule: Sendable {
        let from: RedirectRule.Address
        var answer: Answer
        /// What stands at its end, for the page that redirects by itself; the outlet's name where nothing is known.
        var title: String?
        let origin: Location
    }

    /// What an old address answers.
    package enum Answer: Sendable, Hashable {
        /// 301, or 302 where it may come back. Where the rest is carried, `to` is a folder.
        case moved(to: URLPath, carriesRest: Bool, isPermanent: Bool)
        /// 410.
        case gone
    }

    /// Rules for whole paths without a query, sorted by path.
    let whole: [Rule]
    /// Rules that ask for a query: those with more values come first.
    let queries: [Rule]
    /// Rules for all beneath a folder: the longest path comes first.
    let stars: [Rule]
    /// Whether any address is answered with 410.
    let hasGone: Bool
    /// All of them, as they were found.
    let rules: [Rule]
    private let index: AddressIndex

    /// - Parameter index: of the rules' places.
    init(_ rules: [Rule] = [], _ index: AddressIndex = AddressIndex()) {
        (self.rules, self.index) = (rules, index)
        whole = rules.filter { !$0.from.hasStar && $0.from.query.isEmpty }.sorted { $0.from.path < $1.from.path }
        queries = rules.filter { !$0.from.query.isEmpty }.map { ($0, $0.from.query.count, $0.from.text) }
            .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : bytesPrecede($0.2, $1.2) }.map(\.0)
        stars = rules.filter(\.from.hasStar)
            .sorted { ($1.from.path.text.utf8.count, $0.from.path) < ($0.from.path.text.utf8.count, $1.from.path) }
        hasGone = rules.contains { $0.answer == .gone }
    }

    /// What an address answers, as every server does: a query before its path, a path before what covers it, the longest
    /// of those first. Nil where no rule is about it. Nothing is carried over any more in the answer.
    ///
    /// - Parameters:
    ///   - path: beneath the site's address, decoded, without a slash before it.
    ///   - query: as it was asked for, without `?`; values that no rule names make no difference.
    package func answer(to path: String, query: Substring = "") -> Answer? {
        if !query.isEmpty, let place = index.query(path, parameters(of: query)), rules[place].from.names(path[...]) {
            return rules[place].answer
        }
        if let place = index.whole(path), rules[place].from.names(path[...]) { return rules[place].answer }
        guard let (place, rest) = index.star(path), rules[place].from.names(path.dropLast(rest.count)) else {
            return nil
        }
        guard case .moved(let folder, true, let isPermanent) = rules[place].answer else { return rules[place].answer }
        return .moved(to: URLPath(folder.text + rest), carriesRest: false, isPermanent: isPermanent)
    }

    private func parameters(of query: Substring) -> [RedirectRule.Parameter] {
        query.split(separator: "&").compactMap { part in
            let sign = part.firstIndex(of: "=") ?? part.endIndex
            let written = part[sign...].dropFirst().replacing("+", with: "%20")
            return percentDecoded(String(written)).map { .init(name: String(part[..<sign]), value: $0) }
        }
    }
}

extension RedirectRule.Address {
    /// Whether the path is this one to the letter, but for the slash at its end; nginx alone takes other cases too.
    fileprivate func names(_ other: Substring) -> Bool {
        func bare(_ text: Substring) -> Substring.UTF8View {
            var bytes = text.utf8
            while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
            return bytes
        }
        return bare(path.text[...]).elementsEqual(bare(other))
    }
}
