import Base

/// URLs that stand in a text as they are: `https://…`, `http://…` and `www.…`.
extension Rendering {
    mutating func addBareLinks(_ block: Node) {
        let stops = run.insertions.isEmpty ? [] : run.insertions.map(\.offset).sorted()
        var found: [Range<Int>] = []
        document.text.withUnsafeBufferPointer { text in
            var search = BareLinkSearch(text, stops: stops, findsHosts: scanned.features.contains(.bareHosts))
            var openLinks = 0
            var isInRaw = isInRawLink
            for (index, piece) in run.pieces.enumerated() {
                switch piece.kind {
                case .openLink: openLinks += 1
                case .closeLink: openLinks -= 1
                case .html: if let opens = opensRawLink(piece) { isInRaw = opens && isRawLinkClosed(index, block) }
                case .text where openLinks == 0 && !isInRaw: search.run(from: piece.start, to: piece.end)
                default: break
                }
            }
            found = search.links
        }
        for link in found {
            run.insertions.append(
                InlineInsertion(offset: link.lowerBound, length: 0, kind: .openBareLink, linkEnd: link.upperBound))
            run.insertions.append(InlineInsertion(offset: link.upperBound, length: 0, kind: .closeBareLink))
        }
    }
}

struct BareLinkSearch {
    private let text: Bytes
    /// Places over which no link reaches, in order.
    private let stops: [Int]
    private var nextStop = 0
    /// What was found, in order.
    private(set) var links: [Range<Int>] = []

    private let findsHosts: Bool

    /// `findsHosts`: whether `www.` may occur.
    init(_ text: Bytes, stops: [Int] = [], findsHosts: Bool = true) {
        self.text = text
        self.stops = stops
        self.findsHosts = findsHosts
    }

    /// Calls go through the text in order.
    mutating func run(from start: Int, to end: Int) {
        var i = start
        while true {
            i = nextStart(i, end)
            guard i < end else { return }
            guard let prefix = prefixLength(i, end), isFree(i, start) else {
                i += 1
                continue
            }
            while nextStop < stops.count, stops[nextStop] < i { nextStop += 1 }
            let limit = nextStop < stops.count ? min(end, stops[nextStop]) : end
            // The host is read first, and no further than its longest: a failed search must not cost the line's length.
            guard isHost(i + prefix, min(limit, i + prefix + 255), needsPoint: prefix == 4) else {
                i += prefix
                continue
            }
            let last = linkEnd(i, limit)
            if last > i + prefix { links.append(i..<last) }
            i = max(last, i + prefix)
        }
    }

    /// The next place at which a prefix may stand: before `://`, or at a `w`.
    private func nextStart(_ start: Int, _ end: Int) -> Int {
        if findsHosts {
            return text[start..<end].firstIndex { $0 | 0x20 == 0x77 || $0 | 0x20 == 0x68 } ?? end
        }
        var colon = start
        while true {
            colon = text.firstOffset(of: 0x3A, from: colon, to: end)
            guard colon + 2 < end else { return end }
            if text[colon + 1] == 0x2F, text[colon + 2] == 0x2F {
                if colon - 5 >= start, text[colon - 5] | 0x20 == 0x68 { return colon - 5 }
                if colon - 4 >= start, text[colon - 4] | 0x20 == 0x68 { return colon - 4 }
            }
            colon += 1
        }
    }

    private func prefixLength(_ i: Int, _ end: Int) -> Int? {
        if begins(i, end, "https://") { return 8 }
        if begins(i, end, "http://") { return 7 }
        return begins(i, end, "www.") ? 4 : nil
    }

    private func begins(_ start: Int, _ end: Int, _ prefix: StaticString) -> Bool {
        guard start + prefix.utf8CodeUnitCount < end else { return false }
        for k in 0..<prefix.utf8CodeUnitCount {
            let byte = text[start + k]
            guard ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == prefix.utf8Start[k] else { return false }
        }
        return true
    }

    /// Not in the middle of a Latin word. An Arabic letter before it is a particle: `وhttps://…`.
    private func isFree(_ i: Int, _ start: Int) -> Bool {
        guard i > start else { return true }
        let before = text[i - 1]
        return before >= 0x80
            || !((0x30...0x39).contains(before) || (0x61...0x7A).contains(before | 0x20)
                || "/.-_@:".utf8.contains(before))
    }

    /// The place behind the URL that starts at `start`: up to a blank or what no URL has in a sentence, without
    /// trailing punctuation and without a bracket that it did not open.
    private func linkEnd(_ start: Int, _ limit: Int) -> Int {
        var end = start
        var (round, square) = (0, 0)
        while end < limit, !endsLink(end, limit) {
            switch text[end] {
            case UInt8(ascii: "("): round += 1
            case UInt8(ascii: ")"): round -= 1
            case UInt8(ascii: "["): square += 1
            case UInt8(ascii: "]"): square -= 1
            default: break
            }
            end += 1
        }
        while end > start {
            switch text[end - 1] {
            case UInt8(ascii: ")") where round < 0: round += 1
            case UInt8(ascii: "]") where square < 0: square += 1
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
                UInt8(ascii: ";"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"),
                UInt8(ascii: "|"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
                break
            default: return end
            }
            end -= 1
        }
        return end
    }

    private func endsLink(_ i: Int, _ limit: Int) -> Bool {
        let byte = text[i]
        if byte <= 0x20 || byte == 0x7F { return true }
        // Behind an address in another system's `[embed]…[/embed]`.
        if byte == UInt8(ascii: "["), i + 1 < limit, text[i + 1] == UInt8(ascii: "/") { return true }
        if byte < 0x80 { return byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"") }
        switch scalarAt(i, in: text, to: limit) {
        case "،", "؛", "؟", "۔", "٪", "٬", "٫", "؍", "؞", "«", "»", "‹", "›", "“", "”", "„", "‘", "’", "…", "\u{61C}",
            "\u{A0}",
            "﴾", "﴿":
            return true
        case let scalar:
            // Blanks, dashes, invisible marks of general punctuation.
            return (0x2000...0x2015).contains(scalar.value) && scalar.value != 0x200C && scalar.value != 0x200D
                || (0x2028...0x202F).contains(scalar.value) || (0x205F...0x206F).contains(scalar.value)
                || scalar.value == 0x3000
        }
    }

    /// Something that may be a host stands between prefix and path.
    private func isHost(_ start: Int, _ end: Int, needsPoint: Bool) -> Bool {
        guard start < end else { return false }
        let first = text[start]
        guard
            first >= 0x80 || (0x30...0x39).contains(first) || (0x61...0x7A).contains(first | 0x20)
                || first == UInt8(ascii: "[")
        else { return false }
        guard needsPoint else { return true }
        for i in start..<end {
            if text[i] == UInt8(ascii: ".") { return i + 1 < end }
            if text[i] == UInt8(ascii: "/") { break }
        }
        return false
    }
}
