import Base

/// Reads a date as editors write it, in the digits of any script, with or without U+200F, vowel marks and weekday:
///
/// - ISO 8601, extended or basic: `2024-01-24`, `2024-01-24T09:05:00+03:00`, `2024-01-24 09:05`, `20240124T0905Z`
/// - the newsroom's own, day first: `24/1/2024`, `24-1-2024، 9:05 ص`
/// - words, with the months of all sets, alone or in pairs, and in English and French: `الأربعاء، 24 كانون الثاني/يناير
///   2024`
/// - a time of day before or behind: `9:05 ص`, `21:05`, `الساعة 9 مساءً`, and a zone: `Z`, `+0300`, `بتوقيت القاهرة`.
///   Of places only غرينتش (UTC) and مكة (+03:00) have an offset here; others are left to who knows the time zones.
package func parseDate(_ text: String) throws(DateProblem) -> WrittenDate {
    if let date = isoDate(text) { return date }
    // The longest form that the program prints has some 110 bytes.
    guard text.utf8.count <= 400 else { throw .notADate }
    var reader = DateReader(folded(text))
    return try reader.read()
}

/// A cursor over the words, numbers and signs of one folded text.
struct DateReader {
    enum Token: Equatable {
        case number(Int, digits: Int)
        case word(String)
        case sign(UInt32)
    }

    var tokens: ArraySlice<Token> = []
    /// Whether the month's name is one of the Hijri calendar.
    private var isHijri = false

    init(_ folded: String) {
        var found: [Token] = []
        var word = ""
        var number = (value: 0, digits: 0)
        func flush() {
            if !word.isEmpty { found.append(.word(word)) }
            if number.digits > 0 { found.append(.number(number.value, digits: number.digits)) }
            word = ""
            number = (0, 0)
        }
        for scalar in folded.unicodeScalars {
            if (0x30...0x39).contains(scalar.value) {
                if number.digits == 0 { flush() }
                number.value = number.digits < 9 ? number.value * 10 + Int(scalar.value - 0x30) : number.value
                number.digits += 1
            } else if scalar.properties.isAlphabetic {
                if word.isEmpty { flush() }
                word.unicodeScalars.append(scalar)
            } else {
                flush()
                if scalar.value != 0x20 { found.append(.sign(scalar.value)) }
            }
        }
        flush()
        tokens = found[...]
    }

    mutating func read() throws(DateProblem) -> WrittenDate {
        let early = try timeAhead()
        let weekday = readWeekday()
        let date = try readDate()
        if early != nil && !tokens.isEmpty { throw .notADate }
        let clock: Clock
        if let early { clock = early } else { clock = try readTimeAndZone() }
        if let weekday, weekday != date.weekday { throw .otherWeekday(date.weekday) }
        return WrittenDate(date: date, time: clock.time, offsetSeconds: clock.offset, place: clock.place)
    }

    // MARK: - The day

    mutating func readWeekday() -> Int? {
        skip(words: ["يوم"])
        guard case .word(let word) = tokens.first, let day = DateWords.weekdays[word] else { return nil }
        tokens.removeFirst()
        skip(signs: [0x60C, 0x2C, 0x2E])
        return day
    }

    mutating func readDate() throws(DateProblem) -> CivilDate {
        guard let first = tokens.first else { throw .notADate }
        if case .word = first {
            // January 24, 2024
            guard let month = try readMonth(), let (day, digits) = readNumber(), digits <= 2 else { throw .notADate }
            skip(signs: [0x2C, 0x60C])
            return try finish(year: readYear(), month: month, day: day)
        }
        guard let (number, digits) = readNumber() else { throw .notADate }
        if digits == 8 {
            return try finish(year: number / 10000, month: number / 100 % 100, day: number % 100)
        }
        if case .sign(let sign) = tokens.first, [0x2F, 0x2D, 0x2E, 0x2010, 0x2011, 0x2013].contains(sign) {
            guard case .word = tokens.dropFirst().first else {
                return try readNumericDate(number, digits, separator: sign)
            }
            tokens.removeFirst()
        }
        guard digits <= 2 else { throw .notADate }
        skip(words: ["er", "من", "st", "nd", "rd", "th", "of"])
        guard let month = try readMonth() else { throw .notADate }
        skip(signs: [0x2C, 0x60C])
        return try finish(year: readYear(), month: month, day: number)
    }

