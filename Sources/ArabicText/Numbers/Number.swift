/// `value` with separators between thousands: `1,234,567`, `١٬٢٣٤٬٥٦٧`, `1 234 567` in French.
///
/// A minus keeps its place in either direction: U+200E stands before it in Latin digits and U+061C in Arabic ones (CLDR
/// 47, `ar`).
package func number(_ value: Int, numerals: Numerals = .latn, language: Language = .arabic) -> String {
    sign(value < 0, numerals) + grouped(value.magnitude, numerals, language)
}

/// `value` rounded to `fractionDigits` (0–9), halves away from zero, without zeros at the end: `3.5`, `٣٫٥`. What is no
/// number, or has no room in 64 bits, is `—`.
package func number(
    _ value: Double, fractionDigits: Int, numerals: Numerals = .latn, language: Language = .arabic
) -> String {
    let places = min(max(fractionDigits, 0), 9)
    let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
    let scaled = value.magnitude * scale
    guard scaled < 9e18 else { return "—" }
    let floor = UInt(scaled)
    let whole = scaled - Double(floor) >= 0.5 ? floor + 1 : floor
    let unit = UInt(scale)
    var text = sign(value < 0 && whole > 0, numerals) + grouped(whole / unit, numerals, language)
    var fraction = String(whole % unit)
    fraction = String(repeating: "0", count: max(0, places - fraction.utf8.count)) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    if places > 0 && !fraction.isEmpty {
        text += (numerals == .arab ? "٫" : language.decimalSign) + numerals.digits(fraction)
    }
    return text
}

/// `value` with a percent sign: 20 is `20%`, U+200E on either side of the sign, or `٢٠٪`, U+061C behind it.
package func percent(_ value: Double, fractionDigits: Int = 0, numerals: Numerals = .latn) -> String {
    let digits = number(value, fractionDigits: fractionDigits, numerals: numerals)
    return digits + (numerals == .arab ? "٪\u{61C}" : "\u{200E}%\u{200E}")
}

private func sign(_ isNegative: Bool, _ numerals: Numerals) -> String {
    guard isNegative else { return "" }
    return numerals == .arab ? "\u{61C}-" : "\u{200E}-"
}

private func grouped(_ magnitude: UInt, _ numerals: Numerals, _ language: Language) -> String {
    let digits = Array(String(magnitude).utf8)
    var out: [UInt8] = []
    for (place, digit) in digits.enumerated() {
        if place > 0 && (digits.count - place) % 3 == 0 {
            out.append(contentsOf: (numerals == .arab ? "٬" : language.groupSign).utf8)
        }
        out.append(digit)
    }
    return numerals.digits(String(decoding: out, as: UTF8.self))
}
