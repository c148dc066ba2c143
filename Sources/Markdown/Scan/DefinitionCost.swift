/// Bounds what link definitions may cost: libcmark copies a definition into every link that uses it, so that a long one
/// used often gives output without bound.
struct DefinitionCost {
    /// Whether the paragraph has begun with definitions so far.
    private(set) var isOpen = false
    /// The bytes of the definition that is open.
    private var length = 0
    /// The bytes of the longest.
    private(set) var longest = 0
    /// Closing brackets: no body has more uses than these.
    var brackets = 0

    /// What comes now is no definition.
    mutating func end() { isOpen = false }

    /// A line of a paragraph that began with `[`. True when the definition it belongs to has grown beyond `limit`.
    mutating func add(_ count: Int, startsDefinition: Bool, limit: Int) -> Bool {
        length = startsDefinition || !isOpen ? count : length + count
        isOpen = length <= limit
        if isOpen { longest = max(longest, length) }
        return !isOpen
    }

    /// The limit that would keep the output of all uses below 32 MB; nil if it is below already.
    func stricterLimit(than limit: Int) -> Int? {
        guard longest * brackets > 32 << 20 else { return nil }
        return max(64, min(limit, (32 << 20) / max(1, brackets)))
    }
}

extension BodyScan {
    mutating func weighDefinition(_ first: Int, _ end: Int) {
        let startsDefinition = body[first] == UInt8(ascii: "[")
        // A link or a note at the beginning of a line.
        if startsDefinition, let label = endOfLabel(first, end),
            label + 1 == end || body[label + 1] != UInt8(ascii: ":")
        {
            return definitions.end()
        }
        if startsDefinition, first + 1 < end, body[first + 1] == UInt8(ascii: "^") {
            // A note where none can be defined, or whose label is none: no link's definition, which nobody would see.
            definitions.end()
            return rewriting.replace(first, first, with: ScanMark.letterText)
        }
        guard definitions.add(end - first, startsDefinition: startsDefinition, limit: limits.definition) else { return }
        rewriting.replace(first, first, with: startsDefinition ? ScanMark.letterText : "\n")
        report(.longDefinition(limits.definition, at: first))
    }

    /// The bracket that closes the one at `first`; nil where it stands in no line up to `end`.
    private func endOfLabel(_ first: Int, _ end: Int) -> Int? {
        var place = first + 1
        while place < end, body[place] != UInt8(ascii: "]") { place += body[place] == UInt8(ascii: "\\") ? 2 : 1 }
        return place < end ? place : nil
    }
}