    mutating func readNumericDate(
        _ first: Int, _ digits: Int, separator: UInt32
    ) throws(DateProblem) -> CivilDate {
        tokens.removeFirst()
        guard let second = readNumber(), second.digits <= 2, tokens.first == .sign(separator) else { throw .notADate }
        tokens.removeFirst()
        guard let third = readNumber() else { throw .notADate }
        if digits == 4 && third.digits <= 2 {
            return try finish(year: first, month: second.value, day: third.value)
        }
        guard digits <= 2 else { throw .notADate }
        if third.digits == 2 { throw .shortYear }
        guard third.digits == 4 else { throw .notADate }
        return try finish(year: third.value, month: second.value, day: first)
    }

    mutating func readYear() throws(DateProblem) -> Int {
        skip(words: ["عام", "سنه", "لعام", "لسنه"])
        guard let (year, digits) = readNumber() else { throw .notADate }
        if digits == 2 { throw .shortYear }
        guard digits == 4 else { throw .notADate }
        return year
    }

    mutating func finish(year: Int, month: Int, day: Int) throws(DateProblem) -> CivilDate {
        let isGregorian = ["م", "ميلاديه", "ميلادي"].contains { tokens.first == .word($0) }
        guard !isHijri, tokens.first != .word("ه"), isGregorian || !Hijri.isYear(year) else {
            throw .hijri(Hijri.civil(year: year, month: month, day: day))
        }
        // 2024م and 2024 م: of the Christian era; the same letter is “p.m.” behind a time only.
        skip(words: ["م", "ميلاديه", "ميلادي"])
        guard let date = CivilDate(year: year, month: month, day: day) else {
            throw .noSuchDay(year: year, month: month, day: day)
        }
        return date
    }

    /// One month, or the two names of one, with a slash, a hyphen, brackets or nothing between them.
    mutating func readMonth() throws(DateProblem) -> Int? {
        guard let month = try readMonthName() else { return nil }
        let before = tokens
        skip(signs: [0x2F, 0x2D, 0x2013, 0x28, 0x60C])
        guard let twin = try readMonthName() else {
            tokens = before
            // `24-Jan-2024`
            skip(signs: [0x2E, 0x2D, 0x2F])
            return month
        }
        skip(signs: [0x29])
        guard twin == month else { throw .monthsDisagree }
        return month
    }

    mutating func readMonthName() throws(DateProblem) -> Int? {
        guard case .word(let first) = tokens.first else { return nil }
        if case .word(let second) = tokens.dropFirst().first {
            let both = first + " " + second
            if let month = DateWords.hijriMonths[both] {
                isHijri = true
                tokens.removeFirst(2)
                return month
            }
            if let month = DateWords.months[both] {
                tokens.removeFirst(2)
                return month
            }
        }
        if let month = DateWords.hijriMonths[first] {
            isHijri = true
            tokens.removeFirst()
            return month
        }
        guard let month = DateWords.months[first] else { return nil }
        tokens.removeFirst()
        return month
    }

    mutating func readNumber() -> (value: Int, digits: Int)? {
        guard case .number(let value, let digits) = tokens.first, digits <= 9 else { return nil }
        tokens.removeFirst()
        return (value, digits)
    }

    mutating func skip(words: Set<String>) {
        while case .word(let word) = tokens.first, words.contains(word) { tokens.removeFirst() }
    }

    mutating func skip(signs: Set<UInt32>) {
        while case .sign(let sign) = tokens.first, signs.contains(sign) { tokens.removeFirst() }
    }
}
