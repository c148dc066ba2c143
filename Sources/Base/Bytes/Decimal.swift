/// Calls `body` with the digits of `number` in ASCII, with zeros in front where there are fewer than `width`, at most
/// 20.
package func withDecimal(_ number: Int, width: Int = 1, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 21) { digits in
        var start = digits.count
        var rest = number.magnitude
        repeat {
            start -= 1
            digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0 || digits.count - start < min(width, 20)
        if number < 0 {
            start -= 1
            digits[start] = UInt8(ascii: "-")
        }
        body(UnsafeBufferPointer(rebasing: digits[start...]))
    }
}

extension [UInt8] {
    /// Appends a number in decimal digits, with zeros in front where there are fewer than `width`.
    package mutating func append(decimal number: Int, width: Int = 1) {
        withDecimal(number, width: width) { append(contentsOf: $0) }
    }

    /// Appends a literal of the program.
    @inlinable
    package mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
