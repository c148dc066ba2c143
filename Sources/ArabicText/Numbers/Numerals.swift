/// The digits in which the program prints what it counts; never those of an author's text.
package enum Numerals: String, Sendable, Hashable, CaseIterable {
    /// 0123456789, as CLDR has it for `ar` and most newsrooms write.
    case latn
    /// ٠١٢٣٤٥٦٧٨٩
    case arab

    /// The decimal digits of `text` in this script; everything else stays.
    package func digits(_ text: String) -> String {
        guard self == .arab else { return text }
        return ArabicText.text(
            text.unicodeScalars.lazy.map { (0x30...0x39).contains($0.value) ? $0.value + 0x630 : $0.value })
    }

    /// `number` without separators, as years and days are printed, with zeros in front up to `width` digits.
    package func plain(_ number: Int, width: Int = 1) -> String {
        let digits = String(number.magnitude)
        let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
        return (number < 0 ? "-" : "") + self.digits(zeros + digits)
    }
}

/// 0–9 for a decimal digit of any script, nil for everything else.
@inline(__always)
func decimalDigit(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x30...0x39: value - 0x30
    case 0..<0x660: nil
    case 0x660...0x669: value - 0x660
    case 0x6F0...0x6F9: value - 0x6F0
    case 0x600..<0x7C0: nil
    default: otherDecimalDigit(value)
    }
}

private func otherDecimalDigit(_ value: UInt32) -> UInt32? {
    guard let properties = Unicode.Scalar(value)?.properties, properties.generalCategory == .decimalNumber,
        let number = properties.numericValue
    else { return nil }
    return UInt32(number)
}
