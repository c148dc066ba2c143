import Base

/// Finds in a part of a block the markup of which nothing became: foreign markup, links and references.
struct UnparsedMarkupSearch {
    private let text: Bytes
    private let range: Range<Int>
    private let body: Bytes
    /// The labels that lines of the body define, a hundred at most.
    private lazy var definitions = Self.definitions(in: body)
    private(set) var found: [(offset: Int, remark: (Int) -> Remark)] = []
    private var foreign: [ForeignMarkup] = []
    private var lineEnds = NextByte(0x0A)
    private var closings = NextByte(UInt8(ascii: ")"))

    /// The next place of a byte, which is remembered, since many brackets before it ask for the same one.
    private struct NextByte {
        private let byte: UInt8
        private var found: Range<Int>?

        init(_ byte: UInt8) { self.byte = byte }

        mutating func next(from start: Int, in text: Bytes, to end: Int) -> Int {
            if let found, found.lowerBound <= start, start <= found.upperBound { return found.upperBound }
            let place = start < end ? text.firstOffset(of: byte, from: start, to: end) : end
            found = min(start, place)..<place
            return place
        }
    }

    init(_ text: Bytes, in range: Range<Int>, of body: Bytes) {
        (self.text, self.range, self.body) = (text, range, body)
    }

    mutating func run(_ signs: UnparsedSigns) {
        if !signs.isDisjoint(with: [.braces, .brackets]), hasForeignSign { findForeignMarkup() }
        if signs.contains(.brackets) { findBrackets() }
        if signs.contains(.halfSchemes) { findHalfSchemes() }
    }

    /// Whether any of the signs that foreign markup begins with is there, sixteen bytes at a time: saves 1 % of a clean
    /// build's instructions (1,000 articles).
    private var hasForeignSign: Bool {
        text.firstOffset(from: range.lowerBound, to: range.upperBound) {
            $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<")
        } inSixteen: {
            $0.equal(UInt8(ascii: "{")) | $0.equal(UInt8(ascii: "[")) | $0.equal(UInt8(ascii: "<"))
        } < range.upperBound
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    /// Where some markup has a beginning, the ends are not reported.
    private mutating func findForeignMarkup() {
        foreign = ForeignMarkupSearch(text, in: range).all
        let hasBeginning = foreign.contains { $0.kind != .end }
        for markup in foreign where markup.kind != .end || !hasBeginning {
            let words = string(markup.range)
            found.append((markup.range.lowerBound, { .foreignMarkup(markup, words, at: $0) }))
        }
    }

    // MARK: Links

    private mutating func findBrackets() {
        var place = range.lowerBound
        while found.count < Remark.most {
            place = text.firstOffset(of: UInt8(ascii: "]"), from: place, to: range.upperBound)
            guard place + 1 < range.upperBound else { return }
            switch text[place + 1] {
            case UInt8(ascii: "("): checkLink(place)
            case UInt8(ascii: "["): checkReference(place)
            case UInt8(ascii: ":"): checkDefinition(place)
            default: break
            }
            place += 1
        }
    }

    /// The bracket that the one at `end` closes.
    private func opening(of end: Int) -> Int? {
        var depth = 0
        var place = end - 1
        let limit = max(range.lowerBound, end - 500)
        while place >= limit {
            if text[place] == UInt8(ascii: "]") { depth += 1 }
            if text[place] == UInt8(ascii: "[") {
                if depth == 0 { return place }
                depth -= 1
            }
            place -= 1
        }
        return nil
    }

    private func isPicture(_ start: Int) -> Bool { start > range.lowerBound && text[start - 1] == UInt8(ascii: "!") }

    private mutating func checkLink(_ end: Int) {
        guard let start = opening(of: end) else { return }
        let limit = min(lineEnds.next(from: end + 2, in: text, to: range.upperBound), end + 2000)
        let line = text[min(end + 2, limit)..<limit]
        var depth = 0
        let mayClose = closings.next(from: end + 2, in: text, to: range.upperBound) < limit
        let close =
            !mayClose
            ? nil
            : line.indices.first { place in
                if line[place] == UInt8(ascii: "(") { depth += 1 }
                if line[place] == UInt8(ascii: ")") { depth -= 1 }
                return depth < 0
            }
        let address = line[..<(close ?? line.endIndex)]
        // In brackets behind brackets may stand a remark of the author's.
        let isPicture = isPicture(start)
        guard
            isPicture
                || address.contains(where: {
                    $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "#")
                })
        else { return }
        if close == nil {
            found.append((start, { .linkNotClosed(isPicture: isPicture, at: $0) }))
        } else {
            let words = string(address.startIndex..<address.endIndex)
            found.append((start, { .linkNotRead(words, isPicture: isPicture, at: $0) }))
        }
    }

