/// ASCII digits in groups, as phone numbers and long numbers are written: `+254 700 123 456`, `(020) 123-4567`, `1 000
/// 000`.
struct NumberRun {
    /// Behind the first number, with its decimals: `1,000.5`, `24/1/2024`, `9:05`.
    let firstEnd: Int
    /// Behind the last group.
    let end: Int
    private let hasPlus: Bool
    private let hasBracket: Bool
    private let beginsWithZero: Bool
    private let hasPoints: Bool
    private let groups: Groups
    private let hasYear: Bool
    private let spaces: Int

    /// What matters about the digits in each group.
    private struct Groups {
        var count = 0
        var total = 0
        var first = 0
        var restAreThousands = true
        var allAreLong = true

        mutating func add(_ digits: Int) {
            if count == 0 { first = digits } else if digits != 3 { restAreThousands = false }
            if digits < 3 { allAreLong = false }
            count += 1
            total += digits
        }
    }

    /// Nil where no digit follows at `start`, which may be a digit, `+`, `-` or `(`.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        func at(_ i: Int) -> UInt8 { i < bytes.count ? bytes[i] : 0 }
        var i = start
        hasBracket = at(i) == UInt8(ascii: "(")
        if hasBracket { i += 1 }
        hasPlus = at(i) == UInt8(ascii: "+")
        if hasPlus || at(i) == UInt8(ascii: "-") { i += 1 }
        if hasPlus && at(i) == UInt8(ascii: "(") { i += 1 }
        guard isASCIIDigit(at(i)) else { return nil }
        beginsWithZero = at(i) == UInt8(ascii: "0")

        var groups = Groups()
        var (first, points, year, spaces) = (0, false, false, 0)
        var last = i
        while true {
            let from = i
            var digits = 0
            while true {
                let byte = at(i)
                if isASCIIDigit(byte) {
                    digits += 1
                } else if (byte == 0x2E || byte == 0x2C || byte == 0x2F || byte == 0x3A) && isASCIIDigit(at(i + 1)) {
                    points = true
                } else {
                    break
                }
                i += 1
            }
            groups.add(digits)
            if digits == 4, (at(from) == 0x31 && at(from + 1) == 0x39) || (at(from) == 0x32 && at(from + 1) == 0x30) {
                year = true
            }
            last = i
            if groups.count == 1 { first = i }
            if at(i) == UInt8(ascii: ")") && groups.count <= 2 && hasOpenBracket(bytes, start, i) {
                i += 1
                last = i
            }
            if at(i) == 0xC2 && at(i + 1) == 0xA0 {
                spaces += 1
                i += 2
            } else if at(i) == 0x20 || at(i) == UInt8(ascii: "-") {
                spaces += at(i) == 0x20 ? 1 : 0
                i += 1
            } else if i != last || at(i - 1) != UInt8(ascii: ")") {
                break
            }
            if at(i) == UInt8(ascii: "(") && isASCIIDigit(at(i + 1)) { i += 1 }
            guard isASCIIDigit(at(i)), groups.count < 12 else { break }
        }
        (firstEnd, end, hasPoints, hasYear) = (first, last, points, year)
        (self.groups, self.spaces) = (groups, spaces)
    }

    /// Whether the groups are one number that right-to-left order would shuffle.
    var mustStayTogether: Bool {
        let total = groups.total
        guard !hasPoints, total <= 17 else { return false }
        if hasPlus { return total >= 7 }
        guard groups.count > 1 else { return false }
        if hasBracket || beginsWithZero && groups.first > 1 { return total >= 7 }
        if spaces >= groups.count - 1, groups.first <= 3, groups.restAreThousands { return true }
        guard total >= 7 else { return false }
        if groups.count > 2 { return spaces == 0 || !hasYear }
        return spaces > 0 && !hasYear && groups.allAreLong
    }
}

private func hasOpenBracket(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var depth = 0
    for byte in bytes[start..<end] {
        if byte == UInt8(ascii: "(") { depth += 1 } else if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    return depth > 0
}
