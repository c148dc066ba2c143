/// ASCII digits in groups, as phone numbers and long numbers are written: `+254 700 123 456`, `(020) 123-4567`, `1 000
/// 000`.
struct NumberRun {
    /// The place behind the first number, with its decimals: `1,000.5`, `24/1/2024`, `9:05`.
    let firstEnd: Int
    /// The place behind the last group.
    let end: Int
    private let hasPlus: Bool
    private let hasBracket: Bool
    private let beginsWithZero: Bool
    private let groups: DigitGroups

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
        var reader = DigitGroupReader(bytes, start: start, firstDigit: i)
        reader.run()
        (firstEnd, end, groups) = (reader.firstEnd, reader.end, reader.groups)
    }

    /// Whether the groups are one number that right-to-left order would shuffle.
    var mustStayTogether: Bool {
        let total = groups.total
        guard !groups.hasPoints, total <= 17 else { return false }
        if hasPlus { return total >= 7 }
        guard groups.count > 1 else { return false }
        if hasBracket || beginsWithZero && groups.first > 1 { return total >= 7 }
        if groups.spaces >= groups.count - 1, groups.first <= 3, groups.restAreThousands { return true }
        guard total >= 7 else { return false }
        if groups.count > 2 { return groups.spaces == 0 || !groups.hasYear }
        return groups.spaces > 0 && !groups.hasYear && groups.allAreLong
    }
}

/// What matters about groups of digits.
private struct DigitGroups {
    var count = 0
    /// The number of digits in all groups.
    var total = 0
    /// Digits of the first group.
    var first = 0
    var restAreThousands = true
    var allAreLong = true
    /// Whether one holds a decimal point, a slash or a colon.
    var hasPoints = false
    /// Whether one may be a year of the last century or of this one.
    var hasYear = false
    /// Between the groups.
    var spaces = 0

    mutating func add(_ digits: Int) {
        if count == 0 { first = digits } else if digits != 3 { restAreThousands = false }
        if digits < 3 { allAreLong = false }
        count += 1
        total += digits
    }
}

/// Reads groups of digits with a space, a hyphen or a bracket between them, twelve at most.
private struct DigitGroupReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let start: Int
    private var i: Int
    private(set) var groups = DigitGroups()
    private(set) var firstEnd = 0
    private(set) var end = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, firstDigit: Int) {
        (self.bytes, self.start, i) = (bytes, start, firstDigit)
    }

    mutating func run() {
        repeat {
            readGroup()
            if groups.count == 1 { firstEnd = i }
            if byte(i) == UInt8(ascii: ")"), groups.count <= 2, hasOpenBracket(bytes, start, i) { i += 1 }
            end = i
        } while groups.count < 12 && skipSeparator()
    }

    private func byte(_ i: Int) -> UInt8 { i < bytes.count ? bytes[i] : 0 }

    private mutating func readGroup() {
        let (first, second) = (byte(i), byte(i + 1))
        var digits = 0
        while true {
            if isASCIIDigit(byte(i)) {
                digits += 1
            } else if isPoint(byte(i)), isASCIIDigit(byte(i + 1)) {
                groups.hasPoints = true
            } else {
                break
            }
            i += 1
        }
        groups.add(digits)
        if digits == 4, (first, second) == (0x31, 0x39) || (first, second) == (0x32, 0x30) { groups.hasYear = true }
    }

    /// `.`, `,`, `/` or `:`.
    private func isPoint(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C || byte == 0x2F || byte == 0x3A }

    /// Whether a digit follows behind what may stand between two groups.
    private mutating func skipSeparator() -> Bool {
        if byte(i) == 0xC2, byte(i + 1) == 0xA0 {
            groups.spaces += 1
            i += 2
        } else if byte(i) == 0x20 || byte(i) == UInt8(ascii: "-") {
            if byte(i) == 0x20 { groups.spaces += 1 }
            i += 1
        } else if byte(i - 1) != UInt8(ascii: ")") {
            return false
        }
        if byte(i) == UInt8(ascii: "("), isASCIIDigit(byte(i + 1)) { i += 1 }
        return isASCIIDigit(byte(i))
    }
}

private func hasOpenBracket(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var depth = 0
    for byte in bytes[start..<end] {
        if byte == UInt8(ascii: "(") { depth += 1 } else if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    return depth > 0
}
