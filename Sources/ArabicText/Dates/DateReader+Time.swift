import Base

/// The time of day and the zone, before or behind the day.
extension DateReader {
    struct Clock {
        var time: CivilTime?
        var offset: Int?
        var place: String?
    }

    /// `9:05 ص، 24 يناير 2024`
    mutating func timeAhead() throws(DateProblem) -> Clock? {
        var ahead = self
        ahead.skip(words: ["الساعه", "في", "تمام"])
        guard case .number(_, let digits) = ahead.tokens.first, digits <= 2,
            ahead.tokens.dropFirst().first == .sign(0x3A)
        else { return nil }
        let time = try ahead.readClock()
        let offset = try ahead.readOffset()
        ahead.skip(signs: [0x60C, 0x2C, 0x2D, 0x2013, 0x7C])
        self = ahead
        return Clock(time: time, offset: offset)
    }

    mutating func readTimeAndZone() throws(DateProblem) -> Clock {
        let before = tokens
        skip(signs: [0x60C, 0x2C, 0x2D, 0x2013, 0x2014, 0x7C])
        skip(words: ["t", "الساعه", "في", "عند", "علي", "تمام", "at", "a"])
        if tokens.isEmpty && !before.isEmpty { throw .notADate }
        guard !tokens.isEmpty else { return Clock() }
        var clock = Clock(time: try readClock(), offset: try readOffset())
        guard !tokens.isEmpty else { return clock }
        let place = try readPlace()
        // An offset says it already: `9:05 +0300 بتوقيت القاهرة`.
        if clock.offset == nil { clock.offset = DateWords.offsets[place] }
        if clock.offset == nil, !DateWords.own.contains(place) { clock.place = place }
        return clock
    }

    /// `بتوقيت القاهرة`, `Cairo time`, `heure de Tunis`: all that is left.
    private mutating func readPlace() throws(DateProblem) -> String {
        var words: [String] = []
        for token in tokens {
            guard case .word(let word) = token else { throw .notADate }
            words.append(word)
        }
        switch (words.first, words.last) {
        case ("بتوقيت", _): words.removeFirst()
        case ("بالتوقيت", "المحلي") where words.count == 2: break
        case ("heure", _):
            words.removeFirst()
            if let first = words.first, ["de", "du", "d"].contains(first) { words.removeFirst() }
        case (_, "time"): words.removeLast()
        default: throw .notADate
        }
        guard !words.isEmpty else { throw .notADate }
        tokens = []
        return words.joined(separator: " ")
    }

    mutating func readClock() throws(DateProblem) -> CivilTime {
        guard var (hour, digits) = readNumber() else { throw .notADate }
        var minute: Int?
        var second = 0
        if digits == 4 || digits == 6 {
            if digits == 6 { (second, hour) = (hour % 100, hour / 100) }
            (minute, hour) = (hour % 100, hour / 100)
        } else if let part = readPart(after: [0x3A, 0x2E]) {
            minute = part
            if let part = readPart(after: [0x3A]) {
                second = part
                if tokens.first == .sign(0x2E) || tokens.first == .sign(0x2C) {
                    tokens.removeFirst()
                    guard readNumber() != nil else { throw .notADate }
                }
            }
        }
        digits = 0
        let half = try readHalf(of: &hour)
        guard half || minute != nil else { throw .notADate }
        guard let time = CivilTime(hour: hour, minute: minute ?? 0, second: second) else { throw .noSuchTime }
        return time
    }

    /// Two digits behind one of `signs`.
    mutating func readPart(after signs: Set<UInt32>) -> Int? {
        guard case .sign(let sign) = tokens.first, signs.contains(sign),
            case .number(let value, digits: 2) = tokens.dropFirst().first
        else { return nil }
        tokens.removeFirst(2)
        return value
    }

    /// Turns a 12-hour `hour` into a 24-hour one; false where no half of the day was written.
    mutating func readHalf(of hour: inout Int) throws(DateProblem) -> Bool {
        if tokens.first == .word("بعد"), tokens.dropFirst().first == .word("الظهر") { tokens.removeFirst() }
        guard case .word(let word) = tokens.first, let half = DateWords.halves[word] else { return false }
        tokens.removeFirst()
        switch half {
        case .morning:
            guard hour <= 12 else { throw .noSuchTime }
            hour %= 12
        case .noon:
            if (1...6).contains(hour) { hour += 12 }
        case .night:
            if hour == 12 { hour = 0 } else if (6...11).contains(hour) { hour += 12 }
        case .evening:
            guard hour > 0 else { throw .noSuchTime }
            if hour < 12 { hour += 12 }
        }
        return true
    }

    mutating func readOffset() throws(DateProblem) -> Int? {
        if case .word(let word) = tokens.first, ["z", "utc", "gmt", "غرينتش", "جرينتش"].contains(word) {
            tokens.removeFirst()
            guard case .sign = tokens.first else { return 0 }
        }
        guard case .sign(let sign) = tokens.first, sign == 0x2B || sign == 0x2D || sign == 0x2212,
            case .number(let value, let digits) = tokens.dropFirst().first
        else { return nil }
        tokens.removeFirst(2)
        var (hours, minutes) = (value, 0)
        if digits == 4 {
            (hours, minutes) = (value / 100, value % 100)
        } else if let part = readPart(after: [0x3A]) {
            minutes = part
        }
        guard digits <= 4, digits != 3, hours <= 18, minutes < 60 else { throw .noSuchTime }
        return (hours * 3600 + minutes * 60) * (sign == 0x2B ? 1 : -1)
    }
}