    /// `[words][label]`: not a list's place (`x[1][2]`), not two numbers of notes.
    private mutating func checkReference(_ end: Int) {
        let rest = text[(end + 2)..<min(range.upperBound, end + 300)].prefix {
            $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[")
        }
        guard rest.endIndex < range.upperBound, text[rest.endIndex] == UInt8(ascii: "]"), let start = opening(of: end),
            !rest.contains(0x0A), start + 1 < end,
            !foreign.contains(where: { $0.range.contains(start) || $0.range.contains(end + 1) })
        else { return }
        let isPicture = isPicture(start)
        if !isPicture, start > range.lowerBound, isNameOrBracket(text[start - 1]) { return }
        let label = rest.isEmpty ? string((start + 1)..<end) : string(rest.startIndex..<rest.endIndex)
        guard label.contains(where: \.isLetter), isPicture || string((start + 1)..<end).contains(where: \.isLetter)
        else { return }
        let near = suggestion(for: label, among: definitions)
        found.append((start, { .undefinedReference(label, near: near, at: $0) }))
    }

    private func isNameOrBracket(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "_])".utf8.contains(byte)
    }

    /// A line `[label]: address` that goes on a paragraph defines nothing.
    private mutating func checkDefinition(_ end: Int) {
        guard let start = opening(of: end), start > range.lowerBound, text[start - 1] == 0x0A, end > start + 1,
            text[start + 1] != UInt8(ascii: "^")
        else { return }
        let address = text[(end + 2)..<range.upperBound].drop { $0 == 0x20 }.prefix { $0 > 0x20 }
        let words = String(decoding: address, as: UTF8.self)
        guard ["http://", "https://", "/", "<", "mailto:"].contains(where: { words.hasPrefix($0) }) else { return }
        found.append((start, { .definitionInParagraph(at: $0) }))
    }

    private static func definitions(in body: Bytes) -> [String] {
        let labels = body.split(separator: 0x0A).lazy.compactMap { line -> String? in
            let line = line.drop { $0 == 0x20 }
            guard line.first == UInt8(ascii: "["), let end = line.firstIndex(of: UInt8(ascii: "]")),
                end + 1 < line.endIndex,
                line[end + 1] == UInt8(ascii: ":")
            else { return nil }
            return String(decoding: line[(line.startIndex + 1)..<end], as: UTF8.self)
        }
        return Array(labels.prefix(100))
    }

    // MARK: Addresses

    private mutating func findHalfSchemes() {
        var place = range.lowerBound
        while true {
            place = text.firstOffset(of: UInt8(ascii: ":"), from: place, to: range.upperBound)
            guard place + 2 < range.upperBound else { return }
            place += 1
            guard text[place] == UInt8(ascii: "/"), text[place + 1] > 0x20, text[place + 1] != UInt8(ascii: "/") else {
                continue
            }
            let scheme = text[range.lowerBound..<(place - 1)].reversed().prefix { (0x61...0x7A).contains($0 | 0x20) }
            let name = String(decoding: scheme.reversed(), as: UTF8.self).lowercased()
            guard name == "http" || name == "https" else { continue }
            let start = place - 1 - name.utf8.count
            // Only what is an address is read, and only once: a line may hold thousands.
            let word = start + text[start..<range.upperBound].prefix { $0 > 0x20 }.count
            let address = String(string(start..<word).prefix { !$0.isWhitespace })
            place = start + address.utf8.count
            found.append((start, { .halfAddress(address, at: $0) }))
        }
    }
}
