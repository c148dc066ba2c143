import Base

/// Signs of what may have parsed as nothing, and be shown as it stands.
struct Unread: OptionSet {
    let rawValue: UInt8
    /// Braces, `<%`.
    static let braces = Unread(rawValue: 1)
    static let brackets = Unread(rawValue: 2)
    /// `https:/` with one slash.
    static let halfSchemes = Unread(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(in body: Bytes) {
        rawValue = 0
        if body.firstOffset(of: UInt8(ascii: "{"), from: 0) < body.count || body.holds("<%") { insert(.braces) }
        if body.firstOffset(of: UInt8(ascii: "["), from: 0) < body.count { insert(.brackets) }
        if body.holds("http:/", butNotBefore: UInt8(ascii: "/"))
            || body.holds("https:/", butNotBefore: UInt8(ascii: "/"))
        {
            insert(.halfSchemes)
        }
    }
}

extension Bytes {
    fileprivate func holds(_ text: StaticString, butNotBefore next: UInt8? = nil) -> Bool {
        let letters = Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount)
        var place = 0
        while let found = firstOffset(of: letters, from: place) {
            place = found + letters.count
            if next == nil || place == count || self[place] != next { return true }
        }
        return false
    }
}

extension Rendering {
    /// Says what readers see of the block as it stands, although it was meant to be something else.
    mutating func reportUnread(in block: Node) {
        guard mayReport, run.end > run.start else { return }
        var found: [(offset: Int, remark: (Int) -> Remark)] = []
        document.text.withUnsafeBufferPointer { text in
            for range in rangesWithoutCode where found.count < Remark.most {
                var search = UnreadSearch(text, in: range, of: parsed)
                search.run(unread)
                found += search.found
            }
        }
        for (offset, remark) in found {
            guard let place = sourcePlace(ofTextAt: offset, in: block) else { continue }
            report(remark(place))
        }
    }

    private var rangesWithoutCode: [Range<Int>] {
        guard run.hasCode else { return [run.start..<run.end] }
        var ranges: [Range<Int>] = []
        var start = run.start
        for piece in run.pieces where piece.kind == .code {
            ranges.append(start..<piece.start)
            start = piece.end
        }
        return ranges + [start..<max(start, run.end)]
    }

    /// Nil where the author wrote it otherwise: behind a backslash or as a reference, so that it be shown.
    private mutating func sourcePlace(ofTextAt offset: Int, in block: Node) -> Int? {
        guard let place = parsedPlace(ofTextAt: offset, in: block),
            place == 0 || parsed[place - 1] != UInt8(ascii: "\\")
        else {
            return nil
        }
        return original(place)
    }

    /// The same of a block of HTML, in which code, scripts and tags are no text.
    mutating func reportForeignMarks(in html: [UInt8], of block: Node) {
        guard mayReport, !isPlain, !unread.isDisjoint(with: [.braces, .brackets]) else { return }
        var texts: [Range<Int>] = []
        var (start, place) = (0, 0)
        while let open = html[place...].firstIndex(of: UInt8(ascii: "<")) {
            guard let tag = HTMLTag(at: open, in: html) else {
                // One without an end takes all that follows with it.
                if HTMLTag.starts(at: open, in: html) { break }
                place = open + 1
                continue
            }
            texts.append(start..<open)
            let holdsCode =
                !tag.isClosing && ["script", "style", "code", "pre", "template", "textarea"].contains(tag.name)
            place = holdsCode ? html[tag.end...].place(of: "</\(tag.name)".utf8) ?? html.count : tag.end
            start = place
        }
        texts.append(start..<html.count)
        let marks = html.withUnsafeBufferPointer { bytes in texts.flatMap { ForeignMarkupSearch(bytes, in: $0).marks } }
        let hasBeginning = marks.contains { $0.kind != .end }
        for mark in marks where mark.kind != .end || !hasBeginning {
            let words = html[mark.range]
            let place = words.prefix(24).withUnsafeBufferPointer { self.place(of: $0, in: block) }
            report(.foreignMarkup(mark, String(decoding: words, as: UTF8.self), at: place))
        }
    }

    /// What a link of HTML or Markdown leads to, as far as its address alone tells.
    mutating func reportHalfAddress(_ destination: String, at place: Int) {
        let letters = destination.lowercased()
        for scheme in ["https:", "http:"] where letters.hasPrefix(scheme) {
            let rest = letters.dropFirst(scheme.count)
            // The text of a link may be its address.
            if document.remarks.contains(where: { $0.id == "half-address" && $0.offset == place }) { return }
            if !rest.hasPrefix("//") || rest.dropFirst(2).first.map({ "/?#".contains($0) }) ?? true {
                report(.halfAddress(destination, at: place))
            }
            return
        }
    }
}

/// Finds in a part of a block what parsed as nothing.
private struct UnreadSearch {
    private let text: Bytes
    private let range: Range<Int>
    private let body: Bytes
    /// The labels that lines of the body define, as many as anyone would look through.
    private lazy var definitions = Self.definitions(in: body)
    private(set) var found: [(offset: Int, remark: (Int) -> Remark)] = []
    private var marks: [ForeignMarkup] = []
    private var lineEnds = NextByte(0x0A)
    private var closings = NextByte(UInt8(ascii: ")"))

    /// Looks a byte up again only from behind the place where it was found: many ask for one and the same.
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

    mutating func run(_ unread: Unread) {
        if !unread.isDisjoint(with: [.braces, .brackets]), holdsSign { findForeignMarks() }
        if unread.contains(.brackets) { findBrackets() }
        if unread.contains(.halfSchemes) { findHalfSchemes() }
    }

    private var holdsSign: Bool {
        text.firstOffset(from: range.lowerBound, to: range.upperBound) {
            $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<")
        } inSixteen: {
            $0.equal(UInt8(ascii: "{")) | $0.equal(UInt8(ascii: "[")) | $0.equal(UInt8(ascii: "<"))
        } < range.upperBound
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    /// Of a mark with an end the beginning is enough.
    private mutating func findForeignMarks() {
        marks = ForeignMarkupSearch(text, in: range).marks
        let hasBeginning = marks.contains { $0.kind != .end }
        for mark in marks where mark.kind != .end || !hasBeginning {
            let words = string(mark.range)
            found.append((mark.range.lowerBound, { .foreignMarkup(mark, words, at: $0) }))
        }
    }

    // MARK: Links

    private mutating func findBrackets() {
        var place = range.lowerBound
        while found.count < Remark.most {
            place = text.firstOffset(of: UInt8(ascii: "]"), from: place, to: range.upperBound)
            guard place + 1 < range.upperBound else { return }
            switch text[place + 1] {
            case UInt8(ascii: "("): lookAtLink(place)
            case UInt8(ascii: "["): lookAtReference(place)
            case UInt8(ascii: ":"): lookAtDefinition(place)
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

    private mutating func lookAtLink(_ end: Int) {
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
    private mutating func lookAtReference(_ end: Int) {
        let rest = text[(end + 2)..<min(range.upperBound, end + 300)].prefix {
            $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[")
        }
        guard rest.endIndex < range.upperBound, text[rest.endIndex] == UInt8(ascii: "]"), let start = opening(of: end),
            !rest.contains(0x0A), start + 1 < end,
            !marks.contains(where: { $0.range.contains(start) || $0.range.contains(end + 1) })
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
    private mutating func lookAtDefinition(_ end: Int) {
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
            let address = string(start..<range.upperBound).prefix { !$0.isWhitespace }
            found.append((start, { .halfAddress(String(address), at: $0) }))
        }
    }
}
