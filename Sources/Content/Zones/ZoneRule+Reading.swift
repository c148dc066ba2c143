extension ZoneRule {
    /// Nil for a text that is no such rule.
    init?(_ text: ArraySlice<UInt8>) {
        var reader = ZoneRuleReader(text: text)
        guard let rule = reader.rule(), reader.isAtEnd else { return nil }
        self = rule
    }
}

/// Goes through a rule from its start to its end; each part is nil where something else stands.
private struct ZoneRuleReader {
    var text: ArraySlice<UInt8>

    var isAtEnd: Bool { text.isEmpty }

    mutating func rule() -> ZoneRule? {
        guard skipName(), let west = time(upTo: 24) else { return nil }
        guard !isAtEnd else { return ZoneRule(standard: -west, season: nil) }
        guard skipName() else { return nil }
        var offset = -west + 3600
        if let next = text.first, next != UInt8(ascii: ",") {
            guard let west = time(upTo: 24) else { return nil }
            offset = -west
        }
        guard skip(","), let start = turn(), skip(","), let end = turn() else { return nil }
        return ZoneRule(standard: -west, season: ZoneRule.Season(offset: offset, start: start, end: end))
    }

    /// `EET`, or between `<` and `>` with digits and signs: `<+03>`. What it says is not needed.
    private mutating func skipName() -> Bool {
        let isQuoted = skip("<")
        let name = text.prefix { byte in
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: true
            case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"): isQuoted
            default: false
            }
        }
        text = text.dropFirst(name.count)
        return name.count >= 3 && (!isQuoted || skip(">"))
    }

    private mutating func turn() -> ZoneRule.Turn? {
        guard let day = day() else { return nil }
        guard skip("/") else { return ZoneRule.Turn(day: day, seconds: 7200) }
        return time(upTo: 167).map { ZoneRule.Turn(day: day, seconds: $0) }
    }

    private mutating func day() -> ZoneRule.Day? {
        if skip("J") { return number(1...365).map { .julian($0) } }
        guard skip("M") else { return number(0...365).map { .ordinal($0) } }
        guard let month = number(1...12), skip("."), let week = number(1...5), skip("."), let weekday = number(0...6)
        else { return nil }
        return .weekday(weekday, week: week, month: month)
    }

    /// `2`, `-2:30` or `2:05:09` in seconds.
    private mutating func time(upTo hours: Int) -> Int? {
        let sign = skip("-") ? -1 : 1
        if sign == 1 { _ = skip("+") }
        guard let hour = number(0...hours) else { return nil }
        var seconds = hour * 3600
        for unit in [60, 1] where skip(":") {
            guard let part = number(0...59) else { return nil }
            seconds += part * unit
        }
        return sign * seconds
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int? {
        let digits = text.prefix { (0x30...0x39).contains($0) }
        guard (1...3).contains(digits.count) else { return nil }
        text = text.dropFirst(digits.count)
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return range.contains(value) ? value : nil
    }

    private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard text.first == UInt8(ascii: sign) else { return false }
        text.removeFirst()
        return true
    }
}
