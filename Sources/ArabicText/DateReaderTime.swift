import Base

/// The time of day and the zone, before or behind the day.
extension DateReader {
    /// `9:05 ص، 24 يناير 2024`
    mutating func timeAhead() throws(DateProblem) -> (CivilTime?, Int?)? {
        var ahead = self
        ahead.skip(words: ["الساعه", "في", "تمام"])
        guard case .number(_, let digits) = ahead.tokens.first, digits <= 2,
            ahead.tokens.dropFirst().first == .sign(0x3A)
        else { return nil }
        let time = try ahead.readClock()
        let offset = try ahead.readOffset()
        ahead.skip(signs: [0x60C, 0x2C, 0x2D, 0x2013, 0x7C])
        self = ahead
        return (time, offset)
    }

    mutating func readTimeAndZone() throws(DateProblem) -> (CivilTime?, Int?) {
        let before = tokens
        skip(signs: [0x60C, 0x2C, 0x2D, 0x2013, 0x2014, 0x7C])
        skip(words: ["t", "الساعه", "في", "عند", "علي", "تمام", "at", "a"])
        if tokens.isEmpty && !before.isEmpty { throw .notADate }
        guard !tokens.isEmpty else { return (nil, nil) }
        let time = try readClock()
        let offset = try readOffset()
        if tokens.first == .word("بتوقيت") {
            tokens.removeFirst()
            return (time, offset ?? namedOffset())
        }
        // `Cairo time`, `heure de Tunis`: the site's own zone.
        if tokens.last == .word("time") || tokens.first == .word("heure") { return (time, offset) }
        guard tokens.isEmpty else { throw .notADate }
        return (time, offset)
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

    func namedOffset() -> Int? {
        guard case .word(let city) = tokens.first else { return nil }
        return DateWords.cityOffsets[city]
    }
}
