/// Poems: `::: شعر العنوان`, then a verse a line, up to `:::`. What stands in them is text, never a list or a heading.
/// Every hemistich becomes a heading of its own, as cells of tables do: `# ␁V12␁ صدر ␁`, `# ␁v␁ عجز ␁`.
extension BodyScan {
    /// Whether the line belongs to the poem and is done with.
    mutating func continuesPoem(_ line: inout LineCursor, followsBlank: Bool) -> Bool {
        if line.isBlank {
            leaf = .poem(followsBlank: true)
            return true
        }
        if endsPoem(line) {
            leaf = .none
            return false
        }
        leaf = .poem(followsBlank: false)
        addVerse(line, startsStanza: followsBlank)
        return true
    }

    /// A line of colons ends the box; one with a name begins another, and the end of the poem was forgotten.
    private mutating func endsPoem(_ line: LineCursor) -> Bool {
        var place = line.first
        while place < line.end, body[place] == UInt8(ascii: ":") { place += 1 }
        guard place - line.first >= 3 else { return false }
        guard body[place..<line.end].contains(where: { !BlockStart.isBlank($0) }), let poem = openBoxes.popLast() else {
            return true
        }
        report(unclosed: poem.index)
        var heading: [UInt8] = []
        heading.write("# \u{1}b\u{1} \u{1}\n")
        heading.append(contentsOf: linePrefix)
        rewriting.replace(line.first, line.first, with: heading)
        return true
    }

    private mutating func addVerse(_ line: LineCursor, startsStanza: Bool) {
        let margin = body[line.offset..<line.first].contains(0x09) ? line.column % 4 : 0
        var heading = [UInt8](repeating: 0x20, count: margin)
        if let (fact, start) = PoemFact.find(body, line.first, line.end) {
            heading.write("# \u{1}")
            heading.append(fact.rawValue)
            heading.write("\u{1} ")
            rewriting.replace(line.offset, start, with: heading)
            startInline()
            scanInline(start, line.end)
            return rewriting.replace(line.end, line.end, with: " \u{1}")
        }
        heading.write("# \u{1}V")
        heading.write(min(line.indent, 40) * 2 + (startsStanza ? 1 : 0))
        heading.write("\u{1} ")
        var written = line.offset
        for part in Hemistichs.parts(of: body, line.first, line.end) {
            rewriting.replace(written, part.start, with: heading)
            startInline()
            scanInline(part.start, part.end)
            written = part.end
            heading.removeAll()
            heading.write(" \u{1}\n")
            heading.append(contentsOf: linePrefix)
            heading.write("# \u{1}v\u{1} ")
        }
        rewriting.replace(written, line.end, with: " \u{1}")
    }
}

/// What a line of a poem says about it: `الشاعر: المتنبي`. The raw value is the letter of its mark.
enum PoemFact: UInt8 {
    case poet = 0x70
    case metre = 0x6D
    case title = 0x74

    private static let keys: [(word: String, fact: PoemFact)] = [
        ("الشاعر", .poet), ("الشاعرة", .poet), ("شعر", .poet), ("poet", .poet), ("البحر", .metre), ("الوزن", .metre),
        ("metre", .metre), ("meter", .metre), ("العنوان", .title), ("title", .title),
    ]

    /// The fact, and where its value begins.
    static func find(_ bytes: Bytes, _ start: Int, _ end: Int) -> (PoemFact, Int)? {
        guard let colon = (start..<min(end, start + 24)).first(where: { bytes[$0] == UInt8(ascii: ":") }) else {
            return nil
        }
        var last = colon
        while last > start, BlockStart.isBlank(bytes[last - 1]) { last -= 1 }
        let word = String(decoding: bytes[start..<last], as: UTF8.self).lowercased()
        guard let fact = keys.first(where: { $0.word == word })?.fact else { return nil }
        var value = colon + 1
        while value < end, BlockStart.isBlank(bytes[value]) { value += 1 }
        return value < end ? (fact, value) : nil
    }
}

/// The parts of a verse, between ` / `, `***`, `=`, stars between blanks, a tab, or three blanks. Never `…`: poets end
/// lines with it.
enum Hemistichs {
    /// Trimmed, in order, one at least.
    static func parts(of bytes: Bytes, _ first: Int, _ lineEnd: Int) -> [(start: Int, end: Int)] {
        var end = lineEnd
        while end > first, BlockStart.isBlank(bytes[end - 1]) { end -= 1 }
        let line = Line(bytes, first, end)
        var parts: [(start: Int, end: Int)] = []
        var start = first
        var place = first
        while place < end {
            if place > start, let next = line.separatorEnd(at: place), next < end {
                parts.append((start, place))
                (start, place) = (next, next)
            } else {
                place += 1
            }
        }
        parts.append((start, end))
        return parts
    }

    private struct Line {
        let bytes: Bytes
        let end: Int
        /// `***` once is a separator, twice it is emphasis.
        let hasOneTriple: Bool
        /// An address may hold `=`.
        let hasAddress: Bool

        init(_ bytes: Bytes, _ first: Int, _ end: Int) {
            (self.bytes, self.end) = (bytes, end)
            var triples = 0
            var hasAddress = false
            var i = first
            while i < end {
                let length = Line.runLength(bytes, i, end)
                if bytes[i] == UInt8(ascii: "*"), length == 3 { triples += 1 }
                if bytes[i] == UInt8(ascii: "/"), length == 2, i > first, bytes[i - 1] == UInt8(ascii: ":") {
                    hasAddress = true
                }
                i += length
            }
            (hasOneTriple, self.hasAddress) = (triples == 1, hasAddress)
        }

        private static func runLength(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int {
            var i = start + 1
            while i < end, bytes[i] == bytes[start] { i += 1 }
            return i - start
        }

        private func blanksEnd(_ start: Int) -> Int {
            var i = start
            while i < end, BlockStart.isBlank(bytes[i]) { i += 1 }
            return i
        }

        /// Where the text behind a separator begins that starts at `place`.
        func separatorEnd(at place: Int) -> Int? {
            let sign = blanksEnd(place)
            guard sign < end else { return nil }
            let length = Self.runLength(bytes, sign, end)
            let behind = blanksEnd(sign + length)
            let isApart = sign > place && behind > sign + length
            switch bytes[sign] {
            case UInt8(ascii: "/"), UInt8(ascii: "*"): if isApart { return behind }
            case UInt8(ascii: "="): if isApart || !hasAddress { return behind }
            default: break
            }
            if bytes[sign] == UInt8(ascii: "*"), length == 3, hasOneTriple { return behind }
            let isWide = sign - place >= 3 || bytes[place..<sign].contains(0x09)
            return isWide ? sign : nil
        }
    }
}
