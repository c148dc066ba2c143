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
